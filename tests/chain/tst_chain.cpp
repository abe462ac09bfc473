// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "chain/chain.h"
#include "chain/edit_builder.h"

#include <QTest>

using namespace ochain;

namespace {

using Fields = std::vector<std::pair<std::string, std::string>>;

/// What a chain says, table by table, as one text.
std::string told(const Chain& chain)
{
    std::string all;
    for (const TableSpec& spec : allTables())
        for (const std::uint32_t row : chain.inOrder(spec.table)) {
            all += std::string(spec.name) + " " + std::to_string(chain.rowid({spec.table, row})) + " " +
                   std::string(chain.key({spec.table, row})) + ":";
            for (Field field = 0; field < spec.fieldCount(); ++field)
                all += " " + chain.value({spec.table, row}, field);
            all += "\n";
        }
    return all;
}

void addRow(EditBuilder& builder, Table table, const Fields& fields)
{
    std::vector<std::pair<Field, std::string>> row;
    for (const auto& [name, text] : fields)
        row.emplace_back(*fieldNamed(table, name), text);
    const std::optional<Problem> problem = builder.addRow(table, row);
    QVERIFY2(!problem, problem ? problem->text().c_str() : "");
}

/// A small chain with one row of nearly everything.
Chain smallChain()
{
    Chain chain;
    EditBuilder builder(chain);
    addRow(builder, Table::Tiers, {{"key", "up"}, {"ordinal", "1"}, {"layer", "0"}, {"name_en", "Upstream"}});
    addRow(builder, Table::Tiers,
           {{"key", "chips"}, {"parent", "up"}, {"ordinal", "1"}, {"layer", "1"}, {"name_en", "Chips"}});
    addRow(builder, Table::Tiers, {{"key", "mid"}, {"ordinal", "2"}, {"layer", "0"}, {"name_en", "Midstream"}});
    addRow(builder, Table::Nodes, {{"key", "amd"}, {"tier", "chips"}, {"kind", "company"}, {"name_en", "AMD"}});
    addRow(builder, Table::Nodes, {{"key", "openai"}, {"tier", "mid"}, {"kind", "company"}, {"name_en", "OpenAI"}});
    addRow(builder, Table::Nodes,
           {{"key", "lab"}, {"tier", "mid"}, {"kind", "company"}, {"parent", "openai"}, {"name_en", "Lab"}});
    addRow(builder, Table::DealKinds,
           {{"key", "hardware"}, {"class", "trade"}, {"profile", "deploy"}, {"money", "1"}, {"name_en", "Hardware"}});
    addRow(builder, Table::Statuses, {{"key", "signed"}, {"weight_bp", "8000"}, {"name_en", "Signed"}});
    addRow(builder, Table::Statuses, {{"key", "operating"}, {"weight_bp", "10000"}, {"name_en", "Operating"}});
    addRow(builder, Table::Boundaries, {{"key", "facility"}, {"to_it_bp", "7700"}, {"name_en", "Facility"}});
    addRow(builder, Table::Boundaries, {{"key", "it"}, {"to_it_bp", "10000"}, {"name_en", "Critical IT load"}});
    addRow(builder, Table::Deals,
           {{"key", "amd-openai"},
            {"supplier", "amd"},
            {"customer", "openai"},
            {"kind", "hardware"},
            {"status", "signed"},
            {"announced", "2025-10-06"},
            {"starts", "2026-07"},
            {"ends", "2030"},
            {"capacity_mw", "6000"},
            {"boundary", "it"},
            {"basis", "reported"}});
    addRow(builder, Table::Deals,
           {{"key", "whole"},
            {"supplier", "amd"},
            {"customer", "openai"},
            {"kind", "hardware"},
            {"status", "signed"},
            {"value_usd", "100"},
            {"basis", "reported"}});
    addRow(builder, Table::Deals,
           {{"key", "part"},
            {"supplier", "amd"},
            {"customer", "openai"},
            {"kind", "hardware"},
            {"status", "signed"},
            {"value_usd", "60"},
            {"part_of", "whole"},
            {"basis", "reported"}});
    addRow(builder, Table::Deals,
           {{"key", "by-formula"},
            {"supplier", "amd"},
            {"customer", "openai"},
            {"kind", "hardware"},
            {"status", "signed"},
            {"starts", "2026"},
            {"formula", "price * 12"},
            {"basis", "derived"}});
    addRow(builder, Table::Tranches,
           {{"key", "amd-openai-1"},
            {"deal", "amd-openai"},
            {"starts", "2026-07"},
            {"ends", "2027-06"},
            {"capacity_mw", "1000"},
            {"commitment", "firm"},
            {"boundary", "facility"},
            {"basis", "assumed"}});
    addRow(builder, Table::Metrics,
           {{"key", "price-2025"},
            {"series", "price"},
            {"node", "openai"},
            {"name_en", "Price"},
            {"unit", "USD"},
            {"as_of", "2025"},
            {"value", "20"},
            {"basis", "reported"}});
    addRow(builder, Table::Sources,
           {{"key", "news"},
            {"publisher", "News"},
            {"title", "AMD and OpenAI"},
            {"url", "https://example.org"},
            {"kind", "press"}});
    addRow(builder, Table::Citations,
           {{"table", "deals"},
            {"row_key", "amd-openai"},
            {"source", "news"},
            {"fields", "capacity_mw;starts"},
            {"locator", "p. 3"},
            {"said_by", "supplier"}});
    addRow(builder, Table::Settings, {{"key", "horizon"}, {"value", ""}});
    addRow(builder, Table::Settings, {{"key", "house"}, {"value", "anything"}});
    addRow(builder, Table::Views,
           {{"key", "firm"}, {"name_en", "Firm"}, {"ordinal", "1"}, {"state", "commitment=firm"}});
    addRow(builder, Table::Dismissals,
           {{"rule", "no-citation"}, {"table", "deals"}, {"row_key", "amd-openai"}, {"note_en", "It is public."}});
    Edit edit = std::move(builder).build("test", "the small chain");
    const Problems problems = chain.apply(edit);
    if (!problems.empty())
        qFatal("%s", problems.front().text().c_str());
    return chain;
}

} // namespace

