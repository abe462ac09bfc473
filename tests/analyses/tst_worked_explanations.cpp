// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "analyses/difference.h"
#include "analyses/explain.h"
#include "analyses/sources.h"
#include "analyses/told.h"
#include "rollups/worked_example.h"

#include <QTest>

#include <string>

using namespace ochain;
using namespace ochain::test;
using ochain::testing::told;

namespace {

constexpr Period k2027{PeriodKind::Year, 2027, 0};

/// What is told of a node's figure, checked against the rollups on the way.
Explanation explained(Example& example, const Lens& lens, const std::string& node, Measure measure, Period period,
                      const std::string& layer = {})
{
    example.look(lens);
    const Chain& chain = example.chain();
    const LayerNumber number = layer.empty() ? kNoLayer : chain.layerOf(chain.find<TierId>(layer));
    const FigureCell cell{Group::of(chain.find<NodeId>(node)), measure, number, period, {}};
    Explanation out = *explain(chain, example.rollups(), cell);
    [&] { QCOMPARE(out.figure, example.rollups().figure(cell.group, measure, number, period)); }();
    return out;
}

std::string linesOf(Example& example, const Lens& lens, const std::string& node, Measure measure, Period period,
                    const std::string& layer = {})
{
    const Explanation out = explained(example, lens, node, measure, period, layer);
    return told(example.chain(), out.parts);
}

/// A programme of 10 GW and a contract that is part of it.
void addProgramme(Example& example, const std::string& partMw)
{
    example.deal("programme", "oracle", "openai", "lease",
                 {{deal_field::Starts, "2026"},
                  {deal_field::Ends, "2030"},
                  {deal_field::CapacityMw, "10000"},
                  {deal_field::Boundary, "facility"}});
    example.deal("contract", "oracle", "openai", "lease",
                 {{deal_field::Starts, "2027"},
                  {deal_field::Ends, "2030"},
                  {deal_field::CapacityMw, partMw},
                  {deal_field::PartOf, "programme"},
                  {deal_field::Commitment, "firm"},
                  {deal_field::Boundary, "it"}});
}

} // namespace

#define COMPARE_TEXT(actual, expected) QCOMPARE(QString::fromStdString(actual), QString::fromUtf8(expected))

class TestWorkedExplanations final : public QObject {
    Q_OBJECT

private slots:
    void whatAPartTakesFromItsWholeIsALine()
    {
        Example example;
        addProgramme(example, "4500");
        COMPARE_TEXT(linesOf(example, {}, "openai", M::CapacityIn, k2027, "cloud"), "deal programme 5500000\n"
                                                                                    "  piece programme 10000000\n"
                                                                                    "  part-of contract -4500000\n"
                                                                                    "deal contract 4500000\n"
                                                                                    "  piece contract 4500000\n");
        COMPARE_TEXT(linesOf(example, overlapLens(Overlaps::Gross), "openai", M::CapacityIn, k2027, "cloud"),
                     "deal programme 10000000\n"
                     "  piece programme 10000000\n"
                     "deal contract 4500000\n"
                     "  piece contract 4500000\n");
        COMPARE_TEXT(linesOf(example, overlapLens(Overlaps::Overlap), "openai", M::CapacityIn, k2027, "cloud"),
                     "deal programme 4500000\n"
                     "  part-of contract 4500000\n");
    }

    void whatPartsHoldBeyondTheirWholeIsAFloor()
    {
        Example example;
        addProgramme(example, "12000");
        COMPARE_TEXT(linesOf(example, {}, "openai", M::CapacityIn, k2027, "cloud"), "deal contract 12000000\n"
                                                                                    "  piece contract 12000000\n"
                                                                                    "deal programme 0\n"
                                                                                    "  piece programme 10000000\n"
                                                                                    "  part-of contract -12000000\n"
                                                                                    "  floor programme 2000000\n");
    }

