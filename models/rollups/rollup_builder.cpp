// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rollups/rollup_builder.h"

#include "rollups/deal_flows.h"
#include "rollups/deal_groups.h"
#include "rollups/piece_flow.h"
#include "schedule/formula_book.h"
#include "schedule/schedule.h"

#include <algorithm>
#include <future>
#include <thread>

namespace ochain {

namespace {

constexpr std::size_t kManyDeals = 20'000;    ///< from here on a second thread pays
constexpr std::uint32_t kNodesPerStep = 2048; ///< between two looks at the progress
constexpr std::uint32_t kDealsPerStep = 8192;
constexpr std::size_t kAhead = 16;    ///< deals asked for before their turn: as long as memory takes to answer
constexpr double kPackingShare = 0.4; ///< of the whole work, as progress tells it

} // namespace

/// Schedules a run of deals; each thread has one.
class RollupBuilder::Packer {
public:
    Packer(RollupBuilder& builder, std::uint32_t list)
        : m_builder(builder), m_list(list), m_scheduler(builder.m_chain, builder.m_lens, builder.m_calendar, m_book)
    {}

    void run(std::uint32_t from, std::uint32_t to, const Progress& progress)
    {
        ends.reserve(to - from);
        m_builder.m_deals[m_list].reserve((to - from) + (to - from) / 2);
        for (std::uint32_t deal = from; deal < to; ++deal) {
            if ((deal - from) % kDealsPerStep == 0 &&
                !m_builder.goOn(progress, kPackingShare * (deal - from) / (to - from)))
                return;
            if (m_builder.m_chain.deals().isAlive(DealId{deal}))
                add(DealId{deal});
        }
    }

    std::vector<Ends> ends;
    std::vector<Inside> insideNodes, insideTiers;

private:
    void add(DealId id)
    {
        m_scheduler.schedule(id, m_schedule);
        if (!m_schedule.counts)
            return;
        const RollupBuilder& b = m_builder;
        const Deal& deal = b.m_chain.deals()[id];
        const std::uint32_t piece = m_builder.m_deals[m_list].add(id, m_schedule);
        ends.push_back(
            {b.m_place[deal.supplier.value], b.m_place[deal.customer.value], {(m_list << kListBit) | piece}});
        if (b.m_root[deal.supplier.value] == b.m_root[deal.customer.value])
            insideNodes.emplace_back(b.m_place[commonAncestor(b.m_chain.nodes(), deal.supplier, deal.customer).value],
                                     id);
        const TierId supplierTier = b.m_tier[deal.supplier.value];
        const TierId customerTier = b.m_tier[deal.customer.value];
        if (b.m_rootTier[supplierTier.value] == b.m_rootTier[customerTier.value])
            insideTiers.emplace_back(commonAncestor(b.m_chain.tiers(), supplierTier, customerTier).value, id);
    }

    RollupBuilder& m_builder;
    std::uint32_t m_list;
    FormulaBook m_book;
    Scheduler m_scheduler;
    Schedule m_schedule;
};

/// Computes a run of m_order; each thread has one.
class RollupBuilder::Worker {
public:
    explicit Worker(RollupBuilder& builder)
        : m_builder(builder), m_chain(builder.m_chain),
          m_scheduler(builder.m_chain, builder.m_lens, builder.m_calendar, m_book),
          m_node(builder.m_calendar.quarters()),
          m_tiers(builder.m_chain.tiers().slotCount(), Accumulator(builder.m_calendar.quarters()))
    {
        m_flows.reset(builder.m_calendar);
    }

    void run(std::uint32_t from, std::uint32_t to, const Progress& progress)
    {
        for (std::uint32_t place = from; place < to; ++place) {
            const double done = kPackingShare + (1 - kPackingShare) * (place - from) / (to - from);
            if ((place - from) % kNodesPerStep == 0 && !m_builder.goOn(progress, done))
                return;
            addNode(place);
        }
    }

    /// Moves deals inside of tiers from their borders inwards.
    void turnTiersInternal()
    {
        for (const auto& [tier, deal] : m_builder.m_insideTiers) {
            const bool isAtSite = m_builder.m_isAtSite[m_chain.deals()[deal].customer.value];
            m_tiers[tier].turnInternal(flowsOf(deal), isAtSite ? Side::InboundAtSite : Side::Inbound);
        }
    }

    [[nodiscard]] std::vector<Accumulator>& tiers() noexcept { return m_tiers; }

private:
    /// The series that a deal of one class and layer adds to from one side, looked up once for many deals in a row.
    struct Target {
        bool isSet = false;
        DealClass dealClass = DealClass::Trade;
        LayerNumber layer;
        std::uint32_t money = 0; ///< places in m_node
        std::uint32_t capacity = 0;
    };