class TestChain final : public QObject {
    Q_OBJECT
private slots:
    void anEditIsTakenBackByItsInverse();
    void aFieldThatIsInvalidIsRefusedAndNothingChanges_data();
    void aFieldThatIsInvalidIsRefusedAndNothingChanges();
    void erasingWhatOthersNeedIsRefused_data();
    void erasingWhatOthersNeedIsRefused();
    void erasingADealTakesItsTranchesAndCitationsAlong();
    void renamingARowKeepsWhatRefersToIt();
    void anEditFromAnOlderStateIsAConflict();
    void theCalendarFollowsTheDates();
    void theCalendarEndsAtTheHorizon();
    void onlyNotesAreDismissed_data();
    void onlyNotesAreDismissed();
    void layersComeFromTheNearestTierAbove();
    void aRowMayReferToOneThatComesLaterInTheSameEdit();
    void fieldNumbersMatchTheSpecs();
};

void TestChain::anEditIsTakenBackByItsInverse()
{
    Chain chain = smallChain();
    const std::string before = told(chain);
    EditBuilder builder(chain);
    QVERIFY(!builder.set(Table::Deals, "amd-openai", deal_field::CapacityMw, "7000"));
    QVERIFY(!builder.set(Table::Nodes, "lab", node_field::Parent, ""));
    QVERIFY(!builder.set(Table::Citations, "deals/amd-openai/news", citation_field::RowKey, "whole"));
    QVERIFY(!builder.erase(Table::Deals, "by-formula"));
    QVERIFY(!builder.add(Table::Nodes, "nvidia"));
    QVERIFY(!builder.set(Table::Nodes, "nvidia", node_field::Tier, "chips"));
    Edit edit = std::move(builder).build("test", "several");
    QVERIFY(chain.validate(edit).empty());
    QCOMPARE(told(chain), before);
    QVERIFY(chain.apply(edit).empty());
    const std::string after = told(chain);
    QVERIFY(after != before);
    QVERIFY(after.find("nvidia") != std::string::npos);
    Edit back = inverse(edit);
    QVERIFY(chain.apply(back).empty());
    QCOMPARE(told(chain), before);
    Edit again = inverse(back);
    QVERIFY(chain.apply(again).empty());
    QCOMPARE(told(chain), after);
}

