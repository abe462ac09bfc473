// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "effort.h"
#include "figures_testing.h"

#include "reference/random_edits.h"

#include <QDebug>
#include <QObject>
#include <QString>
#include <QTest>

#include <algorithm>
#include <array>
#include <map>

using namespace ochain;
using ochain::testing::Shipped;
using ochain::testing::year;

namespace {

constexpr std::array kGroupings{Grouping::Company, Grouping::Tier, Grouping::Deal};

std::vector<Group> groupsOf(const Chain& chain)
{
    std::vector<Group> groups;
    chain.nodes().forEach([&](NodeId id, const Node&) { groups.push_back(Group::of(id)); });
    chain.tiers().forEach([&](TierId id, const Tier&) { groups.push_back(Group::of(id)); });
    return groups;
}

std::string keyOf(const Chain& chain, Group group)
{
    return std::string(chain.key({group.kind == Group::Kind::Tier ? Table::Tiers : Table::Nodes, group.row}));
}

/// Whether a node is in a group, by walking up: not by what the figures use.
bool liesIn(const Chain& chain, NodeId node, Group group)
{
    if (group.kind == Group::Kind::Tier) {
        for (TierId tier = chain.nodes()[node].tier; tier.isSet(); tier = chain.tiers()[tier].parent)
            if (Group::of(tier) == group)
                return true;
        return false;
    }
    for (; node.isSet(); node = chain.nodes()[node].parent)
        if (Group::of(node) == group)
            return true;
    return false;
}

std::vector<Period> periodsOf(const Rollups& rollups)
{
    std::vector<Period> periods{kTotal};
    const Calendar& calendar = rollups.calendar();
    for (int number = calendar.firstYear(); !calendar.isEmpty() && number <= calendar.lastYear(); ++number)
        periods.push_back(year(number));
    return periods;
}

struct Sides {
    std::int64_t revenue = 0, spend = 0, capitalIn = 0, capitalOut = 0;
    bool operator==(const Sides&) const = default;
};

/// A chain whose pictures are held against its rollups; counts what it compared, keeps the first difference.
class Comparison {
public:
    Comparison(const Chain& chain, const Rollups& rollups) : m_chain(chain), m_rollups(rollups) {}

    void flows();
    void groupsOfFlows();
    void overTime();

    std::size_t pictures = 0;
    std::size_t balances = 0; ///< boxes of a balance met
    std::size_t lonely = 0;   ///< boxes that are all of a group met
    QString difference;

private:
    void expect(bool isTrue, const std::string& what, const FigureOptions& options);
    [[nodiscard]] std::map<DealId, std::int64_t> drawn(const FlowFigure& figure) const;
    void dealsAddUp(const FlowFigure& figure, const FigureOptions& options);
    void boxesAddUp(const FlowFigure& figure, const FigureOptions& options);
    [[nodiscard]] std::vector<DealId> dealsInside(const FlowFigure& figure, const FigureOptions& options) const;
    void lonelyBoxesHaveTheirRollup(const FlowFigure& figure, const FigureOptions& options);
    void balanceIsTheRollups(const FlowFigure& figure, const FigureOptions& options);
    void capacityFlow(const FigureOptions& options);
    void money(const FigureOptions& options, Group group);
    void capacity(const FigureOptions& options, Group group);
    void panelsAreAll(const CapacityFigure& figure, const FigureOptions& options, Group group);
    [[nodiscard]] Sides sidesOf(Group group, Period period) const;

