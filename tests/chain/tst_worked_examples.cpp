// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "chain/edit_builder.h"
#include "chain/rollups.h"

#include <QTest>

#include <optional>
#include <string>
#include <utility>
#include <vector>

using namespace ochain;

namespace {

using Fields = std::vector<std::pair<Field, std::string>>;

/// Every number here is worked out by hand from the domain rules, sections 3 to 5. Money in cents, capacity in
/// kilowatts.
class Example {
public:
    Example()
    {
        tier("chips", "1", "1");
        tier("cloud", "2", "1");
        tier("capital", "3", "0");
        tier("models", "4", "0");
        kind("hardware", "trade", "deploy");
        kind("lease", "trade", "term");
        kind("api", "trade", "none");
        kind("equity", "capital", "none");
        kind("control", "control", "none");
        for (const auto& [key, weight] :
             {std::pair("announced", "5000"), std::pair("signed", "8000"), std::pair("operating", "10000"),
              std::pair("completed", "10000"), std::pair("cancelled", "0")})
            row(Table::Statuses, key, {{status_field::WeightBp, weight}});
        row(Table::Sources, "press", {});
        for (const auto& [key, tierKey] :
             {std::pair("nvidia", "chips"), std::pair("amd", "chips"), std::pair("broadcom", "chips"),
              std::pair("oracle", "cloud"), std::pair("fund", "capital"), std::pair("openai", "models")})
            row(Table::Nodes, key, {{node_field::Tier, tierKey}});
    }

    void row(Table table, const std::string& key, const Fields& fields)
    {
        EditBuilder builder(m_chain);
        bool isFine = !builder.add(table, key);
        for (const auto& [field, text] : fields)
            isFine = !builder.set(table, key, field, text) && isFine;
        apply(std::move(builder).build("test", "example"), isFine);
    }
    /// A signed, reported deal; further fields win.
    void deal(const std::string& key, const std::string& supplier, const std::string& customer,
              const std::string& kindKey, const Fields& fields)
    {
        Fields all{{deal_field::Supplier, supplier},
                   {deal_field::Customer, customer},
                   {deal_field::Kind, kindKey},
                   {deal_field::Status, "signed"},
                   {deal_field::Basis, "reported"}};
        all.insert(all.end(), fields.begin(), fields.end());
        row(Table::Deals, key, all);
    }
    void tranche(const std::string& key, const std::string& dealKey, const Fields& fields)
    {
        Fields all{{tranche_field::Deal, dealKey}, {tranche_field::Basis, "reported"}};
        all.insert(all.end(), fields.begin(), fields.end());
        row(Table::Tranches, key, all);
    }
    void metric(const std::string& key, const std::string& series, const Fields& fields)
    {
        Fields all{{metric_field::Series, series}, {metric_field::Node, "openai"}, {metric_field::Basis, "reported"}};
        all.insert(all.end(), fields.begin(), fields.end());
        row(Table::Metrics, key, all);
    }
    void claim(const std::string& table, const std::string& key, const std::string& field, const std::string& asOf,
               const std::string& value, const std::string& adopted)
    {
        EditBuilder builder(m_chain);
        const bool isFine = !builder.addRow(Table::Claims, {{claim_field::Table, table},
                                                            {claim_field::RowKey, key},
                                                            {claim_field::Field, field},
                                                            {claim_field::AsOf, asOf},
                                                            {claim_field::Value, value},
                                                            {claim_field::Source, "press"},
                                                            {claim_field::Adopted, adopted}});
        apply(std::move(builder).build("test", "example"), isFine);
    }

    void look(const Lens& lens = {}) { m_isFine = m_rollups.compute(m_chain, lens) && m_isFine; }
    bool isFine() const { return m_isFine; }

