// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "figures_testing.h"

#include "rollups/worked_example.h"

#include <QObject>
#include <QString>
#include <QStringList>
#include <QTest>

#include <algorithm>

using namespace ochain;
using ochain::test::Example;
using ochain::testing::Shipped;
using ochain::testing::year;

namespace {

const FlowNode* nodeNamed(const FlowFigure& figure, const std::string& id)
{
    const auto found =
        std::find_if(figure.nodes.begin(), figure.nodes.end(), [&](const FlowNode& node) { return node.id == id; });
    return found == figure.nodes.end() ? nullptr : &*found;
}

FlowFigure flowOf(const Shipped& shipped, const std::string& group, Period period,
                  Grouping grouping = Grouping::Company)
{
    FigureOptions options = Shipped::at(period);
    options.group = group;
    options.grouping = grouping;
    return buildFlow(shipped.chain, shipped.rollups, options);
}

QString noteWith(const ChartHead& head, const QString& words)
{
    for (const QString& note : head.notes)
        if (note.contains(words))
            return note;
    return {};
}

/// A company that gets money in one place of the picture and pays it in another: 9 in, 2 + 30 out.
void fillTwoSided(Example& example)
{
    example.row(Table::Nodes, "bank", {{node_field::Tier, "capital"}});
    const auto inYear = [](const char* value) {
        return test::Fields{{deal_field::Starts, "2025"}, {deal_field::Ends, "2025"}, {deal_field::ValueUsd, value}};
    };
    example.deal("loan", "bank", "fund", "equity", inYear("9000000000"));
    example.deal("api", "openai", "fund", "api", inYear("2000000000"));
    example.deal("stake", "fund", "openai", "equity", inYear("30000000000"));
    example.look();
}

} // namespace

/// What the company looked at has left over or still to find is the rollup's figure, wherever its boxes stand.
class TestBalance final : public QObject {
    Q_OBJECT

private slots:
    void theBoxHasTheRollupsFigure_data()
    {
        QTest::addColumn<QString>("group");
        QTest::addColumn<int>("number");
        QTest::addColumn<QString>("box");
        QTest::addColumn<QString>("figure");
        QTest::newRow("an investor that owes") << "softbank" << 2025 << "to-find"
                                               << "$24.1B";
        QTest::newRow("a supplier that invests") << "nvidia" << 2026 << "left-over"
                                                 << "$14B (5+1)";
        QTest::newRow("an investor whose revenue is undisclosed") << "nvidia" << 2027 << "to-find"
                                                                  << "$22.2B (1+4)";
        QTest::newRow("the centre of the chain") << "openai-group" << 2027 << "to-find"
                                                 << "$22.8B (11+7)";
    }
    void theBoxHasTheRollupsFigure()
    {
        QFETCH(QString, group);
        QFETCH(int, number);
        QFETCH(QString, box);
        QFETCH(QString, figure);
        const Shipped shipped;
        for (const Grouping grouping : {Grouping::Company, Grouping::Deal}) {
            const FlowFigure flow = flowOf(shipped, group.toStdString(), year(number), grouping);
            const FlowNode* node = nodeNamed(flow, box.toStdString());
            QVERIFY(node);
            QCOMPARE(node->figure, figure);
        }
    }

    void aCompanyOnTwoSidesOfThePictureHasOneBalance()
    {
        Example example;
        fillTwoSided(example);
        QVERIFY(example.isFine());
        FigureOptions options = Shipped::at(year(2025));
        options.group = "fund";
        const FlowFigure flow = buildFlow(example.chain(), example.rollups(), options);
        const FlowNode* box = nodeNamed(flow, "to-find");
        QVERIFY(box);
        QCOMPARE(box->amount, std::int64_t(2'300'000'000'000));
        QVERIFY(!nodeNamed(flow, "left-over"));
        QVERIFY(noteWith(flow.head, QStringLiteral("of the deals in this chain"))
                    .endsWith(QStringLiteral("$9B comes in, $32B goes out; still to be found: $23B.")));
    }

    void inTheFirstColumnItStandsLeftOfIt()
    {
        const Shipped shipped;
        const FlowFigure flow = flowOf(shipped, "nvidia", year(2026));
        const FlowNode* box = nodeNamed(flow, "left-over");
        QVERIFY(box);
        QCOMPARE(box->column, 0);
        QCOMPARE(nodeNamed(flow, "node:nvidia")->column, 1);
        for (const FlowLink& link : flow.links) // a ribbon inside a column would be a ring over the labels
            QVERIFY2(flow.nodes[link.source].column < flow.nodes[link.target].column, link.id.c_str());
        QCOMPARE(flow.columns.size(), qsizetype(6));
    }

    void byTierItIsToldInWords()
    {
        const Shipped shipped;
        const FlowFigure flow = flowOf(shipped, "softbank", year(2025), Grouping::Tier);
        QVERIFY(flow.balance.has_value());
        QVERIFY(!noteWith(flow.head, QStringLiteral("still to be found: $24.1B")).isEmpty());
    }

    void overlapsAloneHaveNone()
    {
        Lens lens;
        lens.overlaps = Overlaps::Overlap;
        const Shipped shipped(lens);
        for (const char* group : {"openai-group", "softbank", "oracle"}) {
            const FlowFigure flow = flowOf(shipped, group, kTotal);
            QVERIFY(!flow.balance);
            QVERIFY(noteWith(flow.head, QStringLiteral("of the deals in this chain")).isEmpty());
        }
    }

    void aProductsMoneyIsItsOwnWhenItIsLookedAt()
    {
        const Shipped shipped;
        const FlowFigure flow = flowOf(shipped, "chatgpt", year(2028));
        const FlowNode* box = nodeNamed(flow, "left-over");
        QVERIFY(box);
        const Group group = shipped.group("chatgpt");
        QCOMPARE(box->amount, shipped.rollups.figure(group, Measure::Revenue, kNoLayer, year(2028)).value -
                                  shipped.rollups.figure(group, Measure::Spend, kNoLayer, year(2028)).value);
    }

    void aCompanyInTwoPlacesIsNotCalledTheSameTwice()
    {
        const Shipped shipped;
        for (const Grouping grouping : {Grouping::Company, Grouping::Deal})
            for (int number = 2024; number <= 2030; ++number) {
                const FlowFigure flow = flowOf(shipped, "openai-group", year(number), grouping);
                QStringList names;
                for (const FlowNode& node : flow.nodes)
                    if (node.row)
                        names << node.name;
                QCOMPARE(names.removeDuplicates(), qsizetype(0));
            }
    }
};

QTEST_GUILESS_MAIN(TestBalance)
#include "tst_balance.moc"