    void addNode(std::uint32_t place)
    {
        const RollupBuilder& b = m_builder;
        const NodeId node = b.m_order[place];
        m_node.clear();
        addDeals(b.m_supplied, b.m_firstSupplied[place], b.m_firstSupplied[place + 1], Side::Outbound);
        addDeals(b.m_bought, b.m_firstBought[place], b.m_firstBought[place + 1], Side::Inbound);
        m_tiers[b.m_tier[node.value].value].add(m_node, b.m_isAtSite[node.value]);
        m_chain.forEachChild(node, [this](NodeId child, const Node&) {
            const bool isSiteItself = m_builder.m_isAtSite[child.value] && isSite(m_chain, child);
            m_node.add(m_builder.m_store, Group::of(child), isSiteItself);
        });
        for (auto at = std::lower_bound(b.m_insideNodes.begin(), b.m_insideNodes.end(), Inside(place, DealId{0}));
             at != b.m_insideNodes.end() && at->first == place; ++at) {
            const NodeId customer = m_chain.deals()[at->second].customer;
            const bool isBelowSite = b.m_isAtSite[customer.value] && isAtSite(m_chain, customer, node);
            m_node.turnInternal(flowsOf(at->second), isBelowSite ? Side::InboundAtSite : Side::Inbound);
        }
        m_builder.m_store.write(Group::of(node), m_node.counts(), m_node.drafts(), m_writer);
    }

    const DealFlows& flowsOf(DealId deal)
    {
        m_scheduler.schedule(deal, m_schedule);
        m_flows.compute(m_schedule, m_builder.m_calendar);
        return m_flows;
    }

    void addDeals(const std::vector<DealPlace>& deals, std::uint32_t from, std::uint32_t to, Side side)
    {
        Target target;
        for (std::size_t i = from; i < to; ++i) {
            // Deals lie in the order they were entered, nodes ask for them in another.
            if (i + kAhead < deals.size())
                __builtin_prefetch(m_builder.piecesOf(deals[i + kAhead]));
            addDeal(m_builder.piecesOf(deals[i]), side, target);
        }
    }

    void addDeal(const DealList::Piece* piece, Side side, Target& target)
    {
        if (piece->isNamed)
            return m_node.addCrossing(flowsOf(DealId{static_cast<std::uint32_t>(piece->capacity.value)}), side);
        m_node.countDeal();
        if (piece->dealClass == DealClass::Control)
            return;
        if (!target.isSet || target.dealClass != piece->dealClass || target.layer != piece->layer)
            target = targetOf(*piece, side);
        Flow& money = m_node.tally(target.money).flow;
        Flow& capacity = m_node.tally(target.capacity).flow;
        const DealClass dealClass = piece->dealClass;
        addPiece(*piece, dealClass, money, capacity, m_builder.m_calendar);
        while (!piece->isLast)
            addPiece(*++piece, dealClass, money, capacity, m_builder.m_calendar);
    }

    Target targetOf(const DealList::Piece& piece, Side side)
    {
        const std::uint32_t money = m_node.place({moneyMeasure(piece.dealClass, side), kNoLayer});
        const bool hasCapacity = piece.dealClass == DealClass::Trade;
        return {true, piece.dealClass, piece.layer, money,
                hasCapacity ? m_node.place({capacityMeasure(side), piece.layer}) : money};
    }