void TestChain::aFieldThatIsInvalidIsRefusedAndNothingChanges_data()
{
    QTest::addColumn<int>("table");
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<QByteArray>("field");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QByteArray>("rule");
    const auto row = [](const char* name, Table table, const char* key, const char* field, const char* value,
                        const char* rule) {
        QTest::newRow(name) << static_cast<int>(table) << QByteArray(key) << QByteArray(field) << QByteArray(value)
                            << QByteArray(rule);
    };
    row("a deal with itself", Table::Deals, "amd-openai", "customer", "amd", "self-deal");
    row("an end before its start", Table::Deals, "amd-openai", "ends", "2025", "end-before-start");
    row("a tranche above the total", Table::Tranches, "amd-openai-1", "capacity_mw", "6000.001",
        "tranches-exceed-total");
    row("a total below its tranches", Table::Deals, "amd-openai", "capacity_mw", "999", "tranches-exceed-total");
    row("a tranche before its deal", Table::Tranches, "amd-openai-1", "starts", "2026-06", "tranche-outside-deal");
    row("a tranche after its deal", Table::Tranches, "amd-openai-1", "ends", "2031", "tranche-outside-deal");
    row("a tranche that ends before it starts", Table::Tranches, "amd-openai-1", "ends", "2026-06", "end-before-start");
    row("an unknown supplier", Table::Deals, "amd-openai", "supplier", "nobody", "dangling-reference");
    row("an unknown kind", Table::Deals, "amd-openai", "kind", "gift", "dangling-reference");
    row("an unknown status", Table::Deals, "amd-openai", "status", "dreamt", "dangling-reference");
    row("a node inside itself", Table::Nodes, "openai", "parent", "lab", "cycle-of-parents");
    row("a tier inside itself", Table::Tiers, "up", "parent", "chips", "cycle-of-parents");
    row("a deal part of itself", Table::Deals, "whole", "part_of", "part", "cycle-of-part-of");
    row("parts beside tranches", Table::Deals, "part", "part_of", "amd-openai", "parts-beside-tranches");
    row("a value beside a formula", Table::Deals, "by-formula", "value_usd", "5", "value-beside-formula");
    row("a formula that does not parse", Table::Deals, "by-formula", "formula", "price * (12", "formula-syntax");
    row("a formula that calls a function", Table::Deals, "by-formula", "formula", "sin(price)", "formula-syntax");
    row("a formula with an unknown series", Table::Deals, "by-formula", "formula", "prize * 12", "unknown-series");
    row("a series that a formula still needs", Table::Metrics, "price-2025", "series", "prices", "unknown-series");
    row("a key that is taken", Table::Deals, "part", "key", "whole", "duplicate-key");
    row("a malformed key", Table::Deals, "part", "key", "Über", "malformed-key");
    row("a required field emptied", Table::Deals, "amd-openai", "basis", "", "required");
    row("a status whose weight is out of range", Table::Statuses, "signed", "weight_bp", "10001", "malformed-value");
    row("a date that is none", Table::Deals, "amd-openai", "announced", "soon", "malformed-value");
    row("a stake above 100 %", Table::Deals, "amd-openai", "equity_pct", "100.01", "malformed-value");
    row("a negative amount", Table::Deals, "amd-openai", "value_usd", "-1", "malformed-value");
    row("text that is not UTF-8", Table::Deals, "amd-openai", "note_en", "\xC3\x28", "malformed-value");
    row("a commitment that is none", Table::Deals, "amd-openai", "commitment", "certain", "malformed-value");
    row("a tranche's commitment that is none", Table::Tranches, "amd-openai-1", "commitment", "FIRM",
        "malformed-value");
    row("a commitment", Table::Deals, "amd-openai", "commitment", "ceiling", "");
    row("an unknown boundary", Table::Deals, "amd-openai", "boundary", "fence", "dangling-reference");
    row("a tranche's unknown boundary", Table::Tranches, "amd-openai-1", "boundary", "fence", "dangling-reference");
    row("no boundary", Table::Tranches, "amd-openai-1", "boundary", "", "");
    row("more IT load than megawatts", Table::Boundaries, "facility", "to_it_bp", "10001", "malformed-value");
    row("a boundary without a share", Table::Boundaries, "facility", "to_it_bp", "", "required");
    row("an unknown class", Table::DealKinds, "hardware", "class", "gift", "malformed-value");
    row("the class of guarantees", Table::DealKinds, "hardware", "class", "contingent", "");
    row("a horizon before 1900", Table::Settings, "horizon", "value", "1899", "out-of-range");
    row("a horizon after 2199", Table::Settings, "horizon", "value", "2200", "out-of-range");
    row("a horizon that is no year", Table::Settings, "horizon", "value", "2035-06", "out-of-range");
    row("the first year as horizon", Table::Settings, "horizon", "value", "1900", "");
    row("the last year as horizon", Table::Settings, "horizon", "value", "2199", "");
    row("another setting", Table::Settings, "house", "value", "2200", "");
    row("another setting that becomes the horizon", Table::Settings, "house", "key", "horizon", "duplicate-key");
    row("a speaker that is none", Table::Citations, "deals/amd-openai/news", "said_by", "me", "malformed-value");
    row("a kind of source that is none", Table::Sources, "news", "kind", "rumour", "malformed-value");
    row("a deal that fell back on a later day", Table::Statuses, "signed", "key", "rumoured", "");
}