    const Chain& m_chain;
    const Rollups& m_rollups;
};

void Comparison::expect(bool isTrue, const std::string& what, const FigureOptions& options)
{
    if (isTrue || !difference.isEmpty())
        return;
    difference = QStringLiteral("%1: --group %2 --by %3 --at %4")
                     .arg(QString::fromStdString(what), QString::fromStdString(options.group),
                          QString::fromStdString(groupingName(options.grouping)),
                          QString::fromStdString(formatPeriod(options.period)));
}

Sides Comparison::sidesOf(Group group, Period period) const
{
    const auto of = [&](Measure measure) { return m_rollups.figure(group, measure, kNoLayer, period).value; };
    return {of(Measure::Revenue), of(Measure::Spend), of(Measure::CapitalIn), of(Measure::CapitalOut)};
}

/// What each deal has in its ribbons; what is passed on inside a company is there already.
std::map<DealId, std::int64_t> Comparison::drawn(const FlowFigure& figure) const
{
    std::map<DealId, std::int64_t> amounts;
    for (const FlowLink& link : figure.links)
        for (const auto& [deal, amount] : link.amounts)
            if (!link.isWithin)
                amounts[deal] += amount;
    return amounts;
}

/// Every deal is drawn with its amount, or told with what lies inside a box: then the sums of all groups are those of
/// the rollups.
void Comparison::dealsAddUp(const FlowFigure& figure, const FigureOptions& options)
{
    std::map<DealId, std::int64_t> amounts = drawn(figure);
    std::int64_t inside = 0;
    m_chain.deals().forEach([&](DealId id, const Deal& deal) {
        const std::int64_t amount = m_rollups.dealMoney(m_chain, id, options.period).value;
        if (amounts.count(id) > 0 || amount <= 0 || m_chain.classOf(deal) == DealClass::Control ||
            m_chain.classOf(deal) == DealClass::Contingent) // drawn as an outline on request, and part of no sum
            return;
        inside += amount;
        amounts[id] = amount;
    });
    std::int64_t told = 0;
    for (const FlowInside& each : figure.inside)
        told += each.amount;
    expect(inside == told, "what is inside boxes is not told in full", options);
    std::map<Group, Sides> sums;
    for (const Group group : groupsOf(m_chain)) {
        Sides& sides = sums[group];
        for (const auto& [id, amount] : amounts) {
            const Deal& deal = m_chain.deals()[id];
            const bool isSupplier = liesIn(m_chain, deal.supplier, group);
            const bool isCustomer = liesIn(m_chain, deal.customer, group);
            const bool isTrade = m_chain.classOf(deal) == DealClass::Trade;
            if (isSupplier && !isCustomer)
                (isTrade ? sides.revenue : sides.capitalOut) += amount;
            if (isCustomer && !isSupplier)
                (isTrade ? sides.spend : sides.capitalIn) += amount;
        }
        expect(sides == sidesOf(group, options.period), "ribbons of " + keyOf(m_chain, group) + " differ", options);
    }
}

/// A box is as large as the larger of its sides.
void Comparison::boxesAddUp(const FlowFigure& figure, const FigureOptions& options)
{
    std::vector<std::array<std::int64_t, 2>> sides(figure.nodes.size(), {0, 0});
    for (const FlowLink& link : figure.links) {
        sides[link.source][1] += link.amount;
        sides[link.target][0] += link.amount;
        expect(figure.nodes[link.source].column < figure.nodes[link.target].column, link.id + " runs backwards",
               options);
    }
    for (std::size_t at = 0; at < figure.nodes.size(); ++at)
        expect(figure.nodes[at].amount == std::max(sides[at][0], sides[at][1]), figure.nodes[at].id, options);
}

/// Deals with an amount that have no ribbon, as both their ends lie in one box.
std::vector<DealId> Comparison::dealsInside(const FlowFigure& figure, const FigureOptions& options) const
{
    const std::map<DealId, std::int64_t> amounts = drawn(figure);
    std::vector<DealId> inside;
    m_chain.deals().forEach([&](DealId id, const Deal&) {
        if (amounts.count(id) == 0 && m_rollups.dealMoney(m_chain, id, options.period).value > 0)
            inside.push_back(id);
    });
    return inside;
}

/// A company or tier of which all stands in one box, whole and alone, has there what its rollup says, but for what is
/// passed on inside a company.
void Comparison::lonelyBoxesHaveTheirRollup(const FlowFigure& figure, const FigureOptions& options)
{
    std::vector<std::array<std::int64_t, 2>> sides(figure.nodes.size(), {0, 0});
    for (const FlowLink& link : figure.links)
        if (!link.isWithin && !figure.nodes[link.source].members.empty() &&
            !figure.nodes[link.target].members.empty()) {
            sides[link.source][1] += link.amount;
            sides[link.target][0] += link.amount;
        }
    const std::vector<DealId> inside = dealsInside(figure, options);
    for (std::size_t at = 0; at < figure.nodes.size(); ++at) {
        const FlowNode& node = figure.nodes[at];
        if (!node.row)
            continue;
        const Group group =
            node.row->table == Table::Nodes ? Group::of(NodeId{node.row->row}) : Group::of(TierId{node.row->row});
        const auto isMember = [&](NodeId member) { return liesIn(m_chain, member, group); };
        const auto boxes = std::count_if(figure.nodes.begin(), figure.nodes.end(), [&](const FlowNode& each) {
            return std::any_of(each.members.begin(), each.members.end(), isMember);
        });
        const bool isWhole = std::all_of(node.members.begin(), node.members.end(), isMember);
        const bool hasInside = std::any_of(inside.begin(), inside.end(), [&](DealId id) {
            const Deal& deal = m_chain.deals()[id];
            return liesIn(m_chain, deal.supplier, group) != liesIn(m_chain, deal.customer, group);
        });
        if (boxes != 1 || !isWhole || hasInside)
            continue;
        ++lonely;
        const Sides rollup = sidesOf(group, options.period);
        expect(sides[at][1] == rollup.revenue + rollup.capitalIn && sides[at][0] == rollup.spend + rollup.capitalOut,
               node.id + " has other sides than its rollup", options);
    }
}

void Comparison::balanceIsTheRollups(const FlowFigure& figure, const FigureOptions& options)
{
    const NodeId node = m_chain.find<NodeId>(options.group);
    const Group group = node.isSet() ? Group::of(node) : Group::of(m_chain.find<TierId>(options.group));
    const Sides sides = sidesOf(group, options.period);
    const std::int64_t rest = sides.revenue + sides.capitalIn - sides.spend - sides.capitalOut;
    expect(figure.balance && figure.balance->rest() == rest, "the balance is not the rollup's", options);
    if (options.period.kind == PeriodKind::Year)
        expect(std::max<std::int64_t>(-rest, 0) ==
                   m_rollups.figure(group, Measure::Gap, kNoLayer, options.period).value,
               "the gap is not the rollup's", options);
    const FlowNode* box = nullptr;
    for (const FlowNode& each : figure.nodes)
        if (each.id == "left-over" || each.id == "to-find")
            box = &each;
    const bool isPromised = node.isSet() && options.grouping != Grouping::Tier;
    expect(!isPromised || (box != nullptr) == (rest != 0), "the box of the balance is missing or too much", options);
    if (box == nullptr)
        return;
    ++balances;
    expect(box->amount == (rest < 0 ? -rest : rest) && (box->id == "left-over") == (rest > 0),
           "the box of the balance has another amount", options);
    expect(box->figure.contains(moneyText(Cents{box->amount})), "it says another figure", options);
}

/// The ribbons of one layer are what each group gets of it and gives.
void Comparison::capacityFlow(const FigureOptions& options)
{
    const FlowFigure figure = buildFlow(m_chain, m_rollups, options);
    ++pictures;
    const LayerNumber layer = m_chain.layerOf(m_chain.find<TierId>(options.layer));
    const std::map<DealId, std::int64_t> amounts = drawn(figure);
    for (const Group group : groupsOf(m_chain)) {
        std::int64_t in = 0;
        std::int64_t out = 0;
        bool isWhole = true; // no deal over its border lies in one box
        m_chain.deals().forEach([&](DealId id, const Deal& deal) {
            const bool isSupplier = liesIn(m_chain, deal.supplier, group);
            const bool isCustomer = liesIn(m_chain, deal.customer, group);
            if (isSupplier == isCustomer)
                return;
            const auto found = amounts.find(id);
            const std::int64_t amount = found == amounts.end() ? 0 : found->second;
            (isCustomer ? in : out) += amount;
            isWhole = isWhole && (amount > 0 || m_chain.layerOf(deal.supplier) != layer ||
                                  m_rollups.dealCapacity(m_chain, id, options.period).value <= 0);
        });
        const auto of = [&](Measure measure) { return m_rollups.figure(group, measure, layer, options.period).value; };
        expect(!isWhole || (in == of(Measure::CapacityIn) && out == of(Measure::CapacityOut)),
               "capacity of " + keyOf(m_chain, group) + " in layer " + options.layer, options);
    }
    boxesAddUp(figure, options);
}

void Comparison::flows()
{
    for (const TierId layer : m_chain.layers())
        for (const Grouping grouping : kGroupings)
            for (const Period period : periodsOf(m_rollups)) {
                FigureOptions options = Shipped::at(period);
                options.mode = FlowMode::Capacity;
                options.layer = std::string(m_chain.key({Table::Tiers, layer.value}));
                options.grouping = grouping;
                capacityFlow(options);
            }
    for (const Grouping grouping : kGroupings)
        for (const Period period : periodsOf(m_rollups))
            for (const int most : {9, 3}) {
                FigureOptions options = Shipped::at(period);
                options.grouping = grouping;
                options.mostPerColumn = most;
                const FlowFigure figure = buildFlow(m_chain, m_rollups, options);
                ++pictures;
                dealsAddUp(figure, options);
                boxesAddUp(figure, options);
                lonelyBoxesHaveTheirRollup(figure, options);
            }
}

void Comparison::groupsOfFlows()
{
    for (const Group group : groupsOf(m_chain))
        for (const Period period : periodsOf(m_rollups))
            for (const Grouping grouping : kGroupings) {
                FigureOptions options = Shipped::at(period);
                options.group = keyOf(m_chain, group);
                options.grouping = grouping;
                const FlowFigure figure = buildFlow(m_chain, m_rollups, options);
                ++pictures;
                balanceIsTheRollups(figure, options);
                boxesAddUp(figure, options);
            }
}

void Comparison::money(const FigureOptions& options, Group group)
{
    const MoneyFigure figure = buildMoney(m_chain, m_rollups, options);
    ++pictures;
    const std::array<std::pair<const Series*, Measure>, 6> series{{{&figure.incoming[0], Measure::Revenue},
                                                                   {&figure.incoming[1], Measure::CapitalIn},
                                                                   {&figure.outgoing[0], Measure::Spend},
                                                                   {&figure.outgoing[1], Measure::CapitalOut},
                                                                   {&figure.gap, Measure::Gap},
                                                                   {&figure.funding, Measure::Funding}}};
    for (std::size_t at = 0; at < figure.periods.size(); ++at)
        for (const auto& [drawn, measure] : series) {
            const Figure rollup = m_rollups.figure(group, measure, kNoLayer, figure.periods[at]);
            expect(drawn->values[at] == rollup.value, drawn->id + " differs", options);
            if (drawn->parts.empty())
                continue;
            expect(drawn->hidden[at] == rollup.undisclosed, drawn->id + " hides another number", options);
            std::int64_t sum = 0;
            for (const DealId deal : drawn->evidence.deals)
                sum += m_rollups.dealMoney(m_chain, deal, figure.periods[at]).value;
            expect(sum == drawn->values[at], drawn->id + ": what is listed does not add up to the bar", options);
        }
    for (std::size_t at = 0; at < figure.periods.size(); ++at) {
        const Figure backlog = m_rollups.figure(group, Measure::Backlog, kNoLayer, figure.periods[at]);
        expect(figure.backlog ? figure.backlog->values[at] == backlog.value : backlog.value <= 0, "backlog differs",
               options);
        if (figure.current != at)
            continue;
        std::int64_t sum = 0;
        std::int64_t told = 0;
        for (const CustomerPart& part : figure.customers) {
            sum += part.amount;
            told += part.series.values[at];
        }
        const Figure revenue = m_rollups.figure(group, Measure::Revenue, kNoLayer, figure.periods[at]);
        expect(sum == revenue.value && told == revenue.value, "customers do not add up to the revenue", options);
    }
}

/// Whether all layers in which something is sold or contracted with an amount have a panel.
void Comparison::panelsAreAll(const CapacityFigure& figure, const FigureOptions& options, Group group)
{
    std::size_t wanted = 0;
    for (std::uint32_t layer = 0; layer < m_chain.layers().size(); ++layer)
        for (const Measure measure : {Measure::CapacityIn, Measure::CapacityOut})
            wanted += m_rollups.figure(group, measure, LayerNumber{layer}, kTotal).value > 0 ? 1 : 0;
    expect(figure.panels.size() == wanted, "a layer has no panel", options);
}

void Comparison::capacity(const FigureOptions& options, Group group)
{
    const CapacityFigure figure = buildCapacity(m_chain, m_rollups, options);
    ++pictures;
    panelsAreAll(figure, options, group);
    for (const CapacityPanel& panel : figure.panels)
        for (std::size_t at = 0; at < figure.periods.size(); ++at) {
            std::int64_t sum = 0;
            for (const Series& series : panel.series)
                sum += series.values[at];
            const Figure rollup = m_rollups.figure(group, panel.isSold ? Measure::CapacityOut : Measure::CapacityIn,
                                                   panel.layer, figure.periods[at]);
            expect(sum == rollup.value && panel.totals[at] == rollup.value, panel.name.toStdString(), options);
        }
}

void Comparison::overTime()
{
    for (const Group group : groupsOf(m_chain))
        for (const PeriodKind granularity : {PeriodKind::Year, PeriodKind::Quarter}) {
            FigureOptions options = Shipped::at(kTotal);
            options.group = keyOf(m_chain, group);
            options.granularity = granularity;
            money(options, group);
            options.period =
                m_rollups.calendar().isEmpty() ? kTotal : Period{PeriodKind::Year, m_rollups.calendar().firstYear(), 0};
            money(options, group);
            options.period = kTotal;
            if (granularity == PeriodKind::Quarter)
                capacity(options, group);
        }
}

/// A chain of random deals of every class, profile and status.
struct RandomChain {
    explicit RandomChain(std::uint64_t seed)
    {
        RandomEdits random(seed);
        Edit skeleton = random.skeleton(chain);
        (void)chain.apply(skeleton);
        for (int i = 0; i < 60; ++i)
            if (std::optional<Edit> edit = random.next(chain))
                (void)chain.apply(*edit);
        Lens lens = random.lens();
        if (lens.overlaps == Overlaps::Overlap)
            lens.overlaps = Overlaps::Unique; // overlaps alone have no balance
        rollups.compute(chain, lens);
    }
    Chain chain;
    Rollups rollups;
};

} // namespace