    /// In the order in which they are taken: who is bound, parts, boundary, weight.
    void eachSettingOfTheLensIsALine()
    {
        Example example;
        addProgramme(example, "4500");
        Lens lens = itLens(weightedLens());
        COMPARE_TEXT(linesOf(example, lens, "openai", M::CapacityIn, k2027, "cloud"), "deal contract 3600000\n"
                                                                                      "  piece contract 4500000\n"
                                                                                      "  weight contract -900000\n"
                                                                                      "deal programme 3388000\n"
                                                                                      "  piece programme 10000000\n"
                                                                                      "  part-of contract -4500000\n"
                                                                                      "  boundary programme -1265000\n"
                                                                                      "  weight programme -847000\n");
        COMPARE_TEXT(linesOf(example, firmLens(), "openai", M::CapacityIn, k2027, "cloud"),
                     "deal contract 4500000\n"
                     "  piece contract 4500000\n"
                     "deal programme 0\n"
                     "  piece programme 10000000\n"
                     "  commitment programme -10000000\n");
    }

    void phasesAreLinesWithWhatTheyLeave()
    {
        Example example;
        example.deal("chips", "amd", "openai", "hardware",
                     {{deal_field::Starts, "2026"}, {deal_field::Ends, "2027"}, {deal_field::ValueUsd, "1000"}});
        example.tranche("first", "chips", {{tranche_field::ValueUsd, "300"}, {tranche_field::Ends, "2026"}});
        example.tranche("second", "chips", {{tranche_field::ValueUsd, "200"}, {tranche_field::Starts, "2027"}});
        COMPARE_TEXT(linesOf(example, {}, "openai", M::Spend, k2027), "deal chips 45000\n"
                                                                      "  piece second 20000\n"
                                                                      "  piece chips 25000\n");
        COMPARE_TEXT(linesOf(example, {}, "amd", M::Backlog, {PeriodKind::Year, 2026, 0}), "deal chips 45000\n"
                                                                                           "  piece second 20000\n"
                                                                                           "  piece chips 25000\n");
    }

    void aFormulaIsToldByQuarterWithItsSeriesBeside()
    {
        Example example;
        example.metric("users-2026", "users", {{metric_field::AsOf, "2026-01-01"}, {metric_field::Value, "0"}});
        example.metric("users-2028", "users", {{metric_field::AsOf, "2028-01-01"}, {metric_field::Value, "730"}});
        example.deal("plans", "openai", "fund", "api",
                     {{deal_field::Starts, "2027"}, {deal_field::Ends, "2027-06"}, {deal_field::Formula, "users * 2"}});
        const Explanation out = explained(example, {}, "openai", M::Revenue, k2027);
        QCOMPARE(out.parts.size(), 1U);
        const Part& formula = out.parts[0].parts.at(0);
        QCOMPARE(formula.kind, PartKind::Formula);
        QCOMPARE(formula.parts.size(), 2U); // the two quarters in which it runs
        QCOMPARE(formula.parts[0].quarter, (Period{PeriodKind::Quarter, 2027, 1}));
        // users * 2 dollars a year, on the middle day of the quarter: 2027-02-15 is day 410 of 730
        QCOMPARE(formula.parts[0].inputs.at(0).value, 410.0);
        QCOMPARE(formula.parts[0].inputs[0].day, dayNumber(2027, 2, 15));
        QCOMPARE(formula.parts[0].amount, 20205); // 820 * 90 / 365.25 dollars
        QCOMPARE(formula.parts[0].inputs[0].metrics.size(), 2U);
        QCOMPARE(formula.inputs.at(0).day, dayNumber(2027, 5, 16));
        QCOMPARE(sumOf(formula.parts), out.figure.value);
    }