void TestChain::aFieldThatIsInvalidIsRefusedAndNothingChanges()
{
    QFETCH(int, table);
    QFETCH(QByteArray, key);
    QFETCH(QByteArray, field);
    QFETCH(QByteArray, value);
    QFETCH(QByteArray, rule);
    Chain chain = smallChain();
    const std::string before = told(chain);
    const auto of = static_cast<Table>(table);
    const Field number = *fieldNamed(of, field.toStdString());
    Edit edit;
    const std::uint32_t place = chain.find(of, key.toStdString());
    QVERIFY(place != kNoRow);
    edit.changes.push_back(
        {of, Op::Update, key.toStdString(), 0, {{number, chain.value({of, place}, number), value.toStdString()}}});
    const Problems problems = chain.validate(edit);
    QCOMPARE(told(chain), before);
    if (rule.isEmpty()) {
        QVERIFY(problems.empty());
        return;
    }
    QVERIFY(!problems.empty());
    QCOMPARE(QByteArray::fromStdString(std::string(ruleName(problems.front().rule))), rule);
    QCOMPARE(problems.front().severity(), Severity::Error);
    QVERIFY(!chain.apply(edit).empty());
    QCOMPARE(told(chain), before);
    QVERIFY(chain.errors().empty());
}

void TestChain::erasingWhatOthersNeedIsRefused_data()
{
    QTest::addColumn<int>("table");
    QTest::addColumn<QByteArray>("key");
    QTest::newRow("tier of nodes") << static_cast<int>(Table::Tiers) << QByteArray("mid");
    QTest::newRow("parent of a tier") << static_cast<int>(Table::Tiers) << QByteArray("up");
    QTest::newRow("supplier") << static_cast<int>(Table::Nodes) << QByteArray("amd");
    QTest::newRow("customer and parent") << static_cast<int>(Table::Nodes) << QByteArray("openai");
    QTest::newRow("kind") << static_cast<int>(Table::DealKinds) << QByteArray("hardware");
    QTest::newRow("status") << static_cast<int>(Table::Statuses) << QByteArray("signed");
    QTest::newRow("boundary of a deal") << static_cast<int>(Table::Boundaries) << QByteArray("it");
    QTest::newRow("boundary of a tranche") << static_cast<int>(Table::Boundaries) << QByteArray("facility");
    QTest::newRow("whole") << static_cast<int>(Table::Deals) << QByteArray("whole");
    QTest::newRow("source") << static_cast<int>(Table::Sources) << QByteArray("news");
    QTest::newRow("series of a formula") << static_cast<int>(Table::Metrics) << QByteArray("price-2025");
}