/// Every figure of a picture that a rollup gives as well is the rollup's.
class TestPictures final : public QObject {
    Q_OBJECT

private slots:
    void ribbonsAndBoxesOfTheShippedChainAreItsRollups()
    {
        const Shipped shipped;
        Comparison comparison(shipped.chain, shipped.rollups);
        comparison.flows();
        QVERIFY2(comparison.difference.isEmpty(), qPrintable(comparison.difference));
        QVERIFY(comparison.lonely > 200);
        qInfo("%zu flows compared", comparison.pictures);
    }

    void theBalanceOfEveryGroupYearAndGroupingIsTheRollups()
    {
        const Shipped shipped;
        Comparison comparison(shipped.chain, shipped.rollups);
        comparison.groupsOfFlows();
        QVERIFY2(comparison.difference.isEmpty(), qPrintable(comparison.difference));
        QVERIFY(comparison.balances > 100);
        qInfo("%zu flows compared, %zu with a balance", comparison.pictures, comparison.balances);
    }

    void moneyAndCapacityOfEveryGroupAreTheRollups()
    {
        const Shipped shipped;
        Comparison comparison(shipped.chain, shipped.rollups);
        comparison.overTime();
        QVERIFY2(comparison.difference.isEmpty(), qPrintable(comparison.difference));
        qInfo("%zu charts over time compared", comparison.pictures);
    }

    void randomChainsToo()
    {
        std::size_t pictures = 0;
        std::size_t balances = 0;
        const auto chains = static_cast<std::uint64_t>(testing::tries(8, 100));
        for (std::uint64_t seed = 1; seed <= chains; ++seed) {
            const RandomChain random(seed);
            Comparison comparison(random.chain, random.rollups);
            comparison.flows();
            comparison.groupsOfFlows();
            comparison.overTime();
            QVERIFY2(comparison.difference.isEmpty(),
                     qPrintable(QStringLiteral("seed %1: %2").arg(seed).arg(comparison.difference)));
            pictures += comparison.pictures;
            balances += comparison.balances;
        }
        QVERIFY(balances > 0);
        qInfo("%zu pictures of random chains compared, %zu with a balance", pictures, balances);
    }
};

QTEST_GUILESS_MAIN(TestPictures)
#include "tst_pictures.moc"