    Figure figure(const std::string& node, Measure measure, const std::string& period,
                  const std::string& layer = {}) const
    {
        return m_rollups.figure(Group::of(m_chain.find<NodeId>(node)), measure, layerNumber(layer), periodOf(period));
    }
    std::int64_t value(const std::string& node, Measure measure, const std::string& period,
                       const std::string& layer = {}) const
    {
        return figure(node, measure, period, layer).value;
    }
    std::uint32_t undisclosed(const std::string& node, Measure measure, const std::string& period,
                              const std::string& layer = {}) const
    {
        return figure(node, measure, period, layer).undisclosed;
    }
    std::string binding(const std::string& node, const std::string& period) const
    {
        const auto binding = m_rollups.binding(Group::of(m_chain.find<NodeId>(node)), periodOf(period));
        return binding ? std::string(m_chain.key({Table::Tiers, m_chain.layers()[binding->layer].value}))
                       : std::string();
    }
    std::vector<std::int64_t> quarters(const std::string& node, Measure measure, const std::string& layer = {}) const
    {
        std::vector<std::int64_t> values;
        for (const Figure& each :
             m_rollups.figures(Group::of(m_chain.find<NodeId>(node)), measure, layerNumber(layer), PeriodKind::Quarter))
            values.push_back(each.value);
        return values;
    }
    Calendar calendar() const { return m_rollups.calendar(); }

private:
    static Period periodOf(const std::string& text)
    {
        return text == "total" ? kTotal : text == "unscheduled" ? kUnscheduled : parsePeriod(text).value_or(kTotal);
    }
    std::uint32_t layerNumber(const std::string& key) const { return key == "chips" ? 0 : key == "cloud" ? 1 : 2; }
    void tier(const char* key, const char* ordinal, const char* layer)
    {
        row(Table::Tiers, key, {{tier_field::Ordinal, ordinal}, {tier_field::Layer, layer}});
    }
    void kind(const char* key, const char* dealClass, const char* profile)
    {
        row(Table::DealKinds, key,
            {{kind_field::Class, dealClass},
             {kind_field::Profile, profile},
             {kind_field::Money, dealClass == std::string("control") ? "0" : "1"}});
    }
    void apply(Edit edit, bool isFine) { m_isFine = m_chain.apply(edit).empty() && isFine && m_isFine; }

    Chain m_chain;
    Rollups m_rollups;
    bool m_isFine = true;
};

Lens knownAsOf(int year, int month, int day)
{
    Lens lens;
    lens.knownAsOf = dayNumber(year, month, day);
    return lens;
}

Lens weightedLens()
{
    Lens lens;
    lens.believed = Believed::Weighted;
    return lens;
}

Lens withoutAssumed()
{
    Lens lens;
    lens.withAssumed = false;
    return lens;
}

Lens overlapLens(Overlaps overlaps)
{
    Lens lens;
    lens.overlaps = overlaps;
    return lens;
}

using Values = std::vector<std::int64_t>;
using M = Measure;

} // namespace

class TestWorkedExamples : public QObject {
    Q_OBJECT

private slots:
    void chipsOf26GigawattsAreNeverAddedToCloudWhichBinds()
    {
        Example example;
        example.deal("nvidia-10gw", "nvidia", "openai", "hardware",
                     {{deal_field::Starts, "2026"}, {deal_field::Ends, "2029"}, {deal_field::CapacityMw, "10000"}});
        example.deal("amd-6gw", "amd", "openai", "hardware",
                     {{deal_field::Starts, "2026"}, {deal_field::Ends, "2029"}, {deal_field::CapacityMw, "6000"}});
        example.deal("broadcom-10gw", "broadcom", "openai", "hardware",
                     {{deal_field::Starts, "2026"}, {deal_field::Ends, "2029"}, {deal_field::CapacityMw, "10000"}});
        example.deal("oracle-45gw", "oracle", "openai", "lease",
                     {{deal_field::Starts, "2026"}, {deal_field::Ends, "2031"}, {deal_field::CapacityMw, "4500"}});
        example.look();
        QVERIFY(example.isFine());
        QCOMPARE(example.value("openai", M::CapacityIn, "total", "chips"), std::int64_t{26'000'000});
        QCOMPARE(example.value("openai", M::CapacityIn, "total", "cloud"), std::int64_t{4'500'000});
        QCOMPARE(example.value("openai", M::CapacityIn, "2030", "chips"), std::int64_t{26'000'000});
        QCOMPARE(example.value("openai", M::CapacityIn, "2030", "cloud"), std::int64_t{4'500'000});
        QCOMPARE(example.binding("openai", "2030"), std::string("cloud"));
        QCOMPARE(example.value("openai", M::Binding, "2030"), std::int64_t{4'500'000});
        // by the end of March 2026, 90 of 1461 days, chips stand at 616016 + 369609 + 616016 kW and bind
        QCOMPARE(example.value("openai", M::CapacityIn, "2026Q1", "chips"), std::int64_t{1'601'641});
        QCOMPARE(example.binding("openai", "2026Q1"), std::string("chips"));
        QCOMPARE(example.value("openai", M::Binding, "total"), std::int64_t{0}); // exists in periods only
        QCOMPARE(example.value("nvidia", M::CapacityOut, "total", "chips"), std::int64_t{10'000'000});
    }

