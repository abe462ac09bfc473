// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "chain/test_chain.h"
#include "rollups/rollups.h"

#include <QTest>

#include <algorithm>
#include <stdexcept>

using namespace ochain;
using namespace ochain::test;

namespace {

/// A chain whose rollups follow each edit. Stargate holds Abilene; both are Oracle's customers' sites in the cloud.
class Live : public TestChain {
public:
    Live()
    {
        node("nvidia", "gpus");
        node("amd", "gpus");
        node("stargate", "cloud");
        node("abilene", "cloud", "stargate");
        node("openai", "models");
        node("fund", "capital");
        deal("chips", "nvidia", "abilene", "hardware",
             {{deal_field::CapacityMw, "1000"},
              {deal_field::ValueUsd, "400"},
              {deal_field::Starts, "2026"},
              {deal_field::Ends, "2026"}});
        deal("cloud", "abilene", "openai", "lease",
             {{deal_field::CapacityMw, "800"},
              {deal_field::ValueUsd, "1200"},
              {deal_field::Starts, "2027"},
              {deal_field::Ends, "2029"}});
        deal("stake", "fund", "openai", "equity", {{deal_field::Starts, "2026"}});
        look();
    }

    void look(const Lens& lens = {})
    {
        if (!rollups.compute(chain, lens))
            throw std::runtime_error("cancelled by nobody");
    }
    Changed follow(Edit edit)
    {
        auto changed = rollups.apply(chain, std::move(edit));
        if (!changed)
            throw std::runtime_error(changed.error().front().text());
        return std::move(*changed);
    }
    [[nodiscard]] Group nodeGroup(std::string_view key) const { return Group::of(nodeId(key)); }
    [[nodiscard]] Group tier(std::string_view key) const { return Group::of(tierId(key)); }
    [[nodiscard]] LayerNumber layer(std::string_view key) const { return chain.layerOf(tierId(key)); }

    /// The items as "stargate spend 400>500 0..3", one a line.
    [[nodiscard]] std::string told(const Changed& changed) const
    {
        std::string text;
        for (const Changed::Item& item : changed.items) {
            const Table table = item.group.kind == Group::Kind::Tier ? Table::Tiers : Table::Nodes;
            text += std::string(chain.key({table, item.group.row})) + " " + std::string(measureName(item.measure)) +
                    " " + std::to_string(item.totalBefore) + ">" + std::to_string(item.totalAfter) + " " +
                    std::to_string(item.first) + ".." + std::to_string(item.last) + "\n";
        }
        return text;
    }

    /// Every figure of every group, to be compared as a whole.
    [[nodiscard]] static std::vector<Figure> all(const Chain& chain, const Rollups& rollups)
    {
        std::vector<Figure> figures;
        const auto take = [&](Group group) {
            for (std::size_t m = 0; m < kMeasureCount; ++m) {
                const auto measure = static_cast<Measure>(m);
                for (const LayerNumber l : isCapacity(measure) ? chain.layerNumbers() : std::vector{kNoLayer}) {
                    for (const PeriodKind kind : {PeriodKind::Quarter, PeriodKind::Year}) {
                        const std::vector<Figure> some = rollups.figures(group, measure, l, kind);
                        figures.insert(figures.end(), some.begin(), some.end());
                    }
                    figures.push_back(rollups.figure(group, measure, l, kTotal));
                    figures.push_back(rollups.figure(group, measure, l, kUnscheduled));
                    figures.push_back(rollups.figure(group, measure, l, kLater));
                }
            }
        };
        chain.tiers().forEach([&](TierId id, const Tier&) { take(Group::of(id)); });
        chain.nodes().forEach([&](NodeId id, const Node&) { take(Group::of(id)); });
        return figures;
    }
    [[nodiscard]] bool equalsFull() const
    {
        Rollups full;
        full.compute(chain, rollups.lens());
        return all(chain, rollups) == all(chain, full);
    }

    Rollups rollups;
};

constexpr Period year(int y)
{
    return {PeriodKind::Year, y, 0};
}

constexpr Period quarter(int y, int q)
{
    return {PeriodKind::Quarter, y, q};
}

} // namespace