void TestChain::erasingWhatOthersNeedIsRefused()
{
    QFETCH(int, table);
    QFETCH(QByteArray, key);
    Chain chain = smallChain();
    const std::string before = told(chain);
    EditBuilder builder(chain);
    QVERIFY(!builder.erase(static_cast<Table>(table), key.toStdString()));
    Edit edit = std::move(builder).build("test", "erase");
    QVERIFY(!chain.apply(edit).empty());
    QCOMPARE(told(chain), before);
}

void TestChain::erasingADealTakesItsTranchesAndCitationsAlong()
{
    Chain chain = smallChain();
    EditBuilder builder(chain);
    QVERIFY(!builder.erase(Table::Deals, "amd-openai"));
    Edit edit = std::move(builder).build("test", "erase");
    QVERIFY(chain.apply(edit).empty());
    QCOMPARE(chain.size(Table::Deals), std::size_t{3});
    QCOMPARE(chain.size(Table::Tranches), std::size_t{0});
    QCOMPARE(chain.size(Table::Citations), std::size_t{0});
    QCOMPARE(chain.size(Table::Dismissals), std::size_t{0});
    Edit back = inverse(edit);
    QVERIFY(chain.apply(back).empty());
    QCOMPARE(told(chain), told(smallChain()));
}

void TestChain::renamingARowKeepsWhatRefersToIt()
{
    Chain chain = smallChain();
    EditBuilder builder(chain);
    QVERIFY(!builder.set(Table::Deals, "amd-openai", deal_field::Key, "amd-openai-6gw"));
    QVERIFY(!builder.set(Table::Sources, "news", source_field::Key, "press"));
    Edit edit = std::move(builder).build("test", "rename");
    QVERIFY(chain.apply(edit).empty());
    QCOMPARE(chain.find(Table::Deals, "amd-openai"), kNoRow);
    const std::uint32_t citation = chain.find(Table::Citations, "deals/amd-openai-6gw/press");
    QVERIFY(citation != kNoRow);
    QCOMPARE(chain.value({Table::Citations, citation}, citation_field::RowKey), std::string("amd-openai-6gw"));
    QVERIFY(chain.find(Table::Dismissals, "no-citation/deals/amd-openai-6gw") != kNoRow);
    Edit back = inverse(edit);
    QVERIFY(chain.apply(back).empty());
    QCOMPARE(told(chain), told(smallChain()));
}

void TestChain::anEditFromAnOlderStateIsAConflict()
{
    Chain chain = smallChain();
    Edit stale;
    stale.changes.push_back({Table::Deals, Op::Update, "amd-openai", 0, {{deal_field::CapacityMw, "5000", "7000"}}});
    const Problems problems = chain.apply(stale);
    QCOMPARE(problems.size(), std::size_t{1});
    QCOMPARE(problems.front().rule, Rule::Changed);
    QVERIFY(problems.front().text().find("6000") != std::string::npos);
}