    void moneyAccruesByTheDayAndAddsUp()
    {
        Example example;
        example.deal("d", "nvidia", "openai", "api",
                     {{deal_field::Starts, "2026"}, {deal_field::Ends, "2026"}, {deal_field::ValueUsd, "1"}});
        example.look();
        QVERIFY(example.isFine());
        // after 90, 181, 273 and 365 of 365 days 24, 49, 74 and 100 cents have accrued
        QCOMPARE(example.quarters("nvidia", M::Revenue), (Values{24, 25, 25, 26}));
        QCOMPARE(example.quarters("openai", M::Spend), (Values{24, 25, 25, 26}));
        QCOMPARE(example.value("openai", M::Net, "2026"), std::int64_t{-100});
        QCOMPARE(example.value("nvidia", M::Backlog, "2026Q1"), std::int64_t{76});
    }

    void deployedCapacityStaysAfterTheEnd()
    {
        Example example;
        example.deal("d", "nvidia", "openai", "hardware",
                     {{deal_field::Starts, "2026"}, {deal_field::Ends, "2026"}, {deal_field::CapacityMw, "1"}});
        example.deal("later", "fund", "openai", "equity", {{deal_field::Ends, "2027"}});
        example.look();
        QVERIFY(example.isFine());
        QCOMPARE(example.quarters("openai", M::CapacityIn, "chips"),
                 (Values{246, 495, 747, 1000, 1000, 1000, 1000, 1000}));
    }

    void capacityInTermStandsInsideItsDatesOnly()
    {
        Example example;
        example.deal("d", "oracle", "openai", "lease",
                     {{deal_field::Starts, "2026-04"}, {deal_field::Ends, "2027-03"}, {deal_field::CapacityMw, "1"}});
        example.deal("open", "oracle", "openai", "lease",
                     {{deal_field::Starts, "2027-07-01"}, {deal_field::CapacityMw, "2"}, {deal_field::ValueUsd, "5"}});
        example.look();
        QVERIFY(example.isFine());
        QCOMPARE(example.quarters("openai", M::CapacityIn, "cloud"),
                 (Values{0, 1000, 1000, 1000, 1000, 0, 2000, 2000}));
        QCOMPARE(example.value("openai", M::CapacityIn, "2027", "cloud"),
                 std::int64_t{2000}); // a stock, read at the year's end
        QCOMPARE(example.value("openai", M::CapacityIn, "unscheduled", "cloud"), std::int64_t{0});
        QCOMPARE(example.value("openai", M::Spend, "unscheduled"),
                 std::int64_t{500}); // its money has no end to accrue to
    }

    void whatTranchesLeaveRunsOverTheDealsDates()
    {
        Example example;
        example.deal("d", "oracle", "openai", "lease",
                     {{deal_field::Starts, "2026"},
                      {deal_field::Ends, "2027"},
                      {deal_field::ValueUsd, "10"},
                      {deal_field::CapacityMw, "5"}});
        example.tranche(
            "t", "d",
            {{tranche_field::Ends, "2026"}, {tranche_field::ValueUsd, "4"}, {tranche_field::CapacityMw, "2"}});
        example.look();
        QVERIFY(example.isFine());
        QCOMPARE(example.value("openai", M::Spend, "2026"), std::int64_t{700}); // 400 and 365/730 of 600
        QCOMPARE(example.value("openai", M::Spend, "2027"), std::int64_t{300});
        QCOMPARE(example.value("openai", M::CapacityIn, "2026", "cloud"), std::int64_t{5000});
        QCOMPARE(example.value("openai", M::CapacityIn, "2027", "cloud"), std::int64_t{3000});
        QCOMPARE(example.value("openai", M::CapacityIn, "total", "cloud"), std::int64_t{5000});
    }