    void whatAFormulaWouldGiveAfterTheHorizonIsALine()
    {
        Example example;
        example.row(Table::Settings, "horizon", {{setting_field::Value, "2027"}});
        example.metric("fee", "fee", {{metric_field::AsOf, "2026"}, {metric_field::Value, "365.25"}});
        example.deal("plans", "openai", "fund", "api",
                     {{deal_field::Starts, "2027"}, {deal_field::Ends, "2028"}, {deal_field::Formula, "fee"}});
        const Explanation out = explained(example, {}, "openai", M::Revenue, kTotal);
        QCOMPARE(out.figure.value, 36500);
        const std::vector<Part>& parts = out.parts.at(0).parts;
        QCOMPARE(parts.size(), 2U);
        QCOMPARE(parts[0].amount, 36500 + 36600); // a dollar a day, of a leap year too
        QCOMPARE(parts[1].kind, PartKind::Horizon);
        QCOMPARE(parts[1].amount, -36600);
    }

    void aGapIsItsMeasuresAndAFloor()
    {
        Example example;
        example.deal("sold", "openai", "fund", "api",
                     {{deal_field::Starts, "2027"}, {deal_field::Ends, "2027"}, {deal_field::ValueUsd, "50"}});
        example.deal("bought", "amd", "openai", "hardware",
                     {{deal_field::Starts, "2027"}, {deal_field::Ends, "2027"}, {deal_field::ValueUsd, "30"}});
        COMPARE_TEXT(linesOf(example, {}, "openai", M::Gap, k2027), "measure revenue -5000\n"
                                                                    "  deal sold -5000\n"
                                                                    "    piece sold -5000\n"
                                                                    "measure spend 3000\n"
                                                                    "  deal bought 3000\n"
                                                                    "    piece bought 3000\n"
                                                                    "floor  2000\n");
        COMPARE_TEXT(linesOf(example, {}, "openai", M::Net, k2027), "measure revenue 5000\n"
                                                                    "  deal sold 5000\n"
                                                                    "    piece sold 5000\n"
                                                                    "measure spend -3000\n"
                                                                    "  deal bought -3000\n"
                                                                    "    piece bought -3000\n");
    }

    void whatHasNoAmountIsNamedAndWhatIsInsideIsNoPart()
    {
        Example example;
        example.row(Table::Nodes, "lab", {{node_field::Tier, "models"}, {node_field::Parent, "openai"}});
        example.deal("inside", "openai", "lab", "api",
                     {{deal_field::Starts, "2027"}, {deal_field::Ends, "2027"}, {deal_field::ValueUsd, "7"}});
        example.deal("secret", "amd", "lab", "hardware", {{deal_field::Starts, "2027"}, {deal_field::Ends, "2027"}});
        const Explanation out = explained(example, {}, "openai", M::Spend, k2027);
        QVERIFY(out.parts.empty());
        QCOMPARE(out.figure, (Figure{0, 1}));
        QCOMPARE(out.undisclosed, std::vector{example.chain().find<DealId>("secret")});
        COMPARE_TEXT(linesOf(example, {}, "openai", M::InternalTrade, k2027), "deal inside 700\n  piece inside 700\n");
    }

    void beyondTwoHundredTheSmallestAreOneLine()
    {
        Example example;
        for (int i = 1; i <= 250; ++i)
            example.deal(
                "deal-" + std::to_string(i), "amd", "openai", "hardware",
                {{deal_field::Starts, "2027"}, {deal_field::Ends, "2027"}, {deal_field::ValueUsd, std::to_string(i)}});
        const Explanation out = explained(example, {}, "openai", M::Spend, k2027);
        QCOMPARE(out.parts.size(), kMostLines + 1);
        QCOMPARE(out.deals, 250U);
        QCOMPARE(out.parts[0].amount, 25000);
        QCOMPARE(out.parts.back().kind, PartKind::Rest);
        QCOMPARE(out.parts.back().count, 50U);
        QCOMPARE(out.parts.back().amount, 100 * 50 * 51 / 2);
        QCOMPARE(sumOf(out.parts), out.figure.value);
    }