    RollupBuilder& m_builder;
    const Chain& m_chain;
    FormulaBook m_book;
    Scheduler m_scheduler;
    Schedule m_schedule;
    DealFlows m_flows;
    Accumulator m_node;
    std::vector<Accumulator> m_tiers;
    SeriesStore::Writer m_writer;
};

RollupBuilder::RollupBuilder(const Chain& chain, const Lens& lens, const Calendar& calendar, SeriesStore& store)
    : m_chain(chain), m_lens(lens), m_calendar(calendar), m_store(store),
      m_isShared(chain.deals().size() >= kManyDeals && std::thread::hardware_concurrency() > 1)
{}

bool RollupBuilder::goOn(const Progress& progress, double done)
{
    if (progress && !progress(done))
        m_isCancelled = true;
    return !m_isCancelled;
}

/// Depth first from the roots, turned round: what is inside a node comes before it.
void RollupBuilder::orderNodes()
{
    const std::uint32_t slots = m_chain.nodes().slotCount();
    m_order.reserve(m_chain.nodes().size());
    m_place.assign(slots, 0);
    m_root.assign(slots, {});
    m_tier.assign(slots, {});
    m_isAtSite.assign(slots, false);
    std::vector<NodeId> open;
    m_chain.nodes().forEach([&](NodeId root, const Node& row) {
        if (row.parent.isSet())
            return;
        for (open.push_back(root); !open.empty();) {
            const NodeId node = open.back();
            open.pop_back();
            m_root[node.value] = root;
            m_tier[node.value] = m_chain.nodes()[node].tier;
            const NodeId parent = m_chain.nodes()[node].parent; // which was looked at before
            m_isAtSite[node.value] = (parent.isSet() && m_isAtSite[parent.value]) || isSite(m_chain, node);
            m_order.push_back(node);
            m_chain.forEachChild(node, [&](NodeId child, const Node&) { open.push_back(child); });
        }
    });
    std::reverse(m_order.begin(), m_order.end());
    for (std::size_t place = 0; place < m_order.size(); ++place)
        m_place[m_order[place].value] = static_cast<std::uint32_t>(place);
    m_rootTier.assign(m_chain.tiers().slotCount(), {});
    m_chain.tiers().forEach([this](TierId tier, const Tier&) { m_rootTier[tier.value] = m_chain.rootOf(tier); });
}

void RollupBuilder::packDeals(const Progress& progress)
{
    Packer packer(*this, 0);
    Packer other(*this, 1);
    const std::uint32_t slots = m_chain.deals().slotCount();
    if (m_isShared) {
        auto done = std::async(std::launch::async, [&] { other.run(slots / 2, slots, {}); });
        packer.run(0, slots / 2, progress);
        done.get();
    } else {
        packer.run(0, slots, progress);
    }
    m_insideNodes = std::move(packer.insideNodes);
    m_insideNodes.insert(m_insideNodes.end(), other.insideNodes.begin(), other.insideNodes.end());
    std::sort(m_insideNodes.begin(), m_insideNodes.end());
    m_insideTiers = std::move(packer.insideTiers);
    m_insideTiers.insert(m_insideTiers.end(), other.insideTiers.begin(), other.insideTiers.end());
    m_supplied = sorted(packer.ends, other.ends, &Ends::supplier, m_firstSupplied);
    m_bought = sorted(packer.ends, other.ends, &Ends::customer, m_firstBought);
}

/// Counts, then puts each deal where it belongs; within a node they stay in the order of rows.
std::vector<RollupBuilder::DealPlace> RollupBuilder::sorted(const std::vector<Ends>& some,
                                                            const std::vector<Ends>& others, std::uint32_t Ends::*end,
                                                            std::vector<std::uint32_t>& first) const
{
    first.assign(m_order.size() + 1, 0);
    for (const auto* ends : {&some, &others})
        for (const Ends& deal : *ends)
            ++first[deal.*end + 1];
    for (std::size_t place = 0; place < m_order.size(); ++place)
        first[place + 1] += first[place];
    std::vector<DealPlace> deals(some.size() + others.size());
    std::vector<std::uint32_t> next = first;
    for (const auto* ends : {&some, &others})
        for (const Ends& deal : *ends)
            deals[next[deal.*end]++] = deal.deal;
    return deals;
}

std::uint32_t RollupBuilder::middle() const
{
    const std::size_t all = m_supplied.size() + m_bought.size() + m_order.size();
    const auto nodes = static_cast<std::uint32_t>(m_order.size());
    std::uint32_t place = 0;
    while (place < nodes && (std::size_t{m_firstSupplied[place]} + m_firstBought[place] + place) * 2 < all)
        ++place;
    while (place < nodes && m_root[m_order[place].value] != m_order[place])
        ++place;
    return std::min(place + 1, nodes);
}

bool RollupBuilder::run(const Progress& progress)
{
    orderNodes();
    packDeals(progress);
    if (m_isCancelled)
        return false;
    const auto nodes = static_cast<std::uint32_t>(m_order.size());
    Worker worker(*this);
    if (m_isShared) {
        const std::uint32_t half = middle();
        Worker other(*this);
        auto done = std::async(std::launch::async, [&] { other.run(half, nodes, {}); });
        worker.run(0, half, progress);
        done.get();
        for (std::size_t tier = 0; tier < worker.tiers().size(); ++tier)
            worker.tiers()[tier].add(other.tiers()[tier]);
    } else {
        worker.run(0, nodes, progress);
    }
    if (m_isCancelled)
        return false;
    worker.turnTiersInternal();
    writeTiers(worker.tiers());
    return !progress || progress(1.0);
}

void RollupBuilder::writeTiers(std::vector<Accumulator>& tiers)
{
    SeriesStore::Writer writer;
    const std::vector<TierId>& order = m_chain.tierOrder(); // parents first
    for (std::size_t i = order.size(); i-- > 0;) {
        const TierId tier = order[i];
        Accumulator& sums = tiers[tier.value];
        const TierId parent = m_chain.tiers()[tier].parent;
        if (parent.isSet())
            tiers[parent.value].add(sums);
        m_store.write(Group::of(tier), sums.counts(), sums.drafts(), writer);
    }
}

} // namespace ochain
