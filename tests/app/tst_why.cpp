// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "chain/edit_builder.h"
#include "charts/chart_surface.h"
#include "charts/chart_view.h"
#include "figures/part_cells.h"
#include "hands.h"
#include "items/chain_tree_model.h"
#include "items/deals_model.h"
#include "items/explanation_model.h"
#include "items/roles.h"
#include "panels/charts_panel.h"
#include "panels/why_panel.h"

#include <QClipboard>
#include <QDesktopServices>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTabBar>
#include <QTableView>
#include <QTreeView>

using namespace ochain;

namespace {

using Line = ExplanationModel::Line;
using TreeColumn = ChainTreeModel::Column;

constexpr int kEditTab = 0;
constexpr int kWhyTab = 1;

/// What opens addresses, in place of the browser.
class Browser final : public QObject {
    Q_OBJECT
public:
    Browser() { QDesktopServices::setUrlHandler(QStringLiteral("https"), this, "note"); }
    ~Browser() override { QDesktopServices::unsetUrlHandler(QStringLiteral("https")); }
    QList<QUrl> opened;
public slots:
    void note(const QUrl& url) { opened << url; }
};

/// Of a mark; of an area the whole of its panel, of which it is a part.
std::int64_t amountOf(const ChartPart& part, const ChartFigure& figure)
{
    const auto* capacity = std::get_if<CapacityFigure>(&figure);
    if (capacity == nullptr)
        return part.amount;
    const CapacityPanel& panel = capacity->panels[*part.panel];
    return part.isUndated ? panel.unscheduled : panel.totals[*capacity->current];
}

/// As a hand does it: the first click goes to the cell.
void doubleClick(const QAbstractItemView& view, const QModelIndex& cell)
{
    const QPoint place = view.visualRect(cell).center();
    QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, place);
    QTest::mouseDClick(view.viewport(), Qt::LeftButton, {}, place);
}

struct WhyFixture : WindowFixture {
    WhyFixture()
    {
        ViewLens lens = document().lens();
        lens.period = {PeriodKind::Year, 2028, 0};
        if (!document().setLens(lens))
            qFatal("there is no 2028");
    }
    [[nodiscard]] WhyPanel& panel() const { return find<WhyPanel>("whyPanel"); }
    [[nodiscard]] QTreeView& lines() const { return find<QTreeView>("whyTree"); }
    [[nodiscard]] const ExplanationModel& model() const
    {
        return *qobject_cast<const ExplanationModel*>(lines().model());
    }
    [[nodiscard]] QString title() const { return find<QLabel>("whyTitle").text(); }
    [[nodiscard]] int tab() const { return find<QTabBar>("sideTabs").currentIndex(); }
    /// The cell of a node in a column of the tree, in sight.
    [[nodiscard]] QModelIndex treeCell(const char* node, TreeColumn column) const
    {
        auto& tree = find<QTreeView>("chainTree");
        tree.setColumnHidden(static_cast<int>(column), false);
        document().select(row(Table::Nodes, node));
        const auto* shown = qobject_cast<const ChainTreeModel*>(tree.model());
        const QModelIndex cell = shown->indexOf(row(Table::Nodes, node), column);
        tree.scrollTo(cell);
        return cell;
    }
    /// Shows why a node spends what it does, by the keys.
    void explain(const char* node) const
    {
        auto& tree = find<QTreeView>("chainTree");
        tree.setFocus();
        tree.setCurrentIndex(treeCell(node, TreeColumn::Spend));
        press(Qt::Key_Return, Qt::AltModifier);
    }
    /// Goes to the first line of a kind with the arrow keys, opening what is on the way.
    [[nodiscard]] bool walkTo(Line kind) const
    {
        press(Qt::Key_Home);
        for (int step = 0; step < 200; ++step) {
            if (model().lineOf(lines().currentIndex()) == kind)
                return true;
            press(Qt::Key_Right);
            press(Qt::Key_Down);
        }
        return false;
    }
};

} // namespace

/// Why a figure is what it is, in the window.
class TestWhy final : public QObject {
    Q_OBJECT

private slots:
    void aFigureOfTheTreeIsExplainedByItsKeysAndByADoubleClick()
    {
        const WhyFixture f;
        QCOMPARE(f.tab(), kEditTab);
        f.explain("openai-group");
        QCOMPARE(f.tab(), kWhyTab);
        QVERIFY2(f.title().contains(QStringLiteral("spends")) && f.title().contains(QStringLiteral("2028")),
                 qPrintable(f.title()));
        QVERIFY(f.lines().hasFocus());
        const Group group = Group::of(f.chain().find<NodeId>("openai-group"));
        QCOMPARE(f.model().shown()->figure,
                 f.document().rollups().figure(group, Measure::Spend, kNoLayer, f.document().lens().period));

        f.trigger("showChain");
        auto& tree = f.find<QTreeView>("chainTree");
        const QModelIndex net = f.treeCell("openai-group", TreeColumn::NetTotal);
        doubleClick(tree, net);
        QVERIFY2(f.title().contains(QStringLiteral("in all")), qPrintable(f.title()));
        QCOMPARE(f.model().shown()->cell.measure, Measure::Net);
    }

