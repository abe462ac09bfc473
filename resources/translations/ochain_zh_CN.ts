<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Action</name>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>主题(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>语言(&amp;L)</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>最近打开(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;New file…</source>
        <translation>新建文件(&amp;N)…</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>打开(&amp;O)…</translation>
    </message>
    <message>
        <source>Open my &amp;O-chain</source>
        <translation>打开我的O-chain(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Save a copy…</source>
        <translation>保存副本(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;Import CSV…</source>
        <translation>导入CSV(&amp;I)…</translation>
    </message>
    <message>
        <source>E&amp;xport CSV…</source>
        <translation>导出CSV(&amp;X)…</translation>
    </message>
    <message>
        <source>Export &amp;chart…</source>
        <translation>导出图表(&amp;C)…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;New deal</source>
        <translation>新建交易(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Copy with headers</source>
        <translation>连同表头复制(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Find…</source>
        <translation>查找(&amp;F)…</translation>
    </message>
    <message>
        <source>F&amp;ilter the table</source>
        <translation>筛选表格(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Flow</source>
        <translation>流向(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Capacity</source>
        <translation>容量(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Money</source>
        <translation>资金(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Deals</source>
        <translation>交易(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Events</source>
        <translation>事件(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Problems</source>
        <translation>问题(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;History</source>
        <translation>历史(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Next panel</source>
        <translation>下一面板(&amp;N)</translation>
    </message>
    <message>
        <source>Next period</source>
        <translation>下一期</translation>
    </message>
    <message>
        <source>Previous period</source>
        <translation>上一期</translation>
    </message>
    <message>
        <source>Next day of news</source>
        <translation>下一个消息日</translation>
    </message>
    <message>
        <source>Previous day of news</source>
        <translation>上一个消息日</translation>
    </message>
    <message>
        <source>Play periods</source>
        <translation>播放各期</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>跟随系统(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>浅色(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>深色(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Reset the panels</source>
        <translation>重置面板(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>键盘快捷键(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;About O-chain</source>
        <translation>关于O-chain(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Undo: %1</source>
        <translation>撤销(&amp;U)：%1</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Redo: %1</source>
        <translation>重做(&amp;R)：%1</translation>
    </message>
    <message>
        <source>New n&amp;ode</source>
        <translation>新建节点(&amp;O)</translation>
    </message>
    <message>
        <source>New &amp;metric</source>
        <translation>新建指标(&amp;M)</translation>
    </message>
    <message>
        <source>New &amp;event</source>
        <translation>新建事件(&amp;E)</translation>
    </message>
    <message>
        <source>Ed&amp;it in the inspector</source>
        <translation>在检查器中编辑(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Duplicate</source>
        <translation>复制一份(&amp;D)</translation>
    </message>
    <message>
        <source>De&amp;lete</source>
        <translation>删除(&amp;L)</translation>
    </message>
    <message>
        <source>Status &amp;weights</source>
        <translation>状态权重(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Animate changes</source>
        <translation>以动画显示变化(&amp;A)</translation>
    </message>
    <message>
        <source>What the &amp;figures mean</source>
        <translation>数值含义(&amp;F)</translation>
    </message>
    <message>
        <source>Restore an &amp;earlier state…</source>
        <translation>恢复早期状态(&amp;E)…</translation>
    </message>
    <message>
        <source>Amounts as stated</source>
        <translation>按公布的金额</translation>
    </message>
    <message>
        <source>Amounts weighted by status</source>
        <translation>按状态加权的金额</translation>
    </message>
    <message>
        <source>Only what is firm</source>
        <translation>只计有约束力的</translation>
    </message>
    <message>
        <source>Lens…</source>
        <translation>视角…</translation>
    </message>
    <message>
        <source>Guarantees as outlines in the flow</source>
        <translation>在流向图中以空心线显示担保</translation>
    </message>
    <message>
        <source>Replay the news</source>
        <translation>重放新消息</translation>
    </message>
    <message>
        <source>Undo the edit chosen in the hi&amp;story</source>
        <translation>撤销历史中所选的编辑(&amp;S)</translation>
    </message>
    <message>
        <source>The c&amp;hart</source>
        <translation>图表(&amp;H)</translation>
    </message>
    <message>
        <source>Columns of the t&amp;ree</source>
        <translation>产业链树的列(&amp;R)</translation>
    </message>
    <message>
        <source>Columns of the ta&amp;ble</source>
        <translation>表格的列(&amp;K)</translation>
    </message>
    <message>
        <source>O-chain in five &amp;minutes</source>
        <translation>五分钟上手(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Lens</source>
        <translation>视角(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Paste into the table</source>
        <translation>粘贴到表格(&amp;P)</translation>
    </message>
    <message>
        <source>Fill do&amp;wn over the selected rows</source>
        <translation>向下填充所选行(&amp;W)</translation>
    </message>
    <message>
        <source>Cl&amp;ear the selected cells</source>
        <translation>清空所选单元格(&amp;E)</translation>
    </message>
    <message>
        <source>N&amp;odes</source>
        <translation>节点(&amp;O)</translation>
    </message>
    <message>
        <source>Me&amp;trics</source>
        <translation>指标(&amp;T)</translation>
    </message>
    <message>
        <source>So&amp;urces</source>
        <translation>来源(&amp;U)</translation>
    </message>
    <message>
        <source>Import sprea&amp;dsheet…</source>
        <translation>导入电子表格(&amp;D)…</translation>
    </message>
    <message>
        <source>Export spreads&amp;heet…</source>
        <translation>导出电子表格(&amp;H)…</translation>
    </message>
    <message>
        <source>Import &amp;graph…</source>
        <translation>导入网络图(&amp;G)…</translation>
    </message>
    <message>
        <source>Ex&amp;port graph…</source>
        <translation>导出网络图(&amp;P)…</translation>
    </message>
    <message>
        <source>&amp;Questions</source>
        <translation>问题(&amp;Q)</translation>
    </message>
    <message>
        <source>Cha&amp;in tree</source>
        <translation>产业链树(&amp;I)</translation>
    </message>
    <message>
        <source>Sa&amp;ve this view…</source>
        <translation>保存此视图(&amp;V)…</translation>
    </message>
    <message>
        <source>M&amp;y views</source>
        <translation>我的视图(&amp;Y)</translation>
    </message>
    <message>
        <source>W&amp;hy this figure</source>
        <translation>为何是这个数字(&amp;H)</translation>
    </message>
    <message>
        <source>Wh&amp;at if…</source>
        <translation>推演(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;Compare with</source>
        <translation>比较对象(&amp;C)</translation>
    </message>
    <message>
        <source>What was known at the end of the &amp;year before</source>
        <translation>上一年年底所知(&amp;Y)</translation>
    </message>
    <message>
        <source>What was known &amp;90 days before</source>
        <translation>&amp;90 天前所知</translation>
    </message>
    <message>
        <source>The &amp;period before</source>
        <translation>前一期(&amp;P)</translation>
    </message>
    <message>
        <source>Amounts as &amp;stated</source>
        <translation>名义金额(&amp;S)</translation>
    </message>
    <message>
        <source>Amounts &amp;weighted by status</source>
        <translation>金额按状态加权(&amp;W)</translation>
    </message>
    <message>
        <source>Only what is &amp;firm</source>
        <translation>只计确定部分(&amp;F)</translation>
    </message>
    <message>
        <source>The &amp;file as it is</source>
        <translation>文件原样(&amp;F)</translation>
    </message>
    <message>
        <source>The lens as it is &amp;now, and then another</source>
        <translation>先记住现在的视角，再换一个(&amp;N)</translation>
    </message>
    <message>
        <source>Change &amp;over</source>
        <translation>对调(&amp;O)</translation>
    </message>
    <message>
        <source>Stop &amp;comparing</source>
        <translation>结束比较(&amp;C)</translation>
    </message>
</context>
<context>
    <name>Choice</name>
    <message>
        <source>reported</source>
        <translation>已报道</translation>
    </message>
    <message>
        <source>estimated</source>
        <translation>估计</translation>
    </message>
    <message>
        <source>derived</source>
        <translation>推算</translation>
    </message>
    <message>
        <source>assumed</source>
        <translation>假设</translation>
    </message>
    <message>
        <source>as its kind</source>
        <translation>随类型</translation>
    </message>
    <message>
        <source>deployed bit by bit</source>
        <translation>逐步投放</translation>
    </message>
    <message>
        <source>stands for its term</source>
        <translation>期限内持续在位</translation>
    </message>
    <message>
        <source>no capacity</source>
        <translation>无容量</translation>
    </message>
    <message>
        <source>trade</source>
        <translation>贸易</translation>
    </message>
    <message>
        <source>capital</source>
        <translation>资本</translation>
    </message>
    <message>
        <source>control</source>
        <translation>控制</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>guarantee</source>
        <translation>担保</translation>
    </message>
    <message>
        <source>firm</source>
        <translation>有约束力</translation>
    </message>
    <message>
        <source>conditional</source>
        <translation>附条件</translation>
    </message>
    <message>
        <source>option</source>
        <translation>选择权</translation>
    </message>
    <message>
        <source>ceiling (“up to”)</source>
        <translation>上限（“至多”）</translation>
    </message>
    <message>
        <source>the supplier</source>
        <translation>供应方</translation>
    </message>
    <message>
        <source>the customer</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>both</source>
        <translation>双方</translation>
    </message>
    <message>
        <source>a third party</source>
        <translation>第三方</translation>
    </message>
    <message>
        <source>filing</source>
        <translation>监管申报文件</translation>
    </message>
    <message>
        <source>release of a party</source>
        <translation>当事方公告</translation>
    </message>
    <message>
        <source>regulator</source>
        <translation>监管机构</translation>
    </message>
    <message>
        <source>press</source>
        <translation>媒体报道</translation>
    </message>
    <message>
        <source>analysis</source>
        <translation>分析</translation>
    </message>
    <message>
        <source>aggregator</source>
        <translation>汇总网站</translation>
    </message>
    <message>
        <source>social media</source>
        <translation>社交媒体</translation>
    </message>
    <message>
        <source>article</source>
        <translation>文章</translation>
    </message>
    <message>
        <source>not said</source>
        <translation>未说明</translation>
    </message>
</context>
<context>
    <name>DealCurve</name>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>The lens leaves this deal out.</source>
        <translation>当前视角不计入此交易。</translation>
    </message>
    <message>
        <source>No amount is known.</source>
        <translation>金额与容量均未披露。</translation>
    </message>
    <message>
        <source>Without dates, so in no year: %1.</source>
        <translation>没有日期，不计入任何年份：%1。</translation>
    </message>
    <message>
        <source>After the last year: %1.</source>
        <translation>最后一年之后：%1。</translation>
    </message>
    <message>
        <source>%1 at its end</source>
        <translation>年末%1</translation>
    </message>
    <message>
        <source>%1 guaranteed at its end</source>
        <translation>年末担保%1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1年：%2</translation>
    </message>
</context>
<context>
    <name>Explained</name>
    <message>
        <source>Level</source>
        <translation>层级</translation>
    </message>
    <message>
        <source>Basis, or who says it</source>
        <translation>依据或出处</translation>
    </message>
    <message>
        <source>of today</source>
        <comment>a source</comment>
        <translation>今天</translation>
    </message>
    <message numerus="yes">
        <source>%n days</source>
        <comment>how old a source is</comment>
        <translation>
            <numerusform>%n天前</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n months</source>
        <comment>how old a source is</comment>
        <translation>
            <numerusform>%n个月前</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n years</source>
        <comment>how old a source is</comment>
        <translation>
            <numerusform>%n年前</numerusform>
        </translation>
    </message>
    <message>
        <source>as stated</source>
        <translation>按原述</translation>
    </message>
    <message>
        <source>what its phases leave</source>
        <translation>各阶段之外的部分</translation>
    </message>
    <message>
        <source>phase without dates of its own</source>
        <translation>自身没有日期的阶段</translation>
    </message>
    <message>
        <source>phase %1</source>
        <translation>阶段 %1</translation>
    </message>
    <message>
        <source>phase from %1</source>
        <translation>阶段：自 %1</translation>
    </message>
    <message>
        <source>phase from %1 to %2</source>
        <translation>阶段：%1 至 %2</translation>
    </message>
    <message>
        <source>phase to %1</source>
        <translation>阶段：至 %1</translation>
    </message>
    <message>
        <source>weight of %1: %2</source>
        <translation>“%1”的权重：%2</translation>
    </message>
    <message>
        <source>not firm</source>
        <translation>无约束力</translation>
    </message>
    <message>
        <source>not firm: %1</source>
        <translation>无约束力：%1</translation>
    </message>
    <message>
        <source>nobody has said</source>
        <translation>无人说明</translation>
    </message>
    <message>
        <source>unique</source>
        <comment>overlaps</comment>
        <translation>去重</translation>
    </message>
    <message>
        <source>gross</source>
        <comment>overlaps</comment>
        <translation>总额</translation>
    </message>
    <message>
        <source>overlap</source>
        <comment>overlaps</comment>
        <translation>重叠</translation>
    </message>
    <message>
        <source>base</source>
        <comment>a scenario</comment>
        <translation>基准</translation>
    </message>
    <message>
        <source>today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>known as of</source>
        <translation>已知截至</translation>
    </message>
    <message>
        <source>scenario</source>
        <translation>情景</translation>
    </message>
    <message>
        <source>assumed rows</source>
        <translation>假设的行</translation>
    </message>
    <message>
        <source>in</source>
        <comment>assumed rows</comment>
        <translation>计入</translation>
    </message>
    <message>
        <source>out</source>
        <comment>assumed rows</comment>
        <translation>不计入</translation>
    </message>
    <message>
        <source>commitment</source>
        <translation>承诺</translation>
    </message>
    <message>
        <source>all</source>
        <comment>commitments</comment>
        <translation>全部</translation>
    </message>
    <message>
        <source>firm</source>
        <comment>commitments</comment>
        <translation>有约束力</translation>
    </message>
    <message>
        <source>overlap</source>
        <translation>重叠</translation>
    </message>
    <message>
        <source>boundary</source>
        <translation>口径</translation>
    </message>
    <message>
        <source>stated</source>
        <comment>megawatts</comment>
        <translation>按原述</translation>
    </message>
    <message>
        <source>it</source>
        <comment>megawatts of IT load</comment>
        <translation>IT负载</translation>
    </message>
    <message>
        <source>basis</source>
        <translation>依据</translation>
    </message>
    <message>
        <source>headline</source>
        <comment>amounts</comment>
        <translation>名义值</translation>
    </message>
    <message>
        <source>weighted</source>
        <comment>amounts</comment>
        <translation>加权</translation>
    </message>
    <message>
        <source>period</source>
        <translation>期间</translation>
    </message>
    <message>
        <source>in all</source>
        <translation>总计</translation>
    </message>
    <message>
        <source>without dates</source>
        <translation>无日期的部分</translation>
    </message>
    <message>
        <source>after the calendar</source>
        <translation>日历之后</translation>
    </message>
    <message>
        <source>after %1</source>
        <comment>a period</comment>
        <translation>%1之后</translation>
    </message>
    <message>
        <source>at the end of %1</source>
        <translation>%1末</translation>
    </message>
    <message>
        <source>in %1</source>
        <comment>a period</comment>
        <translation>%1</translation>
    </message>
    <message>
        <source>%1 takes in %2 %3</source>
        <translation>%1 %3收入%2</translation>
    </message>
    <message>
        <source>%1 spends %2 %3</source>
        <translation>%1 %3支出%2</translation>
    </message>
    <message>
        <source>%1 has %2 left of revenue after spend %3</source>
        <translation>%1 %3收入减支出为%2</translation>
    </message>
    <message>
        <source>%1 is given %2 of capital %3</source>
        <translation>%1 %3获得资本%2</translation>
    </message>
    <message>
        <source>%1 gives %2 of capital %3</source>
        <translation>%1 %3提供资本%2</translation>
    </message>
    <message>
        <source>%1 lacks %2 %3</source>
        <translation>%1 %3缺口%2</translation>
    </message>
    <message>
        <source>%1 has funding of %2 %3</source>
        <translation>%1 %3资金头寸为%2</translation>
    </message>
    <message>
        <source>%1 has a backlog of %2 %3</source>
        <translation>%1 %3未履约订单为%2</translation>
    </message>
    <message>
        <source>%1 gets %2 of %4 %3</source>
        <translation>%1 %3获得“%4”%2</translation>
    </message>
    <message>
        <source>%1 supplies %2 of %4 %3</source>
        <translation>%1 %3供应“%4”%2</translation>
    </message>
    <message>
        <source>%1 is bound to %2 by %4 %3</source>
        <translation>%1 %3受“%4”所限，为%2</translation>
    </message>
    <message>
        <source>%1 has %2 deals %3</source>
        <translation>%1 %3有%2 笔交易</translation>
    </message>
    <message>
        <source>%1 has %2 deals without money %3</source>
        <translation>%1 %3有%2 笔交易没有金额</translation>
    </message>
    <message>
        <source>%1 has %2 deals without capacity %3</source>
        <translation>%1 %3有%2 笔交易没有容量</translation>
    </message>
    <message>
        <source>%1 trades %2 inside %3</source>
        <translation>%1 %3内部交易%2</translation>
    </message>
    <message>
        <source>%1 moves %2 of capital inside %3</source>
        <translation>%1 %3内部资本%2</translation>
    </message>
    <message>
        <source>%1 guarantees %2 %3</source>
        <translation>%1 %3担保%2</translation>
    </message>
    <message>
        <source>%1 is guaranteed %2 %3</source>
        <translation>%1 %3获得担保%2</translation>
    </message>
    <message>
        <source>%1 comes to %2 %3</source>
        <translation>%1 %3为%2</translation>
    </message>
    <message>
        <source>the three largest are %1 % of it</source>
        <translation>最大的三笔占 %1 %</translation>
    </message>
    <message>
        <source>1 deal</source>
        <translation>1笔交易</translation>
    </message>
    <message>
        <source>%1 deals</source>
        <translation>%1笔交易</translation>
    </message>
    <message>
        <source>part of it</source>
        <translation>其中部分</translation>
    </message>
    <message>
        <source>after %1, where the calendar ends</source>
        <translation>%1年日历结束之后</translation>
    </message>
    <message>
        <source>its parts hold more than there is</source>
        <translation>其各部分多于整体</translation>
    </message>
    <message>
        <source>no less than nothing</source>
        <translation>不低于零</translation>
    </message>
    <message>
        <source>formula %1</source>
        <translation>公式 %1</translation>
    </message>
    <message>
        <source>%1 smaller ones</source>
        <translation>较小的%1项</translation>
    </message>
    <message>
        <source>series %1</source>
        <translation>序列 %1</translation>
    </message>
    <message>
        <source>not IT load</source>
        <translation>非IT负载</translation>
    </message>
    <message>
        <source>nothing that is disclosed</source>
        <translation>均未披露</translation>
    </message>
    <message>
        <source>1 more says no amount</source>
        <translation>另有1笔未披露金额</translation>
    </message>
    <message>
        <source>%1 more say no amount</source>
        <translation>另有%1笔未披露金额</translation>
    </message>
    <message>
        <source>capacity</source>
        <comment>of a deal</comment>
        <translation>容量</translation>
    </message>
    <message>
        <source>money</source>
        <comment>of a deal</comment>
        <translation>金额</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>an amount, in which period</comment>
        <translation>%2的%1</translation>
    </message>
    <message>
        <source>%1, %2 %3: %4 against %5, a difference of %6</source>
        <translation>%1，%3%2：%4，对比 %5，相差 %6</translation>
    </message>
    <message>
        <source>1 deal says no amount</source>
        <translation>1笔交易未披露金额</translation>
    </message>
    <message>
        <source>%1 deals say no amount</source>
        <translation>%1笔交易未披露金额</translation>
    </message>
    <message>
        <source>the last edit</source>
        <translation>最近一次编辑</translation>
    </message>
</context>
<context>
    <name>Field</name>
    <message>
        <source>Key</source>
        <translation>键</translation>
    </message>
    <message>
        <source>Inside</source>
        <translation>隶属</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>次序</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>层</translation>
    </message>
    <message>
        <source>Name (English)</source>
        <translation>名称（英文）</translation>
    </message>
    <message>
        <source>Name (Chinese)</source>
        <translation>名称（中文）</translation>
    </message>
    <message>
        <source>Tier</source>
        <translation>环节</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>国家</translation>
    </message>
    <message>
        <source>Latitude</source>
        <translation>纬度</translation>
    </message>
    <message>
        <source>Longitude</source>
        <translation>经度</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Supplier</source>
        <translation>供应方</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Announced</source>
        <translation>宣布日期</translation>
    </message>
    <message>
        <source>Starts</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Ends</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>Capacity</source>
        <translation>容量</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>Formula</source>
        <translation>公式</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>投放方式</translation>
    </message>
    <message>
        <source>Equity</source>
        <translation>股权比例</translation>
    </message>
    <message>
        <source>Part of</source>
        <translation>隶属交易</translation>
    </message>
    <message>
        <source>Basis</source>
        <translation>依据</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>序列</translation>
    </message>
    <message>
        <source>Party</source>
        <translation>主体</translation>
    </message>
    <message>
        <source>Parties</source>
        <translation>相关主体</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>For the day</source>
        <translation>所指日期</translation>
    </message>
    <message>
        <source>Known since</source>
        <translation>获知日期</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>低值</translation>
    </message>
    <message>
        <source>High</source>
        <translation>高值</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Title (English)</source>
        <translation>标题（英文）</translation>
    </message>
    <message>
        <source>Title (Chinese)</source>
        <translation>标题（中文）</translation>
    </message>
    <message>
        <source>Publisher</source>
        <translation>发布者</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>网址</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>发布日期</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>About money</source>
        <translation>涉及资金</translation>
    </message>
    <message>
        <source>Deal</source>
        <translation>交易</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>Commitment</source>
        <translation>约束力</translation>
    </message>
    <message>
        <source>Boundary</source>
        <translation>计量边界</translation>
    </message>
    <message>
        <source>IT load</source>
        <translation>IT负荷</translation>
    </message>
    <message>
        <source>Place in the source</source>
        <translation>来源中的位置</translation>
    </message>
    <message>
        <source>Said by</source>
        <translation>出自</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Note of the checks</source>
        <translation>检查提示</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Adopted</source>
        <translation>已采纳</translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation>情景</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>字段</translation>
    </message>
</context>
<context>
    <name>Figures</name>
    <message>
        <source>Sources, those of the largest figures first</source>
        <translation>来源（按数额从大到小）</translation>
    </message>
    <message>
        <source>and %1 more, listed in the picture&apos;s metadata</source>
        <translation>另有%1条，见图片元数据</translation>
    </message>
    <message>
        <source>binds</source>
        <translation>瓶颈</translation>
    </message>
    <message>
        <source>no dates</source>
        <translation>无日期</translation>
    </message>
    <message>
        <source>Comes in above the line, goes out below it, outlined what is missing</source>
        <translation>线上为流入，线下为流出，空心框为缺口</translation>
    </message>
    <message>
        <source>Funding position: all that came in less all that went out since %1</source>
        <translation>资金头寸：自%1以来流入总额减流出总额</translation>
    </message>
    <message>
        <source>Other (%1)</source>
        <translation>其他（%1）</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>capacity, when</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>measure, amount</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 without dates</source>
        <translation>%1未定日期</translation>
    </message>
    <message>
        <source>%1 undisclosed</source>
        <translation>%1笔未披露</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>层</translation>
    </message>
    <message>
        <source>Supplier</source>
        <translation>供应方</translation>
    </message>
    <message>
        <source>%1, MW</source>
        <translation>%1,MW</translation>
    </message>
    <message>
        <source>Unscheduled, MW</source>
        <translation>未排期，MW</translation>
    </message>
    <message>
        <source>Undisclosed deals</source>
        <translation>未披露的交易</translation>
    </message>
    <message>
        <source>What binds the capacity of %1 %2?</source>
        <translation>%2，%1的容量瓶颈在哪里？</translation>
    </message>
    <message>
        <source>What binds the capacity of %1?</source>
        <translation>%1的容量瓶颈在哪里？</translation>
    </message>
    <message>
        <source>GW standing at the end of each quarter, %1</source>
        <translation>各季度末在位容量（GW），%1</translation>
    </message>
    <message>
        <source>%1 undisclosed in capacity</source>
        <translation>%1未披露容量</translation>
    </message>
    <message>
        <source>Layers are stages of the same gigawatts: they are compared, never added up.</source>
        <translation>各层是同一批吉瓦的不同阶段：只作比较，从不相加。</translation>
    </message>
    <message>
        <source>The bar at the right is capacity that no source gives dates for.</source>
        <translation>右侧柱形是没有任何来源给出日期的容量。</translation>
    </message>
    <message>
        <source>Known of, but without any figure: %1.</source>
        <translation>已知但无任何数字：%1。</translation>
    </message>
    <message>
        <source>Dashed: rests on assumed dates</source>
        <translation>虚线：基于假设的日期</translation>
    </message>
    <message>
        <source>Enter a deal of power, land, construction, hardware or cloud with its capacity, or choose another group.</source>
        <translation>录入一笔带容量的电力、土地、建设、硬件或云交易，或另选一个对象。</translation>
    </message>
    <message>
        <source>undisclosed</source>
        <translation>未披露</translation>
    </message>
    <message numerus="yes">
        <source>%1 deals</source>
        <translation>
            <numerusform>%1笔交易</numerusform>
        </translation>
    </message>
    <message>
        <source>in all</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>without dates</source>
        <translation>未定日期</translation>
    </message>
    <message>
        <source>in %1</source>
        <translation>%1</translation>
    </message>
    <message>
        <source>at the end of %1</source>
        <translation>%1末</translation>
    </message>
    <message>
        <source>weighted by status</source>
        <translation>按状态加权</translation>
    </message>
    <message>
        <source>headline</source>
        <translation>名义值</translation>
    </message>
    <message>
        <source>assumed schedules in</source>
        <translation>含假设排期</translation>
    </message>
    <message>
        <source>assumed figures out</source>
        <translation>不含假设数字</translation>
    </message>
    <message>
        <source>gross of overlaps</source>
        <translation>含重叠（总额）</translation>
    </message>
    <message>
        <source>overlaps only</source>
        <translation>仅重叠部分</translation>
    </message>
    <message>
        <source>known as of %1</source>
        <translation>截至%1所知</translation>
    </message>
    <message>
        <source>No group to show</source>
        <translation>没有可显示的对象</translation>
    </message>
    <message>
        <source>There is no node or tier “%1” in this file.</source>
        <translation>此文件中没有名为“%1”的节点或环节。</translation>
    </message>
    <message>
        <source>Choose another group above the picture, or select a company in the chain.</source>
        <translation>请在图上方另选一个对象，或在产业链中选择一家公司。</translation>
    </message>
    <message>
        <source>Left over</source>
        <translation>结余</translation>
    </message>
    <message>
        <source>Still to be found</source>
        <translation>尚待筹措</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>收款方</translation>
    </message>
    <message>
        <source>Pays</source>
        <translation>付款方</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>US$</source>
        <translation>美元</translation>
    </message>
    <message>
        <source>MW</source>
        <translation>MW</translation>
    </message>
    <message>
        <source>Of it assumed</source>
        <translation>其中假设</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>capital</source>
        <translation>资本</translation>
    </message>
    <message>
        <source>within the company</source>
        <translation>公司内部</translation>
    </message>
    <message>
        <source>balance</source>
        <translation>结余</translation>
    </message>
    <message>
        <source>trade</source>
        <translation>贸易</translation>
    </message>
    <message>
        <source>Hatched: capital</source>
        <translation>斜线：资本</translation>
    </message>
    <message>
        <source>Thin line: amount undisclosed</source>
        <translation>细线：金额未披露</translation>
    </message>
    <message>
        <source>Money runs from right to left: who stands at the right end of a ribbon pays, who stands at its left is paid.</source>
        <translation>资金自右向左流动：流带右端为付款方，左端为收款方。</translation>
    </message>
    <message>
        <source>Capacity runs from left to right. It is that of one layer; layers are never added up.</source>
        <translation>容量自左向右流动，仅为一层的容量；各层从不相加。</translation>
    </message>
    <message>
        <source>Without dates, and so in no period: %1 in %2.</source>
        <translation>没有日期，因而不计入任何期间：%1，共%2。</translation>
    </message>
    <message>
        <source>No money is known to move %1 under this lens.</source>
        <translation>在此视角下，%1没有已知的资金流动。</translation>
    </message>
    <message>
        <source>No capacity of the layer %1 stands %2 under this lens.</source>
        <translation>在此视角下，%2“%1”层没有在位容量。</translation>
    </message>
    <message>
        <source>Move the period, take the clock “known as of” further on, or enter a deal with its amount and dates.</source>
        <translation>请移动期间，将“截至所知”日期后移，或录入一笔带金额和日期的交易。</translation>
    </message>
    <message>
        <source>Who pays whom %1?</source>
        <translation>%1谁付钱给谁？</translation>
    </message>
    <message>
        <source>Who supplies whom %1? %2</source>
        <translation>%1谁供应谁？%2</translation>
    </message>
    <message>
        <source>US$, %1</source>
        <translation>美元，%1</translation>
    </message>
    <message>
        <source>GW standing, %1</source>
        <translation>在位容量（GW），%1</translation>
    </message>
    <message>
        <source>%1 undisclosed in money</source>
        <translation>%1未披露金额</translation>
    </message>
    <message>
        <source>Revenue</source>
        <translation>收入</translation>
    </message>
    <message>
        <source>Capital in</source>
        <translation>资本流入</translation>
    </message>
    <message>
        <source>Spend</source>
        <translation>支出</translation>
    </message>
    <message>
        <source>Capital out</source>
        <translation>资本流出</translation>
    </message>
    <message>
        <source>Gap</source>
        <translation>缺口</translation>
    </message>
    <message>
        <source>Funding position</source>
        <translation>资金头寸</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>%1, US$</source>
        <translation>%1，美元</translation>
    </message>
    <message>
        <source>Unscheduled, US$</source>
        <translation>未排期，美元</translation>
    </message>
    <message>
        <source>Does revenue cover the commitments of %1?</source>
        <translation>收入能否覆盖%1的承诺支出？</translation>
    </message>
    <message>
        <source>US$ a year, %1</source>
        <translation>美元/年，%1</translation>
    </message>
    <message>
        <source>US$ a quarter, %1</source>
        <translation>美元/季度，%1</translation>
    </message>
    <message>
        <source>Without dates, and so in no period: %1.</source>
        <translation>没有日期，因而不计入任何期间：%1。</translation>
    </message>
    <message>
        <source>No money of %1 is known under this lens.</source>
        <translation>在此视角下，%1没有已知的资金。</translation>
    </message>
    <message>
        <source>Enter a deal with its value and its dates, or choose another group.</source>
        <translation>录入一笔带金额和日期的交易，或另选一个对象。</translation>
    </message>
    <message>
        <source>Bar under the years: this layer binds</source>
        <translation>年份下方的色条：该层为瓶颈</translation>
    </message>
    <message>
        <source>Who pays whom, all years together?</source>
        <translation>历年合计，谁付钱给谁？</translation>
    </message>
    <message>
        <source>%1, listed in the picture&apos;s metadata</source>
        <translation>共%1条，见图片元数据</translation>
    </message>
    <message>
        <source>what is selected</source>
        <translation>所选内容</translation>
    </message>
    <message>
        <source>About %1 of it (%2) flows through %3</source>
        <translation>其中约%1（%2）流经%3</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>%1, without dates</source>
        <translation>%1，未定日期</translation>
    </message>
    <message>
        <source>Bar under the years: this layer binds, of what is disclosed</source>
        <translation>年份下的横条：在已披露范围内，该层为瓶颈</translation>
    </message>
    <message>
        <source>and %1 more: %2</source>
        <translation>另有%1项：%2</translation>
    </message>
    <message>
        <source>and %1 more undisclosed</source>
        <translation>另有%1项未披露</translation>
    </message>
    <message>
        <source>%1 (as customer)</source>
        <translation>%1（作为客户）</translation>
    </message>
    <message>
        <source>passed on by %1</source>
        <translation>由%1转入</translation>
    </message>
    <message>
        <source>Comes in: %1</source>
        <translation>流入：%1</translation>
    </message>
    <message>
        <source>Supplies: %1</source>
        <translation>供给：%1</translation>
    </message>
    <message>
        <source>passed on to %1</source>
        <translation>转给%1</translation>
    </message>
    <message>
        <source>Goes out: %1</source>
        <translation>流出：%1</translation>
    </message>
    <message>
        <source>Is supplied: %1</source>
        <translation>获供：%1</translation>
    </message>
    <message>
        <source>Inside the box, not drawn: %1</source>
        <translation>框内往来，未画出：%1</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <translation>%2共%1</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>box, amount</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>within the box, not drawn</source>
        <translation>框内往来，未画出</translation>
    </message>
    <message>
        <source>Before: %1</source>
        <translation>此前：%1</translation>
    </message>
    <message>
        <source>≥, ≤ and numbers in brackets: so many deals have no disclosed amount; (2+3): two would raise the figure, three lower it.</source>
        <translation>≥、≤及括号内数字：有多少项交易未披露金额；(2+3)：两项会使数值增加，三项会使之减少。</translation>
    </message>
    <message>
        <source>%1, of the deals in this chain: %2 comes in, %3 goes out.</source>
        <translation>%1（仅计本链中的交易）：流入%2，流出%3。</translation>
    </message>
    <message>
        <source>%1, of the deals in this chain: %2 comes in, %3 goes out; left over: %4.</source>
        <translation>%1（仅计本链中的交易）：流入%2，流出%3；结余%4。</translation>
    </message>
    <message>
        <source>%1, of the deals in this chain: %2 comes in, %3 goes out; still to be found: %4.</source>
        <translation>%1（仅计本链中的交易）：流入%2，流出%3；尚待筹措%4。</translation>
    </message>
    <message>
        <source>Not drawn, as both ends lie in one box: %1.</source>
        <translation>两端同在一框，因而未画出：%1。</translation>
    </message>
    <message>
        <source>Not drawn, as both ends lie in one box: %1 (%2).</source>
        <translation>两端同在一框，因而未画出：%1（%2）。</translation>
    </message>
    <message>
        <source>Among the deals in this chain with amounts and dates no period has a gap; those without may open one.</source>
        <translation>本链中有金额、有日期的交易在各期均无缺口；没有金额或日期的交易可能造成缺口。</translation>
    </message>
    <message>
        <source>every period pays for itself</source>
        <translation>每一期都收支自足</translation>
    </message>
    <message>
        <source>largest gap known: %1 in %2</source>
        <translation>已知最大缺口：%2，%1</translation>
    </message>
    <message>
        <source>largest gap: %1 in %2</source>
        <translation>最大缺口：%2，%1</translation>
    </message>
    <message>
        <source>earlier money covers it</source>
        <translation>可由此前资金弥补</translation>
    </message>
    <message>
        <source>lowest funding position: %1 in %2</source>
        <translation>资金头寸最低：%2，%1</translation>
    </message>
    <message>
        <source>still to be found by %2: %1</source>
        <translation>截至%2尚待筹措：%1</translation>
    </message>
    <message>
        <source>Of the deals in this chain: %1.</source>
        <translation>仅计本链中的交易：%1。</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>%1 without an amount</source>
        <translation>%1未披露金额</translation>
    </message>
    <message>
        <source>From suppliers in no layer, and so in no panel: %1.</source>
        <translation>来自不属任何层的供应方，因而不在任何图中：%1。</translation>
    </message>
    <message>
        <source>Between parties of %1, and so in none of its figures: %2.</source>
        <translation>%1内部各方之间，因而不计入其任何数值：%2。</translation>
    </message>
    <message>
        <source>Comes into this box: %1</source>
        <translation>流入本框：%1</translation>
    </message>
    <message>
        <source>Goes out of this box: %1</source>
        <translation>流出本框：%1</translation>
    </message>
    <message>
        <source>%1 after %2</source>
        <translation>%2年之后%1</translation>
    </message>
    <message>
        <source>Later, MW</source>
        <translation>以后，MW</translation>
    </message>
    <message>
        <source>What binds is known by site only: all that stands %1 reaches single sites.</source>
        <translation>瓶颈只按站点可知：%1在位的容量都只供给单个站点。</translation>
    </message>
    <message>
        <source>after the horizon</source>
        <translation>期限之后</translation>
    </message>
    <message>
        <source>%1 guaranteed</source>
        <translation>担保%1</translation>
    </message>
    <message>
        <source>Guarantees, promised and in no sum: %1</source>
        <translation>担保（仅为承诺，不计入任何合计）：%1</translation>
    </message>
    <message>
        <source>Outlined: guarantees, which are no money</source>
        <translation>空心：担保，不是资金</translation>
    </message>
    <message>
        <source>After %1, and so in no period: %2 in %3.</source>
        <translation>在%1年之后，因而不计入任何期间：%2，共%3。</translation>
    </message>
    <message>
        <source>guarantee, no money</source>
        <translation>担保，不是资金</translation>
    </message>
    <message>
        <source>%1, %2 of them undisclosed</source>
        <translation>%1，其中%2笔未披露</translation>
    </message>
    <message>
        <source>%1 undisclosed (%2)</source>
        <comment>measure, deals</comment>
        <translation>%1未披露（%2）</translation>
    </message>
    <message>
        <source>%1 %2 in all (%3)</source>
        <comment>measure, amount, deals</comment>
        <translation>%1合计%2（%3）</translation>
    </message>
    <message>
        <source>%1 %2 %3, %4 in all (%5)</source>
        <comment>measure, amount, when, amount, deals</comment>
        <translation>%3%1 %2，合计%4（%5）</translation>
    </message>
    <message>
        <source>Left out, as nobody has said whether it is firm: %1.</source>
        <translation>因无人说明是否有约束力而未计入：%1。</translation>
    </message>
    <message>
        <source>No boundary is stated by %1: those megawatts stay as stated.</source>
        <translation>%1未说明计量边界：其兆瓦数保持公布值。</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>boundary, share</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Assumed, what part of a megawatt is IT load: %1.</source>
        <translation>每兆瓦中IT负荷所占比例为假设：%1。</translation>
    </message>
    <message>
        <source>only what is firm</source>
        <translation>只计有约束力的</translation>
    </message>
    <message>
        <source>only what nobody has said to be firm or not</source>
        <translation>只计无人说明是否有约束力的</translation>
    </message>
    <message>
        <source>megawatts of IT load</source>
        <translation>按IT负荷计的兆瓦</translation>
    </message>
    <message>
        <source>Guarantees given</source>
        <translation>提供的担保</translation>
    </message>
    <message>
        <source>Guarantees received</source>
        <translation>获得的担保</translation>
    </message>
    <message>
        <source>given</source>
        <translation>提供</translation>
    </message>
    <message>
        <source>received</source>
        <translation>获得</translation>
    </message>
    <message>
        <source>Guarantees %1, promises to pay if another does not, and no money: %2.</source>
        <translation>%1的担保（他方不付时代付的承诺，不是资金）：%2。</translation>
    </message>
    <message>
        <source>Later, US$</source>
        <translation>以后，美元</translation>
    </message>
    <message>
        <source>Guarantees, no money</source>
        <translation>担保，不是资金</translation>
    </message>
    <message>
        <source>After %1, and so in no period: %2.</source>
        <translation>在%1年之后，因而不计入任何期间：%2。</translation>
    </message>
    <message>
        <source>%1: what stands at each period&apos;s end, promised and not paid</source>
        <translation>%1：各期末的在位额，仅为承诺、并未支付</translation>
    </message>
    <message>
        <source>guarantee</source>
        <comment>a ribbon</comment>
        <translation>担保</translation>
    </message>
    <message>
        <source>capital</source>
        <comment>a ribbon</comment>
        <translation>资本</translation>
    </message>
    <message>
        <source>as known today (%1)</source>
        <translation>截至今日（%1）所知</translation>
    </message>
    <message>
        <source>Sources: %1</source>
        <translation>来源：%1</translation>
    </message>
    <message>
        <source>Sold: %1</source>
        <translation>已售：%1</translation>
    </message>
    <message>
        <source>Supplier or customer</source>
        <translation>供应方或客户</translation>
    </message>
    <message>
        <source>How much capacity sold by %1 stands %2?</source>
        <translation>%2，%1售出的容量有多少已建成？</translation>
    </message>
    <message>
        <source>How much capacity has %1 sold?</source>
        <translation>%1售出了多少容量？</translation>
    </message>
    <message>
        <source>No capacity is contracted or sold by %1 under this lens.</source>
        <translation>在此视角下，%1没有签约或售出的容量。</translation>
    </message>
    <message>
        <source>Other buyers</source>
        <translation>其他买方</translation>
    </message>
    <message>
        <source>Other investors</source>
        <translation>其他投资方</translation>
    </message>
    <message>
        <source>Backlog</source>
        <translation>未履约订单</translation>
    </message>
    <message>
        <source>Revenue from %1</source>
        <translation>来自%1的收入</translation>
    </message>
    <message>
        <source>This chart needs more room.</source>
        <translation>此图表需要更大的空间。</translation>
    </message>
    <message>
        <source>Backlog: revenue contracted and still to come at each period&apos;s end</source>
        <translation>未履约订单：各期末已签约、尚未到来的收入</translation>
    </message>
    <message>
        <source>Customers: shares of revenue %1</source>
        <translation>客户：%1的收入占比</translation>
    </message>
    <message numerus="yes">
        <source>%n deals announced</source>
        <translation>
            <numerusform>宣布%n笔交易</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n figures raised</source>
        <translation>
            <numerusform>%n项数字上调</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n figures cut</source>
        <translation>
            <numerusform>%n项数字下调</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n deals cancelled</source>
        <translation>
            <numerusform>取消%n笔交易</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>What changed in the last %n days?</source>
        <translation>
            <numerusform>最近%n天有何变化？</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>What changed in the %n days up to %1?</source>
        <translation>
            <numerusform>截至%1的%n天有何变化？</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing of any deal</source>
        <translation>没有交易发生变化</translation>
    </message>
    <message>
        <source>No open deal has a newest source of over twelve months ago</source>
        <translation>没有未了结交易的最新来源早于十二个月前</translation>
    </message>
    <message numerus="yes">
        <source>%n open deals without a source of the last twelve months</source>
        <translation>
            <numerusform>%n笔未了结交易近十二个月没有来源</numerusform>
        </translation>
    </message>
    <message>
        <source>Deals without an amount or without dates could change this.</source>
        <translation>未披露金额或日期的交易可能改变此结论。</translation>
    </message>
    <message>
        <source>This chain has no companies yet</source>
        <translation>本链尚无公司</translation>
    </message>
    <message>
        <source>No deal of this chain has a date yet</source>
        <translation>本链的交易尚无日期</translation>
    </message>
    <message>
        <source>in every year from %1 to %2</source>
        <translation>%1至%2每年都能覆盖</translation>
    </message>
    <message>
        <source>in no year from %1 to %2</source>
        <translation>%1至%2没有一年能覆盖</translation>
    </message>
    <message>
        <source>from %1 on</source>
        <translation>自%1起能覆盖</translation>
    </message>
    <message numerus="yes">
        <source>in %n years, but not in %1, the last</source>
        <translation>
            <numerusform>有%n年能覆盖，但最后的%1不能</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of the gigawatts (%2)</source>
        <comment>share, layer</comment>
        <translation>吉瓦数的%1（%2）</translation>
    </message>
    <message>
        <source>%1 of the gigawatts of each layer</source>
        <comment>share</comment>
        <translation>各层吉瓦数的%1</translation>
    </message>
    <message>
        <source>of the gigawatts %1 (%2) to %3 (%4)</source>
        <comment>share, layer, share, layer</comment>
        <translation>吉瓦数的%1（%2）至%3（%4）</translation>
    </message>
    <message>
        <source>What binds in %1?</source>
        <translation>%1的瓶颈是什么？</translation>
    </message>
    <message>
        <source>Known by site only: all that stands reaches single sites</source>
        <translation>仅知各站点：现有容量都只到单个站点</translation>
    </message>
    <message>
        <source>No capacity that comes in is known for then</source>
        <translation>届时没有已知的流入容量</translation>
    </message>
    <message>
        <source>%1: %2, of the deals in this chain</source>
        <comment>layer, capacity</comment>
        <translation>%1：%2（仅计本链中的交易）</translation>
    </message>
    <message>
        <source>%1: %2, of what is known</source>
        <comment>layer, capacity</comment>
        <translation>%1：%2（仅计已知部分）</translation>
    </message>
    <message>
        <source>No money of it is known in any year</source>
        <translation>没有任何一年有已知资金</translation>
    </message>
    <message>
        <source>Of overlaps alone nothing is concluded</source>
        <translation>只看重叠部分不作结论</translation>
    </message>
    <message>
        <source>Of the deals in this chain: %1</source>
        <comment>no full stop</comment>
        <translation>仅计本链中的交易：%1</translation>
    </message>
    <message>
        <source>Of what is known: %1</source>
        <translation>仅计已知部分：%1</translation>
    </message>
    <message>
        <source>%1 of the money</source>
        <comment>share</comment>
        <translation>资金的%1</translation>
    </message>
    <message>
        <source>No amount of it is known</source>
        <translation>没有已知金额</translation>
    </message>
    <message>
        <source>Of what is disclosed: %1</source>
        <translation>仅计已披露部分：%1</translation>
    </message>
    <message numerus="yes">
        <source>%n deals have no amount</source>
        <translation>
            <numerusform>%n笔交易未披露金额</numerusform>
        </translation>
    </message>
    <message>
        <source>Does revenue cover the commitments, and from when?</source>
        <translation>收入能否覆盖承诺支出，自何时起？</translation>
    </message>
    <message>
        <source>How much is firm?</source>
        <translation>有多少具约束力？</translation>
    </message>
    <message>
        <source>What is old?</source>
        <translation>哪些信息旧了？</translation>
    </message>
    <message>
        <source>scenario %1</source>
        <translation>情景“%1”</translation>
    </message>
    <message>
        <source>what if: not kept</source>
        <translation>推演：未保留</translation>
    </message>
    <message>
        <source>%1, no difference</source>
        <translation>%1，没有差异</translation>
    </message>
    <message>
        <source>%1 against %2: %3</source>
        <comment>an amount, another, their difference</comment>
        <translation>%1，相对于 %2：%3</translation>
    </message>
    <message>
        <source>%1, %2: %3 against %4</source>
        <comment>a period, a difference, its two amounts</comment>
        <translation>%1，%2：%3，相对于 %4</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>期间</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差异</translation>
    </message>
    <message>
        <source>Solid: %1; dashed: %2</source>
        <translation>实线：%1；虚线：%2</translation>
    </message>
    <message>
        <source>more than there</source>
        <translation>较多</translation>
    </message>
    <message>
        <source>less than there</source>
        <translation>较少</translation>
    </message>
    <message>
        <source>What moved in the money of %1?</source>
        <translation>%1的资金有何变动？</translation>
    </message>
    <message>
        <source>What moved in the capacity of %1?</source>
        <translation>%1的容量有何变动？</translation>
    </message>
    <message>
        <source>%1 against %2</source>
        <translation>%1 对比 %2</translation>
    </message>
    <message>
        <source>a ribbon is as wide as the larger</source>
        <translation>流带宽度取较大的一个</translation>
    </message>
    <message>
        <source>more than: %1</source>
        <translation>多于：%1</translation>
    </message>
    <message>
        <source>less than: %1</source>
        <translation>少于：%1</translation>
    </message>
    <message>
        <source>From</source>
        <translation>从</translation>
    </message>
    <message>
        <source>To</source>
        <translation>到</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>which lens, a note</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>as stated</source>
        <comment>amounts</comment>
        <translation>名义值</translation>
    </message>
    <message>
        <source>whoever is bound</source>
        <translation>不论对谁有约束力</translation>
    </message>
    <message>
        <source>megawatts as stated</source>
        <translation>兆瓦按公布</translation>
    </message>
    <message>
        <source>overlaps once</source>
        <translation>重叠只计一次</translation>
    </message>
    <message>
        <source>assumed figures in</source>
        <translation>计入假设数字</translation>
    </message>
    <message>
        <source>known today</source>
        <translation>今日所知</translation>
    </message>
    <message>
        <source>the same lens</source>
        <translation>同一视角</translation>
    </message>
    <message>
        <source>the file as it is</source>
        <translation>文件原样</translation>
    </message>
    <message>
        <source>%1 %2, %3 %4</source>
        <comment>which lens, its amount; twice</comment>
        <translation>%1 %2，%3 %4</translation>
    </message>
</context>
<context>
    <name>Format</name>
    <message>
        <source>Unscheduled</source>
        <translation>未排期</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>Revenue</source>
        <translation>收入</translation>
    </message>
    <message>
        <source>Spend</source>
        <translation>支出</translation>
    </message>
    <message>
        <source>Net</source>
        <translation>净额</translation>
    </message>
    <message>
        <source>Capital in</source>
        <translation>资本流入</translation>
    </message>
    <message>
        <source>Capital out</source>
        <translation>资本流出</translation>
    </message>
    <message>
        <source>Gap</source>
        <translation>缺口</translation>
    </message>
    <message>
        <source>Funding position</source>
        <translation>资金头寸</translation>
    </message>
    <message>
        <source>Backlog</source>
        <translation>未履约订单</translation>
    </message>
    <message>
        <source>Capacity in</source>
        <translation>容量流入</translation>
    </message>
    <message>
        <source>Capacity out</source>
        <translation>容量流出</translation>
    </message>
    <message>
        <source>Binding layer</source>
        <translation>瓶颈层</translation>
    </message>
    <message>
        <source>Deals</source>
        <translation>交易</translation>
    </message>
    <message>
        <source>Deals undisclosed in money</source>
        <translation>未披露金额的交易</translation>
    </message>
    <message>
        <source>Deals undisclosed in capacity</source>
        <translation>未披露容量的交易</translation>
    </message>
    <message>
        <source>Internal trade</source>
        <translation>内部贸易</translation>
    </message>
    <message>
        <source>Internal capital</source>
        <translation>内部资本</translation>
    </message>
    <message>
        <source>No layer</source>
        <translation>无层</translation>
    </message>
    <message>
        <source>reads as %1</source>
        <translation>识别为%1</translation>
    </message>
    <message>
        <source>trillion</source>
        <comment>a unit of large numbers</comment>
        <translation>万亿</translation>
    </message>
    <message>
        <source>hundred million</source>
        <comment>a unit of large numbers</comment>
        <translation>亿</translation>
    </message>
    <message>
        <source>ten thousand</source>
        <comment>a unit of large numbers</comment>
        <translation>万</translation>
    </message>
    <message>
        <source>$%1</source>
        <translation>%1美元</translation>
    </message>
    <message>
        <source>%1 %</source>
        <comment>a share</comment>
        <translation>%1%</translation>
    </message>
    <message>
        <source>%1 undisclosed</source>
        <translation>%1项未披露</translation>
    </message>
    <message>
        <source>undisclosed: %1 would raise, %2 lower it</source>
        <translation>未披露：%1项会使之增加、%2项会使之减少</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>a figure and what is said of it</comment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>%1</source>
        <comment>a year</comment>
        <translation>%1年</translation>
    </message>
    <message>
        <source>%1 Q%2</source>
        <comment>a quarter of a year</comment>
        <translation>%1年第%2季度</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>以后</translation>
    </message>
    <message>
        <source>Guarantees given</source>
        <translation>提供的担保</translation>
    </message>
    <message>
        <source>Guarantees received</source>
        <translation>获得的担保</translation>
    </message>
    <message>
        <source>also fills in %1</source>
        <translation>同时填入%1</translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>Edit a cell</source>
        <translation>编辑单元格</translation>
    </message>
    <message>
        <source>Commit a field</source>
        <translation>提交字段</translation>
    </message>
    <message>
        <source>Enter, Tab</source>
        <translation>回车、Tab</translation>
    </message>
    <message>
        <source>Restore a field</source>
        <translation>还原字段</translation>
    </message>
    <message>
        <source>Move a box of the flow</source>
        <translation>移动流向图的方框</translation>
    </message>
    <message>
        <source>O-chain</source>
        <translation>O-chain</translation>
    </message>
    <message>
        <source>Version %1

OpenAI&apos;s supply chain as a graph: who supplies whom, who pays whom, and what binds. Every figure comes from deals, every deal from sources.

Free software under the GNU General Public License, version 3 or later.</source>
        <translation>版本 %1

以图的形式呈现OpenAI的供应链：谁供应谁、谁付钱给谁、瓶颈在哪里。每个数字都来自交易，每笔交易都有来源。

自由软件，按GNU通用公共许可证第3版或更新版本发布。</translation>
    </message>
    <message>
        <source>keys</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>what they do</source>
        <translation>作用</translation>
    </message>
    <message>
        <source>In fields, tables and charts</source>
        <translation>字段、表格和图表中</translation>
    </message>
    <message>
        <source>Go from mark to mark of a chart</source>
        <translation>在图表的各标记之间移动</translation>
    </message>
    <message>
        <source>Space, Enter</source>
        <translation>空格、Enter</translation>
    </message>
    <message>
        <source>Select a mark; open it</source>
        <translation>选择标记；展开标记</translation>
    </message>
    <message>
        <source>Move a saved view</source>
        <translation>移动已保存的视图</translation>
    </message>
</context>
<context>
    <name>Impact</name>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>%1, binds in %2</source>
        <translation>%1，%2的瓶颈</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>%1 %2 to %3</source>
        <translation>%1 %2，至%3</translation>
    </message>
    <message>
        <source>all figures computed anew</source>
        <translation>所有数字已重新计算</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>另有%n项</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Punctuation</name>
    <message>
        <source>, </source>
        <comment>in a list</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>; </source>
        <comment>between clauses</comment>
        <translation>；</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>what is told of something</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>something more closely</comment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>an aside</comment>
        <translation>%1（%2）</translation>
    </message>
</context>
<context>
    <name>QFileDialog</name>
    <message>
        <source>Directory</source>
        <translation>目录</translation>
    </message>
</context>
<context>
    <name>Sentence</name>
    <message>
        <source>Opening was cancelled.</source>
        <translation>已取消打开。</translation>
    </message>
    <message>
        <source>The folder {0} cannot be made: {1}. Make it, or open a file of yours.</source>
        <translation>无法创建文件夹{0}：{1}。请自行创建，或打开您自己的文件。</translation>
    </message>
    <message>
        <source>a picture of {0} is not possible; give a side from {1} to {2} pixels</source>
        <translation>无法生成{0}的图片；边长请取{1}至{2}像素</translation>
    </message>
    <message>
        <source>the scale must lie between 0.5 and 8</source>
        <translation>倍数必须在0.5到8之间</translation>
    </message>
    <message>
        <source>a picture of that size and scale would be too large; make one of them smaller, or write an SVG or PDF</source>
        <translation>该尺寸和倍数的图片太大；请缩小其一，或改用SVG或PDF</translation>
    </message>
    <message>
        <source>the picture cannot be written to {0}: {1}</source>
        <translation>无法将图片写入{0}：{1}</translation>
    </message>
    <message>
        <source>“{0}” does not end in .png, .svg or .pdf</source>
        <translation>“{0}”的后缀不是.png、.svg或.pdf</translation>
    </message>
    <message>
        <source>No deal is called &quot;{0}&quot;. Choose one from the list.</source>
        <translation>没有名为“{0}”的交易。请从列表中选择。</translation>
    </message>
    <message>
        <source>“{0}” is finer than a cent; give at most two decimals</source>
        <translation>“{0}”小于一美分；最多两位小数</translation>
    </message>
    <message>
        <source>“{0}” is above 10^15 dollars, the most a deal may have; check the unit</source>
        <translation>“{0}”超过10^15美元，即单笔交易的上限；请检查单位</translation>
    </message>
    <message>
        <source>“{0}” is finer than a kilowatt; give at most three decimals of a megawatt</source>
        <translation>“{0}”小于一千瓦；兆瓦数最多三位小数</translation>
    </message>
    <message>
        <source>“{0}” is finer than a basis point; give at most two decimals of a percent</source>
        <translation>“{0}”小于一个基点；百分数最多两位小数</translation>
    </message>
    <message>
        <source>“{0}” is above 100 %; give a share from 0 to 100</source>
        <translation>“{0}”超过100 %；请填0到100之间的比例</translation>
    </message>
    <message>
        <source>“{0}” is no number; write plain digits with a point for decimals, such as 4500 or 0.5</source>
        <translation>“{0}”不是数字；请写普通数字，小数用点，例如4500或0.5</translation>
    </message>
    <message>
        <source>“{0}” is negative; amounts are zero or more, turn supplier and customer round instead</source>
        <translation>“{0}”为负数；数额不得小于零，请改为对调供应方和客户</translation>
    </message>
    <message>
        <source>“{0}” has more than 15 significant digits; round it</source>
        <translation>“{0}”超过15位有效数字；请四舍五入</translation>
    </message>
    <message>
        <source>“{0}” is no whole number</source>
        <translation>“{0}”不是整数</translation>
    </message>
    <message>
        <source>“{0}” is no period; write a year or a quarter: 2027 or 2027Q3</source>
        <translation>“{0}”不是期间；请写年度或季度：2027或2027Q3</translation>
    </message>
    <message>
        <source>“{0}” is not in the calendar; give a year from {1} to {2}</source>
        <translation>“{0}”不在日历范围内；请填{1}至{2}之间的年份</translation>
    </message>
    <message>
        <source>the value is out of range; the row is left out</source>
        <translation>数值超出范围；该行被略去</translation>
    </message>
    <message>
        <source>the key is there twice; the second row is left out</source>
        <translation>键重复；第二行被略去</translation>
    </message>
    <message>
        <source>all amounts together would pass 2^62, beyond which sums are not exact; check the units</source>
        <translation>所有数额之和将超过2^62，求和不再精确；请检查单位</translation>
    </message>
    <message>
        <source>supplier and customer are both “{0}”; a deal needs two parties</source>
        <translation>供应方和客户都是“{0}”；一笔交易需要两方</translation>
    </message>
    <message>
        <source>ends {0}, before it starts ({1}); give a later date</source>
        <translation>结束于{0}，早于开始日期（{1}）；请填更晚的日期</translation>
    </message>
    <message>
        <source>ends {0}, before it was announced ({1}), which stands in for the missing start; give a start</source>
        <translation>结束于{0}，早于宣布日期（{1}），而宣布日期代替了缺失的开始日期；请填开始日期</translation>
    </message>
    <message>
        <source>has a value and a formula; clear one of them</source>
        <translation>同时有金额和公式；请清除其一</translation>
    </message>
    <message>
        <source>the formula names “{0}”, and no metric has that series; correct the name or add a metric</source>
        <translation>公式引用了“{0}”，但没有指标属于该序列；请更正名称或添加指标</translation>
    </message>
    <message>
        <source>has a value while its deal has a formula; clear one of them</source>
        <translation>阶段有金额而其交易有公式；请清除其一</translation>
    </message>
    <message>
        <source>starts {0}, before its deal ({1}); move one of them</source>
        <translation>开始于{0}，早于其交易（{1}）；请调整其一</translation>
    </message>
    <message>
        <source>ends {0}, after its deal ({1}); move one of them</source>
        <translation>结束于{0}，晚于其交易（{1}）；请调整其一</translation>
    </message>
    <message>
        <source>runs from {0} to {1} once the dates it lacks are taken from its deal; give it its own dates</source>
        <translation>缺失的日期取自其交易后，时段为{0}至{1}；请填写其自身日期</translation>
    </message>
    <message>
        <source>table {0} has no field “{1}”</source>
        <translation>表{0}没有字段“{1}”</translation>
    </message>
    <message>
        <source>“{0}” would contain itself, by way of its {1}; choose another {1}</source>
        <translation>“{0}”将通过其{1}包含自身；请另选{1}</translation>
    </message>
    <message>
        <source>cannot be erased while {0} “{1}” refers to it; change or erase that first</source>
        <translation>因{0}“{1}”引用它而无法删除；请先更改或删除后者</translation>
    </message>
    <message>
        <source>“{0}” is no date; write a year, a month or a day: 2026, 2026-07 or 2026-07-22</source>
        <translation>“{0}”不是日期；请写年、月或日：2026、2026-07或2026-07-22</translation>
    </message>
    <message>
        <source>“{0}” is not in the calendar; give a real date from {1} to {2}</source>
        <translation>“{0}”不是有效日期；请填{1}至{2}之间的真实日期</translation>
    </message>
    <message>
        <source>there is a row “{0}” already; give the new one another key</source>
        <translation>已有键为“{0}”的行；请为新行另取一个键</translation>
    </message>
    <message>
        <source>there is such a row already; change that one instead</source>
        <translation>已有这样的行；请改为编辑该行</translation>
    </message>
    <message>
        <source>there is no row “{0}”</source>
        <translation>没有行“{0}”</translation>
    </message>
    <message>
        <source>the table has no field number {0}</source>
        <translation>该表没有第{0}个字段</translation>
    </message>
    <message>
        <source>the row is named “{0}” and “{1}”; use one key</source>
        <translation>该行同时名为“{0}”和“{1}”；请只用一个键</translation>
    </message>
    <message>
        <source>there is no {0} “{1}”; correct the name or add it first</source>
        <translation>没有{0}“{1}”；请更正名称或先添加它</translation>
    </message>
    <message>
        <source>the field is “{0}” by now, no longer “{1}”; look at the row again</source>
        <translation>该字段现为“{0}”，不再是“{1}”；请重新查看该行</translation>
    </message>
    <message>
        <source>the row is known by this field; erase the row and add another</source>
        <translation>该行由此字段标识；请删除该行并另行添加</translation>
    </message>
    <message>
        <source>“{0}” is not within 0 and 10000 basis points</source>
        <translation>“{0}”不在0到10000基点之间</translation>
    </message>
    <message>
        <source>{0} is missing; it must be given</source>
        <translation>缺少{0}；此项必填</translation>
    </message>
    <message>
        <source>the text has {0} bytes; shorten it to {1} at most</source>
        <translation>文本有{0}字节；请缩短到{1}字节以内</translation>
    </message>
    <message>
        <source>the text is not UTF-8; save the file as UTF-8 and try again</source>
        <translation>文本不是UTF-8编码；请将文件保存为UTF-8后重试</translation>
    </message>
    <message>
        <source>“{0}” is no key; use lower-case letters, digits, - and _, beginning with a letter or digit</source>
        <translation>“{0}”不是键；请用小写字母、数字、-和_，并以字母或数字开头</translation>
    </message>
    <message>
        <source>“{0}” is no name; use letters, digits, - and _, beginning with a letter or digit</source>
        <translation>“{0}”不是名称；请用字母、数字、-和_，并以字母或数字开头</translation>
    </message>
    <message>
        <source>“{0}” is neither 0 nor 1</source>
        <translation>“{0}”既不是0也不是1</translation>
    </message>
    <message>
        <source>“{0}” is not one of: {1}</source>
        <translation>“{0}”不在以下各项中：{1}</translation>
    </message>
    <message>
        <source>there is no table “{0}” whose rows have sources; name one such as deals or nodes</source>
        <translation>没有可附来源的表“{0}”；请写deals或nodes等表名</translation>
    </message>
    <message>
        <source>“{0}” is not within −{1} and {1} degrees</source>
        <translation>“{0}”不在−{1}到{1}度之间</translation>
    </message>
    <message>
        <source>the formula has {0} characters; {1} are the most, split it into series</source>
        <translation>公式有{0}个字符；上限为{1}，请拆分为序列</translation>
    </message>
    <message>
        <source>the “(” at character {0} of the formula is never closed; add “)”</source>
        <translation>公式第{0}个字符处的“(”没有闭合；请加上“)”</translation>
    </message>
    <message>
        <source>the formula is empty; write dollars per year, such as users * price * 12</source>
        <translation>公式为空；请写每年美元数，例如users * price * 12</translation>
    </message>
    <message>
        <source>at character {0} the formula lacks a number, a metric series or “(”</source>
        <translation>公式第{0}个字符处缺少数字、指标序列或“(”</translation>
    </message>
    <message>
        <source>“{1}” at character {0} has no place in a formula; use numbers, metric series, + - * / ^ and parentheses</source>
        <translation>第{0}个字符处的“{1}”不能用于公式；请用数字、指标序列、+ - * / ^和括号</translation>
    </message>
    <message>
        <source>the “)” at character {0} of the formula closes nothing; take it out</source>
        <translation>公式第{0}个字符处的“)”多余；请删去</translation>
    </message>
    <message>
        <source>at character {0} the formula lacks an operator before “{1}”</source>
        <translation>公式第{0}个字符处，“{1}”之前缺少运算符</translation>
    </message>
    <message>
        <source>at character {0} the formula nests more than {1} parentheses; split it into series</source>
        <translation>公式第{0}个字符处括号嵌套超过{1}层；请拆分为序列</translation>
    </message>
    <message>
        <source>the number at character {0} of the formula is too large or too small</source>
        <translation>公式第{0}个字符处的数字过大或过小</translation>
    </message>
    <message>
        <source>at character {0} the formula has a malformed number</source>
        <translation>公式第{0}个字符处的数字格式不正确</translation>
    </message>
    <message>
        <source>the formula cannot be read: {0}</source>
        <translation>无法读取公式：{0}</translation>
    </message>
    <message>
        <source>has no citation; add a source</source>
        <translation>没有引用；请添加来源</translation>
    </message>
    <message>
        <source>is reported, but by no source; add a citation or change the basis</source>
        <translation>依据为“已报道”但没有来源；请添加引用或更改依据</translation>
    </message>
    <message>
        <source>is completed, but ends {0}; correct the status or the end</source>
        <translation>状态为已完成，但结束于{0}；请更正状态或结束日期</translation>
    </message>
    <message>
        <source>runs backwards, from {0} to {1}; check that supplier and customer are not exchanged</source>
        <translation>方向相反，从{0}到{1}；请检查供应方和客户是否颠倒</translation>
    </message>
    <message>
        <source>the formula gives no usable amount in some quarter, or the deal has no start; it counts as undisclosed</source>
        <translation>公式在某个季度得不出可用金额，或该交易没有开始日期；按未披露计</translation>
    </message>
    <message>
        <source>its parts add up to ${0}, more than its own ${1}; correct one of them</source>
        <translation>各组成部分合计{0}美元，超过自身的{1}美元；请更正其一</translation>
    </message>
    <message>
        <source>its parts add up to {0} MW, more than its own {1} MW; correct one of them</source>
        <translation>各组成部分合计{0} MW，超过自身的{1} MW；请更正其一</translation>
    </message>
    <message>
        <source>low {0}, value {1} and high {2} are not in order</source>
        <translation>低值{0}、数值{1}和高值{2}的次序不对</translation>
    </message>
    <message>
        <source>has no deals; add one or erase the node</source>
        <translation>没有交易；请添加一笔或删除该节点</translation>
    </message>
    <message>
        <source>stakes in it add up to {0} %; check which contain others</source>
        <translation>其股权合计{0} %；请检查是否有重复包含</translation>
    </message>
    <message>
        <source>“{0}” is no web address; it should begin with https://</source>
        <translation>“{0}”不是网址；应以https://开头</translation>
    </message>
    <message>
        <source>The file has rows that break the rules, so it is open for reading only; see the list of problems.</source>
        <translation>文件中有不合规则的行，因此以只读方式打开；请查看问题列表。</translation>
    </message>
    <message>
        <source>Others are writing to the file all the time; nothing was changed. Try again.</source>
        <translation>其他人正在持续写入该文件；未作任何更改。请重试。</translation>
    </message>
    <message>
        <source>The file holds a change that does not fit what was loaded from it ({0}). Open it again.</source>
        <translation>文件中有一处更改与已加载的内容不符（{0}）。请重新打开。</translation>
    </message>
    <message>
        <source>there is no view “{0}”; the views are flow, capacity and money</source>
        <translation>没有视图“{0}”；可用视图为flow、capacity和money</translation>
    </message>
    <message>
        <source>“{0}” is a fiscal year, which need not be a calendar year; write the month in which it begins or ends</source>
        <translation>“{0}”是财年，未必等于日历年；请写其开始或结束的月份</translation>
    </message>
    <message>
        <source>“{0}” is no date; write 2026, 2026-07, 2026-07-22, Q3 2026 or 2H 2026</source>
        <translation>“{0}”不是日期；请写2026、2026-07、2026-07-22、2026年第3季度或2026年下半年</translation>
    </message>
    <message>
        <source>“{0}” is no number; write digits, such as 20 or 1.5 or 800m</source>
        <translation>“{0}”不是数字；请写数字，例如20、1.5或800m</translation>
    </message>
    <message>
        <source>“{0}” is neither yes nor no; write 1 or 0</source>
        <translation>“{0}”既非是也非否；请写1或0</translation>
    </message>
    <message>
        <source>“{0}” is below zero; a capacity is not</source>
        <translation>“{0}”小于零；容量不能为负</translation>
    </message>
    <message>
        <source>“{0}” is no capacity; write it as 4.5 GW, 350 MW or 4500 (in MW)</source>
        <translation>“{0}”不是容量；请写成4.5 GW、350 MW或4500（MW）</translation>
    </message>
    <message>
        <source>“{0}” is below zero; a value is not: swap supplier and customer</source>
        <translation>“{0}”小于零；金额不能为负：请对调供应方和客户</translation>
    </message>
    <message>
        <source>“{0}” is not in US dollars; convert it and say at which rate in the note</source>
        <translation>“{0}”不是美元；请换算，并在备注中写明汇率</translation>
    </message>
    <message>
        <source>“{0}” is no amount of money; write it as $300B, 38.2m or 1.5 trillion</source>
        <translation>“{0}”不是金额；请写成$300B、38.2m或1.5万亿</translation>
    </message>
    <message>
        <source>“{0}” is no share; write it in percent, as 27 or 27%</source>
        <translation>“{0}”不是比例；请用百分数，例如27或27%</translation>
    </message>
    <message>
        <source>“{0}” is open elsewhere; close it there before it is replaced</source>
        <translation>“{0}”已在别处打开；请先关闭再替换</translation>
    </message>
    <message>
        <source>the new file has no name; give it one</source>
        <translation>新文件没有名称；请命名</translation>
    </message>
    <message>
        <source>“{0}” is a folder; give the new file a name in it</source>
        <translation>“{0}”是文件夹；请在其中为新文件命名</translation>
    </message>
    <message>
        <source>there is no folder “{0}”; make it first, or choose another place</source>
        <translation>没有文件夹“{0}”；请先创建，或另选位置</translation>
    </message>
    <message>
        <source>“{0}” exists already; choose another name</source>
        <translation>“{0}”已存在；请另选名称</translation>
    </message>
    <message>
        <source>nothing can be written in “{0}”; choose another folder, or allow writing to it</source>
        <translation>无法写入“{0}”；请另选文件夹，或允许写入</translation>
    </message>
    <message>
        <source>{0}.csv, line {1}: {2}</source>
        <translation>{0}.csv第{1}行：{2}</translation>
    </message>
    <message>
        <source>there is no table “{0}”; tables are named as the CSV files, such as deals or nodes</source>
        <translation>没有表“{0}”；表名与CSV文件名相同，例如deals或nodes</translation>
    </message>
    <message>
        <source>the header row is missing; begin the file with the names of its columns</source>
        <translation>缺少表头行；请以列名作为文件的第一行</translation>
    </message>
    <message>
        <source>the column “{0}” is there twice; remove one</source>
        <translation>列“{0}”重复；请删去一个</translation>
    </message>
    <message>
        <source>“{0}” is there twice; remove one or give it another key</source>
        <translation>“{0}”重复；请删去一个或改用其他键</translation>
    </message>
    <message>
        <source>there is no folder “{0}”; check the name</source>
        <translation>没有文件夹“{0}”；请检查名称</translation>
    </message>
    <message>
        <source>“{0}” has none of the files of a chain, such as deals.csv or nodes.csv; choose the folder they are in</source>
        <translation>“{0}”中没有产业链文件（如deals.csv或nodes.csv）；请选择它们所在的文件夹</translation>
    </message>
    <message>
        <source>the folder “{0}” cannot be made; choose another place</source>
        <translation>无法创建文件夹“{0}”；请另选位置</translation>
    </message>
    <message>
        <source>a quotation mark stands inside a field; put the whole field in quotation marks and double those in it</source>
        <translation>字段内有引号；请将整个字段加引号，并将其中的引号写成两个</translation>
    </message>
    <message>
        <source>there is not enough memory; close other programs and try again</source>
        <translation>内存不足；请关闭其他程序后重试</translation>
    </message>
    <message>
        <source>the record that begins here has a quotation mark that is never closed</source>
        <translation>从此处开始的记录有未闭合的引号</translation>
    </message>
    <message>
        <source>“{0}” is locked by another program; let that one finish or close it, then try again</source>
        <translation>“{0}”被其他程序锁定；请等其结束或将其关闭后重试</translation>
    </message>
    <message>
        <source>“{0}” is damaged ({1}); go back to a copy of it, or export what can still be read</source>
        <translation>“{0}”已损坏（{1}）；请改用副本，或导出仍可读取的内容</translation>
    </message>
    <message>
        <source>“{0}” may only be read; allow writing to the file and its folder, or save a copy elsewhere</source>
        <translation>“{0}”只能读取；请允许写入该文件及其文件夹，或将副本保存到别处</translation>
    </message>
    <message>
        <source>“{0}” could not be opened ({1}); check the rights to the file and its folder</source>
        <translation>无法打开“{0}”（{1}）；请检查文件及其文件夹的权限</translation>
    </message>
    <message>
        <source>“{0}” does not take the change ({1}); nothing was changed</source>
        <translation>“{0}”未接受此更改（{1}）；未作任何更改</translation>
    </message>
    <message>
        <source>“{0}” could not be read or written ({1}); check the disk it is on</source>
        <translation>无法读写“{0}”（{1}）；请检查其所在磁盘</translation>
    </message>
    <message>
        <source>there is no “{0}”; check the name and the folder</source>
        <translation>没有“{0}”；请检查名称和文件夹</translation>
    </message>
    <message>
        <source>there is no right to use “{0}”; change its rights or choose another place</source>
        <translation>无权使用“{0}”；请更改权限或另选位置</translation>
    </message>
    <message>
        <source>“{0}” lies where nothing can be written; choose another place</source>
        <translation>“{0}”所在位置无法写入；请另选位置</translation>
    </message>
    <message>
        <source>there is no file “{0}”; check the name, or make a new chain with “ochain init”</source>
        <translation>没有文件“{0}”；请检查名称，或用“ochain init”新建产业链</translation>
    </message>
    <message>
        <source>“{0}” is a folder, not a chain file; name a file in it, or import a folder of CSV files with “ochain init --from”</source>
        <translation>“{0}”是文件夹，不是产业链文件；请指定其中的文件，或用“ochain init --from”导入CSV文件夹</translation>
    </message>
    <message>
        <source>“{0}” is not a plain file; choose a chain file (.ochain)</source>
        <translation>“{0}”不是普通文件；请选择产业链文件（.ochain）</translation>
    </message>
    <message>
        <source>“{0}” is empty; delete it and make a new chain with “ochain init”, or go back to a copy of it</source>
        <translation>“{0}”是空文件；请将其删除并用“ochain init”新建产业链，或改用副本</translation>
    </message>
    <message>
        <source>“{0}” is not an SQLite database and so no chain file; choose a file made by O-chain, or import CSV files</source>
        <translation>“{0}”不是SQLite数据库，因而不是产业链文件；请选择由O-chain生成的文件，或导入CSV文件</translation>
    </message>
    <message>
        <source>“{0}” is damaged: it ends after {1} bytes; go back to a copy of it</source>
        <translation>“{0}”已损坏：在{1}字节处截断；请改用副本</translation>
    </message>
    <message>
        <source>“{0}” is a database of another program, not a chain file; choose a file made by O-chain</source>
        <translation>“{0}”是其他程序的数据库，不是产业链文件；请选择由O-chain生成的文件</translation>
    </message>
    <message>
        <source>the file is damaged ({0}); go back to a copy of it, or export what can be read and import that into a new file</source>
        <translation>文件已损坏（{0}）；请改用副本，或导出可读内容再导入新文件</translation>
    </message>
    <message>
        <source>the journal cannot be read: the file is damaged; undo is not to be had</source>
        <translation>无法读取编辑日志：文件已损坏；不能撤销</translation>
    </message>
    <message>
        <source>opening “{0}” was cancelled</source>
        <translation>已取消打开“{0}”</translation>
    </message>
    <message>
        <source>there are too many old copies beside “{0}”; delete some that end in .bak</source>
        <translation>“{0}”旁的旧副本太多；请删除一些后缀为.bak的文件</translation>
    </message>
    <message>
        <source>“{0}” was not made to its end; delete it and make it again with “ochain init”</source>
        <translation>“{0}”未完整生成；请将其删除并用“ochain init”重新生成</translation>
    </message>
    <message>
        <source>“{0}” was made by a newer O-chain (file version {1}, this program knows {2}); install the newer program, or have it export CSV</source>
        <translation>“{0}”由更新版本的O-chain生成（文件版本{1}，本程序支持到{2}）；请安装新版程序，或用它导出CSV</translation>
    </message>
    <message>
        <source>bringing the file up to date</source>
        <translation>升级文件</translation>
    </message>
    <message>
        <source>“{0}” may only be read; allow writing to the file, or save a copy elsewhere</source>
        <translation>“{0}”只能读取；请允许写入该文件，或将副本保存到别处</translation>
    </message>
    <message>
        <source>the folder of “{0}” may not be written to, which changes need; allow it, or save a copy elsewhere</source>
        <translation>“{0}”所在文件夹不可写，而更改需要写入；请允许写入，或将副本保存到别处</translation>
    </message>
    <message>
        <source>the last changes of “{0}” lie in a file beside it that cannot be used without the right to write; copy both to a folder that can be written to</source>
        <translation>“{0}”的最近更改在其旁边的文件中，没有写权限便无法使用；请将两者复制到可写的文件夹</translation>
    </message>
    <message>
        <source>“{0}” was opened for reading only</source>
        <translation>“{0}”以只读方式打开</translation>
    </message>
    <message>
        <source>the table {0} has no row number left; export the chain and import it into a new file</source>
        <translation>表{0}的行号已用完；请导出产业链并导入新文件</translation>
    </message>
    <message>
        <source>{0} is no longer in the file; open the file again</source>
        <translation>{0}已不在文件中；请重新打开文件</translation>
    </message>
    <message>
        <source>{0} names {1} “{2}”, which is not in the file; add that one first</source>
        <translation>{0}引用了{1}“{2}”，但文件中没有；请先添加它</translation>
    </message>
    <message>
        <source>“{0}” is not as O-chain makes its files: its {1} is another; export it with the program that made it</source>
        <translation>“{0}”不是O-chain生成的样式：其{1}不同；请用生成它的程序导出</translation>
    </message>
    <message>
        <source>“{0}” is not as O-chain makes its files: {1} does not belong in it; remove it or go back to a copy of the file</source>
        <translation>“{0}”不是O-chain生成的样式：其中不应有{1}；请将其移除或改用副本</translation>
    </message>
    <message>
        <source>“{0}” is not as O-chain makes its files: {1} was changed; go back to a copy of the file</source>
        <translation>“{0}”不是O-chain生成的样式：{1}被改动过；请改用副本</translation>
    </message>
    <message>
        <source>“{0}” is not as O-chain makes its files: {1} is missing; go back to a copy of the file</source>
        <translation>“{0}”不是O-chain生成的样式：缺少{1}；请改用副本</translation>
    </message>
    <message>
        <source>“{0}” is damaged and opened for reading only; go back to a copy of it, or export what can be read and import that into a new file</source>
        <translation>“{0}”已损坏，以只读方式打开；请改用副本，或导出可读内容再导入新文件</translation>
    </message>
    <message>
        <source>“{0}” was changed elsewhere meanwhile; look at the changes and try again</source>
        <translation>“{0}”在此期间被别处更改；请查看更改后重试</translation>
    </message>
    <message>
        <source>“{0}” was moved, deleted or replaced since it was opened, and would not get this edit; save a copy under another name and go on there</source>
        <translation>“{0}”在打开后被移动、删除或替换，这次修改写不进去；请另存一份副本并在副本中继续</translation>
    </message>
    <message>
        <source>there is nothing to undo</source>
        <translation>没有可撤销的编辑</translation>
    </message>
    <message>
        <source>there is nothing to do again</source>
        <translation>没有可重做的编辑</translation>
    </message>
    <message>
        <source>the table cannot be read: the file is damaged; go back to a copy of it</source>
        <translation>无法读取该表：文件已损坏；请改用副本</translation>
    </message>
    <message>
        <source>rows number {0} to {1} cannot be read: the file is damaged; go back to a copy of it, or enter them again in a new file</source>
        <translation>第{0}至{1}行无法读取：文件已损坏；请改用副本，或在新文件中重新录入</translation>
    </message>
    <message>
        <source>rows from number {0} on cannot be read: the file is damaged; go back to a copy of it, or enter them again in a new file</source>
        <translation>从第{0}行起无法读取：文件已损坏；请改用副本，或在新文件中重新录入</translation>
    </message>
    <message>
        <source>whom the events concern cannot all be read: the file is damaged; go back to a copy of it</source>
        <translation>部分事件的相关主体无法读取：文件已损坏；请改用副本</translation>
    </message>
    <message>
        <source>No tier is called &quot;{0}&quot;. Choose one from the list.</source>
        <translation>没有名为“{0}”的环节。请从列表中选择。</translation>
    </message>
    <message>
        <source>Nothing there is called &quot;{0}&quot;. Choose from the list.</source>
        <translation>没有名为“{0}”的条目。请从列表中选择。</translation>
    </message>
    <message>
        <source>refers to row number {0} of {1}, which had to be left out; mend that row first</source>
        <translation>引用了{1}的第{0}行，而该行只得略去；请先修正该行</translation>
    </message>
    <message>
        <source>refers to row number {0} of {1}, which is not there; name another row</source>
        <translation>引用了{1}的第{0}行，而该行不存在；请改引其他行</translation>
    </message>
    <message>
        <source>by what was known on {0}, {1} “{2}” runs from {3} to {4}, and ends before it starts; correct this claim, or adopt one with it for the other date</source>
        <translation>按 {0} 当日所知，{1}“{2}”自 {3} 至 {4}，结束早于开始；请更正此主张，或一并采纳另一日期的主张</translation>
    </message>
    <message>
        <source>the row cannot have the number {0}</source>
        <translation>该行不能使用编号 {0}</translation>
    </message>
    <message>
        <source>the row has the number {0} by now, no longer {1}; look at the row again</source>
        <translation>该行现在的编号是 {0}，不再是 {1}；请重新查看该行</translation>
    </message>
    <message>
        <source>the field is set twice by one change; set it once</source>
        <translation>同一更改中该字段被设置了两次；请只设置一次</translation>
    </message>
    <message>
        <source>would come to stand in the place of “{0}”; the order of the rows is another by now</source>
        <translation>将占据“{0}”的位置；各行的顺序现已不同</translation>
    </message>
    <message>
        <source>the text is not UTF-8; write it as UTF-8 and try again</source>
        <translation>文本不是 UTF-8；请以 UTF-8 书写后重试</translation>
    </message>
    <message>
        <source>the text has a control character, which nobody would see: “{0}”; remove it</source>
        <translation>文本含有无人能看见的控制字符：“{0}”；请删除</translation>
    </message>
    <message>
        <source>the text has a tab or a line break, which only notes may have: “{0}”; write a blank instead</source>
        <translation>文本含有制表符或换行，只有备注可以使用：“{0}”；请改为空格</translation>
    </message>
    <message>
        <source>Drawing was cancelled.</source>
        <translation>绘图已取消。</translation>
    </message>
    <message>
        <source>“{0}” is not a folder; choose the name of a folder</source>
        <translation>“{0}”不是文件夹；请选择一个文件夹名</translation>
    </message>
    <message>
        <source>edit {0} of the journal has the {1} “{2}”, which there is not; the journal is damaged: go back to a copy of the file, or export it and make a new one</source>
        <translation>日志中第{0}次编辑的 {1} 为“{2}”，并不存在；日志已损坏：请改用文件的副本，或导出后新建文件</translation>
    </message>
    <message>
        <source>edit {0} of the journal has a number, a kind or a reference to another edit that cannot be; export the chain and make a new file from it</source>
        <translation>日志中第{0}次编辑的编号、种类或对其他编辑的引用不可能成立；请导出该链并由此新建文件</translation>
    </message>
    <message>
        <source>edit {0} of the journal changes a table or in a way that there is not; export the chain and make a new file from it</source>
        <translation>日志中第{0}次编辑所改的表或方式并不存在；请导出该链并由此新建文件</translation>
    </message>
    <message>
        <source>a row of {0} is no longer in the file; open the file again</source>
        <translation>{0} 中有一行已不在文件里；请重新打开文件</translation>
    </message>
    <message>
        <source>{0} is {1}, which is out of range; correct it</source>
        <translation>{0} 为 {1}，超出范围；请更正</translation>
    </message>
    <message>
        <source>{0} holds an empty text; give it one, or clear it to NULL</source>
        <translation>{0} 是空文本；请填写，或清为 NULL</translation>
    </message>
    <message>
        <source>the table has no field “{0}”; correct its name</source>
        <translation>该表没有字段“{0}”；请更正其名称</translation>
    </message>
    <message>
        <source>{0} holds a value of another type; correct it</source>
        <translation>{0} 的值类型不符；请更正</translation>
    </message>
    <message>
        <source>“{0}” is a link to what is not there; remove it, or choose another name</source>
        <translation>“{0}”是指向不存在之物的链接；请删除它，或另选名称</translation>
    </message>
    <message>
        <source>“{0}” is a device or a pipe, which a file would take the place of; choose another name</source>
        <translation>“{0}”是设备或管道，写入文件会将其取代；请另选名称</translation>
    </message>
    <message>
        <source>“{0}” is not a plain file; put one in its place</source>
        <translation>“{0}”不是普通文件；请换成普通文件</translation>
    </message>
    <message>
        <source>the journal of “{0}” has the number {1}, behind which there is no other; export the chain and make a new file from it</source>
        <translation>“{0}”的日志编号已到 {1}，其后再无编号；请导出该链并由此新建文件</translation>
    </message>
    <message>
        <source>a row of {0} would refer to a row that is not there; nothing was changed</source>
        <translation>{0} 中有一行将引用不存在的行；未作任何更改</translation>
    </message>
    <message>
        <source>the reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>the author</source>
        <translation>作者</translation>
    </message>
    <message>
        <source>the row number {0} is out of range; enter the row again</source>
        <translation>行号 {0} 超出范围；请重新录入该行</translation>
    </message>
    <message>
        <source>a node has the place {0} in the list; places count from 0: enter the nodes again</source>
        <translation>列表中有一个节点位于第 {0} 位；位次从 0 起：请重新录入这些节点</translation>
    </message>
    <message>
        <source>nodes are listed for event number {0}, which is not there; enter it again</source>
        <translation>为第 {0} 号事件列出了节点，而该事件不存在；请重新录入</translation>
    </message>
    <message>
        <source>“{0}” is no number of US dollars; write them in plain digits, such as 4500 or 0.5</source>
        <translation>“{0}”不是美元金额；请只写数字，例如4500或0.5</translation>
    </message>
    <message>
        <source>“{0}” is no number of megawatts; write them in plain digits, such as 4500 or 0.5</source>
        <translation>“{0}”不是兆瓦数；请只写数字，例如4500或0.5</translation>
    </message>
    <message>
        <source>“{0}” is no number of percent; write it in plain digits, such as 27 or 0.5</source>
        <translation>“{0}”不是百分数；请只写数字，例如27或0.5</translation>
    </message>
    <message>
        <source>“{0}” is a fiscal period, which need not be one of the calendar; write a year or a quarter of the calendar: 2027 or 2027Q3</source>
        <translation>“{0}”是财务期间，不一定与日历一致；请写日历上的年份或季度：2027或2027Q3</translation>
    </message>
    <message>
        <source>“{0}” is half a year; a period is a year or a quarter: 2027 or 2027Q3</source>
        <translation>“{0}”是半年；期间为年份或季度：2027或2027Q3</translation>
    </message>
    <message>
        <source>“{0}” is not in the chain, and a new row must have columns that the file does not have: {1}; correct the name of the row, or add the columns</source>
        <translation>链中没有“{0}”，而新的一行必须有文件中缺少的列：{1}；请更正行的名称，或添加这些列</translation>
    </message>
    <message>
        <source>there is no column {0}; write {1}, in small letters without blanks</source>
        <translation>没有列{0}；请写作{1}，用小写字母且不带空格</translation>
    </message>
    <message>
        <source>there is no column “{0}”; if “{1}” is meant, write that, else remove it</source>
        <translation>没有列“{0}”；如果指的是“{1}”，请照此书写，否则请删除该列</translation>
    </message>
    <message>
        <source>there is no column “{0}”; correct its name or remove it. There are {1}</source>
        <translation>没有列“{0}”；请更正其名称或删除该列。可用的列有{1}</translation>
    </message>
    <message>
        <source>columns are missing: {0}; a row is known by them, so add them</source>
        <translation>缺少列：{0}；行要靠它们识别，请添加</translation>
    </message>
    <message>
        <source>This edit cannot be undone before later ones. Undo those first (Ctrl+Z).</source>
        <translation>此编辑之后还有其他编辑。请先撤销那些编辑（Ctrl+Z）。</translation>
    </message>
    <message>
        <source>This edit has been undone already.</source>
        <translation>此编辑已被撤销。</translation>
    </message>
    <message>
        <source>Nobody in the chain is called &quot;{0}&quot;. Choose from the list.</source>
        <translation>产业链中没有“{0}”。请从列表中选择。</translation>
    </message>
    <message>
        <source>No kind of deal is called &quot;{0}&quot;. Choose one from the list.</source>
        <translation>没有名为“{0}”的交易类型。请从列表中选择。</translation>
    </message>
    <message>
        <source>No status is called &quot;{0}&quot;. Choose one from the list.</source>
        <translation>没有名为“{0}”的状态。请从列表中选择。</translation>
    </message>
    <message>
        <source>&quot;{0}&quot; is none of the choices. Choose one from the list.</source>
        <translation>“{0}”不是可选项。请从列表中选择。</translation>
    </message>
    <message>
        <source>{1} rows are called &quot;{0}&quot;. Choose one from the list, or type its key.</source>
        <translation>有 {1} 行都名为“{0}”。请从列表中选择，或输入其键。</translation>
    </message>
    <message>
        <source>“{0}” is above 10^9 kW, the most a deal may have; check the unit, which is MW where none is written</source>
        <translation>“{0}”超过10^9千瓦，即单笔交易的上限；请检查单位，未写单位时按MW计</translation>
    </message>
    <message>
        <source>“{0}” is a quarter of a fiscal year, which need not be one of the calendar; write the month in which it begins or ends</source>
        <translation>“{0}”是财年的季度，未必等于日历季度；请写其开始或结束的月份</translation>
    </message>
    <message>
        <source>“{0}” is no whole day; write it as 2025-09-30</source>
        <translation>“{0}”不是完整的日期；请写成 2025-09-30</translation>
    </message>
    <message>
        <source>“{0}” is below zero; a share is not</source>
        <translation>“{0}”小于零；比例不能为负</translation>
    </message>
    <message>
        <source>“{0}” is a percentage; give the figure the unit percent first</source>
        <translation>“{0}”是百分比；请先把该数字的单位设为 percent</translation>
    </message>
    <message>
        <source>“{0}” is a percentage, but the unit of the figure is {1}; write it in that unit, or change the unit</source>
        <translation>“{0}”是百分比，而该数字的单位是 {1}；请按该单位填写，或更改单位</translation>
    </message>
    <message>
        <source>“{0}” is an amount of money; write the number alone and its currency as the unit of the figure</source>
        <translation>“{0}”是金额；请只写数字，并把币种写为该数字的单位</translation>
    </message>
    <message>
        <source>“{0}” is an amount of money, but the unit of the figure is {1}; write the number alone, or change the unit</source>
        <translation>“{0}”是金额，而该数字的单位是 {1}；请只写数字，或更改单位</translation>
    </message>
    <message>
        <source>“{0}” is no percentage; write it as 27 or 27%</source>
        <translation>“{0}”不是百分比；请写成 27 或 27%</translation>
    </message>
    <message>
        <source>with this row all amounts together would pass 2^62, beyond which sums are not exact; the row is left out: check the units</source>
        <translation>计入此行后全部金额合计将超过2^62，超出后合计不再精确；此行已略去：请检查单位</translation>
    </message>
    <message>
        <source>{0} has accepted what another program changed in the file. Open it again to see that.</source>
        <translation>{0}已接受其他程序对文件的改动。请重新打开文件查看。</translation>
    </message>
    <message>
        <source>there is nothing to accept: “{0}” is as O-chain wrote it last</source>
        <translation>没有可接受的内容：“{0}”与O-chain最后写入的一致</translation>
    </message>
    <message>
        <source>“{0}” is damaged, and nobody can tell what should stand in it, so that nothing was accepted ({1}); go back to a copy of it, or export what can be read and import that into a new file</source>
        <translation>“{0}”已损坏，无从得知其中本应有何内容，因此未接受任何改动（{1}）；请改用副本，或导出可读内容再导入新文件</translation>
    </message>
    <message>
        <source>“{0}” breaks rules, so that nothing was accepted ({1}); correct that with the program that wrote it, then accept</source>
        <translation>“{0}”违反规则，因此未接受任何改动（{1}）；请用写入它的程序更正后再接受</translation>
    </message>
    <message>
        <source>what stands in the {0} rows is not what was last written: another program changed it, or it is damaged; go back to a copy of the file, or accept what stands there with “ochain check FILE --accept”</source>
        <translation>{0}行中的内容与最后写入的不符：被其他程序改动，或已损坏；请改用文件的副本，或用“ochain check FILE --accept”接受现有内容</translation>
    </message>
    <message>
        <source>there are {0} rows where {1} were last written: another program changed the table, or it is damaged; go back to a copy of the file, or accept what stands there with “ochain check FILE --accept”</source>
        <translation>现有{0}行，而最后写入的是{1}行：该表被其他程序改动，或已损坏；请改用文件的副本，或用“ochain check FILE --accept”接受现有内容</translation>
    </message>
    <message>
        <source>the row is gone, which edit {0} of the journal had left here</source>
        <translation>该行已不存在，而按日志第{0}次编辑它应在此处</translation>
    </message>
    <message>
        <source>the row is here, which edit {0} of the journal had erased</source>
        <translation>该行仍在此处，而日志第{0}次编辑已将其删除</translation>
    </message>
    <message>
        <source>is “{0}”, where edit {1} of the journal had written “{2}”</source>
        <translation>现为“{0}”，而日志第{1}次编辑写入的是“{2}”</translation>
    </message>
    <message>
        <source>the journal has changes of an edit {0} that is not there; export the chain and make a new file from it</source>
        <translation>日志中有第{0}次编辑的改动，但并无这次编辑；请导出该链并由此新建文件</translation>
    </message>
    <message>
        <source>the journal is damaged behind edit {0}; go back to a copy of the file, or export what can be read and import that into a new file</source>
        <translation>日志在第{0}次编辑之后已损坏；请改用文件的副本，或导出可读内容再导入新文件</translation>
    </message>
    <message>
        <source>edit {0} of the journal has a number behind which there is no other; export the chain and make a new file from it</source>
        <translation>日志中第{0}次编辑的编号之后再无编号可用；请导出该链并由此新建文件</translation>
    </message>
    <message>
        <source>edit {0} of the journal, or what lay before it, is not what was written: another program changed the journal, or it is damaged; go back to a copy of the file, or accept what stands there with “ochain check FILE --accept”</source>
        <translation>日志中第{0}次编辑或其之前的内容与写入时不符：日志被其他程序改动，或已损坏；请改用文件的副本，或用“ochain check FILE --accept”接受现有内容</translation>
    </message>
    <message>
        <source>the file is damaged; what could be read of it may not be all; go back to a copy of it</source>
        <translation>文件已损坏；已读取的内容可能并不完整；请改用副本</translation>
    </message>
    <message>
        <source>“{0}” is not what was last written, so it is open for reading only: another program changed it, or it is damaged. Go back to a copy of it, or accept what stands there with “ochain check FILE --accept”.</source>
        <translation>“{0}”的内容与最后写入的不符，因此以只读方式打开：被其他程序改动，或已损坏。请改用副本，或用“ochain check FILE --accept”接受现有内容。</translation>
    </message>
    <message>
        <source>edit {0} of the journal says nothing that it changed: it is damaged, and nothing was done; go back to a copy of the file, or export it and make a new one</source>
        <translation>日志中第{0}次编辑没有任何改动记录：日志已损坏，未做任何操作；请改用文件的副本，或导出后新建文件</translation>
    </message>
    <message>
        <source>the digests, by which the file shows what was last written, cannot be read: it is damaged; go back to a copy of it</source>
        <translation>无法读取文件用以表明最后写入内容的摘要：文件已损坏；请改用副本</translation>
    </message>
    <message>
        <source>not all files could be given back as they were, among them “{0}” (a file whose old state is kept ends in .old)</source>
        <translation>有文件未能恢复原样，其中包括“{0}”（保留旧内容的文件名以 .old 结尾）</translation>
    </message>
    <message>
        <source>there is no room left on the disk for “{0}”; free some space and try again</source>
        <translation>磁盘空间不足，无法写入“{0}”；请腾出空间后重试</translation>
    </message>
    <message>
        <source>another program is writing into “{0}”; let it finish and try again</source>
        <translation>另一个程序正在写入“{0}”；请等它完成后重试</translation>
    </message>
    <message>
        <source>“{0}” is written, but the disk did not confirm it ({1}), and a power failure could undo it; check the disk and write it again</source>
        <translation>“{0}”已写入，但磁盘未予确认（{1}），断电可能使其丢失；请检查磁盘后重新写入</translation>
    </message>
    <message>
        <source>“{0}” is a link, and what it leads to would be overwritten; remove it, or choose another folder</source>
        <translation>“{0}”是一个链接，写入会覆盖它所指向的文件；请删除该链接，或另选文件夹</translation>
    </message>
    <message>
        <source>“{0}” is a folder where a file is to be; choose another folder</source>
        <translation>“{0}”是一个文件夹，而此处应写入文件；请另选文件夹</translation>
    </message>
    <message>
        <source>“{0}”, which belongs to the chain file beside it, is a link, a pipe, a device or a folder and not a plain file; somebody has put it there: move it away, look at the chain and open it again</source>
        <translation>“{0}”属于旁边的链文件，却是链接、管道、设备或文件夹，而不是普通文件；这是他人放置的：请将其移走，查看链文件后再打开</translation>
    </message>
    <message>
        <source>“{0}” names another file, “{1}”, which would be deleted when “{2}” is opened; no chain has such a journal: move it away, look at the chain and open it again, or go back to a copy</source>
        <translation>“{0}”指名了另一个文件“{1}”，打开“{2}”时它会被删除；任何链文件都没有这样的日志：请将其移走，查看链文件后再打开，或改用副本</translation>
    </message>
    <message>
        <source>it is not known whether the edit is in the file; open it again and look before you make it anew</source>
        <translation>不确定该编辑是否已在文件中；请重新打开并查看，再决定是否重做</translation>
    </message>
    <message>
        <source>what belongs to “{0}” beside it (-wal or -shm) was deleted or replaced since it was opened, and another program goes on with its own; what was in it here is in “{1}” with its history: open that, or save a copy, and go on there</source>
        <translation>“{0}”旁边属于它的文件（-wal 或 -shm）自打开后被删除或替换，另一个程序正用自己的文件继续；此处的内容及其历史在“{1}”中：请打开它，或另存副本，然后在那里继续</translation>
    </message>
    <message>
        <source>what belongs to “{0}” beside it (-wal or -shm) was deleted or replaced since it was opened, and another program goes on with its own; save a copy under another name and go on there</source>
        <translation>“{0}”旁边属于它的文件（-wal 或 -shm）自打开后被删除或替换，另一个程序正用自己的文件继续；请以其他名称另存副本，然后在那里继续</translation>
    </message>
    <message>
        <source>“{0}” is written, but what else was in it could not all be moved back: the rest is in “{1}”, and the next export into the folder moves it</source>
        <translation>“{0}”已写入，但其中原有的其他内容未能全部移回：其余部分在“{1}”中，下次导出到该文件夹时会移回</translation>
    </message>
    <message>
        <source>“{0}” is not opened: only addresses that begin with https:// are. Correct the address of the source, or copy it from there.</source>
        <translation>不打开“{0}”：只打开以 https:// 开头的地址。请改正该来源的地址，或从那里复制。</translation>
    </message>
    <message>
        <source>“{0}” is not opened: it has a name or password before @, as false addresses have. Correct the address of the source.</source>
        <translation>不打开“{0}”：@ 之前有用户名或密码，伪造的地址常是这样。请改正该来源的地址。</translation>
    </message>
    <message>
        <source>there are more than {0} tiers, the most a chain may have; this one and those after it are left out</source>
        <translation>层级超过{0}个，已达一条链的上限；此层级及其后的层级未读入</translation>
    </message>
    <message>
        <source>there would be {0} tiers; {1} are the most, make nodes of them</source>
        <translation>层级将达{0}个；最多{1}个，请改为节点</translation>
    </message>
    <message>
        <source>was given up before it was tried as a whole</source>
        <translation>在整体检验之前已放弃</translation>
    </message>
    <message>
        <source>“{0}”, or what it contains, would lie more than {1} levels deep by way of its {2}; choose a {2} further up</source>
        <translation>“{0}”或其所含内容经由其{2}将深达{1}级以上；请选择更上层的{2}</translation>
    </message>
    <message>
        <source>with “{0}” the files have more than {1} bytes, the most that are read together; import them one after the other</source>
        <translation>加上“{0}”，各文件合计超过{1}字节，即一次读取的上限；请逐个导入</translation>
    </message>
    <message>
        <source>the header has {0} cells, and the table {1} columns; remove what is too much</source>
        <translation>表头有{0}个单元格，而该表只有{1}列；请删去多余的</translation>
    </message>
    <message>
        <source>a field has {0} bytes; {1} are the most that are read, shorten it</source>
        <translation>有一个字段长{0}字节；最多读取{1}字节，请缩短</translation>
    </message>
    <message>
        <source>the record that begins here has more than {0} bytes, the most that are read; is there a quotation mark that is never closed?</source>
        <translation>从此处开始的记录超过{0}字节，即读取的上限；是否有未闭合的引号？</translation>
    </message>
    <message>
        <source>“{0}” has more than {1} bytes, the most that are read; split it into several</source>
        <translation>“{0}”超过{1}字节，即读取的上限；请拆成几个文件</translation>
    </message>
    <message>
        <source>“{0}” has faults and cannot be gone back to ({1}); choose another backup, or open this one to see what can be read</source>
        <translation>“{0}”有错误，无法恢复到此状态（{1}）；请选择另一个备份，或打开此备份查看可读取的内容</translation>
    </message>
    <message>
        <source>“{0}” is in the place of the folder for backups; move it, or give it another name</source>
        <translation>“{0}”占用了备份文件夹的位置；请将其移走或改名</translation>
    </message>
    <message>
        <source>“{0}” is in the way of a backup; remove it</source>
        <translation>“{0}”妨碍了备份；请将其删除</translation>
    </message>
    <message>
        <source>there is too little room on the disk for a copy of {0} MB; free some</source>
        <translation>磁盘空间不足，放不下 {0} MB 的副本；请腾出空间</translation>
    </message>
    <message>
        <source>edits are saved, but “{0}” as it was before today is not kept</source>
        <translation>编辑已保存，但“{0}”在今天之前的状态未能保留</translation>
    </message>
    <message>
        <source>copying “{0}” was given up before its end</source>
        <translation>“{0}”的复制在完成前已放弃</translation>
    </message>
    <message>
        <source>“{0}” is no horizon; give a year from {1} to {2}</source>
        <translation>“{0}”不是有效的期限；请填{1}至{2}之间的年份</translation>
    </message>
    <message>
        <source>“{0}” is no note of the checks; name one as they print it</source>
        <translation>“{0}”不是检查提示；请按检查输出的写法填写</translation>
    </message>
    <message>
        <source>has the parties, the kind and the amounts of “{0}”; if both tell the same, erase one or make it part of the other</source>
        <translation>与“{0}”的各方、种类和金额相同；若两者为同一笔交易，请删除其一，或将其设为另一笔的一部分</translation>
    </message>
    <message>
        <source>is built for {0} MW of IT load at the end of {1}, above 105 % of the {2} MW that its power contracts feed; look for power that is missing, or correct dates and boundaries</source>
        <translation>{1}末建成的IT负荷为{0} MW，超过其电力合同所供{2} MW的105 %；请查找缺失的电力，或更正日期和计量边界</translation>
    </message>
    <message>
        <source>{0} open deals have no source of the last twelve months; sort the deals by the age of their sources and look for news of them</source>
        <translation>有{0}笔未结交易没有最近十二个月的来源；请按来源的新旧对交易排序，并查找其最新消息</translation>
    </message>
    <message>
        <source>is stated at another boundary than “{0}”, which it is part of and from which it takes its megawatts as stated; give both at one</source>
        <translation>与其所属的“{0}”计量边界不同，而其兆瓦数按公布值从中扣除；请按同一边界填写两者</translation>
    </message>
    <message>
        <source>is stated at another boundary than its deal “{0}”, from whose megawatts it takes its own as stated; give both at one</source>
        <translation>与其交易“{0}”计量边界不同，而其兆瓦数按公布值从中扣除；请按同一边界填写两者</translation>
    </message>
    <message>
        <source>is firm while the deal is {0} ({1}): nothing was signed then; correct the commitment or the status, or give it a claim of the day it was signed</source>
        <translation>标为有约束力，而交易状态为{0}（{1}）：当时尚未签约；请更正约束力或状态，或添加签约当日的说法</translation>
    </message>
    <message>
        <source>is known from {0} on and cannot have changed on {1}; give a later day, or correct the date from which on it is known</source>
        <translation>自 {0} 起才为人所知，不可能在 {1} 改变；请给出更晚的日期，或更正其为人所知的日期</translation>
    </message>
    <message>
        <source>became “{0}” on {1}, later than {2}, and that stands today; give a day from {1} on, or erase that claim</source>
        <translation>已于 {1} 成为“{0}”，晚于 {2}，且至今有效；请给出 {1} 或之后的日期，或删除那条说法</translation>
    </message>
    <message>
        <source>has the series and the day of “{0}”, and formulas read that one alone; erase one, or correct its day or since when it is known</source>
        <translation>与“{0}”属同一序列、同一天，公式只读取后者；请删除其一，或更正其日期或为人所知的日期</translation>
    </message>
    <message>
        <source>This edit has been undone already, or is none that can be.</source>
        <translation>此编辑已撤销，或不是可撤销的编辑。</translation>
    </message>
    <message>
        <source>has {0} phases; {1} are the most, make several deals of it</source>
        <translation>有{0}个阶段；最多{1}个，请拆成几笔交易</translation>
    </message>
    <message>
        <source>has {0} adopted claims, those of its phases among them; {1} are the most, keep those that tell something</source>
        <translation>连同各阶段共有{0}条已采纳的主张；最多{1}条，请只保留有意义的</translation>
    </message>
    <message>
        <source>has phases and parts (“{0}” is part of it); remove one or the other</source>
        <translation>既有阶段又有组成部分（“{0}”隶属于它）；请移除其一</translation>
    </message>
    <message>
        <source>its phases hold ${0}, more than the deal&apos;s ${1}; raise the deal or lower a phase</source>
        <translation>各阶段合计{0}美元，超过交易的{1}美元；请调高交易金额或调低某一阶段</translation>
    </message>
    <message>
        <source>its phases hold {0} MW, more than the deal&apos;s {1} MW; raise the deal or lower a phase</source>
        <translation>各阶段合计{0} MW，超过交易的{1} MW；请调高交易容量或调低某一阶段</translation>
    </message>
    <message>
        <source>by what was known on {0} the phases of “{1}” hold more than the deal itself; give them claims of that time too</source>
        <translation>按{0}当日所知，“{1}”各阶段之和超过交易本身；请也为各阶段补上当时的主张</translation>
    </message>
    <message>
        <source>by what was known on {0} a phase of “{1}” lies outside the dates of the deal; give it claims of that time too</source>
        <translation>按{0}当日所知，“{1}”有一个阶段在交易日期之外；请也为其补上当时的主张</translation>
    </message>
    <message>
        <source>has no history: that have dates, amounts, shares, status, commitment, boundary, profile and basis of deals, phases and metrics; set it without a day</source>
        <translation>没有历史；有历史的是交易、阶段和指标的日期、数额、份额、状态、约束、口径、曲线和依据；请不带日期地更改</translation>
    </message>
    <message>
        <source>${0} have no dates and count in no period; give a start and an end, or phases</source>
        <translation>{0}美元没有日期，不计入任何期间；请填开始和结束日期，或添加阶段</translation>
    </message>
    <message>
        <source>{0} MW have no dates and count in no period; give a start and an end, or phases</source>
        <translation>{0} MW没有日期，不计入任何期间；请填开始和结束日期，或添加阶段</translation>
    </message>
    <message>
        <source>a picture of {0} × {1} has no room for this chart; give it at least {2} × {3}</source>
        <translation>{0} × {1} 的图片容不下此图表；请至少设为 {2} × {3}</translation>
    </message>
    <message>
        <source>the picture is too large for the clipboard; choose a smaller size or scale</source>
        <translation>图片太大，剪贴板放不下；请选择较小的尺寸或倍数</translation>
    </message>
    <message>
        <source>the picture {0} cannot be read: {1}</source>
        <translation>无法读取图片 {0}：{1}</translation>
    </message>
    <message>
        <source>{0} is no picture that O-chain has exported, or what it shows was taken out of it on its way; open the view by hand</source>
        <translation>{0} 不是 O-chain 导出的图片，或者其中的视图信息在途中被去掉了；请手动打开该视图</translation>
    </message>
    <message>
        <source>{0} does not say which view it shows; open the view by hand</source>
        <translation>{0} 没有说明它是哪个视图；请手动打开该视图</translation>
    </message>
    <message>
        <source>{0}.csv, line {1}: {2} “{3}” was read as {4}</source>
        <translation>{0}.csv第{1}行：{2}中的“{3}”读作{4}</translation>
    </message>
    <message>
        <source>“{0}” counts by a fiscal year; that of {1} makes it {2} to {3}: write {4}</source>
        <translation>“{0}”按财年计算；按{1}的财年，即{2}至{3}：请写{4}</translation>
    </message>
    <message>
        <source>“{0}” counts by a fiscal year; that of {1} makes it {2} to {3}, that of {4} makes it {5} to {6}: write the month that is meant</source>
        <translation>“{0}”按财年计算；按{1}的财年为{2}至{3}，按{4}的财年为{5}至{6}：请写明所指的月份</translation>
    </message>
    <message>
        <source>“{0}” is an amount for each year or month; write the whole amount, or what it is a year as a formula</source>
        <translation>“{0}”是每年或每月的数额；请写总额，或将每年的数额写作公式</translation>
    </message>
    <message>
        <source>“{0}” is a range; write it as the value, which gives the low and the high as well</source>
        <translation>“{0}”是一个区间；请写在数值中，低值和高值会一并填入</translation>
    </message>
    <message>
        <source>“{0}” is a range, and a deal has one amount; write its lower end, or “up to {1}” as a ceiling, and the range in the note</source>
        <translation>“{0}”是一个区间，而一项交易只有一个数额；请写其下限，或以“up to {1}”写作上限，并将区间写入备注</translation>
    </message>
    <message>
        <source>“{0}” ends no higher than it begins; write the lower end first, and the unit at both</source>
        <translation>“{0}”的末端不高于起点；请先写较低的一端，并在两端都写单位</translation>
    </message>
    <message>
        <source>“{0}” is a ceiling, which a metric does not have; write what is expected as the value, and the ceiling as its high</source>
        <translation>“{0}”是上限，而指标没有上限；请将预期值写作数值，将上限写作高值</translation>
    </message>
    <message>
        <source>“{0}” says how long it takes, which a metric does not; write the figure alone</source>
        <translation>“{0}”说明了时长，而指标没有时长；请只写数字</translation>
    </message>
    <message>
        <source>“{0}” has no end without a start; write first when it starts, or the amount alone</source>
        <translation>“{0}”没有开始日期就没有结束日期；请先写开始日期，或只写数额</translation>
    </message>
    <message>
        <source>“{0}” would end after {1}, the last year there is; check how long it takes</source>
        <translation>“{0}”会在最后一年{1}之后结束；请核对时长</translation>
    </message>
    <message>
        <source>“{0}” says more than one value, and a claim or an override has one; write the amount alone</source>
        <translation>“{0}”说的不止一个值，而说法或覆盖只有一个值；请只写数额</translation>
    </message>
    <message>
        <source>“{0}” is no whole number of basis points; write them as 8000, or in percent as 80%</source>
        <translation>“{0}”不是整数基点；请写作8000，或按百分比写作80%</translation>
    </message>
    <message>
        <source>“{0}” may be read in two ways, as {1} or as {2}; write the one that is meant</source>
        <translation>“{0}”有两种读法：{1}或{2}；请写明所指的一种</translation>
    </message>
    <message>
        <source>“{0}” has separators that make no number in this file; write decimals with a point (with a comma only where columns are separated by semicolons), and thousands without a separator</source>
        <translation>“{0}”中的分隔符在此文件中不构成数字；小数请用小数点（仅在各列以分号分隔时可用逗号），千位不加分隔符</translation>
    </message>
    <message>
        <source>half a character of UTF-16 stands alone; save the file anew</source>
        <translation>UTF-16的半个字符单独出现；请重新保存文件</translation>
    </message>
    <message>
        <source>the file is UTF-16 without the mark that says so; save it as UTF-8 with commas (“CSV UTF-8”) and try again</source>
        <translation>文件是UTF-16编码，但没有说明这一点的标记；请存为以逗号分隔的UTF-8（“CSV UTF-8”）后重试</translation>
    </message>
    <message>
        <source>the line “sep=” names no separator that is read; those are comma, semicolon and tab</source>
        <translation>“sep=”一行没有指定可读取的分隔符；可用的有逗号、分号和制表符</translation>
    </message>
    <message>
        <source>the row has {0} fields where the header has {1}; put texts with “{2}” in them in quotation marks</source>
        <translation>该行有{0}个字段，而表头有{1}个；含“{2}”的文本请加引号</translation>
    </message>
    <message>
        <source>the row has {0} fields where the header has {1}; write “{2}” for each one that is empty</source>
        <translation>该行有{0}个字段，而表头有{1}个；每个空字段也请写一个“{2}”</translation>
    </message>
    <message>
        <source>“{0}” stands in column {1}, which has no name; give it the name of a column, or remove it</source>
        <translation>“{0}”位于没有名称的第{1}列；请为该列命名，或将其删除</translation>
    </message>
    <message>
        <source>“{0}” may be read in three ways, as {1}, {2} or {3}; write the one that is meant</source>
        <translation>“{0}”有三种读法：{1}、{2}或{3}；请写明所指的一种</translation>
    </message>
    <message>
        <source>“{0}” may be a month of a year or a day of a month; write it as 2026-07 or 2026-07-22</source>
        <translation>“{0}”可能是某年的月份，也可能是某月的一日；请写作2026-07或2026-07-22</translation>
    </message>
    <message>
        <source>“{0}” says no year; write it with its year, such as end of Q3 2026</source>
        <translation>“{0}”没有写明年份；请连同年份书写，例如2026年第三季度末</translation>
    </message>
    <message>
        <source>“{0}” may have more digits than a spreadsheet shows; format its column as a number without decimals and save it again</source>
        <translation>“{0}”的位数可能多于电子表格所显示的；请将该列设为不带小数的数字格式后重新保存</translation>
    </message>
    <message>
        <source>“{0}” is a lower bound; write the amount that is sure, and in the note that it may be more</source>
        <translation>“{0}”是下限；请写确定的数额，并在备注中说明可能更多</translation>
    </message>
    <message>
        <source>“{0}” may be read in two ways, 兆 as a million or as a trillion; write 百万 or 万亿</source>
        <translation>“{0}”有两种读法：兆可指百万，也可指万亿；请写百万或万亿</translation>
    </message>
    <message>
        <source>There is no column “{0}” in this table. The arrow key Down lists the columns; a text with such a sign in it is found in quotation marks.</source>
        <translation>此表格中没有名为“{0}”的列。按向下方向键可列出各列；含有此类符号的文字请放在引号内查找。</translation>
    </message>
    <message>
        <source>No column stands before “{0}”. Write one, as in value&gt;1bn; a text with such a sign in it is found in quotation marks.</source>
        <translation>“{0}”之前没有列名。请写上列名，例如：金额&gt;10亿；含有此类符号的文字请放在引号内查找。</translation>
    </message>
    <message>
        <source>Nothing follows “{0}”. Write what to look for in this column.</source>
        <translation>“{0}”之后没有内容。请写上要在该列中查找的内容。</translation>
    </message>
    <message>
        <source>“{0}” has neither amounts nor dates to compare. Look for a word in it with {0}:word.</source>
        <translation>“{0}”列没有可比较的数额或日期。请用“{0}：词”在其中查找词。</translation>
    </message>
    <message>
        <source>“{0}” is nothing to compare with. Rows without a value are found with {1}:none.</source>
        <translation>“{0}”无法用于比较。没有数值的行请用“{1}：未披露”查找。</translation>
    </message>
    <message>
        <source>this line is a new row, and such a row must have more than the line says</source>
        <translation>这一行是新行，而该行的内容不足以构成新行</translation>
    </message>
    <message>
        <source>“{0}” is the row of line {1} already; a block has each row once</source>
        <translation>“{0}”已是第 {1} 行所指的行；一块数据中每行只能出现一次</translation>
    </message>
    <message>
        <source>“{0}” stands beyond the last column; paste it further left</source>
        <translation>“{0}”超出了最后一列；请从更靠左的位置粘贴</translation>
    </message>
    <message>
        <source>the first line names columns, but this table has none called “{0}”; call it as the table does, or leave it out</source>
        <translation>第一行是列名，但本表没有名为“{0}”的列；请使用表中的列名，或去掉该列</translation>
    </message>
    <message>
        <source>{0}: {1} “{2}” was read as {3}</source>
        <translation>{0}：{1}“{2}”读作{3}</translation>
    </message>
    <message>
        <source>“{0}” cannot be read: {1}</source>
        <translation>无法读取“{0}”：{1}</translation>
    </message>
    <message>
        <source>files such as “{0}” are not read; save it as .xlsx, or as CSV</source>
        <translation>不能读取“{0}”这类文件；请另存为.xlsx或CSV</translation>
    </message>
    <message>
        <source>“{0}” is named as none of the tables; name the file as the table in it, with the ending .csv: {1}</source>
        <translation>“{0}”的名称不是任何一个表的名称；请按其中的表命名文件，扩展名为.csv：{1}</translation>
    </message>
    <message>
        <source>the cell is damaged; write its value again in a spreadsheet program</source>
        <translation>单元格已损坏；请在电子表格程序中重新填写其值</translation>
    </message>
    <message>
        <source>the formula in the cell has no result; open the file in a spreadsheet program, which computes it, and save it again</source>
        <translation>单元格中的公式没有结果；请在电子表格程序中打开文件，让它计算后重新保存</translation>
    </message>
    <message>
        <source>the cell has the error {0}; correct it, or empty the cell</source>
        <translation>单元格中有错误{0}；请改正，或清空该单元格</translation>
    </message>
    <message>
        <source>the table {0} has {1} rows, and a sheet holds {2} below its header; export a folder of CSV files</source>
        <translation>表{0}有{1}行，而一张工作表在表头之下最多容纳{2}行；请导出为CSV文件夹</translation>
    </message>
    <message>
        <source>{0} of {1} “{2}” is longer than the {3} signs that a cell of a workbook holds; export a folder of CSV files</source>
        <translation>{1}“{2}”的{0}超过工作簿单元格能容纳的{3}个字符；请导出为CSV文件夹</translation>
    </message>
    <message>
        <source>the file is damaged or was not copied whole; copy it again, or save it as .xlsx again in a spreadsheet program</source>
        <translation>文件已损坏或没有完整复制；请重新复制，或在电子表格程序中重新另存为.xlsx</translation>
    </message>
    <message>
        <source>it is a workbook of the old form .xls, or one with a password; save it as .xlsx without a password</source>
        <translation>它是旧格式.xls的工作簿，或带有密码；请另存为不带密码的.xlsx</translation>
    </message>
    <message>
        <source>it is not a workbook in the form .xlsx; save it as .xlsx in a spreadsheet program</source>
        <translation>它不是.xlsx格式的工作簿；请在电子表格程序中另存为.xlsx</translation>
    </message>
    <message>
        <source>it has more than {0} parts, the most that are read; save it as .xlsx again in a spreadsheet program</source>
        <translation>它的部件超过{0}个，即可读取的上限；请在电子表格程序中重新另存为.xlsx</translation>
    </message>
    <message>
        <source>it is an OpenDocument file (.ods); save it as .xlsx</source>
        <translation>它是OpenDocument文件（.ods）；请另存为.xlsx</translation>
    </message>
    <message>
        <source>it is a binary workbook (.xlsb); save it as .xlsx</source>
        <translation>它是二进制工作簿（.xlsb）；请另存为.xlsx</translation>
    </message>
    <message>
        <source>it is a document of Numbers; export it as .xlsx</source>
        <translation>它是Numbers文稿；请导出为.xlsx</translation>
    </message>
    <message>
        <source>it is protected by a password; save it without one</source>
        <translation>它有密码保护；请不带密码另存</translation>
    </message>
    <message>
        <source>unpacked it has more than {0} bytes, the most that are read; split it into several files, or save it as CSV</source>
        <translation>解压后超过{0}字节，即可读取的上限；请拆分为多个文件，或另存为CSV</translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation>{0}：{1}</translation>
    </message>
    <message>
        <source>{0}, row {1}: {2}</source>
        <translation>{0}，第{1}行：{2}</translation>
    </message>
    <message>
        <source>the header row is missing; begin the sheet with the names of its columns, or give it another name</source>
        <translation>缺少表头行；请让工作表以列名开头，或给它换一个名称</translation>
    </message>
    <message>
        <source>the row has more than {0} cells, the most that a sheet can have</source>
        <translation>该行的单元格超过{0}个，即一张工作表的上限</translation>
    </message>
    <message>
        <source>up to here the sheet has more than {0} bytes of text, the most that are read; split it into several files</source>
        <translation>到此处为止，工作表的文字超过{0}字节，即可读取的上限；请拆分为多个文件</translation>
    </message>
    <message>
        <source>the file is damaged here; open it in a spreadsheet program and save it as .xlsx again</source>
        <translation>文件在此处已损坏；请在电子表格程序中打开，并重新另存为.xlsx</translation>
    </message>
    <message>
        <source>a sheet has at most {0} rows</source>
        <translation>一张工作表最多有{0}行</translation>
    </message>
    <message>
        <source>two of its sheets are named as the table {0}; rename one</source>
        <translation>有两张工作表都以表{0}命名；请给其中一张改名</translation>
    </message>
    <message>
        <source>none of its sheets is named as a table of a chain, such as deals or nodes; name them so</source>
        <translation>没有一张工作表以产业链的表命名，例如deals或nodes；请这样命名</translation>
    </message>
    <message>
        <source>its part {0} is damaged; open the file in a spreadsheet program and save it as .xlsx again</source>
        <translation>其部件{0}已损坏；请在电子表格程序中打开文件，并重新另存为.xlsx</translation>
    </message>
    <message>
        <source>it has more than {0} texts, the most that are read; split it into several files, or save it as CSV</source>
        <translation>它的文字超过{0}条，即可读取的上限；请拆分为多个文件，或另存为CSV</translation>
    </message>
    <message>
        <source>it is a package of another kind, no workbook; save the workbook as .xlsx in a spreadsheet program</source>
        <translation>它是另一种压缩包，不是工作簿；请在电子表格程序中将工作簿另存为.xlsx</translation>
    </message>
    <message>
        <source>“{0}” could not be written: {1}</source>
        <translation>无法写入“{0}”：{1}</translation>
    </message>
    <message>
        <source>a row or a text has more than {0} bytes, the most that are read of one; shorten it</source>
        <translation>有一行或一段文字超过{0}字节，即可读取的上限；请缩短</translation>
    </message>
    <message>
        <source>the file declares a type of document, as no spreadsheet program does; open it in one and save it as .xlsx again</source>
        <translation>文件声明了文档类型，而电子表格程序都不会这样做；请用电子表格程序打开，并重新另存为.xlsx</translation>
    </message>
    <message>
        <source>“{0}” may be when it starts, ends or was announced; say which</source>
        <translation>“{0}”可能是开始、结束或宣布的日期；请写明是哪一个</translation>
    </message>
    <message>
        <source>“{0}” and “{1}” both say the same field, {2}</source>
        <translation>“{0}”与“{1}”说的是同一字段：{2}</translation>
    </message>
    <message>
        <source>“{0}” says {2}, and {1} was said before; keep the one that is meant</source>
        <translation>“{0}”写的是{2}，而前面写的是{1}；请保留所指的一个</translation>
    </message>
    <message>
        <source>no kind of deal is called “{0}”; there are {1}</source>
        <translation>没有名为“{0}”的交易类型；现有{1}</translation>
    </message>
    <message>
        <source>edges of no kind that the chain has: {0}; name the kind of deal for them (on the command line --kind KEY). There are {1}</source>
        <translation>没有产业链中任何类型的边：{0}条；请为它们指定交易类型（命令行用 --kind 键）。现有{1}</translation>
    </message>
    <message>
        <source>a second edge has the id “{0}”; give it another</source>
        <translation>另一条边已有id“{0}”；请换一个</translation>
    </message>
    <message>
        <source>the edge runs from “{0}” to itself; a deal has two parties, so remove it or correct an end</source>
        <translation>该边从“{0}”指向自身；交易有两方，请删除该边或更正一端</translation>
    </message>
    <message>
        <source>the id “{0}” is the key of a deal from {1} to {2}, and the edge runs from {3} to {4}; give the edge another id, or change the deal itself</source>
        <translation>id“{0}”是从{1}到{2}的交易的键，而该边从{3}到{4}；请给该边另一个id，或更改该交易本身</translation>
    </message>
    <message>
        <source>{0} “{1}” is not in the chain; there are {2}</source>
        <translation>{0}“{1}”不在产业链中；现有{2}</translation>
    </message>
    <message>
        <source>the weight is {0} and {1} is {2}; the weight stands for {1}, so make both the same or leave one of them out</source>
        <translation>权重为{0}，而{1}为{2}；权重即{1}，请使两者相同，或只保留其一</translation>
    </message>
    <message>
        <source>{0} “{1}” was read as {2}</source>
        <translation>{0}中的“{1}”读作{2}</translation>
    </message>
    <message>
        <source>edges of a kind that the chain does not have, such as “{0}”, are taken for {1}: {2}</source>
        <translation>类型不在产业链中的边（例如“{0}”）按{1}处理：{2}条</translation>
    </message>
    <message>
        <source>labels of edges were not taken over, since deals have no names: {0}</source>
        <translation>边的标签未导入，因为交易没有名称：{0}条</translation>
    </message>
    <message>
        <source>edges have no direction in the file; they were read as written, from supplier (source) to customer (target)</source>
        <translation>文件中的边没有方向；已按所写读取，从供应方（source）到客户（target）</translation>
    </message>
    <message>
        <source>not read, since a chain has no place for it: {0}</source>
        <translation>未读取，因为产业链中没有对应内容：{0}</translation>
    </message>
    <message>
        <source>its brackets nest deeper than {0}; a graph needs four</source>
        <translation>括号嵌套超过{0}层；图只需四层</translation>
    </message>
    <message>
        <source>the file is no proper JSON ({0}); save it anew</source>
        <translation>文件不是正确的JSON（{0}）；请重新保存</translation>
    </message>
    <message>
        <source>there are no lists “nodes” and “links” (or “edges”) in it; write both into one object</source>
        <translation>其中没有列表“nodes”和“links”（或“edges”）；请把两者写入同一个对象</translation>
    </message>
    <message>
        <source>the node has neither an “id” nor a “name”; give it one</source>
        <translation>该节点既没有“id”也没有“name”；请给出其一</translation>
    </message>
    <message>
        <source>a second node has the id “{0}”; give it another</source>
        <translation>另一个节点已有id“{0}”；请换一个</translation>
    </message>
    <message>
        <source>numbers at the ends of links were read as ids of nodes, not as their places in the list, which are others</source>
        <translation>链接两端的数字读作节点的id，而不是节点在列表中的位置，两者不同</translation>
    </message>
    <message>
        <source>the edge has no {0}; name the node by its id</source>
        <translation>该边没有{0}；请用id指明节点</translation>
    </message>
    <message>
        <source>the {0} of the edge is “{1}”, and no node has this id; add the node or correct the id</source>
        <translation>该边的{0}为“{1}”，而没有节点有此id；请添加该节点或更正id</translation>
    </message>
    <message>
        <source>this is no object with “source” and “target”</source>
        <translation>这不是含有“source”和“target”的对象</translation>
    </message>
    <message>
        <source>a list of edges needs the columns Source and Target in its header row; add them, or name the file as the table that is in it, such as deals.csv</source>
        <translation>边列表的表头须有Source和Target两列；请添加，或按其中的表命名文件，例如deals.csv</translation>
    </message>
    <message>
        <source>no tier is called “{0}”; there are {1}</source>
        <translation>没有名为“{0}”的环节；现有{1}</translation>
    </message>
    <message>
        <source>the id “{0}” is the key of “{1}”, which is not called “{2}”; write its name, or give the node another id</source>
        <translation>id“{0}”是“{1}”的键，而它并不叫“{2}”；请写其名称，或给该节点另一个id</translation>
    </message>
    <message>
        <source>“{0}” may be any of several nodes ({1}); write the key of the one that is meant</source>
        <translation>“{0}”可能是多个节点之一（{1}）；请写所指节点的键</translation>
    </message>
    <message>
        <source>“{0}” is there twice: this is the node “{1}” too; remove one of them</source>
        <translation>“{0}”重复：它也是节点“{1}”；请删去一个</translation>
    </message>
    <message>
        <source>a second node is called “{0}”; give one of them another label</source>
        <translation>另一个节点也叫“{0}”；请为其中一个换标签</translation>
    </message>
    <message>
        <source>new nodes of a tier or group that the chain does not have, such as “{0}”, go into {1}: {2}</source>
        <translation>环节或分组不在产业链中的新节点（例如“{0}”）归入{1}：{2}个</translation>
    </message>
    <message>
        <source>not in the chain yet, and of no tier that it has: {0} ({1}); name the tier for new nodes (on the command line --tier KEY). There are {2}</source>
        <translation>尚不在产业链中、也没有其任何环节的节点：{0}个（{1}）；请为新节点指定环节（命令行用 --tier 键）。现有{2}</translation>
    </message>
    <message>
        <source>{0}, line {1}: {2}</source>
        <translation>{0}第{1}行：{2}</translation>
    </message>
    <message>
        <source>{0}, {1}: {2}</source>
        <translation>{0}，{1}：{2}</translation>
    </message>
    <message>
        <source>the file is no proper XML ({0}); save it anew as GraphML</source>
        <translation>文件不是正确的XML（{0}）；请重新存为GraphML</translation>
    </message>
    <message>
        <source>the file has a document type (&lt;!DOCTYPE), which is not read; remove it, GraphML needs none</source>
        <translation>文件含有文档类型（&lt;!DOCTYPE），不予读取；请将其删除，GraphML不需要它</translation>
    </message>
    <message>
        <source>a second graph begins here; one is read from a file, so move it into a file of its own</source>
        <translation>这里开始了第二个图；每个文件只读取一个图，请将其移到单独的文件中</translation>
    </message>
    <message>
        <source>there is no &lt;graph&gt; within a &lt;graphml&gt;; save the graph as GraphML</source>
        <translation>&lt;graphml&gt;中没有&lt;graph&gt;；请将图存为GraphML</translation>
    </message>
    <message>
        <source>the file declares more than {0} keys; remove those that a chain has no use for</source>
        <translation>文件声明了超过{0}个key；请删去产业链用不到的</translation>
    </message>
    <message>
        <source>the key “{0}” is declared twice; remove one</source>
        <translation>key“{0}”重复声明；请删去一个</translation>
    </message>
    <message>
        <source>a hyperedge joins any number of nodes, and a deal two; write an edge for each deal</source>
        <translation>超边可连接任意多个节点，而交易只有两方；请为每笔交易写一条边</translation>
    </message>
    <message>
        <source>the node “{0}” has a graph within it, which is not read; move its nodes and edges out into the graph itself</source>
        <translation>节点“{0}”内含一个图，不予读取；请将其中的节点和边移到图本身</translation>
    </message>
    <message>
        <source>the node “{0}” has ports, which deals have not; let its edges end at the node and remove the ports</source>
        <translation>节点“{0}”有端口，而交易没有；请让边止于节点本身并删除端口</translation>
    </message>
    <message>
        <source>a node has no id, by which edges name it; give it one</source>
        <translation>有一个节点没有id，而边要用id指明它；请给出id</translation>
    </message>
    <message>
        <source>the edge ends at ports, which deals have not; let it end at its nodes</source>
        <translation>该边止于端口，而交易没有端口；请让它止于节点</translation>
    </message>
    <message>
        <source>data has the key “{0}”, which no &lt;key&gt; of the file declares; declare it or remove the data</source>
        <translation>data的key“{0}”未由文件中的任何&lt;key&gt;声明；请声明它或删除该data</translation>
    </message>
    <message>
        <source>a newer O-chain saved this view; open it with that one</source>
        <translation>此视图由更新版本的O-chain保存；请用该版本打开</translation>
    </message>
    <message>
        <source>what this view holds cannot be read; erase it or save it anew</source>
        <translation>此视图的内容无法读取；请删除或重新保存</translation>
    </message>
    <message>
        <source>A ring is money that comes back to who paid it, by at least one purchase and one investment, over {0} parties at most; what goes round is its least step</source>
        <translation>环是经由至少一笔采购和一笔投资回到付款方的资金，至多经过{0}方；循环金额为其中最小的一步</translation>
    </message>
    <message>
        <source>That money comes back in one period does not say that it is the same money</source>
        <translation>资金在同一时期回流，并不说明是同一笔资金</translation>
    </message>
    <message>
        <source>Only the {0} largest rings are listed; there are more</source>
        <translation>仅列出最大的{0}个环；还有更多</translation>
    </message>
    <message>
        <source>Deals without a disclosed amount, which are in no ring: {0}</source>
        <translation>未披露金额、不在任何环中的交易数：{0}</translation>
    </message>
    <message>
        <source>By chance: within trade and within capital everyone pays as many, is paid by as many and pays the same amounts, but to others; runs: {0}</source>
        <translation>随机对照：在贸易和资本内部，各方付款与收款的对象数及每笔付款金额不变，但付给别人；运行次数：{0}</translation>
    </message>
    <message>
        <source>In some runs there were more rings than are counted; of these the largest count</source>
        <translation>部分运行中的环多于计数上限；此时只计最大的那些</translation>
    </message>
    <message>
        <source>The deals of this chain come to more revenue than {0} says; nothing is taken to be outside</source>
        <translation>本链交易的收入合计高于{0}所示；不计链外部分</translation>
    </message>
    <message>
        <source>The deals of this chain come to more cost than {0} says; nothing is taken to be outside</source>
        <translation>本链交易的成本合计高于{0}所示；不计链外部分</translation>
    </message>
    <message>
        <source>Shares of revenue are of all that the company takes by {0}; what no deal here explains is outside the chain</source>
        <translation>收入占比以{0}所示的公司全部收入为准；此处没有交易解释的部分在链外</translation>
    </message>
    <message>
        <source>Shares of cost are of all that the company spends by {0}; what no deal here explains is outside the chain</source>
        <translation>成本占比以{0}所示的公司全部支出为准；此处没有交易解释的部分在链外</translation>
    </message>
    <message>
        <source>Shares of revenue are of what the deals of this chain hold: no metric says what the company takes in all</source>
        <translation>收入占比以本链交易所含金额为准：没有指标说明公司的全部收入</translation>
    </message>
    <message>
        <source>Shares of spend are of what the deals of this chain hold: no metric says what the company spends in all</source>
        <translation>支出占比以本链交易所含金额为准：没有指标说明公司的全部支出</translation>
    </message>
    <message>
        <source>Sales without a disclosed amount, which have no share: {0}</source>
        <translation>未披露金额、没有占比的销售数：{0}</translation>
    </message>
    <message>
        <source>Purchases without a disclosed amount, which have no share: {0}</source>
        <translation>未披露金额、没有占比的采购数：{0}</translation>
    </message>
    <message>
        <source>Each company passes on to its suppliers what it spends on them, by the larger of what it takes (revenue and capital) and what it spends; the rest leaves the chain</source>
        <translation>每家公司把对各供应商的支出传给它们，分母取其所得（收入与资本）和支出中较大者；其余离开本链</translation>
    </message>
    <message>
        <source>What gets to {0} goes round there for ever, as they pay nobody else; only what arrives from others is told</source>
        <translation>到达{0}的资金在其间不断循环，因为它们不向别人付款；只计从别处到达的部分</translation>
    </message>
    <message>
        <source>{0} is one of them: to the end its money reaches no end, so that no sums are told; ask for a number of tiers</source>
        <translation>{0}是其中之一：其资金没有终点，因此不给出合计；请指定层数</translation>
    </message>
    <message>
        <source>What ends with a company that others hold stakes in is that of its owners whom no deal names</source>
        <translation>最终归于一家有他人持股的公司的份额，属于没有交易指明的其他所有者</translation>
    </message>
    <message>
        <source>Stakes in {0} add up above 100 % and are scaled down to it</source>
        <translation>对{0}的持股合计超过100 %，已按比例缩减至100 %</translation>
    </message>
    <message>
        <source>These belong to each other alone, and what reaches them ends there: {0}</source>
        <translation>以下公司只属于彼此，到达它们的份额止于此：{0}</translation>
    </message>
    <message>
        <source>Not held yet, as it hangs on a condition or a choice: control by {0}</source>
        <translation>尚未取得，取决于条件或选择：由{0}控制</translation>
    </message>
    <message>
        <source>Not held yet, as it hangs on a condition or a choice, or is a ceiling: {1} % by {0}</source>
        <translation>尚未持有，取决于条件或选择，或仅为上限：{0}持{1} %</translation>
    </message>
    <message>
        <source>{0} has no dates that could slip; give it a start or an end</source>
        <translation>{0}没有可推迟的日期；请给出开始或结束日期</translation>
    </message>
    <message>
        <source>{0} has no capacity that could be scaled; give it one</source>
        <translation>{0}没有可按比例调整的容量；请给出容量</translation>
    </message>
    <message>
        <source>{0} cannot be changed so: {1}</source>
        <translation>{0}不能这样更改：{1}</translation>
    </message>
    <message>
        <source>A node needs as much of each layer that supplies it as of the others; a layer in which nothing stands limits nothing</source>
        <translation>节点对供应它的每一层的需求同样多；没有任何容量到位的层不构成限制</translation>
    </message>
    <message>
        <source>Who cannot support all that is contracted out of them delivers to everybody in proportion</source>
        <translation>无法支撑全部对外合约者，按比例向各方交付</translation>
    </message>
    <message>
        <source>Supplies without a disclosed capacity, which limit nothing: {0}</source>
        <translation>未披露容量、因而不构成限制的供应：{0}</translation>
    </message>
    <message>
        <source>Supplies without dates, which stand in no period: {0} MW in all layers</source>
        <translation>没有日期、因而不计入任何时期的供应：各层合计{0} MW</translation>
    </message>
    <message>
        <source>Suppliers that supply one another in rings were gone through until they settled, {0} times</source>
        <translation>相互供应成环的供应方反复计算直至稳定，共{0}次</translation>
    </message>
    <message>
        <source>Suppliers of one layer can stand in for one another, outside the layers those of one tier, by their part in all that is sold of it</source>
        <translation>同一层的供应方可相互替代，层之外则为同一环节的供应方，按其在该类全部销售中的份额</translation>
    </message>
    <message>
        <source>What a layer supplies is essential: output falls by its part in that layer; by other goods, and where deals of the layer hide their amounts, it falls by their part in all that is bought</source>
        <translation>层所供应的不可或缺：产出按其在该层中的份额下降；其他商品，以及该层有交易未披露金额时，则按其在全部采购中的份额下降</translation>
    </message>
    <message>
        <source>No metric of this period says what a company takes or spends outside the chain, so that losses are of the deals here</source>
        <translation>该时期没有指标说明公司在链外的收支，因此损失仅就此处的交易而言</translation>
    </message>
    <message>
        <source>What metrics say that companies take or spend outside the chain does not fall; figures known: {0}</source>
        <translation>指标所示公司在链外的收支不受影响；已知数字：{0}</translation>
    </message>
    <message>
        <source>Trade counts, capital and guarantees do not; nothing is stored, and nobody finds another supplier or customer</source>
        <translation>只计贸易，不计资本与担保；没有库存，也无人另寻供应方或客户</translation>
    </message>
    <message>
        <source>Exposed is what those have left to lose whose deals with who fails have no disclosed amount; unresolved are these deals</source>
        <translation>敞口是指与失效方有未披露金额交易者尚可损失的部分；未决的即这些交易</translation>
    </message>
    <message>
        <source>A proposal beside the figures: what sources say apart, each weighed by how exact it is taken to be, and nothing is written</source>
        <translation>数字旁的建议：各来源说法不一，按假定的精确程度加权；不写入任何内容</translation>
    </message>
    <message>
        <source>One standard deviation is taken to be 2 % of what a filing or a regulator says, 5 % of a release, 10 % of the press, 15 % of analyses, articles and aggregators, 25 % of social media, 20 % where nobody is named</source>
        <translation>假定一个标准差为：申报文件或监管机构所说的2 %，新闻稿的5 %，媒体的10 %，分析、文章与聚合来源的15 %，社交媒体的25 %，未注明来源的20 %</translation>
    </message>
    <message>
        <source>A metric with a range has a sixth of it; a figure without an adopted claim 10 % if it is reported, 15 % derived, 20 % estimated, 30 % assumed</source>
        <translation>有区间的指标取区间的六分之一；没有已采纳说法的数字：已报道的10 %，推导的15 %，估计的20 %，假定的30 %</translation>
    </message>
    <message>
        <source>Purchases without a disclosed amount on the way, over which nothing is passed on: {0}</source>
        <translation>途中未披露金额、不再传递的采购数：{0}</translation>
    </message>
    <message>
        <source>Where phases or parts come to just what their deal says, they are held to it; sources are independent</source>
        <translation>阶段或组成部分之和恰等于其交易时，予以保持；各来源相互独立</translation>
    </message>
    <message>
        <source>overriding {0}</source>
        <translation>覆盖 {0}</translation>
    </message>
    <message>
        <source>a scenario adds no rows and takes none away; end editing it first, or give a deal the status cancelled</source>
        <translation>情景不增加也不去掉行；请先结束编辑情景，或把交易的状态设为已取消</translation>
    </message>
    <message>
        <source>a scenario cannot override this field; override an amount, a date, a status, a weight or the like</source>
        <translation>情景不能覆盖此字段；请覆盖金额、日期、状态、权重之类</translation>
    </message>
    <message>
        <source>Another edit is still being written; nothing was changed. Try again.</source>
        <translation>另一次编辑仍在写入；没有更改任何内容。请再试一次。</translation>
    </message>
</context>
<context>
    <name>Table</name>
    <message>
        <source>Tier</source>
        <translation>环节</translation>
    </message>
    <message>
        <source>Node</source>
        <translation>节点</translation>
    </message>
    <message>
        <source>Kind of deal</source>
        <translation>交易类型</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Boundary</source>
        <translation>计量边界</translation>
    </message>
    <message>
        <source>Deal</source>
        <translation>交易</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Citation</source>
        <translation>引用</translation>
    </message>
    <message>
        <source>Claim</source>
        <translation>说法</translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation>情景</translation>
    </message>
    <message>
        <source>Override</source>
        <translation>情景值</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>View</source>
        <translation>视图</translation>
    </message>
    <message>
        <source>Dismissed note</source>
        <translation>已查看的提示</translation>
    </message>
    <message>
        <source>Phase</source>
        <translation>阶段</translation>
    </message>
</context>
<context>
    <name>WhatIf</name>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>%1, phase %2 of %3</source>
        <comment>deal, number, how many</comment>
        <translation>%1，第%2阶段（共%3）</translation>
    </message>
</context>
<context>
    <name>ochain::AddressStrip</name>
    <message>
        <source>This source has no address.</source>
        <translation>该来源没有网址。</translation>
    </message>
    <message>
        <source>Enter opens it, Esc leaves it. It is asked once for each address.</source>
        <translation>按 Enter 打开，按 Esc 离开。每个网址只问一次。</translation>
    </message>
    <message>
        <source>Open in the browser</source>
        <translation>在浏览器中打开</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>暂不</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>ochain::BackupsModel</name>
    <message>
        <source>Before the first edit of the day</source>
        <translation>当天首次编辑之前</translation>
    </message>
    <message>
        <source>Before a newer O-chain changed its form</source>
        <translation>新版 O-chain 更改文件格式之前</translation>
    </message>
    <message>
        <source>comparing…</source>
        <translation>正在比较…</translation>
    </message>
    <message>
        <source>of a newer O-chain</source>
        <translation>来自更新版本的 O-chain</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>已损坏</translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation>无法读取</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>无差异</translation>
    </message>
    <message numerus="yes">
        <source>%n rows</source>
        <translation>
            <numerusform>%n行</numerusform>
        </translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>保留时间</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>What differs</source>
        <translation>差异</translation>
    </message>
</context>
<context>
    <name>ochain::CapacityView</name>
    <message>
        <source>Group</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>Megawatts</source>
        <translation>兆瓦</translation>
    </message>
    <message>
        <source>MW as stated</source>
        <translation>MW按公布值</translation>
    </message>
    <message>
        <source>IT</source>
        <translation>IT</translation>
    </message>
    <message>
        <source>Megawatts as each deal states them</source>
        <translation>按各交易公布的兆瓦数</translation>
    </message>
    <message>
        <source>Megawatts of IT load: what part of a facility&apos;s megawatt is IT load is an assumption of the file</source>
        <translation>按IT负荷计的兆瓦：设施每兆瓦中IT负荷所占比例是本文件的假设</translation>
    </message>
</context>
<context>
    <name>ochain::CellNotes</name>
    <message>
        <source>Not taken: this became “%1” meanwhile; you typed “%2”.</source>
        <translation>未采用：此处其间已变为“%1”，您输入的是“%2”。</translation>
    </message>
    <message>
        <source>Not taken: %1 wrote “%2” here at %3; you typed “%4”.</source>
        <translation>未采用：%1 于 %3 在此写入“%2”，您输入的是“%4”。</translation>
    </message>
</context>
<context>
    <name>ochain::CellSummary</name>
    <message>
        <source>%1 cells in %2 rows</source>
        <translation>%2 行中的 %1 个单元格</translation>
    </message>
</context>
<context>
    <name>ochain::CellSums</name>
    <message>
        <source>%1 too large to add up</source>
        <translation>%1过大，无法合计</translation>
    </message>
    <message>
        <source>sum %1</source>
        <translation>合计 %1</translation>
    </message>
    <message>
        <source>%1, of which %2 is part of others selected</source>
        <translation>%1，其中 %2 是所选其他交易的一部分</translation>
    </message>
</context>
<context>
    <name>ochain::ChainTreeModel</name>
    <message>
        <source>Chain</source>
        <translation>产业链</translation>
    </message>
    <message>
        <source>Revenue</source>
        <translation>收入</translation>
    </message>
    <message>
        <source>Revenue, total</source>
        <translation>收入，合计</translation>
    </message>
    <message>
        <source>Spend</source>
        <translation>支出</translation>
    </message>
    <message>
        <source>Spend, total</source>
        <translation>支出，合计</translation>
    </message>
    <message>
        <source>Net</source>
        <translation>净额</translation>
    </message>
    <message>
        <source>Net, total</source>
        <translation>净额，合计</translation>
    </message>
    <message>
        <source>Capital in</source>
        <translation>资本流入</translation>
    </message>
    <message>
        <source>Capital in, total</source>
        <translation>资本流入，合计</translation>
    </message>
    <message>
        <source>Capital out</source>
        <translation>资本流出</translation>
    </message>
    <message>
        <source>Capital out, total</source>
        <translation>资本流出，合计</translation>
    </message>
    <message>
        <source>Capacity in</source>
        <translation>容量流入</translation>
    </message>
    <message>
        <source>Capacity in, total</source>
        <translation>容量流入，合计</translation>
    </message>
    <message>
        <source>Capacity out</source>
        <translation>容量流出</translation>
    </message>
    <message>
        <source>Capacity out, total</source>
        <translation>容量流出，合计</translation>
    </message>
    <message>
        <source>Backlog</source>
        <translation>未履约订单</translation>
    </message>
    <message>
        <source>Gap</source>
        <translation>缺口</translation>
    </message>
    <message>
        <source>Funding</source>
        <translation>资金头寸</translation>
    </message>
    <message>
        <source>Binding layer</source>
        <translation>瓶颈层</translation>
    </message>
    <message>
        <source>Deals</source>
        <translation>交易</translation>
    </message>
    <message>
        <source>Undisclosed</source>
        <translation>未披露</translation>
    </message>
    <message>
        <source>Guarantees given</source>
        <translation>提供的担保</translation>
    </message>
    <message>
        <source>Guarantees received</source>
        <translation>获得的担保</translation>
    </message>
    <message>
        <source>known by site only</source>
        <translation>只按站点可知</translation>
    </message>
    <message>
        <source>All capacity that stands reaches single sites: it binds them, and not the whole.</source>
        <translation>在位容量都只供给单个站点：它约束这些站点，而不约束整体。</translation>
    </message>
    <message>
        <source>Supplies</source>
        <translation>供给</translation>
    </message>
    <message>
        <source>Supplies %1</source>
        <comment>in a period</comment>
        <translation>供给 %1</translation>
    </message>
    <message>
        <source>pays %1</source>
        <translation>付 %1</translation>
    </message>
    <message>
        <source>gets %1</source>
        <translation>得 %1</translation>
    </message>
    <message>
        <source>Capacity of the row&apos;s own layer at the end of the period, else revenue in it. Who has neither pays, or gets capital: the figure says so.</source>
        <translation>该行所属层在期末的在位容量，否则为该期收入。两者皆无时为支付（付）或所得资本（得），数字前会注明。</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差异</translation>
    </message>
    <message>
        <source>What the row&apos;s figure has more, or less: against %1</source>
        <translation>该行数字多出或少去多少：相对于%1</translation>
    </message>
</context>
<context>
    <name>ochain::ChainTreePanel</name>
    <message>
        <source>Chain tree</source>
        <translation>产业链树</translation>
    </message>
    <message>
        <source>No tiers yet</source>
        <translation>还没有环节</translation>
    </message>
    <message>
        <source>The chain would stand here, tier by tier. Import a folder of CSV files from the File menu to begin.</source>
        <translation>产业链将按环节显示在这里。请从“文件”菜单导入一个CSV文件夹。</translation>
    </message>
</context>
<context>
    <name>ochain::ChangeWords</name>
    <message>
        <source>%1 of %2</source>
        <translation>%2的%1</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1“%2”</translation>
    </message>
    <message>
        <source>%1 added</source>
        <translation>新增%1</translation>
    </message>
    <message>
        <source>%1 deleted</source>
        <translation>删除%1</translation>
    </message>
    <message>
        <source>%1 moved to another place</source>
        <translation>%1已移到别处</translation>
    </message>
</context>
<context>
    <name>ochain::ChangedOnLine</name>
    <message>
        <source>A new source of this address is added.</source>
        <translation>将以此网址添加一个新来源。</translation>
    </message>
    <message>
        <source>What it was until then stays in its history.</source>
        <translation>此前的值会留在它的历史中。</translation>
    </message>
    <message>
        <source>Say on which day it changed, such as 2026-02-24.</source>
        <translation>请写明在哪一天改变，如 2026-02-24。</translation>
    </message>
    <message>
        <source>Say who says so: choose a source from the list, or give the https address of a new one.</source>
        <translation>请说明出处：从列表中选择来源，或给出新来源的 https 网址。</translation>
    </message>
    <message>
        <source>It changed on …</source>
        <translation>它改变于……</translation>
    </message>
    <message>
        <source>This was no mistake put right: give the day and the source, and both values stand in the history of the field</source>
        <translation>这不是更正错误：给出日期和来源，新旧两个值都会留在该字段的历史中</translation>
    </message>
    <message>
        <source>on which day</source>
        <translation>哪一天</translation>
    </message>
    <message>
        <source>The day on which it changed</source>
        <translation>改变的日期</translation>
    </message>
    <message>
        <source>Source: name or https://…</source>
        <translation>来源：名称或 https://…</translation>
    </message>
    <message>
        <source>The source that says so</source>
        <translation>这样说的来源</translation>
    </message>
    <message>
        <source>%1: it changed on …</source>
        <comment>field</comment>
        <translation>%1：它改变于……</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>记下</translation>
    </message>
    <message>
        <source>Keep as a change</source>
        <translation>记为改变</translation>
    </message>
    <message>
        <source>Title of the source</source>
        <translation>来源的标题</translation>
    </message>
</context>
<context>
    <name>ochain::ChartSurface</name>
    <message>
        <source>Drawing…</source>
        <translation>正在绘图……</translation>
    </message>
    <message>
        <source>Drag to choose the years shown; double-click for all of them</source>
        <translation>拖动以选择显示的年份；双击显示全部</translation>
    </message>
</context>
<context>
    <name>ochain::ChartView</name>
    <message>
        <source>Close the group</source>
        <translation>收起分组</translation>
    </message>
    <message>
        <source>Open the group</source>
        <translation>展开分组</translation>
    </message>
    <message>
        <source>Show the deals behind it</source>
        <translation>显示其背后的交易</translation>
    </message>
    <message>
        <source>Copy the picture</source>
        <translation>复制图片</translation>
    </message>
    <message>
        <source>Copy the figures</source>
        <translation>复制数字</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Order the boxes afresh</source>
        <translation>重新排列方框</translation>
    </message>
    <message>
        <source>Show all years</source>
        <translation>显示全部年份</translation>
    </message>
    <message>
        <source>Keep this group</source>
        <translation>固定此主体</translation>
    </message>
    <message>
        <source>Keep this group, whatever is selected elsewhere</source>
        <translation>固定此主体，不随其他处的选择而变</translation>
    </message>
    <message>
        <source>Keep places</source>
        <translation>保持位置</translation>
    </message>
    <message>
        <source>Keep places: what stays in the picture stays where it was. Without it a period looks the same whatever was looked at before.</source>
        <translation>保持位置：仍在图中的方框留在原处。取消后，同一时期无论此前看过什么，看起来都一样。</translation>
    </message>
    <message>
        <source>Why this figure</source>
        <translation>为何是这个数字</translation>
    </message>
</context>
<context>
    <name>ochain::ChartsPanel</name>
    <message>
        <source>Charts</source>
        <translation>图表</translation>
    </message>
    <message>
        <source>Flow</source>
        <translation>流向</translation>
    </message>
    <message>
        <source>Capacity</source>
        <translation>容量</translation>
    </message>
    <message>
        <source>Money</source>
        <translation>资金</translation>
    </message>
    <message>
        <source>Who pays whom, who supplies whom</source>
        <translation>谁付钱给谁，谁供应谁</translation>
    </message>
    <message>
        <source>What binds capacity</source>
        <translation>容量的瓶颈在哪里</translation>
    </message>
    <message>
        <source>Whether revenue covers the commitments</source>
        <translation>收入能否覆盖承诺支出</translation>
    </message>
    <message>
        <source>Export Ctrl+E</source>
        <translation>导出 Ctrl+E</translation>
    </message>
    <message>
        <source>Export the chart</source>
        <translation>导出图表</translation>
    </message>
    <message>
        <source>What is compared</source>
        <translation>比较的内容</translation>
    </message>
    <message>
        <source>This lens</source>
        <translation>本视角</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差异</translation>
    </message>
    <message>
        <source>%1 against %2</source>
        <translation>%1 对比 %2</translation>
    </message>
</context>
<context>
    <name>ochain::CheckedDelegate</name>
    <message>
        <source>%1 Enter once more takes yours, Esc keeps theirs.</source>
        <translation>%1再按一次 Enter 采用您的，按 Esc 保留对方的。</translation>
    </message>
</context>
<context>
    <name>ochain::ClaimLines</name>
    <message>
        <source>The history ends with %1, the field has %2.</source>
        <translation>历史止于 %1，而字段为 %2。</translation>
    </message>
    <message>
        <source>always</source>
        <translation>一直</translation>
    </message>
    <message>
        <source>%1  ·  %2</source>
        <comment>day, value</comment>
        <translation>%1  ·  %2</translation>
    </message>
    <message>
        <source>%1  ·  rival: %2</source>
        <comment>day, value</comment>
        <translation>%1  ·  另一说法：%2</translation>
    </message>
    <message>
        <source>no source</source>
        <translation>无来源</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>a claim: value, day</comment>
        <translation>%2 的 %1</translation>
    </message>
    <message>
        <source>Adopt</source>
        <translation>采纳</translation>
    </message>
    <message>
        <source>Make it the value of the field from its day on; what was adopted for that day becomes a rival</source>
        <translation>自其日期起作为该字段的值；那一天原先采纳的成为另一说法</translation>
    </message>
    <message>
        <source>Adopt %1</source>
        <translation>采纳 %1</translation>
    </message>
    <message>
        <source>Erase this claim; the field keeps its value</source>
        <translation>删除这条说法；字段的值不变</translation>
    </message>
    <message>
        <source>Erase the claim: %1</source>
        <translation>删除说法：%1</translation>
    </message>
</context>
<context>
    <name>ochain::ClaimsStrip</name>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>%n 次改变</numerusform>
        </translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>自 %1 起</translation>
    </message>
    <message>
        <source>always known</source>
        <translation>一直已知</translation>
    </message>
    <message numerus="yes">
        <source>%n rival(s)</source>
        <translation>
            <numerusform>%n 种异说</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <comment>between counts</comment>
        <translation>，</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>field, counts</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>History of %1: %2</source>
        <translation>%1 的历史：%2</translation>
    </message>
    <message>
        <source>open</source>
        <translation>已展开</translation>
    </message>
    <message>
        <source>folded</source>
        <translation>已折叠</translation>
    </message>
    <message>
        <source>Fold the history</source>
        <translation>折叠历史</translation>
    </message>
    <message>
        <source>Show what was said when, and by whom</source>
        <translation>显示何时由谁说了什么</translation>
    </message>
    <message>
        <source>It is kept by Enter or by the button beside it.</source>
        <translation>按回车或旁边的按钮即可保留。</translation>
    </message>
</context>
<context>
    <name>ochain::ConflictStrip</name>
    <message>
        <source>This became “%1” meanwhile; you typed “%2”. Which is to stand?</source>
        <translation>此处其间已变为“%1”，您输入的是“%2”。以哪个为准？</translation>
    </message>
    <message>
        <source>%1 wrote “%2” here at %3; you typed “%4”. Which is to stand?</source>
        <translation>%1 于 %3 在此写入“%2”，您输入的是“%4”。以哪个为准？</translation>
    </message>
    <message>
        <source>Theirs</source>
        <translation>对方的</translation>
    </message>
    <message>
        <source>Keep theirs: %1</source>
        <translation>保留对方的：%1</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>我的</translation>
    </message>
    <message>
        <source>Take mine: %1</source>
        <translation>采用我的：%1</translation>
    </message>
    <message>
        <source>Both, as rivals</source>
        <translation>两者并存</translation>
    </message>
    <message>
        <source>Each is kept as a claim that nobody has adopted; the figure stays theirs until one is.</source>
        <translation>两者各存为一条未采纳的说法；在采纳其一之前，数值仍是对方的。</translation>
    </message>
</context>
<context>
    <name>ochain::CsvActions</name>
    <message>
        <source>Import CSV files of a folder</source>
        <translation>导入文件夹中的CSV文件</translation>
    </message>
    <message>
        <source>Export CSV files into a folder</source>
        <translation>将CSV文件导出到文件夹</translation>
    </message>
    <message>
        <source>All tables are in %1</source>
        <translation>所有表格已导出到%1</translation>
    </message>
    <message>
        <source>Not read, because no table has this name: %1</source>
        <translation>未读取，因为没有以此命名的表：%1</translation>
    </message>
    <message>
        <source>Reading %1</source>
        <translation>正在读取%1</translation>
    </message>
    <message>
        <source>Removed, because the chain has no such rows: %1</source>
        <translation>链中没有这类数据，已删除：%1</translation>
    </message>
    <message>
        <source>Left as they were, though an import of the folder would read them too: %1</source>
        <translation>已原样保留，但导入该文件夹时也会读取：%1</translation>
    </message>
    <message>
        <source>Import a spreadsheet, or a CSV file of one table</source>
        <translation>导入电子表格，或一个表的CSV文件</translation>
    </message>
    <message>
        <source>Spreadsheets and CSV files (*.xlsx *.xlsm *.csv)</source>
        <translation>电子表格和CSV文件 (*.xlsx *.xlsm *.csv)</translation>
    </message>
    <message>
        <source>For Excel (with the mark by which it knows UTF-8)</source>
        <translation>供Excel使用（加上Excel据以识别UTF-8的标记）</translation>
    </message>
    <message>
        <source>Export a spreadsheet</source>
        <translation>导出电子表格</translation>
    </message>
    <message>
        <source>Spreadsheets (*.xlsx)</source>
        <translation>电子表格 (*.xlsx)</translation>
    </message>
    <message>
        <source>Exporting</source>
        <translation>正在导出</translation>
    </message>
    <message numerus="yes">
        <source>%n tables are in %1</source>
        <translation>
            <numerusform>%n个表已写入%1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ochain::CurveCard</name>
    <message>
        <source>OVER TIME</source>
        <translation>随时间</translation>
    </message>
</context>
<context>
    <name>ochain::DateField</name>
    <message>
        <source>all known</source>
        <translation>全部所知</translation>
    </message>
    <message>
        <source>Known as of, a day</source>
        <translation>截至某日所知</translation>
    </message>
    <message>
        <source>Only what was known on this day counts. Empty: everything.</source>
        <translation>只计入当日已知的内容。留空则计入全部。</translation>
    </message>
    <message>
        <source>Back to the day before on which something became known</source>
        <translation>回到上一个有新消息的日子</translation>
    </message>
    <message>
        <source>On to the next day on which something became known</source>
        <translation>前往下一个有新消息的日子</translation>
    </message>
    <message>
        <source>Choose a day from a calendar</source>
        <translation>从日历中选择日期</translation>
    </message>
    <message>
        <source>Everything known</source>
        <translation>计入全部所知</translation>
    </message>
    <message>
        <source>Stop on this day (Esc)</source>
        <translation>停在这一天（Esc）</translation>
    </message>
    <message>
        <source>Play how it became known, day by day (Alt+P); Esc stops</source>
        <translation>逐日播放如何为人所知（Alt+P）；按 Esc 停止</translation>
    </message>
</context>
<context>
    <name>ochain::DayNews</name>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1: %2 %3</source>
        <translation>%1：%2 %3</translation>
    </message>
    <message>
        <source>%1: %2 %3 → %4</source>
        <translation>%1：%2 %3 → %4</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>另有 %n 条</numerusform>
        </translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
</context>
<context>
    <name>ochain::DealCurvePlot</name>
    <message>
        <source>What the deal gives over time</source>
        <translation>此交易随时间带来什么</translation>
    </message>
    <message>
        <source>; </source>
        <comment>between years</comment>
        <translation>；</translation>
    </message>
    <message>
        <source>Capacity that stands</source>
        <translation>已就位的容量</translation>
    </message>
    <message>
        <source>Money guaranteed</source>
        <translation>担保金额</translation>
    </message>
    <message>
        <source>Money a year</source>
        <translation>每年金额</translation>
    </message>
    <message>
        <source>up to %1</source>
        <translation>最高%1</translation>
    </message>
</context>
<context>
    <name>ochain::DealsModel</name>
    <message>
        <source>Supplier</source>
        <translation>供应方</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Announced</source>
        <translation>宣布日期</translation>
    </message>
    <message>
        <source>Starts</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Ends</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>Capacity</source>
        <translation>容量</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>Money in period</source>
        <translation>本期金额</translation>
    </message>
    <message>
        <source>Capacity in period</source>
        <translation>本期容量</translation>
    </message>
    <message>
        <source>Equity</source>
        <translation>股权比例</translation>
    </message>
    <message>
        <source>Part of</source>
        <translation>隶属交易</translation>
    </message>
    <message>
        <source>Formula</source>
        <translation>公式</translation>
    </message>
    <message>
        <source>Basis</source>
        <translation>依据</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>键</translation>
    </message>
    <message>
        <source>Commitment</source>
        <translation>约束力</translation>
    </message>
    <message>
        <source>Boundary</source>
        <translation>计量边界</translation>
    </message>
    <message>
        <source>Source age, days</source>
        <translation>来源天数</translation>
    </message>
    <message>
        <source>Cost per GW</source>
        <translation>每吉瓦成本</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差异</translation>
    </message>
</context>
<context>
    <name>ochain::EditActions</name>
    <message>
        <source>Deleted: %1</source>
        <translation>已删除：%1</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>The chart is on the clipboard</source>
        <translation>图表已复制到剪贴板</translation>
    </message>
    <message>
        <source>Not deleted: %1 has changed %2 since you chose it (%3, %4). Delete it all the same?</source>
        <translation>未删除：您选中后，%1 更改了 %2（%3，%4）。仍要删除吗？</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>%1 has deleted %2 (%3). What you typed there is kept as long as the window is open: %4</source>
        <translation>%1 删除了 %2（%3）。您在那里输入的内容在窗口关闭前仍保留：%4</translation>
    </message>
    <message>
        <source>Bring it back</source>
        <translation>恢复该行</translation>
    </message>
</context>
<context>
    <name>ochain::EditLinesModel</name>
    <message>
        <source>Row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>键</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>After</source>
        <translation>更改后</translation>
    </message>
    <message>
        <source>a new row</source>
        <translation>新的一行</translation>
    </message>
    <message>
        <source>the whole row</source>
        <translation>整行</translation>
    </message>
    <message>
        <source>deleted</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>cleared</source>
        <translation>清空</translation>
    </message>
</context>
<context>
    <name>ochain::EventsModel</name>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Parties</source>
        <translation>相关主体</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
</context>
<context>
    <name>ochain::ExplanationModel</name>
    <message numerus="yes">
        <source>%n sources</source>
        <translation>
            <numerusform>%n个来源</numerusform>
        </translation>
    </message>
    <message>
        <source>Sum</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>%1 without an amount</source>
        <comment>deals</comment>
        <translation>%1没有金额</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>Made of</source>
        <translation>组成</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差异</translation>
    </message>
    <message>
        <source>nothing before</source>
        <comment>of a deal</comment>
        <translation>之前没有</translation>
    </message>
    <message>
        <source>nothing any more</source>
        <comment>of a deal</comment>
        <translation>不再有</translation>
    </message>
</context>
<context>
    <name>ochain::ExportPanel</name>
    <message>
        <source>Export chart</source>
        <translation>导出图表</translation>
    </message>
    <message>
        <source>Slide, 16:9</source>
        <translation>幻灯片，16:9</translation>
    </message>
    <message>
        <source>Half an A4 page</source>
        <translation>A4半页</translation>
    </message>
    <message>
        <source>Large</source>
        <translation>大幅</translation>
    </message>
    <message>
        <source>Own size</source>
        <translation>自定义</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>尺寸</translation>
    </message>
    <message>
        <source>Width in pixels</source>
        <translation>宽度（像素）</translation>
    </message>
    <message>
        <source>Height in pixels</source>
        <translation>高度（像素）</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>倍数</translation>
    </message>
    <message>
        <source>%1 ×</source>
        <translation>%1 倍</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>On white, for print</source>
        <translation>白底，适合打印</translation>
    </message>
    <message>
        <source>On dark, for the screen</source>
        <translation>深底，适合屏幕</translation>
    </message>
    <message>
        <source>Copy picture</source>
        <translation>复制图片</translation>
    </message>
    <message>
        <source>Pictures (*.png *.svg *.pdf)</source>
        <translation>图片 (*.png *.svg *.pdf)</translation>
    </message>
    <message>
        <source>The chart is in %1</source>
        <translation>图表已保存到%1</translation>
    </message>
    <message>
        <source>The chart is on the clipboard</source>
        <translation>图表已复制到剪贴板</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>PNG</source>
        <translation>PNG</translation>
    </message>
    <message>
        <source>SVG</source>
        <translation>SVG</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>Pixels, for slides and the web</source>
        <translation>像素图，用于幻灯片和网页</translation>
    </message>
    <message>
        <source>Lines and words, to be worked on</source>
        <translation>线条和文字，便于继续编辑</translation>
    </message>
    <message>
        <source>Lines and words, for print</source>
        <translation>线条和文字，用于印刷</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Subtitle</source>
        <translation>副标题</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Whole titles</source>
        <translation>完整标题</translation>
    </message>
    <message>
        <source>One line</source>
        <translation>一行</translation>
    </message>
    <message>
        <source>None</source>
        <translation>不列</translation>
    </message>
    <message>
        <source>Publisher, title and date of each, as many as there is room for</source>
        <translation>每个来源的发布者、标题和日期，放得下多少列多少</translation>
    </message>
    <message>
        <source>Publisher and date of each, on one line</source>
        <translation>每个来源的发布者和日期，排成一行</translation>
    </message>
    <message>
        <source>Only in the picture&apos;s metadata</source>
        <translation>只写入图片的元数据</translation>
    </message>
    <message>
        <source>Fade what is not selected</source>
        <translation>淡化未选中的部分</translation>
    </message>
    <message>
        <source>Words as outlines (SVG, PDF)</source>
        <translation>文字转为轮廓（SVG、PDF）</translation>
    </message>
    <message>
        <source>They look the same in every program, but nobody can search or edit them</source>
        <translation>在任何程序里看起来都一样，但无法搜索或编辑</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>保存…</translation>
    </message>
    <message>
        <source>The picture carries its lens, figures and sources: dropped on the window it opens its view again. Scale is for PNG and clipboard.</source>
        <translation>图片带有其视角、数字和来源：拖到窗口上会重新打开它的视图。倍数只用于 PNG 和剪贴板。</translation>
    </message>
    <message>
        <source>%1 is there already. Choose it by its whole name to replace it, or another name.</source>
        <translation>%1 已经存在。要替换它，请选择它的完整名称；否则请换一个名称。</translation>
    </message>
    <message>
        <source>%1, but no font has %2: a box stands in the place of each.</source>
        <translation>%1，但没有字体包含 %2：它们的位置上是方框。</translation>
    </message>
</context>
<context>
    <name>ochain::FieldJudge</name>
    <message>
        <source>was %1</source>
        <translation>原为%1</translation>
    </message>
    <message>
        <source>; was %1</source>
        <translation>；原为%1</translation>
    </message>
    <message>
        <source>filled in from “%1”</source>
        <translation>由“%1”填入</translation>
    </message>
</context>
<context>
    <name>ochain::FiguresCard</name>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>in</source>
        <translation>流入</translation>
    </message>
    <message>
        <source>out</source>
        <translation>流出</translation>
    </message>
    <message>
        <source> (binds)</source>
        <translation>（瓶颈）</translation>
    </message>
    <message>
        <source>DEALS</source>
        <translation>交易</translation>
    </message>
    <message>
        <source>MONEY</source>
        <translation>资金</translation>
    </message>
    <message>
        <source>total</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>CAPACITY</source>
        <translation>容量</translation>
    </message>
    <message>
        <source>end of %1</source>
        <translation>%1末</translation>
    </message>
    <message>
        <source>What binds: known by site only</source>
        <translation>瓶颈：只按站点可知</translation>
    </message>
</context>
<context>
    <name>ochain::FileActions</name>
    <message>
        <source>No file is open</source>
        <translation>没有打开的文件</translation>
    </message>
    <message>
        <source>Open a chain file from the File menu, drop one here, or begin with your copy of the shipped O-chain.</source>
        <translation>请从“文件”菜单打开产业链文件，或将文件拖到这里，或从随附的O-chain副本开始。</translation>
    </message>
    <message>
        <source>Open the O-chain</source>
        <translation>打开O-chain</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>暂无</translation>
    </message>
    <message>
        <source>Opening %1</source>
        <translation>正在打开%1</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>The file could not be opened</source>
        <translation>无法打开文件</translation>
    </message>
    <message>
        <source>Open another file…</source>
        <translation>打开其他文件…</translation>
    </message>
    <message>
        <source>New chain file</source>
        <translation>新建产业链文件</translation>
    </message>
    <message>
        <source>Chain files (*.ochain)</source>
        <translation>产业链文件 (*.ochain)</translation>
    </message>
    <message>
        <source>Open chain file</source>
        <translation>打开产业链文件</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>保存副本</translation>
    </message>
    <message>
        <source>That is the file that is open. Choose another name for the copy.</source>
        <translation>这就是当前打开的文件。请为副本另选一个名称。</translation>
    </message>
    <message>
        <source>A copy, with a history of its own, is in %1</source>
        <translation>副本（历史另计）已保存到%1</translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>打开</translation>
    </message>
</context>
<context>
    <name>ochain::FindModel</name>
    <message>
        <source>Tier</source>
        <translation>环节</translation>
    </message>
    <message>
        <source>Node</source>
        <translation>节点</translation>
    </message>
    <message>
        <source>Deal</source>
        <translation>交易</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
</context>
<context>
    <name>ochain::FindPopup</name>
    <message>
        <source>Type a part of a name or key: companies, deals, metrics, events, sources.</source>
        <translation>输入名称或键的一部分：公司、交易、指标、事件、来源。</translation>
    </message>
    <message>
        <source>Nothing is called like that.</source>
        <translation>没有这样的名称。</translation>
    </message>
    <message>
        <source>Quick find</source>
        <translation>快速查找</translation>
    </message>
    <message>
        <source>Find…</source>
        <translation>查找…</translation>
    </message>
    <message>
        <source>Find nodes, deals and sources</source>
        <translation>查找节点、交易和来源</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>查找结果</translation>
    </message>
</context>
<context>
    <name>ochain::FlowView</name>
    <message>
        <source>Money</source>
        <translation>资金</translation>
    </message>
    <message>
        <source>Capacity</source>
        <translation>容量</translation>
    </message>
    <message>
        <source>Who pays whom</source>
        <translation>谁付钱给谁</translation>
    </message>
    <message>
        <source>Who supplies whom, in one layer</source>
        <translation>谁供应谁（单层）</translation>
    </message>
    <message>
        <source>What flows</source>
        <translation>流动内容</translation>
    </message>
    <message>
        <source>Companies</source>
        <translation>公司</translation>
    </message>
    <message>
        <source>Tiers</source>
        <translation>环节</translation>
    </message>
    <message>
        <source>A box for each company</source>
        <translation>每家公司一个方框</translation>
    </message>
    <message>
        <source>A box for each tier</source>
        <translation>每个环节一个方框</translation>
    </message>
    <message>
        <source>What a box is</source>
        <translation>方框代表什么</translation>
    </message>
    <message>
        <source>Close all groups</source>
        <translation>收起所有分组</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>层</translation>
    </message>
    <message>
        <source>Deals</source>
        <translation>交易</translation>
    </message>
    <message>
        <source>A ribbon for each deal</source>
        <translation>每笔交易一条色带</translation>
    </message>
    <message>
        <source>Guarantees as outlines</source>
        <translation>以空心线显示担保</translation>
    </message>
</context>
<context>
    <name>ochain::FormFields</name>
    <message>
        <source>Nobody in the chain is called &quot;%1&quot;. Choose from the list, or create it below.</source>
        <translation>产业链中没有“%1”。请从列表中选择，或在下方新建。</translation>
    </message>
    <message>
        <source>None of these? Tab, and create &quot;%1&quot;</source>
        <translation>都不是？按 Tab 新建“%1”</translation>
    </message>
    <message>
        <source>has characters that cannot be seen: %1</source>
        <translation>含有看不见的字符：%1</translation>
    </message>
</context>
<context>
    <name>ochain::GraphActions</name>
    <message>
        <source>Import a graph</source>
        <translation>导入网络图</translation>
    </message>
    <message>
        <source>Graphs (*.graphml *.json *.csv)</source>
        <translation>网络图 (*.graphml *.json *.csv)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Export a graph</source>
        <translation>导出网络图</translation>
    </message>
    <message>
        <source>GraphML (*.graphml)</source>
        <translation>GraphML (*.graphml)</translation>
    </message>
    <message>
        <source>JSON of d3 (*.json)</source>
        <translation>d3的JSON (*.json)</translation>
    </message>
    <message>
        <source>List of edges (*.csv)</source>
        <translation>边列表 (*.csv)</translation>
    </message>
    <message>
        <source>Nodes and deals are in %1</source>
        <translation>节点和交易已写入%1</translation>
    </message>
    <message>
        <source>%1 says no graph by its name: end it in .graphml, .json or .csv, and do not name a CSV as a table; tables go in and out as CSV or as a spreadsheet.</source>
        <translation>%1的名称不是网络图：请以 .graphml、.json 或 .csv 结尾，且不要用表名命名CSV；表可作为CSV或电子表格导入和导出。</translation>
    </message>
    <message>
        <source>Reading %1</source>
        <translation>正在读取%1</translation>
    </message>
    <message>
        <source>Exporting</source>
        <translation>正在导出</translation>
    </message>
</context>
<context>
    <name>ochain::GraphImportDialog</name>
    <message>
        <source>Import from %1</source>
        <translation>从%1导入</translation>
    </message>
    <message>
        <source>Each edge becomes a deal from its supplier (source) to its customer (target). What the file says itself goes before what is chosen here.</source>
        <translation>每条边成为一笔从供应方（source）到客户（target）的交易。文件中写明的优先于此处所选。</translation>
    </message>
    <message>
        <source>Kind of the deals</source>
        <translation>交易类型</translation>
    </message>
    <message>
        <source>Tier of new nodes</source>
        <translation>新节点的环节</translation>
    </message>
    <message>
        <source>Weights are</source>
        <translation>权重为</translation>
    </message>
    <message>
        <source>as the file says</source>
        <translation>以文件为准</translation>
    </message>
    <message>
        <source>dollars of value</source>
        <translation>金额（美元）</translation>
    </message>
    <message>
        <source>megawatts of capacity</source>
        <translation>容量（兆瓦）</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Look at it</source>
        <translation>查看</translation>
    </message>
</context>
<context>
    <name>ochain::HelpWindow</name>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>Search the help…</source>
        <translation>搜索帮助…</translation>
    </message>
    <message>
        <source>Search the help</source>
        <translation>搜索帮助</translation>
    </message>
    <message>
        <source>Pages of the help</source>
        <translation>帮助的各页</translation>
    </message>
    <message>
        <source>Page of the help</source>
        <translation>帮助页面</translation>
    </message>
</context>
<context>
    <name>ochain::HistoryMenu</name>
    <message>
        <source>This edit cannot be undone alone, as something has changed since: %1</source>
        <translation>无法单独撤销这次编辑，因为此后已有改变：%1</translation>
    </message>
    <message>
        <source>Choose an edit in the history first</source>
        <translation>请先在历史中选择一次编辑</translation>
    </message>
    <message>
        <source>Show what it is about</source>
        <translation>显示所涉及的内容</translation>
    </message>
    <message>
        <source>Undo this edit</source>
        <translation>撤销这次编辑</translation>
    </message>
</context>
<context>
    <name>ochain::HistoryModel</name>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>编辑者</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>Undone: %1</source>
        <translation>已撤销：%1</translation>
    </message>
    <message>
        <source>Done again: %1</source>
        <translation>已重做：%1</translation>
    </message>
    <message>
        <source>Accepted from another program: %1</source>
        <translation>接受其他程序的改动：%1</translation>
    </message>
    <message numerus="yes">
        <source>and %n more row(s)</source>
        <translation>
            <numerusform>另有%n行</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ochain::HomePanel</name>
    <message>
        <source>Questions and chain</source>
        <translation>问题与产业链</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Chain</source>
        <translation>产业链</translation>
    </message>
    <message>
        <source>What the program answers, and your own views</source>
        <translation>程序能回答的问题，以及您自己的视图</translation>
    </message>
    <message>
        <source>Tiers and what is in them</source>
        <translation>各环节及其内容</translation>
    </message>
</context>
<context>
    <name>ochain::ImpactList</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>另有%n项</numerusform>
        </translation>
    </message>
    <message>
        <source>All figures were computed anew</source>
        <translation>所有数字已重新计算</translation>
    </message>
    <message>
        <source>No figure moves</source>
        <translation>没有数字变动</translation>
    </message>
</context>
<context>
    <name>ochain::ImpactPlace</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>另有%n项</numerusform>
        </translation>
    </message>
    <message>
        <source>What this edit moves</source>
        <translation>此次修改的影响</translation>
    </message>
    <message>
        <source>WHAT THIS EDIT MOVES</source>
        <translation>此次修改的影响</translation>
    </message>
    <message>
        <source>As you type, the figures that would move are told here.</source>
        <translation>输入时，这里会说明哪些数字将随之变动。</translation>
    </message>
    <message>
        <source>Shows everything this edit moves</source>
        <translation>显示此次修改的全部影响</translation>
    </message>
</context>
<context>
    <name>ochain::ImportPreview</name>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Import from %1</source>
        <translation>从%1导入</translation>
    </message>
    <message>
        <source>What would change</source>
        <translation>将要发生的更改</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>The first %1 of %2 lines</source>
        <translation>共%2行，显示前%1行</translation>
    </message>
    <message numerus="yes">
        <source>%n rows change</source>
        <translation>
            <numerusform>%n行有更改</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows are new</source>
        <translation>
            <numerusform>%n行为新增</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows are deleted</source>
        <translation>
            <numerusform>%n行将删除</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows get another place</source>
        <translation>
            <numerusform>%n行将调整位置</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n fields are cleared, because their cells are empty: %1</source>
        <translation>
            <numerusform>%n个字段将被清空，因为其单元格为空：%1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ochain::ImportReview</name>
    <message numerus="yes">
        <source>… and %n more notes on how it was read</source>
        <translation>
            <numerusform>……另有%n条读取说明</numerusform>
        </translation>
    </message>
    <message>
        <source>The chain has changed meanwhile. This is what the import would do now.</source>
        <translation>链在此期间有了变化。以下是现在导入会带来的更改。</translation>
    </message>
    <message>
        <source>Reading %1</source>
        <translation>正在读取%1</translation>
    </message>
    <message numerus="yes">
        <source>%1 (and %n more)</source>
        <translation>
            <numerusform>%1（另有%n处）</numerusform>
        </translation>
    </message>
    <message>
        <source>The file says all of this already; nothing was imported.</source>
        <translation>文件中已有全部内容，未导入任何数据。</translation>
    </message>
    <message>
        <source>Checking</source>
        <translation>正在检查</translation>
    </message>
    <message>
        <source>Importing</source>
        <translation>正在导入</translation>
    </message>
    <message numerus="yes">
        <source>%n rows imported</source>
        <translation>
            <numerusform>已导入%n行</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n fields cleared</source>
        <translation>
            <numerusform>%n个字段已清空</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ochain::Inspector</name>
    <message>
        <source>Inspector</source>
        <translation>检查器</translation>
    </message>
    <message>
        <source>Nothing selected</source>
        <translation>未选择任何内容</translation>
    </message>
    <message>
        <source>Choose a deal, a company, an event or a tier, in a chart, the tree or a table, to see and edit it here. A new deal: Ctrl+N. A new node: Ctrl+Shift+N.</source>
        <translation>在图表、树或表格中选择一笔交易、一家公司、一个事件或一个环节，即可在此查看和编辑。新建交易：Ctrl+N。新建节点：Ctrl+Shift+N。</translation>
    </message>
</context>
<context>
    <name>ochain::LensBar</name>
    <message>
        <source>Period</source>
        <translation>期间</translation>
    </message>
    <message>
        <source>The year or quarter that is looked at</source>
        <translation>正在查看的年度或季度</translation>
    </message>
    <message>
        <source>Granularity</source>
        <translation>粒度</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>年</translation>
    </message>
    <message>
        <source>Quarter</source>
        <translation>季</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>Play the periods one after the other (Ctrl+P)</source>
        <translation>逐期播放（Ctrl+P）</translation>
    </message>
    <message>
        <source>Known as of</source>
        <translation>截至所知</translation>
    </message>
    <message>
        <source>Weighted</source>
        <translation>加权</translation>
    </message>
    <message>
        <source>Amounts scaled by how far each deal&apos;s status is believed</source>
        <translation>按各交易状态的可信度折算金额</translation>
    </message>
    <message>
        <source>Find…  Ctrl+K</source>
        <translation>查找…  Ctrl+K</translation>
    </message>
    <message>
        <source>Find nodes, deals and sources</source>
        <translation>查找节点、交易和来源</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Step by years</source>
        <translation>按年</translation>
    </message>
    <message>
        <source>Step by quarters</source>
        <translation>按季度</translation>
    </message>
    <message>
        <source>Amounts</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>Stated</source>
        <translation>名义</translation>
    </message>
    <message>
        <source>Firm</source>
        <translation>确定</translation>
    </message>
    <message>
        <source>Amounts as stated, whoever is bound to them</source>
        <translation>按公布的金额，不论对谁有约束力</translation>
    </message>
    <message>
        <source>Only what a signed contract binds both sides to</source>
        <translation>只计已签合同对双方有约束力的部分</translation>
    </message>
    <message>
        <source>Lens…</source>
        <translation>视角…</translation>
    </message>
    <message>
        <source>The rest of the lens</source>
        <translation>视角的其余选项</translation>
    </message>
    <message>
        <source>No row of the file says when it became known</source>
        <translation>文件中没有任何一行说明何时为人所知</translation>
    </message>
    <message>
        <source>All that the file tells is known: %1 was the last day of news</source>
        <translation>文件所述均已为人所知：%1 是最后一个有消息的日子</translation>
    </message>
    <message>
        <source>%1 is the first day of news: nothing was known before</source>
        <translation>%1 是第一个有消息的日子：此前一无所知</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>day, what became known</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Assumed figures, overlaps, megawatts of IT, scenarios, free combinations (Ctrl+L)</source>
        <translation>假设数字、重叠、IT兆瓦、情景、自由组合（Ctrl+L）</translation>
    </message>
</context>
<context>
    <name>ochain::LensChips</name>
    <message>
        <source>weighted</source>
        <translation>加权</translation>
    </message>
    <message>
        <source>assumed figures out</source>
        <translation>不含假设数字</translation>
    </message>
    <message>
        <source>gross of overlaps</source>
        <translation>含重叠（总额）</translation>
    </message>
    <message>
        <source>overlaps only</source>
        <translation>仅重叠部分</translation>
    </message>
    <message>
        <source>MW of IT</source>
        <translation>IT兆瓦</translation>
    </message>
    <message>
        <source>%1 ×</source>
        <comment>what is not as usual</comment>
        <translation>%1 ×</translation>
    </message>
    <message>
        <source>Take away: %1</source>
        <translation>取消：%1</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Also not as usual: %1</source>
        <translation>其他非默认选项：%1</translation>
    </message>
    <message>
        <source>What if: not kept</source>
        <translation>推演：未保留</translation>
    </message>
    <message>
        <source>Scenario %1</source>
        <translation>情景“%1”</translation>
    </message>
    <message>
        <source>against %1</source>
        <translation>对比 %1</translation>
    </message>
    <message>
        <source>compared</source>
        <translation>比较中</translation>
    </message>
</context>
<context>
    <name>ochain::LensPopup</name>
    <message>
        <source>Lens</source>
        <translation>视角</translation>
    </message>
    <message>
        <source>Amounts</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>As stated</source>
        <translation>按公布值</translation>
    </message>
    <message>
        <source>Weighted</source>
        <translation>加权</translation>
    </message>
    <message>
        <source>Amounts as stated</source>
        <translation>按公布的金额</translation>
    </message>
    <message>
        <source>Amounts scaled by how far each deal&apos;s status is believed</source>
        <translation>按各交易状态的可信度折算金额</translation>
    </message>
    <message>
        <source>Who is bound</source>
        <translation>约束力</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Firm</source>
        <translation>确定</translation>
    </message>
    <message>
        <source>Everything, whoever is bound to it</source>
        <translation>全部计入，不论对谁有约束力</translation>
    </message>
    <message>
        <source>Only what a signed contract binds both sides to</source>
        <translation>只计已签合同对双方有约束力的部分</translation>
    </message>
    <message>
        <source>Assumed figures</source>
        <translation>假设数字</translation>
    </message>
    <message>
        <source>In</source>
        <translation>含</translation>
    </message>
    <message>
        <source>Out</source>
        <translation>不含</translation>
    </message>
    <message>
        <source>With the schedules and figures the analyst assumed</source>
        <translation>包含分析师假设的排期和数字</translation>
    </message>
    <message>
        <source>Without assumed schedules and figures</source>
        <translation>不含假设的排期和数字</translation>
    </message>
    <message>
        <source>Overlaps</source>
        <translation>重叠</translation>
    </message>
    <message>
        <source>Unique</source>
        <translation>去重</translation>
    </message>
    <message>
        <source>Gross</source>
        <translation>总额</translation>
    </message>
    <message>
        <source>Overlap</source>
        <translation>重叠</translation>
    </message>
    <message>
        <source>What is part of a larger deal counts once</source>
        <translation>属于更大交易的部分只计一次</translation>
    </message>
    <message>
        <source>Every deal in full, overlaps and all</source>
        <translation>每笔交易全额计入，含重叠</translation>
    </message>
    <message>
        <source>Only what the gross figures count twice</source>
        <translation>仅总额中重复计算的部分</translation>
    </message>
    <message>
        <source>Megawatts</source>
        <translation>兆瓦</translation>
    </message>
    <message>
        <source>IT</source>
        <translation>IT</translation>
    </message>
    <message>
        <source>Megawatts as each deal states them</source>
        <translation>按各交易公布的兆瓦数</translation>
    </message>
    <message>
        <source>Megawatts of IT load: what part of a facility&apos;s megawatt is IT load is an assumption of the file</source>
        <translation>按IT负荷计的兆瓦：设施每兆瓦中IT负荷所占比例是本文件的假设</translation>
    </message>
    <message>
        <source>All as usual</source>
        <translation>全部恢复默认</translation>
    </message>
    <message>
        <source>None: the file as it is</source>
        <translation>无：文件原样</translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation>情景</translation>
    </message>
</context>
<context>
    <name>ochain::LinksCard</name>
    <message>
        <source>INSIDE IT %1</source>
        <translation>下属 %1</translation>
    </message>
    <message>
        <source>DEALS %1</source>
        <translation>交易 %1</translation>
    </message>
    <message>
        <source>NODES %1</source>
        <translation>节点 %1</translation>
    </message>
    <message>
        <source>TIERS %1</source>
        <translation>环节 %1</translation>
    </message>
    <message>
        <source>EVENTS %1</source>
        <translation>事件 %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>另有%n项</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ochain::MainWindow</name>
    <message>
        <source>Tables</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>检查器</translation>
    </message>
    <message>
        <source>O-chain</source>
        <translation>O-chain</translation>
    </message>
    <message>
        <source>%1 (read-only) – O-chain</source>
        <translation>%1（只读）– O-chain</translation>
    </message>
    <message>
        <source>%1 – O-chain</source>
        <translation>%1 – O-chain</translation>
    </message>
    <message>
        <source>Erased: %1</source>
        <translation>已删除：%1</translation>
    </message>
    <message>
        <source>Questions and chain</source>
        <translation>问题与产业链</translation>
    </message>
</context>
<context>
    <name>ochain::MessageBar</name>
    <message>
        <source>Message</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>ochain::Messages</name>
    <message>
        <source>Parts of this file could not be read; it is open for reading only. %1</source>
        <translation>此文件有部分内容无法读取，已以只读方式打开。%1</translation>
    </message>
    <message>
        <source>Show all problems</source>
        <translation>显示所有问题</translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation>保存副本…</translation>
    </message>
    <message numerus="yes">
        <source>%n edits of others came in</source>
        <translation>
            <numerusform>已并入他人的%n次编辑</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ochain::MetricsCard</name>
    <message>
        <source>METRICS</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>METRICS  ·  none yet: users, prices, revenue, what a gigawatt costs</source>
        <translation>指标  ·  尚无：用户数、价格、收入、每吉瓦成本等</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Add metric</source>
        <translation>添加指标</translation>
    </message>
    <message>
        <source>New metric: %1</source>
        <translation>新指标：%1</translation>
    </message>
    <message>
        <source>Remove the chosen metric</source>
        <translation>移除所选指标</translation>
    </message>
    <message>
        <source>Choose a metric in the table first.</source>
        <translation>请先在表中选择一个指标。</translation>
    </message>
</context>
<context>
    <name>ochain::MoneyView</name>
    <message>
        <source>Group</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>Years</source>
        <translation>年度</translation>
    </message>
    <message>
        <source>Quarters</source>
        <translation>季度</translation>
    </message>
    <message>
        <source>A bar for each year</source>
        <translation>每年一柱</translation>
    </message>
    <message>
        <source>A bar for each quarter</source>
        <translation>每季度一柱</translation>
    </message>
    <message>
        <source>Period of a bar</source>
        <translation>每柱的期间</translation>
    </message>
</context>
<context>
    <name>ochain::Navigator</name>
    <message>
        <source>Computing every figure anew</source>
        <translation>正在重新计算所有数字</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>另有%n项</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ochain::NewNodeStrip</name>
    <message>
        <source>Create &quot;%1&quot; in the chain, as</source>
        <translation>在产业链中新建“%1”，归入</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>新建</translation>
    </message>
    <message>
        <source>Tier of the new node</source>
        <translation>新节点所属环节</translation>
    </message>
    <message>
        <source>What the new node is</source>
        <translation>新节点的类别</translation>
    </message>
    <message>
        <source>New kind: %1</source>
        <translation>新类别：%1</translation>
    </message>
    <message>
        <source>Choose the tier it stands in.</source>
        <translation>请选择所属环节。</translation>
    </message>
    <message>
        <source>Choose what it is.</source>
        <translation>请选择类别。</translation>
    </message>
    <message>
        <source>A kind is a word of letters and digits, such as %1.</source>
        <translation>类别由英文字母和数字组成，例如 %1。</translation>
    </message>
    <message>
        <source>No node is of the kind &quot;%1&quot; yet. Choose from the list; its last line adds a new kind.</source>
        <translation>尚无类别为“%1”的节点。请从列表中选择；列表末行可新增类别。</translation>
    </message>
    <message>
        <source>choose its tier</source>
        <translation>选择所属环节</translation>
    </message>
    <message>
        <source>choose what it is</source>
        <translation>选择类别</translation>
    </message>
</context>
<context>
    <name>ochain::OverrideMarks</name>
    <message>
        <source>Overridden · give back to %1</source>
        <translation>已覆盖 · 还原为 %1</translation>
    </message>
    <message>
        <source>Viewed as %1</source>
        <translation>查看为 %1</translation>
    </message>
    <message>
        <source>The scenario leaves this field as the file has it</source>
        <translation>情景不再改动此字段，保持文件中的值</translation>
    </message>
    <message>
        <source>Figures and charts show this; the file has what stands above</source>
        <translation>数字和图表显示此值；文件中是上面的值</translation>
    </message>
</context>
<context>
    <name>ochain::PictureActions</name>
    <message>
        <source>A picture opens its view in a chain: open one first.</source>
        <translation>图片的视图要在链中打开：请先打开一个链文件。</translation>
    </message>
    <message>
        <source>The picture is of “%1”, which this chain does not have; the view is of another.</source>
        <translation>图片是关于“%1”的，这个链中没有它；现在显示的是另一个的视图。</translation>
    </message>
    <message>
        <source>This is the view of %1</source>
        <translation>这是 %1 的视图</translation>
    </message>
    <message>
        <source>Export the explanation</source>
        <translation>导出解释</translation>
    </message>
    <message>
        <source>why</source>
        <translation>为何</translation>
    </message>
    <message>
        <source>Pictures (*.png *.svg *.pdf)</source>
        <translation>图片 (*.png *.svg *.pdf)</translation>
    </message>
    <message>
        <source>%1 is there already. Choose it by its whole name to replace it, or another name.</source>
        <translation>%1 已存在。要替换它，请用完整名称选择，或另取一个名称。</translation>
    </message>
    <message>
        <source>Exported: %1</source>
        <translation>已导出：%1</translation>
    </message>
</context>
<context>
    <name>ochain::ProblemsModel</name>
    <message>
        <source>Severity</source>
        <translation>严重程度</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>提示</translation>
    </message>
</context>
<context>
    <name>ochain::QuestionDelegate</name>
    <message>
        <source>Name of the view</source>
        <translation>视图名称</translation>
    </message>
</context>
<context>
    <name>ochain::QuestionsModel</name>
    <message>
        <source>A company</source>
        <translation>一家公司</translation>
    </message>
    <message>
        <source>The whole chain</source>
        <translation>整条产业链</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>question, answer</comment>
        <translation>%1%2</translation>
    </message>
</context>
<context>
    <name>ochain::QuestionsPanel</name>
    <message>
        <source>Questions</source>
        <translation>问题</translation>
    </message>
</context>
<context>
    <name>ochain::ReadLineStrip</name>
    <message>
        <source>“%1”</source>
        <translation>“%1”</translation>
    </message>
    <message>
        <source>Left over</source>
        <translation>未读入</translation>
    </message>
    <message>
        <source>Source, added with the deal</source>
        <translation>来源（随交易一并添加）</translation>
    </message>
    <message>
        <source>Read from the line; nothing is saved yet. Look it over, then press Enter.</source>
        <translation>已从该行读入，尚未保存。请核对后按回车键。</translation>
    </message>
    <message>
        <source>Enter the deal</source>
        <translation>录入交易</translation>
    </message>
    <message>
        <source>Put the rest into the note</source>
        <translation>其余写入备注</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>撤回</translation>
    </message>
</context>
<context>
    <name>ochain::RestoreActions</name>
    <message>
        <source>Going back</source>
        <translation>正在恢复</translation>
    </message>
    <message numerus="yes">
        <source>%n rows are as they were</source>
        <translation>
            <numerusform>%n行已恢复原状</numerusform>
        </translation>
    </message>
    <message>
        <source>Open as a copy</source>
        <translation>以副本打开</translation>
    </message>
    <message>
        <source>Chain files (*.ochain)</source>
        <translation>产业链文件 (*.ochain)</translation>
    </message>
    <message>
        <source>That is the file that is open. Choose another name for the copy.</source>
        <translation>这就是当前打开的文件。请为副本另选一个名称。</translation>
    </message>
    <message>
        <source>Copying</source>
        <translation>正在复制</translation>
    </message>
</context>
<context>
    <name>ochain::RestorePanel</name>
    <message>
        <source>Earlier states of %1</source>
        <translation>%1 的早期状态</translation>
    </message>
    <message>
        <source>Earlier states</source>
        <translation>早期状态</translation>
    </message>
    <message>
        <source>What would change</source>
        <translation>将要发生的更改</translation>
    </message>
    <message>
        <source>Open as a copy…</source>
        <translation>以副本打开…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Restore this state</source>
        <translation>恢复此状态</translation>
    </message>
    <message>
        <source>There is no earlier state yet</source>
        <translation>尚无早期状态</translation>
    </message>
    <message>
        <source>The first edit of a day keeps the file as it was before, for seven days, in a folder beside it. What you can undo one by one stands in the history.</source>
        <translation>每天的首次编辑会先把文件原样保留在旁边的文件夹中，保存七天。可逐步撤销的编辑见“历史”。</translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation>正在比较…</translation>
    </message>
    <message>
        <source>Nothing differs</source>
        <translation>没有差异</translation>
    </message>
    <message>
        <source>The file says what it said then.</source>
        <translation>文件内容与当时一致。</translation>
    </message>
    <message>
        <source>Going back to this state: %1</source>
        <translation>恢复到此状态：%1</translation>
    </message>
    <message>
        <source>The first %1 of %2 lines</source>
        <translation>共%2行，显示前%1行</translation>
    </message>
    <message>
        <source>This state cannot be gone back to</source>
        <translation>无法恢复到此状态</translation>
    </message>
</context>
<context>
    <name>ochain::RowAdder</name>
    <message>
        <source>reads as %1</source>
        <translation>识别为%1</translation>
    </message>
</context>
<context>
    <name>ochain::RowCommands</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>另有%n项</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 cannot be deleted while others refer to it: %2. Change or delete those first.</source>
        <translation>%1仍被其他条目引用，不能删除：%2。请先修改或删除它们。</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source> (copy)</source>
        <comment>after a name</comment>
        <translation>（副本）</translation>
    </message>
</context>
<context>
    <name>ochain::RowForm</name>
    <message>
        <source>dollars a year, of metric series</source>
        <translation>每年美元数，由指标序列计算</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>of no larger deal</source>
        <translation>不隶属更大的交易</translation>
    </message>
    <message>
        <source>company, site, chip …</source>
        <translation>company、site、chip……</translation>
    </message>
    <message>
        <source>in nothing larger</source>
        <translation>不隶属更大的节点</translation>
    </message>
    <message>
        <source>two letters, as US</source>
        <translation>两个字母，如 US</translation>
    </message>
    <message>
        <source>degrees north</source>
        <translation>北纬（度）</translation>
    </message>
    <message>
        <source>degrees east</source>
        <translation>东经（度）</translation>
    </message>
    <message>
        <source>a stream of its own</source>
        <translation>自成一条主线</translation>
    </message>
    <message>
        <source>as formulas name it</source>
        <translation>公式中所用的名称</translation>
    </message>
    <message>
        <source>USD, percent, people …</source>
        <translation>USD、percent、people……</translation>
    </message>
    <message>
        <source>on that day</source>
        <translation>即当日</translation>
    </message>
    <message>
        <source>$10B, 4 %, 800M</source>
        <translation>100亿、4 %、8亿</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>deal, launch, report …</source>
        <translation>deal、launch、report……</translation>
    </message>
    <message>
        <source>add by typing a name</source>
        <translation>输入名称以添加</translation>
    </message>
    <message>
        <source>undisclosed</source>
        <translation>未披露</translation>
    </message>
    <message>
        <source>type a name</source>
        <translation>输入名称</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>请选择</translation>
    </message>
    <message>
        <source>New deal</source>
        <translation>新交易</translation>
    </message>
    <message>
        <source>New node</source>
        <translation>新建节点</translation>
    </message>
    <message>
        <source>New metric</source>
        <translation>新建指标</translation>
    </message>
    <message>
        <source>New event</source>
        <translation>新建事件</translation>
    </message>
    <message>
        <source>Saved as soon as it has a supplier, a customer and a kind.</source>
        <translation>填好供应方、客户和类型后即自动保存。</translation>
    </message>
    <message>
        <source>Saved as soon as it has a name and a tier.</source>
        <translation>填好名称和环节后即自动保存。</translation>
    </message>
    <message>
        <source>Saved as soon as it has a party, a series and a value.</source>
        <translation>填好主体、序列和数值后即自动保存。</translation>
    </message>
    <message>
        <source>Saved as soon as it has a title.</source>
        <translation>填好标题后即自动保存。</translation>
    </message>
    <message>
        <source>Give up this new deal</source>
        <translation>放弃这笔新交易</translation>
    </message>
    <message>
        <source>Give up this new node</source>
        <translation>放弃这个新节点</translation>
    </message>
    <message>
        <source>Give up this new metric</source>
        <translation>放弃这个新指标</translation>
    </message>
    <message>
        <source>Give up this new event</source>
        <translation>放弃这个新事件</translation>
    </message>
    <message>
        <source>%1, new</source>
        <translation>%1（新建）</translation>
    </message>
</context>
<context>
    <name>ochain::RowListEdit</name>
    <message>
        <source>Take %1 away from here</source>
        <translation>从此处移除%1</translation>
    </message>
</context>
<context>
    <name>ochain::RowWords</name>
    <message>
        <source>inside %1</source>
        <translation>隶属%1</translation>
    </message>
    <message>
        <source>Tier</source>
        <translation>环节</translation>
    </message>
    <message>
        <source>Node</source>
        <translation>节点</translation>
    </message>
    <message>
        <source>Kind of deal</source>
        <translation>交易类型</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Deal</source>
        <translation>交易</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Tier, a capacity layer</source>
        <translation>环节，容量层</translation>
    </message>
    <message>
        <source>Phase</source>
        <translation>阶段</translation>
    </message>
</context>
<context>
    <name>ochain::SavedViewsPanel</name>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Rename	F2</source>
        <translation>重命名	F2</translation>
    </message>
    <message>
        <source>Let it hold what is shown now</source>
        <translation>改为保存当前所示</translation>
    </message>
    <message>
        <source>Up	Alt+Up</source>
        <translation>上移	Alt+Up</translation>
    </message>
    <message>
        <source>Down	Alt+Down</source>
        <translation>下移	Alt+Down</translation>
    </message>
    <message>
        <source>Erase	Delete</source>
        <translation>删除	Delete</translation>
    </message>
    <message>
        <source>My views</source>
        <translation>我的视图</translation>
    </message>
    <message>
        <source>Save this view</source>
        <translation>保存此视图</translation>
    </message>
    <message>
        <source>Keep view, lens, group and table of the moment in the file, under a name</source>
        <translation>把当前的视图、视角、对象和表格以一个名称保存在文件中</translation>
    </message>
    <message>
        <source>Name of the view</source>
        <translation>视图名称</translation>
    </message>
    <message>
        <source>Name of the view to be saved</source>
        <translation>要保存的视图的名称</translation>
    </message>
    <message>
        <source>What you look at can be kept here under a name, in the file.</source>
        <translation>当前所看的内容可以命名后保存在文件中，列在这里。</translation>
    </message>
</context>
<context>
    <name>ochain::ScenarioBand</name>
    <message>
        <source>Editing scenario %1</source>
        <translation>正在编辑情景“%1”</translation>
    </message>
    <message>
        <source>What is typed here goes into the scenario; the file&apos;s own fields stay</source>
        <translation>此处输入的内容进入情景；文件自身的字段不变</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>End editing the scenario</source>
        <translation>结束编辑情景</translation>
    </message>
</context>
<context>
    <name>ochain::ScenarioStrip</name>
    <message>
        <source>Name of the scenario</source>
        <translation>情景的名称</translation>
    </message>
    <message>
        <source>What it assumes</source>
        <translation>它的假设</translation>
    </message>
    <message>
        <source>What the scenario assumes</source>
        <translation>情景的假设</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>ochain::SidePanel</name>
    <message>
        <source>What is selected</source>
        <translation>所选内容</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>为何</translation>
    </message>
    <message>
        <source>What is selected, in full and to be edited</source>
        <translation>所选内容的全部，可编辑</translation>
    </message>
    <message>
        <source>What a figure is made of, down to its sources</source>
        <translation>数字由什么构成，直至来源</translation>
    </message>
    <message>
        <source>What if</source>
        <translation>推演</translation>
    </message>
    <message>
        <source>Fields that are overridden, by hand or by a scenario: figures follow, the file stays</source>
        <translation>手动或由情景覆盖的字段：数字随之变化，文件不变</translation>
    </message>
</context>
<context>
    <name>ochain::SourcesCard</name>
    <message>
        <source>SOURCES  ·  none yet</source>
        <translation>来源  ·  暂无</translation>
    </message>
    <message>
        <source>SOURCES %1</source>
        <translation>来源 %1</translation>
    </message>
    <message>
        <source>Open %1 in the browser</source>
        <translation>在浏览器中打开%1</translation>
    </message>
    <message>
        <source>Take this source away from here</source>
        <translation>从此处移除该来源</translation>
    </message>
    <message>
        <source>Choose from the list, or add it as a new source:</source>
        <translation>从列表中选择，或作为新来源添加：</translation>
    </message>
    <message>
        <source>Add a source: name or https://…</source>
        <translation>添加来源：名称或 https://…</translation>
    </message>
    <message>
        <source>Add a source</source>
        <translation>添加来源</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>Which fields the added source supports</source>
        <translation>所添加来源支持哪些字段</translation>
    </message>
    <message>
        <source>Publisher</source>
        <translation>发布者</translation>
    </message>
    <message>
        <source>Publisher of the new source</source>
        <translation>新来源的发布者</translation>
    </message>
    <message>
        <source>Address of the new source</source>
        <translation>新来源的网址</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>发布日期</translation>
    </message>
    <message>
        <source>When the new source was published</source>
        <translation>新来源的发布日期</translation>
    </message>
    <message>
        <source>Create and cite</source>
        <translation>新建并引用</translation>
    </message>
    <message>
        <source>None of these? Enter, and add a new source</source>
        <translation>都不是？按回车添加新来源</translation>
    </message>
    <message>
        <source>It is no source of the chain; create it first, or choose one from the list.</source>
        <translation>链中没有这个来源；请先创建，或从列表中选择。</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Title of the new source</source>
        <translation>新来源的标题</translation>
    </message>
</context>
<context>
    <name>ochain::SourcesModel</name>
    <message>
        <source>Publisher</source>
        <translation>发布者</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>发布日期</translation>
    </message>
    <message>
        <source>Says</source>
        <translation>支持</translation>
    </message>
</context>
<context>
    <name>ochain::StatusPanel</name>
    <message>
        <source>no file</source>
        <translation>无文件</translation>
    </message>
    <message>
        <source>read-only</source>
        <translation>只读</translation>
    </message>
    <message>
        <source>saved</source>
        <translation>已保存</translation>
    </message>
    <message>
        <source>not saved</source>
        <translation>未保存</translation>
    </message>
    <message>
        <source>The last edit moved no figure</source>
        <translation>上次编辑未影响任何数字</translation>
    </message>
    <message>
        <source>%1 deals · %2 undisclosed in money</source>
        <translation>%1笔交易 · %2笔未披露金额</translation>
    </message>
    <message>
        <source>What the last edit moved</source>
        <translation>上次编辑的影响</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>day, what became known</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1 · nothing became known on this day</source>
        <translation>%1 · 这一天没有新消息</translation>
    </message>
    <message>
        <source>Show all that became known on this day</source>
        <translation>显示这一天的全部新消息</translation>
    </message>
    <message>
        <source>What became known on this day</source>
        <translation>这一天的新消息</translation>
    </message>
    <message>
        <source>What became known on %1</source>
        <translation>%1 的新消息</translation>
    </message>
    <message>
        <source>; </source>
        <comment>between figures</comment>
        <translation>；</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>消息</translation>
    </message>
</context>
<context>
    <name>ochain::TableActions</name>
    <message>
        <source>The cells of this table are not written to; paste into deals, nodes, metrics or sources</source>
        <translation>本表的单元格不能写入；请粘贴到交易、节点、指标或来源</translation>
    </message>
    <message>
        <source>There is no text on the clipboard</source>
        <translation>剪贴板上没有文字</translation>
    </message>
    <message>
        <source>Pasted into cells</source>
        <translation>已粘贴到单元格</translation>
    </message>
    <message>
        <source>Pasted</source>
        <translation>已粘贴</translation>
    </message>
    <message>
        <source>Cleared cells</source>
        <translation>已清空单元格</translation>
    </message>
    <message>
        <source>Select cells in several rows: those below become what the first one says</source>
        <translation>请选中多行中的单元格：下方的会变为第一行的内容</translation>
    </message>
    <message>
        <source>Filled down</source>
        <translation>已向下填充</translation>
    </message>
    <message>
        <source>Reading the cells</source>
        <translation>正在读取单元格</translation>
    </message>
    <message>
        <source>line %1</source>
        <translation>第 %1 行</translation>
    </message>
    <message>
        <source>The cells say all of this already; nothing was changed.</source>
        <translation>单元格已是这些内容；未作任何改动。</translation>
    </message>
    <message numerus="yes">
        <source>%n rows changed</source>
        <translation>
            <numerusform>%n 行已更改</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows added</source>
        <translation>
            <numerusform>%n 行已新增</numerusform>
        </translation>
    </message>
    <message>
        <source>not taken, as it is worked out: %1</source>
        <translation>推算得出、未采用的列：%1</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>还有 %n 处</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was changed, as this cannot be taken:</source>
        <translation>未作任何改动，因为以下内容无法接受：</translation>
    </message>
</context>
<context>
    <name>ochain::TableCard</name>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Open the chosen row with all its fields</source>
        <translation>打开所选条目的全部字段</translation>
    </message>
    <message>
        <source>It is added by Enter or by the button beside it.</source>
        <translation>按 Enter 或旁边的按钮才会添加。</translation>
    </message>
</context>
<context>
    <name>ochain::TablePages</name>
    <message>
        <source>Deals</source>
        <translation>交易</translation>
    </message>
    <message>
        <source>No deals yet</source>
        <translation>尚无交易</translation>
    </message>
    <message>
        <source>Deals stand here, one a row. Enter the first with Ctrl+N.</source>
        <translation>交易列在此处，每行一笔。按 Ctrl+N 录入第一笔。</translation>
    </message>
    <message>
        <source>Nodes</source>
        <translation>节点</translation>
    </message>
    <message>
        <source>No nodes yet</source>
        <translation>尚无节点</translation>
    </message>
    <message>
        <source>Companies, sites and products stand here, one a row. Enter the first with Ctrl+Shift+N.</source>
        <translation>公司、场址和产品列在此处，每行一个。按 Ctrl+Shift+N 录入第一个。</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>No metrics yet</source>
        <translation>尚无指标</translation>
    </message>
    <message>
        <source>Prices, users and other figures stand here, one a row. Enter the first with Ctrl+Shift+M.</source>
        <translation>价格、用户数及其他数字列在此处，每行一个。按 Ctrl+Shift+M 录入第一个。</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>No events yet</source>
        <translation>尚无事件</translation>
    </message>
    <message>
        <source>What happened, and when, stands here once it is imported.</source>
        <translation>发生的事情及其时间导入后列在此处。</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>No sources yet</source>
        <translation>尚无来源</translation>
    </message>
    <message>
        <source>Where figures come from stands here, once a row cites it.</source>
        <translation>数字的出处在被引用后列在此处。</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Nothing to look at</source>
        <translation>没有需要查看的内容</translation>
    </message>
    <message>
        <source>Every figure has its source and its dates.</source>
        <translation>每个数字都有来源和日期。</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>No edits yet</source>
        <translation>尚无编辑</translation>
    </message>
    <message>
        <source>Every edit stands here, with what it changed; each can be undone.</source>
        <translation>每次编辑及其改动列在此处；每一次都可撤销。</translation>
    </message>
    <message>
        <source>No row meets all of this filter</source>
        <translation>没有符合筛选条件的行</translation>
    </message>
</context>
<context>
    <name>ochain::TablesPanel</name>
    <message>
        <source>Deals %1</source>
        <translation>交易 %1</translation>
    </message>
    <message>
        <source>Events %1</source>
        <translation>事件 %1</translation>
    </message>
    <message>
        <source>Problems %1</source>
        <translation>问题 %1</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>%1 of %2 shown</source>
        <translation>显示%2条中的%1条</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>Filter…</source>
        <translation>筛选…</translation>
    </message>
    <message>
        <source>Filter the table</source>
        <translation>筛选表格</translation>
    </message>
    <message>
        <source>Selection only</source>
        <translation>仅所选</translation>
    </message>
    <message>
        <source>Only deals of what is selected</source>
        <translation>仅显示所选对象的交易</translation>
    </message>
    <message>
        <source>Choose columns</source>
        <translation>选择列</translation>
    </message>
    <message>
        <source>Select notes of rows to say that they are fine; errors and notes of the whole file stay</source>
        <translation>请选择针对某一行的提示以表示其无妨；错误和针对整个文件的提示会保留</translation>
    </message>
    <message>
        <source>Looked at: fine as it is</source>
        <translation>已查看：无妨</translation>
    </message>
    <message>
        <source>Fine as it is</source>
        <translation>无妨</translation>
    </message>
    <message>
        <source>The selected notes were looked at and are flagged no more; Ctrl+Z brings them back</source>
        <translation>所选提示已查看，不再标出；Ctrl+Z可恢复</translation>
    </message>
    <message>
        <source>Words, &quot;phrases&quot;, -not this, column:word, value&gt;1bn, starts&lt;2027 (Ctrl+F); Down lists the columns</source>
        <translation>词、“词组”、-排除、列：词、金额&gt;10亿、开始&lt;2027（Ctrl+F）；按向下方向键列出各列</translation>
    </message>
    <message>
        <source>Nodes %1</source>
        <translation>节点 %1</translation>
    </message>
    <message>
        <source>Metrics %1</source>
        <translation>指标 %1</translation>
    </message>
    <message>
        <source>Sources %1</source>
        <translation>来源 %1</translation>
    </message>
    <message>
        <source>So many cells are too much for the clipboard; export the tables from the File menu instead</source>
        <translation>单元格过多，剪贴板无法容纳；请改用“文件”菜单导出表格</translation>
    </message>
</context>
<context>
    <name>ochain::TranchesCard</name>
    <message>
        <source>PHASES</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>PHASES  ·  none: the whole deal runs over its own dates</source>
        <translation>阶段  ·  无：整笔交易按自身日期排期</translation>
    </message>
    <message>
        <source>Phases</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>Add phase</source>
        <translation>添加阶段</translation>
    </message>
    <message>
        <source>New phase: %1</source>
        <translation>新阶段：%1</translation>
    </message>
    <message>
        <source>Remove the chosen phase</source>
        <translation>移除所选阶段</translation>
    </message>
    <message>
        <source>Choose the phase to remove first.</source>
        <translation>请先选择要移除的阶段。</translation>
    </message>
    <message>
        <source>The guarantee stands in full from its start to its end.</source>
        <translation>担保自开始至结束一直全额有效。</translation>
    </message>
    <message>
        <source>Capacity stands in full from the start of a phase and falls away at its end; money runs evenly between both.</source>
        <translation>容量自阶段开始起全额就位，到结束时退出；金额在两者之间平均分摊。</translation>
    </message>
    <message>
        <source>Capacity is added evenly from the start of a phase; from its end on all of it stands. Money runs evenly between both.</source>
        <translation>容量自阶段开始起逐步增加，自结束起全部就位；金额在两者之间平均分摊。</translation>
    </message>
    <message>
        <source>Money runs evenly from the start of a phase to its end.</source>
        <translation>金额自阶段开始至结束平均分摊。</translation>
    </message>
</context>
<context>
    <name>ochain::TranchesModel</name>
    <message>
        <source>Remainder</source>
        <translation>余额</translation>
    </message>
</context>
<context>
    <name>ochain::UnsavedDialog</name>
    <message>
        <source>%1, %2: “%3”</source>
        <translation>%1，%2：“%3”</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>还有 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>未保存</translation>
    </message>
    <message>
        <source>What you typed here is not saved and would be lost:</source>
        <translation>您在此输入的内容尚未保存，会丢失：</translation>
    </message>
    <message>
        <source>Back to the field</source>
        <translation>回到字段</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>放弃</translation>
    </message>
</context>
<context>
    <name>ochain::UnsavedText</name>
    <message>
        <source>The row was deleted meanwhile.</source>
        <translation>该行其间已被删除。</translation>
    </message>
    <message>
        <source>Somebody else has changed it meanwhile; choose there which is to stand.</source>
        <translation>其间有人更改了它；请在那里选择以哪个为准。</translation>
    </message>
</context>
<context>
    <name>ochain::ViewActions</name>
    <message>
        <source>“%1”: %2</source>
        <translation>“%1”：%2</translation>
    </message>
    <message>
        <source>“%1” is of “%2”, which this chain does not have; what is shown is of another.</source>
        <translation>“%1”的对象是“%2”，本链中没有；现在显示的是另一对象。</translation>
    </message>
</context>
<context>
    <name>ochain::WeightsCard</name>
    <message>
        <source>WEIGHTS OF ALL STATUSES</source>
        <translation>各状态的权重</translation>
    </message>
    <message>
        <source>Weights of all statuses</source>
        <translation>各状态的权重</translation>
    </message>
</context>
<context>
    <name>ochain::WhatIfActions</name>
    <message>
        <source>What if…</source>
        <translation>推演…</translation>
    </message>
</context>
<context>
    <name>ochain::WhatIfLine</name>
    <message>
        <source>%1, %2</source>
        <comment>row, field</comment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>Slider of %1</source>
        <translation>%1的滑块</translation>
    </message>
    <message>
        <source>Give back %1</source>
        <translation>还原%1</translation>
    </message>
    <message>
        <source>Give the field back to the base</source>
        <translation>把字段还原为文件中的值</translation>
    </message>
    <message>
        <source>base: %1</source>
        <translation>原值：%1</translation>
    </message>
    <message>
        <source>base: %1 · %2</source>
        <comment>value, source</comment>
        <translation>原值：%1 · %2</translation>
    </message>
</context>
<context>
    <name>ochain::WhatIfPanel</name>
    <message>
        <source>Not kept: figures and charts show it, the file does not have it.</source>
        <translation>未保留：数字和图表显示它，文件中没有。</translation>
    </message>
    <message>
        <source>The file as it is</source>
        <translation>文件原样</translation>
    </message>
    <message>
        <source>Kept: %1</source>
        <translation>已保留：%1</translation>
    </message>
    <message>
        <source>Made so: the chain has it now, and Undo takes it back as one edit</source>
        <translation>已落实：产业链已改为如此，撤销可一次收回</translation>
    </message>
    <message>
        <source>Erased: %1</source>
        <translation>已删除：%1</translation>
    </message>
    <message>
        <source>Rename and describe…</source>
        <translation>重命名和说明…</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>What if</source>
        <translation>推演</translation>
    </message>
    <message>
        <source>Scenario viewed</source>
        <translation>查看的情景</translation>
    </message>
    <message>
        <source>What if?</source>
        <translation>推演</translation>
    </message>
    <message>
        <source>Choose What if… from the menu of a field in the form, or of a cell in a table, and move its slider: every figure follows, and the file stays as it is.</source>
        <translation>从表单字段或表格单元格的菜单中选择“推演…”，然后移动滑块：所有数字随之变化，文件保持原样。</translation>
    </message>
    <message>
        <source>Keep as scenario…</source>
        <translation>保留为情景…</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>Back to what was viewed before</source>
        <translation>回到之前查看的内容</translation>
    </message>
    <message>
        <source>Make it so</source>
        <translation>落实</translation>
    </message>
    <message>
        <source>Change the chain itself, as one edit</source>
        <translation>更改产业链本身，作为一次编辑</translation>
    </message>
    <message>
        <source>Edit scenario</source>
        <translation>编辑情景</translation>
    </message>
    <message>
        <source>What is moved here and typed into forms goes into the scenario</source>
        <translation>在此移动和在表单中输入的内容进入情景</translation>
    </message>
    <message>
        <source>More about the scenario</source>
        <translation>情景的更多操作</translation>
    </message>
    <message>
        <source>Rename, duplicate or erase the scenario</source>
        <translation>重命名、复制或删除情景</translation>
    </message>
</context>
<context>
    <name>ochain::WhyChoice</name>
    <message>
        <source>Why it moved: against %1</source>
        <translation>为何变动：相对于%1</translation>
    </message>
    <message>
        <source>Why it moved: against another lens</source>
        <translation>为何变动：相对于另一视角</translation>
    </message>
    <message>
        <source>Why it moved: against the period before</source>
        <translation>为何变动：相对于前一期</translation>
    </message>
    <message>
        <source>Why it moved: against before the last edit</source>
        <translation>为何变动：相对于最近一次编辑之前</translation>
    </message>
    <message>
        <source>What it is made of</source>
        <translation>由什么组成</translation>
    </message>
    <message>
        <source>What is asked of the figure: what it is made of, or why it moved</source>
        <translation>对该数字所问的问题：由什么组成，或为何变动</translation>
    </message>
    <message>
        <source>%1 ▾</source>
        <comment>a choice that opens</comment>
        <translation>%1 ▾</translation>
    </message>
</context>
<context>
    <name>ochain::WhyPanel</name>
    <message>
        <source>Telling the figure apart</source>
        <translation>正在拆解数字</translation>
    </message>
    <message>
        <source>%1 deals</source>
        <translation>%1笔交易</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>No figure chosen</source>
        <translation>未选择数字</translation>
    </message>
    <message>
        <source>Double-click a figure in the tree, a table or a chart, or press Alt+Enter on it, to see the deals it is made of, down to their sources.</source>
        <translation>在产业链树、表格或图表中双击一个数字，或在其上按 Alt+Enter，即可看到构成它的交易，直至来源。</translation>
    </message>
    <message>
        <source>Not told apart</source>
        <translation>未拆解</translation>
    </message>
    <message>
        <source>The figure was given up, or memory was wanting for it.</source>
        <translation>已放弃，或内存不足。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>复制为文本</translation>
    </message>
    <message>
        <source>Copy as Markdown</source>
        <translation>复制为 Markdown</translation>
    </message>
    <message>
        <source>Copy as a table</source>
        <translation>复制为表格</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>为何</translation>
    </message>
    <message>
        <source>What the figure is made of</source>
        <translation>数字的组成</translation>
    </message>
    <message>
        <source>Enter opens a source or selects a deal · ←/→ open and close · Ctrl+C copies</source>
        <translation>Enter 打开来源或选中交易 · ←/→ 展开和收起 · Ctrl+C 复制</translation>
    </message>
    <message>
        <source>Picture…</source>
        <translation>图片…</translation>
    </message>
    <message>
        <source>Export as a picture…</source>
        <translation>导出为图片…</translation>
    </message>
    <message>
        <source>What is open, with the lens and its sources, as PNG, SVG or PDF</source>
        <translation>已展开的内容，附视角和来源，存为 PNG、SVG 或 PDF</translation>
    </message>
</context>
<context>
    <name>ochain::WhyTree</name>
    <message>
        <source>Show the address</source>
        <translation>显示网址</translation>
    </message>
    <message>
        <source>Select the deal</source>
        <translation>选中该交易</translation>
    </message>
</context>
<context>
    <name>ochain::WorkbookAbout</name>
    <message>
        <source>Program</source>
        <translation>程序</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>写入日期</translation>
    </message>
    <message>
        <source>Lens</source>
        <translation>视角</translation>
    </message>
    <message>
        <source>as known today; every row as it stands, nothing left out or weighted</source>
        <translation>以今天所知为准；每一行原样写出，没有省略，也没有加权</translation>
    </message>
    <message>
        <source>Way back</source>
        <translation>返回途径</translation>
    </message>
    <message>
        <source>an import reads the sheets that are named as tables, and not this one</source>
        <translation>导入时读取以表命名的工作表，不读取本表</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行数</translation>
    </message>
    <message>
        <source>Publisher</source>
        <translation>发布者</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>网址</translation>
    </message>
</context>
<context>
    <name>ochain::YearRange</name>
    <message>
        <source>Years</source>
        <translation>年份</translation>
    </message>
    <message>
        <source>First year shown</source>
        <translation>显示的首年</translation>
    </message>
    <message>
        <source>Last year shown</source>
        <translation>显示的末年</translation>
    </message>
    <message>
        <source>Show all years</source>
        <translation>显示全部年份</translation>
    </message>
    <message>
        <source>A year from %1 to %2; empty: as far as there is something to see. A drag along the years of the picture chooses too.</source>
        <translation>%1至%2之间的年份；留空则显示有内容的年份。也可沿图中的年份拖动选择。</translation>
    </message>
    <message>
        <source>“%1” is no year of the chain; write one from %2 to %3, or nothing to see all of them</source>
        <translation>“%1”不是产业链中的年份；请填%2至%3之间的年份，或留空以显示全部</translation>
    </message>
</context>
</TS>
