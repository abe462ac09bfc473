// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "chain/edit_builder.h"
#include "editing/value_text.h"
#include "exchange/csv_import.h"
#include "items/edit_lines_model.h"
#include "items/roles.h"
#include "speaking.h"

#include <QAbstractItemModel>
#include <QAbstractItemModelTester>
#include <QObject>
#include <QString>
#include <QStringList>
#include <QTest>

using namespace ochain;

namespace {

QString text(const QAbstractItemModel& model)
{
    QStringList lines;
    for (int row = 0; row < model.rowCount(); ++row) {
        QStringList cells;
        for (int column = 0; column < model.columnCount(); ++column)
            cells << model.index(row, column).data().toString();
        lines << cells.join(u'|');
    }
    return lines.join(u'\n');
}

/// How many lines of an edit are taken.
std::size_t linesOf(const Edit& edit, std::size_t most = static_cast<std::size_t>(-1))
{
    std::size_t lines = 0;
    forEachLine(edit, Chain(), [&](const EditLine&, const RowChange&) { return ++lines < most; });
    return lines;
}

Chain amdAndOpenAi()
{
    Chain chain;
    CsvImport import = importCsv(
        chain,
        {{"tiers", "key,ordinal,layer\nchips,1,1\n"},
         {"nodes", "key,tier,name_en\namd,chips,AMD\nnvidia,chips,NVIDIA\nopenai,chips,OpenAI\nidle,chips,\n"},
         {"deal_kinds", "key,class,profile,money\nhardware,trade,deploy,1\n"},
         {"statuses", "key,weight_bp\nsigned,8000\n"},
         {"deals", "key,supplier,customer,kind,status,announced,capacity_mw,basis\n"
                   "amd-openai-6gw,amd,openai,hardware,signed,2025-10-06,6000,reported\n"}},
        false);
    if (!import.problems.empty() || !chain.apply(import.edit).empty())
        qFatal("the chain of the test cannot be made");
    return chain;
}

} // namespace

/// An edit as lines to be looked at, and values with all their digits.
class TestEditLines final : public QObject {
    Q_OBJECT

private slots:
    void aValueKeepsEveryDigit_data();
    void aValueKeepsEveryDigit();
    void anEditIsToldRowByRowAndFieldByField();
    void countsSayWhatIsCleared();
    void aLongEditIsCutAndCounted();
};

void TestEditLines::aValueKeepsEveryDigit_data()
{
    QTest::addColumn<int>("table");
    QTest::addColumn<int>("field");
    QTest::addColumn<QString>("canonical");
    QTest::addColumn<QString>("unit");
    QTest::addColumn<QString>("english");
    QTest::addColumn<QString>("chinese");
    const auto row = [](Table table, int field, const char* canonical, const char* unit, const char* english,
                        const char* chinese) {
        QTest::addRow("%s %s", canonical, unit)
            << static_cast<int>(table) << field << QString::fromLatin1(canonical) << QString::fromLatin1(unit)
            << QString::fromUtf8(english) << QString::fromUtf8(chinese);
    };
    const auto money = [&](const char* canonical, const char* english, const char* chinese) {
        row(Table::Deals, deal_field::ValueUsd, canonical, "", english, chinese);
    };
    money("1500000000000", "$1.5T", "1.5万亿美元");
    money("1234000000000", "$1.234T", "1.234万亿美元");
    money("1000500000", "$1.0005B", "10.005亿美元");
    money("38255000", "$38.255M", "3825.5万美元");
    money("12345678901.25", "$12,345,678,901.25", "12,345,678,901.25美元");
    money("1000000000.01", "$1,000,000,000.01", "1,000,000,000.01美元");
    money("0.5", "$0.50", "0.50美元");
    money("1234.5", "$1,234.50", "1,234.50美元");
    money("0", "$0", "0美元");
    money("", "–", "–");
    row(Table::Deals, deal_field::CapacityMw, "6000", "", "6.0 GW", "6.0 GW");
    row(Table::Deals, deal_field::CapacityMw, "6123.456", "", "6,123.456 MW", "6,123.456 MW");
    row(Table::Deals, deal_field::CapacityMw, "1250", "", "1,250 MW", "1,250 MW");
    row(Table::Deals, deal_field::CapacityMw, "0.001", "", "1 kW", "1 kW");
    row(Table::Deals, deal_field::EquityPct, "27.25", "", "27.25 %", "27.25%");
    row(Table::Statuses, status_field::WeightBp, "7525", "", "75.25 %", "75.25%");
    row(Table::Deals, deal_field::Ends, "2030-12", "", "2030-12", "2030-12");
    row(Table::Metrics, metric_field::Value, "1234567", "people", "1234567 people", "1234567 people");
    row(Table::Metrics, metric_field::Value, "800000000", "people", "800M", "8亿");
    row(Table::Metrics, metric_field::Value, "20", "USD/month", "$20", "20美元");
    row(Table::Nodes, node_field::Lat, "32.45", "", "32.45", "32.45");
}