    void whatIsCancelledGivesNothing()
    {
        Example example;
        addProgramme(example, "4500");
        const FigureCell cell{Group::of(example.chain().find<NodeId>("openai")), M::Spend, kNoLayer, k2027, {}};
        const auto stop = [](double) { return false; };
        QVERIFY(!explain(example.chain(), Lens(), cell, stop));
        QVERIFY(!explainDifference({example.chain(), {}, cell}, {example.chain(), weightedLens(), cell}, stop));
    }

    void aLineSaysWhereItIsFrom()
    {
        Example example;
        addProgramme(example, "4500");
        example.claim("deals", "contract", "capacity_mw", "2026-03", "4500", "1");
        const RowRef contract{Table::Deals, example.chain().find<DealId>("contract").value};
        QCOMPARE(sourcesOf(example.chain(), contract, dayNumber(2026, 2, 28), 0).size(), 0U);
        const std::vector<PartSource> lines = sourcesOf(example.chain(), contract, kNoDay, dayNumber(2026, 4, 1));
        QCOMPARE(lines.size(), 1U);
        QCOMPARE(lines[0].source, example.chain().find<SourceId>("press"));
        QCOMPARE(lines[0].basis, Basis::Reported);
        QVERIFY(!lines[0].ageDays); // the source has no date
    }

    /// Known as of a day first, then the basis, then the period.
    void aDifferenceIsToldByWhatWasSwitched()
    {
        Example example;
        example.deal("chips", "amd", "openai", "hardware",
                     {{deal_field::Starts, "2026"}, {deal_field::Ends, "2027"}, {deal_field::ValueUsd, "730"}});
        example.claim("deals", "chips", "value_usd", "2025-01", "365", "1");
        example.claim("deals", "chips", "value_usd", "2025-06", "730", "1");
        const Chain& chain = example.chain();
        const Group openai = Group::of(chain.find<NodeId>("openai"));
        const FigureCell total{openai, M::Spend, kNoLayer, kTotal, {}};
        const FigureCell year{openai, M::Spend, kNoLayer, k2027, {}};
        const FigureDifference out =
            *explainDifference({chain, weightedLens(), year}, {chain, knownAsOf(2025, 3, 1), total});
        QCOMPARE(out.against.value, 36500);
        QCOMPARE(out.value.value, 29200); // half of 730, eight tenths of it believed
        COMPARE_TEXT(told(chain, out.parts), "as-of  36500\n"
                                             "  deal chips 36500\n"
                                             "    piece chips 36500\n"
                                             "basis  -14600\n"
                                             "  deal chips -14600\n"
                                             "    piece chips -14600\n"
                                             "period  -29200\n"
                                             "  deal chips -29200\n"
                                             "    piece chips -29200\n");
    }

    void aFormulaMovesBySeriesInTheOrderOfTheirNames()
    {
        Example example;
        for (const auto& [key, series, known, value] :
             {std::tuple("u1", "users", "2025-01", "10"), std::tuple("u2", "users", "2025-06", "20"),
              std::tuple("p1", "price", "2025-01", "365.25"), std::tuple("p2", "price", "2025-06", "730.5")})
            example.metric(key, series,
                           {{metric_field::AsOf, "2025"}, {metric_field::Known, known}, {metric_field::Value, value}});
        example.deal(
            "plans", "openai", "fund", "api",
            {{deal_field::Starts, "2027"}, {deal_field::Ends, "2027"}, {deal_field::Formula, "users * price"}});
        const Chain& chain = example.chain();
        const FigureCell cell{Group::of(chain.find<NodeId>("openai")), M::Revenue, kNoLayer, k2027, {}};
        const FigureDifference out = *explainDifference({chain, {}, cell}, {chain, knownAsOf(2025, 3, 1), cell});
        COMPARE_TEXT(told(chain, out.parts), "as-of  1095000\n" // 10 dollars a day to 40
                                             "  deal plans 1095000\n"
                                             "    series price 365000\n"
                                             "    series users 730000\n");
    }
};

QTEST_APPLESS_MAIN(TestWorkedExplanations)
#include "tst_worked_explanations.moc"