void TestChain::theCalendarFollowsTheDates()
{
    Chain chain = smallChain();
    QCOMPARE(chain.calendar().firstYear(), 2026);
    QCOMPARE(chain.calendar().lastYear(), 2030); // an end in 2030 is the last day of that year, not the next one
    const auto set = [&](const char* key, Field field, const char* value) {
        EditBuilder builder(chain);
        QVERIFY(!builder.set(Table::Deals, key, field, value));
        Edit edit = std::move(builder).build("test", "dates");
        QVERIFY(chain.apply(edit).empty());
    };
    set("whole", deal_field::Announced, "2019");
    QCOMPARE(chain.calendar().firstYear(), 2026); // an announcement alone is no start
    set("whole", deal_field::Status, "operating");
    QCOMPARE(chain.calendar().firstYear(), 2019); // of an operating deal it stands in for one
    set("whole", deal_field::Ends, "2035-01-01");
    QCOMPARE(chain.calendar().lastYear(), 2035);
    set("whole", deal_field::Ends, "");
    set("whole", deal_field::Status, "signed");
    QCOMPARE(chain.calendar().firstYear(), 2026);
    QCOMPARE(chain.calendar().lastYear(), 2030);
}

void TestChain::theCalendarEndsAtTheHorizon()
{
    Chain chain = smallChain();
    const auto set = [&](Table table, const char* key, Field field, const char* value) {
        EditBuilder builder(chain);
        QVERIFY(!builder.set(table, key, field, value));
        Edit edit = std::move(builder).build("test", "horizon");
        QVERIFY(chain.apply(edit).empty());
    };
    const auto lastYear = [&chain] { return chain.calendar().lastYear(); };
    QVERIFY(!chain.horizon()); // the setting says nothing
    set(Table::Deals, "whole", deal_field::Ends, "2099");
    QCOMPARE(lastYear(), 2040); // fifteen years after the latest announcement, 2025
    set(Table::Deals, "part", deal_field::Announced, "2027-03");
    QCOMPARE(lastYear(), 2042);
    set(Table::Settings, "horizon", setting_field::Value, "2035");
    QCOMPARE(chain.horizon(), std::optional<int>(2035));
    QCOMPARE(lastYear(), 2035);
    set(Table::Settings, "horizon", setting_field::Key, "was-the-horizon");
    QVERIFY(!chain.horizon());
    QCOMPARE(lastYear(), 2042);
    set(Table::Settings, "was-the-horizon", setting_field::Key, "horizon");
    set(Table::Settings, "horizon", setting_field::Value, "2020");
    QCOMPARE(chain.yearSpan(), std::pair(2026, 2026)); // before the first year it is the first year
    EditBuilder builder(chain);
    QVERIFY(!builder.erase(Table::Settings, "horizon"));
    Edit edit = std::move(builder).build("test", "unset");
    QVERIFY(chain.apply(edit).empty());
    QCOMPARE(lastYear(), 2042);
}

void TestChain::onlyNotesAreDismissed_data()
{
    QTest::addColumn<QByteArray>("rule");
    QTest::addColumn<QByteArray>("table");
    QTest::addColumn<QByteArray>("row");
    QTest::addColumn<QByteArray>("breaks");
    const auto row = [](const char* name, const char* rule, const char* table, const char* key, const char* breaks) {
        QTest::newRow(name) << QByteArray(rule) << QByteArray(table) << QByteArray(key) << QByteArray(breaks);
    };
    row("a note", "no-citation", "deals", "whole", "");
    row("a note of this issue", "told-before", "deals", "whole", "");
    row("the same again", "no-citation", "deals", "amd-openai", "duplicate-key");
    row("an error", "end-before-start", "deals", "whole", "malformed-value");
    row("no rule at all", "too-late", "deals", "whole", "malformed-value");
    row("a row that is not there", "no-citation", "deals", "nobody", "dangling-reference");
    row("a table that is never looked at", "no-citation", "boundaries", "it", "unknown-table");
}

void TestChain::onlyNotesAreDismissed()
{
    QFETCH(QByteArray, rule);
    QFETCH(QByteArray, table);
    QFETCH(QByteArray, row);
    QFETCH(QByteArray, breaks);
    Chain chain = smallChain();
    Edit edit;
    edit.changes.push_back({Table::Dismissals,
                            Op::Insert,
                            {},
                            0,
                            {{dismissal_field::Rule, "", rule.toStdString()},
                             {dismissal_field::Table, "", table.toStdString()},
                             {dismissal_field::RowKey, "", row.toStdString()}}});
    const Problems problems = chain.apply(edit);
    QCOMPARE(problems.empty(), breaks.isEmpty());
    if (!problems.empty())
        QCOMPARE(QByteArray::fromStdString(std::string(ruleName(problems.front().rule))), breaks);
}