void TestEditLines::aValueKeepsEveryDigit()
{
    QFETCH(int, table);
    QFETCH(int, field);
    QFETCH(QString, canonical);
    QFETCH(QString, unit);
    const auto text = [&] {
        return valueText(static_cast<Table>(table), static_cast<Field>(field), canonical.toStdString(), unit);
    };
    QTEST(text(), "english");
    QTEST(testing::spoken(Language::Chinese, text), "chinese");
}

void TestEditLines::anEditIsToldRowByRowAndFieldByField()
{
    const Chain chain = amdAndOpenAi();
    EditBuilder builder(chain);
    QVERIFY(!builder.set(Table::Deals, "amd-openai-6gw", deal_field::CapacityMw, "7000"));
    QVERIFY(!builder.set(Table::Deals, "amd-openai-6gw", deal_field::Announced, ""));
    QVERIFY(!builder.set(Table::Deals, "amd-openai-6gw", deal_field::Basis, "assumed"));
    QVERIFY(!builder.set(Table::Deals, "amd-openai-6gw", deal_field::Supplier, "nvidia"));
    QVERIFY(!builder.add(Table::Nodes, "newcomer"));
    QVERIFY(!builder.set(Table::Nodes, "newcomer", node_field::NameEn, "Newcomer Inc."));
    QVERIFY(!builder.eraseAlone(Table::Nodes, "idle"));
    EditLinesModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setEdit(std::move(builder).build({}, {}), chain, 100);
    const QStringList lines = text(model).split(u'\n');
    QCOMPARE(lines.size(), 7);
    const QString amd = QStringLiteral("AMD → OpenAI|amd-openai-6gw|");
    QCOMPARE(lines[0], amd + QStringLiteral("Capacity|6.0 GW|7.0 GW"));
    QCOMPARE(lines[1], amd + QStringLiteral("Announced|2025-10-06|cleared"));
    QCOMPARE(lines[2], amd + QStringLiteral("Basis|reported|assumed"));
    QCOMPARE(lines[3], amd + QStringLiteral("Supplier|AMD|NVIDIA"));
    QCOMPARE(lines[4], QStringLiteral("Newcomer Inc.|newcomer|a new row||"));
    QCOMPARE(lines[5], QStringLiteral("Newcomer Inc.|newcomer|Name (English)|–|Newcomer Inc."));
    QCOMPARE(lines[6], QStringLiteral("idle|idle|the whole row||deleted"));
    QCOMPARE(model.index(1, 0).data(ChangeRole).toInt(), static_cast<int>(EditLine::Kind::Cleared));
    QCOMPARE(model.index(1, 1).data(Qt::ToolTipRole).toString(), QStringLiteral("deals amd-openai-6gw"));
}

void TestEditLines::countsSayWhatIsCleared()
{
    Edit edit;
    edit.changes.push_back(
        {Table::Deals, Op::Update, "a", 1, {{deal_field::Starts, "2026", ""}, {deal_field::Ends, "", "2027"}}});
    edit.changes.push_back({Table::Deals, Op::Update, "b", 2, {{deal_field::Starts, "2026", ""}}});
    edit.changes.push_back({Table::Nodes, Op::Insert, "n", 0, {{0, "", "n"}, {node_field::Tier, "", "chips"}}});
    edit.changes.push_back({Table::Nodes, Op::Erase, "m", 3, {{0, "m", ""}, {node_field::Tier, "chips", ""}}});
    edit.changes.push_back({Table::Nodes, Op::Update, "k", 4, {}, 9});
    const EditCounts counts = countsOf(edit);
    QCOMPARE(counts.changed, std::size_t{2});
    QCOMPARE(counts.added, std::size_t{1});
    QCOMPARE(counts.erased, std::size_t{1});
    QCOMPARE(counts.moved, std::size_t{1});
    QCOMPARE(counts.fields, std::size_t{3});
    QCOMPARE(counts.cleared, std::size_t{2});
    QCOMPARE(counts.clearedFields, (std::vector<ClearedField>{{Table::Deals, deal_field::Starts, 2}}));
    QCOMPARE(counts.lines, linesOf(edit));
}

void TestEditLines::aLongEditIsCutAndCounted()
{
    Edit edit;
    for (int i = 0; i < 100'000; ++i)
        edit.changes.push_back(
            {Table::Sources, Op::Insert, "s" + std::to_string(i), 0, {{source_field::Title, "", "T"}}});
    QCOMPARE(linesOf(edit, 500), std::size_t{500});
    QCOMPARE(countsOf(edit).lines, std::size_t{200'000});
}

QTEST_GUILESS_MAIN(TestEditLines)
#include "tst_edit_lines.moc"