    void aDealWithoutATotalHasTheSumOfItsTranches()
    {
        Example example;
        example.deal("d", "oracle", "openai", "lease", {{deal_field::Starts, "2026"}, {deal_field::Ends, "2027"}});
        example.tranche("t", "d", {{tranche_field::Ends, "2026"}, {tranche_field::ValueUsd, "4"}});
        example.tranche("u", "d", {{tranche_field::Starts, "2027"}, {tranche_field::ValueUsd, "3"}});
        example.look();
        QVERIFY(example.isFine());
        QCOMPARE(example.value("openai", M::Spend, "total"), std::int64_t{700});
        QCOMPARE(example.value("openai", M::Spend, "2027"), std::int64_t{300});
        QCOMPARE(example.undisclosed("openai", M::Spend, "total"), 0U);
        QCOMPARE(example.undisclosed("openai", M::CapacityIn, "total", "cloud"), 1U);
    }

    void assumedTranchesLeftOutAreUnscheduledAndTheRemainderStays()
    {
        Example example;
        example.deal("d", "oracle", "openai", "api",
                     {{deal_field::Starts, "2026"}, {deal_field::Ends, "2027"}, {deal_field::ValueUsd, "10"}});
        example.tranche(
            "t", "d",
            {{tranche_field::Ends, "2026"}, {tranche_field::ValueUsd, "4"}, {tranche_field::Basis, "assumed"}});
        example.deal("guess", "oracle", "openai", "api",
                     {{deal_field::Starts, "2026"},
                      {deal_field::Ends, "2027"},
                      {deal_field::ValueUsd, "1"},
                      {deal_field::Basis, "assumed"}});
        example.look(withoutAssumed());
        QVERIFY(example.isFine());
        QCOMPARE(example.value("openai", M::Spend, "2026"), std::int64_t{300});
        QCOMPARE(example.value("openai", M::Spend, "2027"), std::int64_t{300});
        QCOMPARE(example.value("openai", M::Spend, "unscheduled"), std::int64_t{400});
        QCOMPARE(example.value("openai", M::Spend, "total"), std::int64_t{1000});
        QCOMPARE(example.value("openai", M::Deals, "total"), std::int64_t{1});
        example.look();
        QCOMPARE(example.value("openai", M::Spend, "2026"), std::int64_t{750}); // 400, 300 and half of 100
        QCOMPARE(example.value("openai", M::Spend, "unscheduled"), std::int64_t{0});
    }

    void weightsScaleEveryPieceHalfToEven()
    {
        Example example;
        example.deal("d", "oracle", "openai", "api",
                     {{deal_field::Status, "announced"},
                      {deal_field::Starts, "2026"},
                      {deal_field::Ends, "2026"},
                      {deal_field::ValueUsd, "0.14"}});
        example.tranche("t1", "d", {{tranche_field::Ends, "2026-03"}, {tranche_field::ValueUsd, "0.01"}}); // 0.5 to 0
        example.tranche("t3", "d",
                        {{tranche_field::Starts, "2026-04"},
                         {tranche_field::Ends, "2026-06"},
                         {tranche_field::ValueUsd, "0.03"}}); // 1.5 to 2
        example.tranche("t5", "d",
                        {{tranche_field::Starts, "2026-07"},
                         {tranche_field::Ends, "2026-09"},
                         {tranche_field::ValueUsd, "0.05"}}); // 2.5 to 2
        example.deal("off", "oracle", "openai", "api",
                     {{deal_field::Status, "cancelled"}, {deal_field::ValueUsd, "7"}});
        example.look(weightedLens());
        QVERIFY(example.isFine());
        // what is left, 5 cents over the year, is 2 and accrues 0, 0, 1 and 1
        QCOMPARE(example.quarters("oracle", M::Revenue), (Values{0, 2, 3, 1}));
        QCOMPARE(example.value("oracle", M::Revenue, "total"), std::int64_t{6});
    }