void TestChain::layersComeFromTheNearestTierAbove()
{
    const Chain chain = smallChain();
    QCOMPARE(chain.layers().size(), std::size_t{1});
    QCOMPARE(chain.layerOf(chain.find<NodeId>("amd")), LayerNumber{0});
    QCOMPARE(chain.layerOf(chain.find<NodeId>("openai")), kNoLayer);
    QCOMPARE(chain.key({Table::Tiers, chain.tierOrder()[2].value}), std::string_view("mid"));
}

void TestChain::aRowMayReferToOneThatComesLaterInTheSameEdit()
{
    Chain chain = smallChain();
    Edit edit;
    edit.changes.push_back({Table::Nodes,
                            Op::Insert,
                            "child",
                            0,
                            {{0, "", "child"}, {node_field::Tier, "", "mid"}, {node_field::Parent, "", "later"}}});
    edit.changes.push_back({Table::Nodes, Op::Insert, "later", 0, {{0, "", "later"}, {node_field::Tier, "", "mid"}}});
    QVERIFY(chain.apply(edit).empty());
    QCOMPARE(chain.value({Table::Nodes, chain.find(Table::Nodes, "child")}, node_field::Parent), std::string("later"));
}

void TestChain::fieldNumbersMatchTheSpecs()
{
    QCOMPARE(fieldNamed(Table::Deals, "note_en"), std::optional<Field>(deal_field::NoteEn));
    QCOMPARE(fieldNamed(Table::Deals, "part_of"), std::optional<Field>(deal_field::PartOf));
    QCOMPARE(fieldNamed(Table::Tiers, "name_zh"), std::optional<Field>(tier_field::NameZh));
    QCOMPARE(fieldNamed(Table::Nodes, "note_en"), std::optional<Field>(node_field::NoteEn));
    QCOMPARE(fieldNamed(Table::DealKinds, "name_zh"), std::optional<Field>(kind_field::NameZh));
    QCOMPARE(fieldNamed(Table::Statuses, "name_zh"), std::optional<Field>(status_field::NameZh));
    QCOMPARE(fieldNamed(Table::Tranches, "note_en"), std::optional<Field>(tranche_field::NoteEn));
    QCOMPARE(fieldNamed(Table::Metrics, "note_en"), std::optional<Field>(metric_field::NoteEn));
    QCOMPARE(fieldNamed(Table::Events, "note_en"), std::optional<Field>(event_field::NoteEn));
    QCOMPARE(fieldNamed(Table::Boundaries, "note_en"), std::optional<Field>(boundary_field::NoteEn));
    QCOMPARE(fieldNamed(Table::Sources, "kind"), std::optional<Field>(source_field::Kind));
    QCOMPARE(fieldNamed(Table::Citations, "said_by"), std::optional<Field>(citation_field::SaidBy));
    QCOMPARE(fieldNamed(Table::Settings, "note_en"), std::optional<Field>(setting_field::NoteEn));
    QCOMPARE(fieldNamed(Table::Views, "state"), std::optional<Field>(view_field::State));
    QCOMPARE(fieldNamed(Table::Dismissals, "note_en"), std::optional<Field>(dismissal_field::NoteEn));
    QCOMPARE(allTables().size(), kTableCount);
    QCOMPARE(fieldNamed(Table::Claims, "note_en"), std::optional<Field>(claim_field::NoteEn));
    QCOMPARE(fieldNamed(Table::Scenarios, "note_en"), std::optional<Field>(scenario_field::NoteEn));
    QCOMPARE(fieldNamed(Table::Overrides, "value"), std::optional<Field>(override_field::Value));
}

QTEST_APPLESS_MAIN(TestChain)
#include "tst_chain.moc"