class TestRollups : public QObject {
    Q_OBJECT

private slots:
    void measuresHaveNamesThatReadBack()
    {
        for (std::size_t m = 0; m < kMeasureCount; ++m) {
            const auto measure = static_cast<Measure>(m);
            QVERIFY(!measureName(measure).empty());
            QVERIFY(measureNamed(measureName(measure)) == measure);
        }
        QCOMPARE(measureName(Measure::DealsUndisclosedCapacity), std::string_view("deals_undisclosed_capacity"));
        QVERIFY(!measureNamed("profit").has_value());
    }

    void whatIsInsideAGroupCountsThroughItsBorderOnly()
    {
        Live live;
        live.deal("within", "abilene", "stargate", "licence",
                  {{deal_field::ValueUsd, "7"}, {deal_field::Starts, "2026"}, {deal_field::Ends, "2026"}});
        live.look();
        for (const Group group : {live.nodeGroup("stargate"), live.tier("cloud")}) {
            QCOMPARE(live.rollups.figure(group, Measure::Revenue, kNoLayer, kTotal).value, 1200'00);
            QCOMPARE(live.rollups.figure(group, Measure::Spend, kNoLayer, kTotal).value, 400'00);
            QCOMPARE(live.rollups.figure(group, Measure::InternalTrade, kNoLayer, year(2026)).value, 7'00);
            QCOMPARE(live.rollups.figure(group, Measure::Deals, kNoLayer, kTotal).value, 2);
        }
        QCOMPARE(live.rollups.figure(live.nodeGroup("abilene"), Measure::Revenue, kNoLayer, kTotal).value, 1207'00);
        QCOMPARE(live.rollups.figure(live.nodeGroup("abilene"), Measure::Deals, kNoLayer, kTotal).value, 3);
        QCOMPARE(live.rollups.figure(live.tier("chips"), Measure::Revenue, kNoLayer, kTotal).value,
                 400'00); // by its sub-tier
    }

    void capacityIsReadAtAPeriodsEnd()
    {
        Live live;
        const Group abilene = live.nodeGroup("abilene");
        QCOMPARE(live.rollups.figure(abilene, Measure::CapacityIn, live.layer("chips"), quarter(2026, 1)).value,
                 1'000'000 * 90LL / 365);
        QCOMPARE(live.rollups.figure(abilene, Measure::CapacityIn, live.layer("chips"), year(2029)).value, 1'000'000);
        QCOMPARE(live.rollups.figure(abilene, Measure::CapacityOut, live.layer("cloud"), year(2026)).value, 0);
        QCOMPARE(live.rollups.figure(abilene, Measure::CapacityOut, live.layer("cloud"), year(2029)).value, 800'000);
        const auto binding = live.rollups.binding(live.nodeGroup("openai"), year(2028));
        QVERIFY(binding.has_value());
        QCOMPARE(binding->layer, live.layer("cloud"));
        QVERIFY(!live.rollups.binding(live.nodeGroup("openai"), year(2026)).has_value());
        QVERIFY(!live.rollups.binding(live.nodeGroup("openai"), kTotal).has_value());
    }

    void figuresAtOnceAreThoseOneByOne()
    {
        Live live;
        const Calendar calendar = live.rollups.calendar();
        for (const char* const key : {"abilene", "stargate", "openai", "fund"})
            for (std::size_t m = 0; m < kMeasureCount; ++m) {
                const auto measure = static_cast<Measure>(m);
                const std::vector<Figure> quarters =
                    live.rollups.figures(live.nodeGroup(key), measure, LayerNumber{1}, PeriodKind::Quarter);
                const std::vector<Figure> years =
                    live.rollups.figures(live.nodeGroup(key), measure, LayerNumber{1}, PeriodKind::Year);
                QCOMPARE(quarters.size(), static_cast<std::size_t>(calendar.quarters()));
                QCOMPARE(years.size(), static_cast<std::size_t>(calendar.years()));
                for (int q = 0; q < calendar.quarters(); ++q)
                    QVERIFY(quarters[static_cast<std::size_t>(q)] ==
                            live.rollups.figure(live.nodeGroup(key), measure, LayerNumber{1},
                                                quarter(calendar.firstYear() + q / 4, q % 4 + 1)));
                for (int y = 0; y < calendar.years(); ++y)
                    QVERIFY(years[static_cast<std::size_t>(y)] == live.rollups.figure(live.nodeGroup(key), measure,
                                                                                      LayerNumber{1},
                                                                                      year(calendar.firstYear() + y)));
            }
    }

    void outsideTheCalendarThereIsNothing()
    {
        Live live;
        QVERIFY(live.rollups.figure(live.nodeGroup("abilene"), Measure::CapacityIn, LayerNumber{0}, year(2050)) ==
                Figure{});
        QVERIFY(live.rollups.figure(live.nodeGroup("abilene"), Measure::Funding, kNoLayer, quarter(2026, 5)) ==
                Figure{});
        QVERIFY(live.rollups.figure(Group{Group::Kind::Node, 99'999}, Measure::Revenue, kNoLayer, kTotal) == Figure{});
        QVERIFY(!live.rollups.has(Group{Group::Kind::Tier, 99'999}, Measure::Revenue, kNoLayer));
    }

    void undisclosedDealsAreCountedWhereTheirDatesMeet()
    {
        Live live; // the fund's stake has a start, no end and no amount
        const Group openai = live.nodeGroup("openai");
        QCOMPARE(live.rollups.figure(openai, Measure::CapitalIn, kNoLayer, kTotal).undisclosed, 1U);
        QCOMPARE(live.rollups.figure(openai, Measure::CapitalIn, kNoLayer, year(2029)).undisclosed, 1U);
        QCOMPARE(live.rollups.figure(openai, Measure::CapitalIn, kNoLayer, kUnscheduled).undisclosed, 0U);
        QCOMPARE(live.rollups.figure(openai, Measure::Gap, kNoLayer, year(2029)).undisclosed, 1U);
        QVERIFY(live.rollups.has(openai, Measure::CapitalIn, kNoLayer));
        QVERIFY(!live.rollups.has(openai, Measure::Revenue, kNoLayer));
        live.follow(live.changeOf(Table::Deals, "stake", deal_field::Ends, "2027-06"));
        QCOMPARE(live.rollups.figure(openai, Measure::CapitalIn, kNoLayer, year(2027)).undisclosed, 1U);
        QCOMPARE(live.rollups.figure(openai, Measure::CapitalIn, kNoLayer, quarter(2027, 3)).undisclosed, 0U);
        live.follow(live.changeOf(Table::Deals, "stake", deal_field::ValueUsd, "5"));
        QVERIFY(live.rollups.figure(openai, Measure::CapitalIn, kNoLayer, kTotal) == (Figure{5'00, 0}));
        QVERIFY(live.equalsFull());
    }

    void anEditTellsExactlyWhatItMoved()
    {
        Live live;
        const Changed changed = live.follow(live.changeOf(Table::Deals, "chips", deal_field::ValueUsd, "500"));
        QVERIFY(!changed.everything);
        QCOMPARE(QString::fromStdString(live.told(changed)), QStringLiteral("chips revenue 40000>50000 0..3\n"
                                                                            "gpus revenue 40000>50000 0..3\n"
                                                                            "cloud spend 40000>50000 0..3\n"
                                                                            "nvidia revenue 40000>50000 0..3\n"
                                                                            "stargate spend 40000>50000 0..3\n"
                                                                            "abilene spend 40000>50000 0..3\n"));
        QCOMPARE(changed.rows.size(), std::size_t{1});
        QVERIFY(changed.rows.front() == (RowRef{Table::Deals, live.dealId("chips").value}));
        QCOMPARE(changed.edit.changes.size(), std::size_t{1});
        QCOMPARE(live.rollups.lastStats().dealsVisited, std::uint64_t{1});
        QCOMPARE(live.rollups.lastStats().figuresMoved, std::uint64_t{6});
        QVERIFY(!live.rollups.lastStats().wasFull);
        QVERIFY(live.equalsFull());
    }

    void aStockChangesFromItsFirstDifferenceToItsLast()
    {
        Live live;
        // a term cut by a year no longer stands in 2029: quarters 12 to 15 of the calendar from 2026
        const Changed changed = live.follow(live.changeOf(Table::Deals, "cloud", deal_field::Ends, "2028"));
        QVERIFY(changed.everything); // the calendar lost a year
        live.follow(live.changeOf(Table::Deals, "stake", deal_field::Ends, "2029"));
        live.follow(live.changeOf(Table::Deals, "cloud", deal_field::Ends, "2029"));
        const Changed again = live.follow(live.changeOf(Table::Deals, "cloud", deal_field::Ends, "2028"));
        QVERIFY(!again.everything);
        bool isFound = false;
        for (const Changed::Item& item : again.items)
            if (item.measure == Measure::CapacityIn && item.group == live.nodeGroup("openai")) {
                isFound = true;
                QCOMPARE(item.first, 12);
                QCOMPARE(item.last, 15);
                QCOMPARE(item.totalBefore, item.totalAfter);
            }
        QVERIFY(isFound);
        QVERIFY(live.equalsFull());
    }

    void anEditOfAWordMovesNothing()
    {
        Live live;
        const Changed changed = live.follow(live.changeOf(Table::Deals, "chips", deal_field::NoteEn, "a note"));
        QVERIFY(changed.items.empty() && !changed.everything);
        const Changed renamed = live.follow(live.changeOf(Table::Nodes, "openai", node_field::NameEn, "OpenAI"));
        QVERIFY(renamed.items.empty() && !renamed.everything);
        QCOMPARE(live.rollups.lastStats().dealsVisited, std::uint64_t{0});
        QVERIFY(live.follow(live.additionOf(Table::Nodes, "idle", {{node_field::Tier, "models"}})).items.empty());
        QVERIFY(live.rollups.figure(live.nodeGroup("idle"), Measure::Revenue, kNoLayer, kTotal) == Figure{});
    }

    void anEditNamesTheDealsItTouchesAsTheyWereAndAsTheyAre()
    {
        Live live;
        const DealId chips = live.dealId("chips");
        const auto deals = [&live](Edit edit) { return live.follow(std::move(edit)).deals; };
        QVERIFY(deals(live.changeOf(Table::Deals, "chips", deal_field::ValueUsd, "500")) == std::vector{chips});
        const Edit part =
            live.additionOf(Table::Deals, "lot",
                            TestChain::dealFields("nvidia", "abilene", "hardware", {{deal_field::PartOf, "chips"}}));
        const std::vector<DealId> added = deals(part);
        QVERIFY((added == std::vector{chips, live.dealId("lot")})); // with its whole
        const DealId lot = live.dealId("lot");
        QVERIFY((deals(live.erasureOf(Table::Deals, "lot")) == std::vector{chips, lot}));
        QVERIFY(!live.chain.deals().isAlive(lot));
        QVERIFY(
            (deals(live.additionOf(Table::Deals, "other", TestChain::dealFields("amd", "openai", "hardware", {}))) ==
             std::vector{lot})); // another deal in its place
        QVERIFY(deals(live.additionOf(Table::Tranches, "first",
                                      {{tranche_field::Deal, "chips"}, {tranche_field::Basis, "reported"}})) ==
                std::vector{chips});
        const std::vector<DealId> moved = deals(live.changeOf(Table::Nodes, "amd", node_field::Tier, "cloud"));
        QVERIFY(moved == std::vector{lot});
        QVERIFY(live.equalsFull());
    }

    void aSeriesTouchesTheDealsWhoseFormulaNamesIt()
    {
        Live live;
        live.metric("a", "rate", {{metric_field::AsOf, "2027"}, {metric_field::Value, "10"}});
        live.metric("b", "rates", {{metric_field::AsOf, "2027"}, {metric_field::Value, "20"}});
        live.set(Table::Deals, "cloud", deal_field::ValueUsd, "");
        live.set(Table::Deals, "cloud", deal_field::Formula, "rates * 2");
        live.look();
        QVERIFY(live.follow(live.changeOf(Table::Metrics, "a", metric_field::Value, "11")).deals.empty());
        QVERIFY(live.follow(live.changeOf(Table::Metrics, "b", metric_field::Value, "21")).deals ==
                std::vector{live.dealId("cloud")});
        QVERIFY(live.equalsFull());
    }

    void aDealThatOneEditAddsAndNamesAnewCounts()
    {
        Live live;
        Edit edit = live.additionOf(Table::Deals, "new",
                                    TestChain::dealFields("amd", "openai", "hardware", {{deal_field::ValueUsd, "7"}}));
        RowChange rename;
        rename.table = Table::Deals;
        rename.op = Op::Update;
        rename.key = "new";
        rename.fields = {{deal_field::Key, "new", "newer"}};
        edit.changes.push_back(rename);
        const Changed changed = live.follow(std::move(edit));
        QVERIFY(changed.deals == std::vector{live.dealId("newer")});
        QVERIFY(live.equalsFull());
    }

    void aRefusedEditChangesNothing()
    {
        Live live;
        const std::vector<Figure> before = Live::all(live.chain, live.rollups);
        const std::uint64_t revision = live.chain.revision();
        const auto refused =
            live.rollups.apply(live.chain, live.changeOf(Table::Deals, "chips", deal_field::Ends, "2020"));
        QVERIFY(!refused.has_value());
        QVERIFY(!refused.error().empty());
        QVERIFY(Live::all(live.chain, live.rollups) == before);
        QCOMPARE(live.chain.revision(), revision);
    }

    void undoTakesEveryFigureBack()
    {
        Live live;
        const std::vector<Figure> before = Live::all(live.chain, live.rollups);
        for (const Edit& edit : {live.changeOf(Table::Deals, "chips", deal_field::CapacityMw, "7"),
                                 live.changeOf(Table::Deals, "chips", deal_field::Supplier, "amd"),
                                 live.changeOf(Table::Deals, "cloud", deal_field::Kind, "licence"),
                                 live.changeOf(Table::Nodes, "abilene", node_field::Parent, ""),
                                 live.changeOf(Table::Nodes, "nvidia", node_field::Tier, "cloud"),
                                 live.changeOf(Table::Statuses, "signed", status_field::WeightBp, "1"),
                                 live.erasureOf(Table::Deals, "stake")}) {
            const Changed changed = live.follow(edit);
            QVERIFY(live.equalsFull());
            live.follow(inverse(changed.edit));
            QVERIFY(live.equalsFull());
            QVERIFY(Live::all(live.chain, live.rollups) == before);
        }
    }

    void whatPartsTakeMovesTheWhole()
    {
        Live live;
        live.follow(
            live.additionOf(Table::Deals, "site",
                            TestChain::dealFields("nvidia", "stargate", "hardware",
                                                  {{deal_field::ValueUsd, "100"}, {deal_field::PartOf, "chips"}})));
        QCOMPARE(live.rollups.figure(live.nodeGroup("abilene"), Measure::Spend, kNoLayer, kTotal).value, 300'00);
        QCOMPARE(live.rollups.figure(live.nodeGroup("stargate"), Measure::Spend, kNoLayer, kTotal).value, 400'00);
        const Changed changed = live.follow(live.changeOf(Table::Deals, "site", deal_field::ValueUsd, "150"));
        QCOMPARE(live.rollups.lastStats().dealsVisited, std::uint64_t{2});
        // money only moves from dated to undated: totals stay, and Stargate is told because of its quarters
        const auto stargate =
            std::find_if(changed.items.begin(), changed.items.end(), [&live](const Changed::Item& item) {
                return item.group == live.nodeGroup("stargate") && item.measure == Measure::Spend;
            });
        QVERIFY(stargate != changed.items.end());
        QCOMPARE(stargate->totalBefore, stargate->totalAfter);
        QCOMPARE(stargate->first, 0);
        QCOMPARE(stargate->last, 3);
        QVERIFY(live.equalsFull());
        live.follow(live.erasureOf(Table::Deals, "site"));
        QCOMPARE(live.rollups.figure(live.nodeGroup("abilene"), Measure::Spend, kNoLayer, kTotal).value, 400'00);
        QVERIFY(live.equalsFull());
    }

    void aMetricMovesTheDealsWhoseFormulaNamesIt()
    {
        Live live;
        live.follow(live.additionOf(Table::Metrics, "u",
                                    {{metric_field::Series, "users"},
                                     {metric_field::Node, "openai"},
                                     {metric_field::AsOf, "2026"},
                                     {metric_field::Value, "10"},
                                     {metric_field::Basis, "reported"}}));
        live.follow(live.additionOf(Table::Metrics, "p",
                                    {{metric_field::Series, "price"},
                                     {metric_field::Node, "openai"},
                                     {metric_field::AsOf, "2026"},
                                     {metric_field::Value, "3"},
                                     {metric_field::Basis, "reported"}}));
        live.follow(live.additionOf(
            Table::Deals, "plus",
            TestChain::dealFields("openai", "fund", "licence",
                                  {{deal_field::Formula, "users * 12"}, {deal_field::Starts, "2026"}})));
        const std::int64_t before =
            live.rollups.figure(live.nodeGroup("openai"), Measure::Revenue, kNoLayer, kTotal).value;
        QVERIFY(before > 0);
        const Changed changed = live.follow(live.changeOf(Table::Metrics, "u", metric_field::Value, "20"));
        QVERIFY(!changed.items.empty());
        QCOMPARE(live.rollups.lastStats().dealsVisited, std::uint64_t{1});
        QCOMPARE(live.rollups.lastStats().seriesVisited, std::uint64_t{1});
        QVERIFY(live.equalsFull());
        QVERIFY(live.follow(live.changeOf(Table::Metrics, "p", metric_field::Value, "4")).items.empty());
        QCOMPARE(live.rollups.lastStats().dealsVisited, std::uint64_t{0});
    }

    void onlyWhatMovesEverythingIsComputedAnew()
    {
        Live live;
        QVERIFY(!live.follow(live.changeOf(Table::Statuses, "signed", status_field::WeightBp, "7000"))
                     .everything); // headline
        Lens weighted;
        weighted.basis = FigureBasis::Weighted;
        live.look(weighted);
        QVERIFY(live.follow(live.changeOf(Table::Statuses, "signed", status_field::WeightBp, "6000")).everything);
        QVERIFY(live.follow(live.changeOf(Table::Tiers, "models", tier_field::Layer, "1")).everything);
        QVERIFY(live.follow(live.changeOf(Table::Deals, "cloud", deal_field::Ends, "2035")).everything); // the calendar
        QVERIFY(!live.follow(live.changeOf(Table::Nodes, "nvidia", node_field::Tier, "cloud")).everything);
        QVERIFY(
            !live.follow(live.additionOf(Table::Tiers, "apps", {{tier_field::Ordinal, "9"}, {tier_field::Layer, "0"}}))
                 .everything);
        QVERIFY(live.equalsFull());
    }

    void aBoundaryMovesFiguresOnlyWhereMegawattsAreConverted()
    {
        Live live;
        live.follow(live.changeOf(Table::Deals, "cloud", deal_field::Boundary, "facility"));
        const auto changesBoundary = [&live](const char* toIt) {
            return live.follow(live.changeOf(Table::Boundaries, "facility", boundary_field::ToItBp, toIt)).everything;
        };
        QVERIFY(!changesBoundary("7000"));
        Lens lens;
        lens.megawatts = MegawattsOf::It;
        live.look(lens);
        QVERIFY(changesBoundary("6000"));
        QCOMPARE(live.rollups.figure(live.nodeGroup("openai"), Measure::CapacityIn, live.layer("cloud"), kTotal).value,
                 480'000);
        QVERIFY(live.equalsFull());
    }

    void theHorizonMovesEverythingIfItMovesTheCalendar()
    {
        Live live; // from 2026 to 2029
        const auto horizon = [](const char* text) { return Texts{{setting_field::Value, text}}; };
        QVERIFY(!live.follow(live.additionOf(Table::Settings, "horizon", horizon("2029"))).everything);
        QVERIFY(live.follow(live.changeOf(Table::Settings, "horizon", setting_field::Value, "2027")).everything);
        QCOMPARE(live.rollups.calendar().lastYear(), 2027);
        QCOMPARE(live.rollups.figure(live.nodeGroup("openai"), Measure::Spend, kNoLayer, kLater).value,
                 1200'00 - 1200'00 * 365 / 1096);
        QVERIFY(live.equalsFull());
        // a deal beyond it is told by its totals
        const Changed changed = live.follow(live.changeOf(Table::Deals, "cloud", deal_field::Ends, "2035"));
        QVERIFY(!changed.everything);
        QVERIFY(live.equalsFull());
        QVERIFY(live.follow(live.erasureOf(Table::Settings, "horizon")).everything);
        QCOMPARE(live.rollups.calendar().lastYear(), 2035);
        QVERIFY(live.equalsFull());
    }

    void aNodeThatBecomesASiteMovesWhatBindsTheGroupsAboveIt()
    {
        Live live;
        const auto binds = [&live](Group group) { return live.rollups.binding(group, year(2026)); };
        QVERIFY(binds(live.nodeGroup("stargate")).has_value());
        const Changed changed = live.follow(live.changeOf(Table::Nodes, "abilene", node_field::Kind, "site"));
        QVERIFY(!changed.everything);
        QCOMPARE(QString::fromStdString(live.told(changed)), QStringLiteral("cloud binding 0>0 0..15\n"
                                                                            "stargate binding 0>0 0..15\n"));
        QVERIFY(!binds(live.nodeGroup("stargate")).has_value()); // known by site only
        QVERIFY(!binds(live.tier("cloud")).has_value());
        QVERIFY(binds(live.nodeGroup("abilene")).has_value());
        QVERIFY(live.equalsFull());
    }

    void aCommitmentMovesFiguresUnderTheLensThatAsks()
    {
        Live live;
        const auto commits = [&live](const char* commitment) {
            return live.follow(live.changeOf(Table::Deals, "chips", deal_field::Commitment, commitment));
        };
        QVERIFY(commits("ceiling").items.empty());
        Lens lens;
        lens.commitments = Commitments::Firm;
        live.look(lens);
        QVERIFY(commits("option").items.empty()); // neither is firm
        const Changed changed = commits("firm");
        QVERIFY(!changed.items.empty() && !changed.everything);
        QCOMPARE(live.rollups.figure(live.nodeGroup("nvidia"), Measure::Revenue, kNoLayer, kTotal).value, 400'00);
        QCOMPARE(live.rollups.figure(live.nodeGroup("nvidia"), Measure::Deals, kNoLayer, kTotal).value, 1);
        QVERIFY(live.equalsFull());
    }

    void aCancelledComputationLeavesWhatWas()
    {
        Live live;
        const std::vector<Figure> before = Live::all(live.chain, live.rollups);
        Lens gross;
        gross.overlaps = Overlaps::Gross;
        gross.withAssumed = false;
        double last = -1;
        QVERIFY(!live.rollups.compute(live.chain, gross, [&last](double done) {
            last = done;
            return false;
        }));
        QVERIFY(last >= 0);
        QVERIFY(live.rollups.lens() == Lens{});
        QVERIFY(Live::all(live.chain, live.rollups) == before);
    }

    void dealsHaveFiguresOfTheirOwn()
    {
        Live live;
        const DealId chips = live.dealId("chips");
        const DealFigures told = live.rollups.deal(live.chain, chips);
        QVERIFY(told.counts && told.hasMoney && told.hasCapacity);
        QCOMPARE(told.layer, live.layer("chips"));
        QCOMPARE(live.rollups.dealMoney(live.chain, chips, kTotal).value, 400'00);
        const std::vector<Figure> quarters = live.rollups.dealMoney(live.chain, chips, PeriodKind::Quarter);
        QCOMPARE(quarters.at(0).value + quarters.at(1).value + quarters.at(2).value + quarters.at(3).value, 400'00);
        QCOMPARE(live.rollups.dealCapacity(live.chain, chips, PeriodKind::Year).at(3).value, 1'000'000);
        QCOMPARE(live.rollups.dealMoney(live.chain, live.dealId("stake"), year(2027)).undisclosed, 1U);
    }
};

QTEST_APPLESS_MAIN(TestRollups)
#include "tst_rollups.moc"