    void aWholeCountsForWhatItsPartsLeave()
    {
        Example example;
        example.deal("whole", "oracle", "openai", "lease",
                     {{deal_field::Status, "announced"},
                      {deal_field::Starts, "2026"},
                      {deal_field::Ends, "2026"},
                      {deal_field::ValueUsd, "100"},
                      {deal_field::CapacityMw, "10"}});
        example.deal("part", "oracle", "openai", "lease",
                     {{deal_field::PartOf, "whole"}, {deal_field::ValueUsd, "30"}, {deal_field::CapacityMw, "4"}});
        example.deal("chips", "nvidia", "openai", "hardware",
                     {{deal_field::PartOf, "whole"}, {deal_field::ValueUsd, "20"}, {deal_field::CapacityMw, "3"}});
        example.deal("money", "fund", "oracle", "equity", {{deal_field::PartOf, "whole"}, {deal_field::ValueUsd, "5"}});
        example.deal("gone", "oracle", "openai", "lease",
                     {{deal_field::PartOf, "whole"}, {deal_field::Status, "cancelled"}, {deal_field::ValueUsd, "9"}});
        example.look();
        QVERIFY(example.isFine());
        QCOMPARE(example.value("openai", M::Spend, "2026"),
                 std::int64_t{5'000}); // 100 - 30 - 20: another class and the cancelled take nothing
        QCOMPARE(example.value("openai", M::Spend, "total"), std::int64_t{10'000});
        QCOMPARE(example.value("openai", M::CapacityIn, "total", "cloud"),
                 std::int64_t{10'000}); // 6 + 4: chips are another layer
        QCOMPARE(example.value("openai", M::CapacityIn, "total", "chips"), std::int64_t{3'000});
        example.look(overlapLens(Overlaps::Gross));
        QCOMPARE(example.value("openai", M::Spend, "total"), std::int64_t{15'000});
        QCOMPARE(example.value("openai", M::CapacityIn, "total", "cloud"), std::int64_t{14'000});
        example.look(overlapLens(Overlaps::Overlap));
        QCOMPARE(example.value("openai", M::Spend, "total"), std::int64_t{5'000});
        QCOMPARE(example.value("openai", M::Spend, "2026"), std::int64_t{5'000});
        QCOMPARE(example.value("openai", M::CapacityIn, "2026", "cloud"), std::int64_t{4'000});
        example.look(weightedLens()); // half of what is left, and 80 % of the parts
        QCOMPARE(example.value("openai", M::Spend, "total"), std::int64_t{2'500 + 2'400 + 1'600});
    }

    void partsAboveTheWholeLeaveNothing()
    {
        Example example;
        example.deal("whole", "oracle", "openai", "api", {{deal_field::ValueUsd, "10"}});
        example.deal("part", "oracle", "openai", "api", {{deal_field::PartOf, "whole"}});
        example.tranche("t", "part", {{tranche_field::ValueUsd, "11"}});
        example.look();
        QVERIFY(example.isFine());
        QCOMPARE(example.value("openai", M::Spend, "total"), std::int64_t{1100});
        QCOMPARE(example.undisclosed("openai", M::Spend, "total"), 0U);
    }

    void claimsAreAFieldsHistory()
    {
        Example example;
        example.deal("d", "oracle", "openai", "api",
                     {{deal_field::Announced, "2024-06"},
                      {deal_field::Starts, "2026"},
                      {deal_field::Ends, "2026"},
                      {deal_field::ValueUsd, "100"}});
        example.claim("deals", "d", "value_usd", "2025-01", "60", "1");
        example.claim("deals", "d", "value_usd", "2025-02", "70", "0");
        example.claim("deals", "d", "value_usd", "2025-07-10", "90", "1");
        const auto spendKnownAsOf = [&](int year, int month, int day) {
            example.look(knownAsOf(year, month, day));
            return example.figure("openai", M::Spend, "total");
        };
        QCOMPARE(spendKnownAsOf(2024, 5, 31), (Figure{0, 0})); // not announced
        QCOMPARE(spendKnownAsOf(2024, 12, 31), (Figure{0, 1}));
        QCOMPARE(spendKnownAsOf(2025, 1, 1), (Figure{6'000, 0}));
        QCOMPARE(spendKnownAsOf(2025, 7, 9), (Figure{6'000, 0}));
        QCOMPARE(spendKnownAsOf(2025, 7, 10), (Figure{9'000, 0}));
        example.look();
        QCOMPARE(example.value("openai", M::Spend, "total"), std::int64_t{10'000}); // without the clock the row stands
        QVERIFY(example.isFine());
    }

    void aFormulaGivesDollarsPerYearOnTheQuartersMiddleDay()
    {
        Example example;
        example.metric("u0", "users", {{metric_field::AsOf, "2026"}, {metric_field::Value, "0"}});
        example.metric("u1", "users", {{metric_field::AsOf, "2027"}, {metric_field::Value, "365"}});
        example.metric("p", "price", {{metric_field::AsOf, "2020"}, {metric_field::Value, "2"}});
        example.deal("ramp", "oracle", "openai", "api",
                     {{deal_field::Starts, "2026"}, {deal_field::Ends, "2026"}, {deal_field::Formula, "users"}});
        example.deal(
            "flat", "nvidia", "openai", "api",
            {{deal_field::Starts, "2026-01-11"}, {deal_field::Ends, "2026-06"}, {deal_field::Formula, "100 * price"}});
        example.look();
        QVERIFY(example.isFine());
        // the middle days are 45, 135, 227 and 319 days into the year; 45 x 90 / 365.25 x 100 = 1108.83
        QCOMPARE(example.quarters("oracle", M::Revenue), (Values{1109, 3363, 5718, 8035}));
        QCOMPARE(example.value("oracle", M::Revenue, "total"), std::int64_t{1109 + 3363 + 5718 + 8035});
        // 200 x 80 / 365.25 x 100 = 4380.56, 200 x 91 / 365.25 x 100 = 4982.89
        QCOMPARE(example.quarters("nvidia", M::Revenue), (Values{4381, 4983, 0, 0}));
        example.look(weightedLens()); // 80 %, quarter by quarter: 3504.8 and 3986.4
        QCOMPARE(example.quarters("nvidia", M::Revenue), (Values{3505, 3986, 0, 0}));
    }

    void aFormulaWithoutAUsableResultIsUndisclosed()
    {
        Example example;
        example.metric("u", "users",
                       {{metric_field::AsOf, "2026"}, {metric_field::Known, "2025-05"}, {metric_field::Value, "100"}});
        example.metric("late", "users",
                       {{metric_field::AsOf, "2026"}, {metric_field::Known, "2025-09"}, {metric_field::Value, "40"}});
        example.deal("d", "oracle", "openai", "api",
                     {{deal_field::Starts, "2026"}, {deal_field::Ends, "2026"}, {deal_field::Formula, "users - 50"}});
        example.look(knownAsOf(2025, 5, 1));
        QVERIFY(example.isFine());
        QCOMPARE(example.value("openai", M::Spend, "2026Q1"), std::int64_t{1232}); // 50 x 90 / 365.25 x 100 = 1232.03
        QCOMPARE(example.undisclosed("openai", M::Spend, "2026Q1"), 0U);
        example.look(knownAsOf(2025, 4, 30)); // no value known
        QCOMPARE(example.figure("openai", M::Spend, "total"), (Figure{0, 1}));
        example.look(); // 40 is what was said last: negative
        QCOMPARE(example.figure("openai", M::Spend, "total"), (Figure{0, 1}));
        QCOMPARE(example.figure("openai", M::Spend, "2026Q1"), (Figure{0, 1}));
        QCOMPARE(example.figure("openai", M::Spend, "unscheduled"), (Figure{0, 0}));
        QCOMPARE(example.value("openai", M::DealsUndisclosedMoney, "total"), std::int64_t{1});
    }

    void gapFundingAndBacklogFollowTheMoney()
    {
        Example example;
        example.deal("sell", "openai", "fund", "api",
                     {{deal_field::Starts, "2026-04-01"},
                      {deal_field::Ends, "2026-12"},
                      {deal_field::ValueUsd, "2.75"}}); // a cent a day
        example.deal("buy", "nvidia", "openai", "api",
                     {{deal_field::Starts, "2026-01"}, {deal_field::Ends, "2026-03"}, {deal_field::ValueUsd, "5"}});
        example.deal("raise", "fund", "openai", "equity",
                     {{deal_field::Starts, "2026-01"}, {deal_field::Ends, "2026-03"}, {deal_field::ValueUsd, "1"}});
        example.deal("someday", "openai", "fund", "api", {{deal_field::ValueUsd, "10"}});
        example.deal("secret", "openai", "fund", "api", {{deal_field::Starts, "2026-10"}});
        example.look();
        QVERIFY(example.isFine());
        QCOMPARE(example.quarters("openai", M::Revenue), (Values{0, 91, 92, 92}));
        QCOMPARE(example.quarters("openai", M::Gap), (Values{400, 0, 0, 0}));
        QCOMPARE(example.value("openai", M::Gap, "2026"), std::int64_t{125}); // from the year's sums
        QCOMPARE(example.quarters("openai", M::Funding), (Values{-400, -309, -217, -125}));
        QCOMPARE(example.quarters("openai", M::Backlog), (Values{1275, 1184, 1092, 1000}));
        QCOMPARE(example.undisclosed("openai", M::Revenue, "2026Q3"), 0U);
        QCOMPARE(example.undisclosed("openai", M::Revenue, "2026Q4"), 1U);
        QCOMPARE(example.undisclosed("openai", M::Net, "2026Q4"), 1U);
        QCOMPARE(example.undisclosed("openai", M::Backlog, "2026Q4"), 1U); // its end is open
        QCOMPARE(example.undisclosed("openai", M::Revenue, "unscheduled"), 0U);
    }

    void whatStaysInsideAGroupCountsTowardsNoneOfItsTotals()
    {
        Example example;
        example.row(Table::Nodes, "lab", {{node_field::Tier, "models"}, {node_field::Parent, "openai"}});
        example.deal("inside", "lab", "openai", "api", {{deal_field::ValueUsd, "7"}});
        example.deal("out", "lab", "fund", "api", {{deal_field::ValueUsd, "2"}});
        example.look();
        QVERIFY(example.isFine());
        QCOMPARE(example.value("openai", M::Revenue, "total"), std::int64_t{200});
        QCOMPARE(example.value("openai", M::Spend, "total"), std::int64_t{0});
        QCOMPARE(example.value("openai", M::InternalTrade, "total"), std::int64_t{700});
        QCOMPARE(example.value("lab", M::Revenue, "total"), std::int64_t{900});
        QCOMPARE(example.value("openai", M::Deals, "total"), std::int64_t{1});
    }

    void anOperatingDealWithoutAStartBeganWhenItWasAnnounced()
    {
        Example example;
        example.deal("d", "oracle", "openai", "lease",
                     {{deal_field::Status, "operating"},
                      {deal_field::Announced, "2026-10"},
                      {deal_field::Ends, "2026"},
                      {deal_field::ValueUsd, "0.92"}});
        example.deal("planned", "oracle", "openai", "lease",
                     {{deal_field::Announced, "2020-10"}, {deal_field::Ends, "2026"}, {deal_field::ValueUsd, "3"}});
        example.look();
        QVERIFY(example.isFine());
        QCOMPARE(example.calendar().firstYear(), 2026);
        QCOMPARE(example.calendar().years(), 1);
        QCOMPARE(example.quarters("openai", M::Spend), (Values{0, 0, 0, 92}));
        QCOMPARE(example.value("openai", M::Spend, "unscheduled"), std::int64_t{300});
    }
};

QTEST_APPLESS_MAIN(TestWorkedExamples)
#include "tst_worked_examples.moc"