    void aDealIsExplainedFromItsTable()
    {
        const WhyFixture f;
        auto& table = f.find<QTableView>("dealsTable");
        table.setColumnHidden(static_cast<int>(DealsModel::Column::PeriodMoney), false);
        const QModelIndex cell = table.model()->index(0, static_cast<int>(DealsModel::Column::PeriodMoney));
        table.scrollTo(cell);
        doubleClick(table, cell);
        QCOMPARE(f.tab(), kWhyTab);
        QVERIFY(f.panel().cell().has_value());
        QCOMPARE(f.panel().cell()->deal.value, rowRefOf(cell)->row);
        QVERIFY2(f.title().contains(QStringLiteral("→")), qPrintable(f.title()));
    }

    void whatIsSelectedIsFollowedAndTheFormComesBackToBeEdited()
    {
        const WhyFixture f;
        f.explain("openai-group");
        f.document().select(f.row(Table::Nodes, "oracle"));
        QVERIFY2(f.title().startsWith(QStringLiteral("Oracle")), qPrintable(f.title()));
        QCOMPARE(f.panel().cell()->measure, Measure::Spend); // the same as before
        ViewLens lens = f.document().lens();
        lens.period.year = 2027;
        QVERIFY(f.document().setLens(lens));
        QVERIFY2(f.title().contains(QStringLiteral("2027")), qPrintable(f.title()));
        const RowRef deal = f.row(Table::Deals, "amd-openai-6gw");
        f.document().select(deal);
        QCOMPARE(f.panel().cell()->deal.value, deal.row);
        QCOMPARE(f.tab(), kWhyTab);
        press(Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(f.tab(), kEditTab);
        QVERIFY(f.find<QWidget>("inspector").isAncestorOf(QApplication::focusWidget()));
    }

    void anEditIsFollowedAndWhatIsOpenStaysOpen()
    {
        const WhyFixture f;
        f.explain("openai-group");
        QVERIFY(f.walkTo(Line::Source));
        const QString key = f.lines().currentIndex().data(KeyRole).toString();
        const Figure before = f.model().shown()->figure;
        const QModelIndex first = f.model().index(0, 0);
        const std::optional<RowRef> deal = rowRefOf(first);
        QVERIFY(deal);
        EditBuilder builder(f.chain());
        const std::string dealKey(f.chain().key(*deal));
        QVERIFY(!builder.set(Table::Deals, dealKey, deal_field::ValueUsd, "900000000000"));
        QVERIFY(f.document().apply(std::move(builder).build({}, {})));
        QVERIFY(f.model().shown()->figure != before);
        QCOMPARE(f.lines().currentIndex().data(KeyRole).toString(), key);
    }

    void arrowKeysOpenAndCloseLines()
    {
        const WhyFixture f;
        f.explain("openai-group");
        press(Qt::Key_Home);
        const QModelIndex first = f.lines().currentIndex();
        QVERIFY(f.model().rowCount(first) > 0);
        f.lines().collapse(first);
        press(Qt::Key_Right);
        QVERIFY(f.lines().isExpanded(first));
        press(Qt::Key_Left);
        QVERIFY(!f.lines().isExpanded(first));
    }

    void theAddressOfASourceIsAskedAboutOnce()
    {
        const WhyFixture f;
        Browser browser;
        f.explain("openai-group");
        QVERIFY(f.walkTo(Line::Source));
        const QWidget& strip = f.find<QWidget>("addressStrip");
        QVERIFY(!strip.isVisible());
        press(Qt::Key_Return);
        QVERIFY(strip.isVisible());
        QVERIFY(f.find<QLabel>("sourceAddress").text().startsWith(QStringLiteral("https:/")));
        QCOMPARE(browser.opened.size(), 0);
        press(Qt::Key_Escape);
        QVERIFY(!strip.isVisible());
        press(Qt::Key_Return); // asked again: nobody has agreed
        QCOMPARE(browser.opened.size(), 0);
        press(Qt::Key_Return);
        QCOMPARE(browser.opened.size(), 1);
        QCOMPARE(browser.opened.constFirst().scheme(), QStringLiteral("https"));
        QVERIFY(!strip.isVisible());
        press(Qt::Key_Return);
        QCOMPARE(browser.opened.size(), 2);
    }

    void aDealOfTheTreeIsSelectedEverywhereAndTheFigureStays()
    {
        const WhyFixture f;
        f.explain("openai-group");
        press(Qt::Key_Home);
        const std::optional<RowRef> deal = rowRefOf(f.lines().currentIndex());
        const QString title = f.title();
        press(Qt::Key_Return);
        QCOMPARE(f.document().selection().row, deal);
        QCOMPARE(f.title(), title);
    }

    void theTreeIsCopied()
    {
        const WhyFixture f;
        f.explain("openai-group");
        press(Qt::Key_C, Qt::ControlModifier);
        const QString text = QGuiApplication::clipboard()->text();
        QVERIFY2(text.startsWith(f.title()), qPrintable(text.left(200)));
        QVERIFY(text.contains(QStringLiteral("  Sum\n")));
    }

    void marksOfChartsStandForTheirFigures_data()
    {
        QTest::addColumn<QString>("action");
        QTest::newRow("bars of money") << QStringLiteral("showMoney");
        QTest::newRow("boxes and ribbons") << QStringLiteral("showFlow");
        QTest::newRow("areas of capacity") << QStringLiteral("showCapacity");
    }
    void marksOfChartsStandForTheirFigures()
    {
        QFETCH(QString, action);
        const WhyFixture f;
        f.trigger(qPrintable(action));
        const ChartView* view = f.find<ChartsPanel>("chartsPanel").current();
        int compared = 0;
        const ChartFigure& figure = view->figure();
        for (const ChartPart& part : chartParts(figure)) {
            const std::optional<FigureCell> cell =
                cellOf(part, figure, f.chain(), f.document().rollups(), view->options());
            const bool isBox = std::holds_alternative<FlowFigure>(figure) && cell && !cell->deal.isSet();
            if (!cell || isBox) // a box is both its sides together
                continue;
            const std::optional<Explanation> told = ochain::explain(f.chain(), f.document().rollups(), *cell);
            QVERIFY(told);
            QVERIFY2(told->figure.value == amountOf(part, figure), qPrintable(part.name));
            ++compared;
        }
        QVERIFY(compared > 3);
    }

    void aBarIsExplainedWhereTheKeyboardPointsAtIt()
    {
        const WhyFixture f;
        f.trigger("showMoney");
        auto& surface = f.find<ChartSurface>("moneySurface");
        QTRY_VERIFY(!surface.marks().empty());
        surface.setFocus();
        press(Qt::Key_Right);
        const std::optional<std::size_t> at = surface.partPointedAt();
        QVERIFY(at);
        const ChartPart part = surface.parts()[*at];
        press(Qt::Key_Return, Qt::AltModifier);
        QCOMPARE(f.tab(), kWhyTab);
        QVERIFY(f.model().shown() != nullptr);
        QCOMPARE(f.model().shown()->figure.value, part.amount);
    }

    void largeFiguresAreToldApartBeside()
    {
        const WhyFixture f;
        f.panel().setMostAtOnce(0);
        f.explain("openai-group");
        QTRY_VERIFY(f.model().shown() != nullptr);
        QTRY_VERIFY(f.lines().isVisible());
        QVERIFY(f.title().contains(QStringLiteral("spends")));
    }

    void theTabIsRemembered()
    {
        WhyFixture f;
        f.find<QTabBar>("sideTabs").setFocus();
        press(Qt::Key_Right);
        QCOMPARE(f.tab(), kWhyTab);
        f.window->close();
        f.open();
        QCOMPARE(f.tab(), kWhyTab);
    }

    void aDealThatIsDeletedTakesItsFigureAlong()
    {
        const WhyFixture f;
        f.explain("openai-group");
        f.document().select(f.row(Table::Deals, "amd-openai-6gw"));
        QVERIFY(f.panel().cell()->deal.isSet());
        f.trigger("deleteRow");
        QTRY_VERIFY(!f.panel().cell() || !f.panel().cell()->deal.isSet());
        f.trigger("language_zh_CN"); // what is shown is said anew
        f.trigger("language_en");
        QVERIFY(!f.title().contains(QStringLiteral("AMD")) || !f.lines().isVisible());
    }

    void itSpeaksChineseToo()
    {
        const WhyFixture f;
        f.explain("openai-group");
        f.trigger("language_zh_CN");
        QTRY_VERIFY2(f.title().contains(QStringLiteral("2028年支出")), qPrintable(f.title()));
        f.trigger("language_en");
        QTRY_VERIFY(f.title().contains(QStringLiteral("spends")));
    }

    void withoutAFigureItSaysHowToGetOne()
    {
        const WhyFixture f;
        f.document().select(std::nullopt);
        f.find<QTabBar>("sideTabs").setCurrentIndex(kWhyTab);
        QVERIFY(f.model().shown() == nullptr);
        bool isSaid = false;
        const QList<QLabel*> labels = f.panel().findChildren<QLabel*>();
        for (const QLabel* label : labels)
            isSaid = isSaid || (label->isVisible() && label->text().contains(QStringLiteral("Alt+Enter")));
        QVERIFY(isSaid);
    }
};

QTEST_MAIN(TestWhy)
#include "tst_why.moc"
