// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "chain/rollup_builder.h"

#include "chain/deal_flows.h"
#include "chain/formula_book.h"
#include "chain/rollup_groups.h"
#include "chain/schedule.h"

#include <algorithm>
#include <future>
#include <thread>

namespace ochain {

namespace {

constexpr std::size_t kManyDeals = 20'000; ///< from here on a second thread pays
constexpr std::size_t kAhead = 12; ///< deals asked for before their turn, as many as memory answers in the meantime
constexpr std::size_t kCacheLine = 64;
constexpr std::size_t kNodesPerStep = 2048;

} // namespace

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

    void run(std::size_t from, std::size_t to, const std::function<bool(double)>& step)
    {
        for (std::size_t place = from; place < to; ++place) {
            addNode(static_cast<std::uint32_t>(place));
            if ((place - from) % kNodesPerStep != 0)
                continue;
            if (step && !step(static_cast<double>(place - from) / static_cast<double>(to - from)))
                m_builder.m_isCancelled = true;
            if (m_builder.m_isCancelled)
                return;
        }
    }

    [[nodiscard]] std::vector<Accumulator>& tiers() noexcept { return m_tiers; }

private:
    void addNode(std::uint32_t place)
    {
        const NodeId node = m_builder.m_order[place];
        m_node.clear();
        forEachDeal(m_builder.m_supplied, m_builder.m_firstSupplied, place, [this](const Deal& deal) {
            m_node.addCrossing(m_flows, Side::Outbound);
            const TierId inside = commonAncestor(m_chain.tiers(), m_chain.nodes()[deal.supplier].tier,
                                                 m_chain.nodes()[deal.customer].tier);
            if (inside.isSet())
                m_tiers[inside.value].turnInternal(m_flows);
        });
        forEachDeal(m_builder.m_bought, m_builder.m_firstBought, place,
                    [this](const Deal&) { m_node.addCrossing(m_flows, Side::Inbound); });
        m_tiers[m_chain.nodes()[node].tier.value].add(m_node);
        m_chain.forEachChild(node,
                             [this](NodeId child, const Node&) { m_node.add(m_builder.m_store, Group::of(child)); });
        turnInternal(place);
        m_builder.m_store.write(Group::of(node), m_node.counts(), m_node.drafts(), m_writer);
    }

    /// Schedules the deals of one node, one after the other into m_flows.
    template <class F>
    void forEachDeal(const std::vector<DealId>& deals, const std::vector<std::uint32_t>& first, std::uint32_t place,
                     F&& f)
    {
        for (std::size_t i = first[place]; i < first[place + 1]; ++i) {
            prefetch(deals, i);
            const Deal& deal = m_chain.deals()[deals[i]];
            m_scheduler.schedule(deals[i], m_schedule);
            if (!m_schedule.counts)
                continue;
            m_flows.compute(m_schedule, m_builder.m_calendar);
            f(deal);
        }
    }

    /// Rows lie in the order they were entered, nodes ask for them in another: without this most of the time goes by waiting.
    /// First the deal is asked for, and once it is there, what it refers to.
    void prefetch(const std::vector<DealId>& deals, std::size_t i) const noexcept
    {
        if (i + kAhead < deals.size()) {
            const auto* const row = reinterpret_cast<const char*>(&m_chain.deals()[deals[i + kAhead]]);
            for (std::size_t at = 0; at < sizeof(Deal); at += kCacheLine)
                __builtin_prefetch(row + at);
            __builtin_prefetch(row + sizeof(Deal) - 1);
        }
        if (i + kAhead / 2 < deals.size()) {
            const Deal& next = m_chain.deals()[deals[i + kAhead / 2]];
            __builtin_prefetch(&m_chain.nodes()[next.supplier].tier);
            __builtin_prefetch(&m_chain.nodes()[next.customer].tier);
            if (next.firstTranche != kNoRow)
                __builtin_prefetch(&m_chain.tranches()[TrancheId{next.firstTranche}]);
        }
    }

    void turnInternal(std::uint32_t place)
    {
        const auto& internal = m_builder.m_internal;
        for (auto at = std::lower_bound(internal.begin(), internal.end(), std::pair(place, DealId{0}));
             at != internal.end() && at->first == place; ++at) {
            m_scheduler.schedule(at->second, m_schedule);
            m_flows.compute(m_schedule, m_builder.m_calendar);
            m_node.turnInternal(m_flows);
        }
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
    : m_chain(chain), m_lens(lens), m_calendar(calendar), m_store(store)
{}

/// Depth first from the roots, turned round: what is inside a node comes before it.
void RollupBuilder::orderNodes()
{
    m_order.reserve(m_chain.nodes().size());
    m_place.assign(m_chain.nodes().slotCount(), 0);
    m_tree.assign(m_chain.nodes().slotCount(), 0);
    std::vector<NodeId> open;
    m_chain.nodes().forEach([&](NodeId root, const Node& row) {
        if (row.parent.isSet())
            return;
        for (open.push_back(root); !open.empty();) {
            const NodeId node = open.back();
            open.pop_back();
            m_tree[node.value] = root.value;
            m_order.push_back(node);
            m_chain.forEachChild(node, [&](NodeId child, const Node&) { open.push_back(child); });
        }
    });
    std::reverse(m_order.begin(), m_order.end());
    for (std::size_t place = 0; place < m_order.size(); ++place)
        m_place[m_order[place].value] = static_cast<std::uint32_t>(place);
}

void RollupBuilder::listDeals()
{
    struct Ends {
        std::uint32_t supplier = 0;
        std::uint32_t customer = 0;
        DealId deal;
    };
    std::vector<Ends> ends; // read the wide rows once, then sort these
    ends.reserve(m_chain.deals().size());
    m_firstSupplied.assign(m_order.size() + 1, 0);
    m_firstBought.assign(m_order.size() + 1, 0);
    m_chain.deals().forEach([&](DealId id, const Deal& deal) {
        const Ends at{m_place[deal.supplier.value], m_place[deal.customer.value], id};
        ends.push_back(at);
        ++m_firstSupplied[at.supplier + 1];
        ++m_firstBought[at.customer + 1];
        if (m_tree[deal.supplier.value] != m_tree[deal.customer.value])
            return;
        const NodeId inside = commonAncestor(m_chain.nodes(), deal.supplier, deal.customer);
        m_internal.emplace_back(m_place[inside.value], id);
    });
    std::sort(m_internal.begin(), m_internal.end());
    for (std::size_t place = 0; place < m_order.size(); ++place) {
        m_firstSupplied[place + 1] += m_firstSupplied[place];
        m_firstBought[place + 1] += m_firstBought[place];
    }
    m_supplied.resize(ends.size());
    m_bought.resize(ends.size());
    std::vector<std::uint32_t> nextSupplied = m_firstSupplied;
    std::vector<std::uint32_t> nextBought = m_firstBought;
    for (const Ends& at : ends) {
        m_supplied[nextSupplied[at.supplier]++] = at.deal;
        m_bought[nextBought[at.customer]++] = at.deal;
    }
}

std::size_t RollupBuilder::middle() const
{
    const std::size_t all = m_supplied.size() + m_bought.size() + m_order.size();
    std::size_t place = 0;
    while (place < m_order.size() && (m_firstSupplied[place] + m_firstBought[place] + place) * 2 < all)
        ++place;
    while (place < m_order.size() && m_chain.nodes()[m_order[place]].parent.isSet())
        ++place;
    return std::min(place + 1, m_order.size());
}

bool RollupBuilder::run(const std::function<bool(double)>& step)
{
    orderNodes();
    listDeals();
    Worker worker(*this);
    if (m_supplied.size() < kManyDeals || std::thread::hardware_concurrency() < 2) {
        worker.run(0, m_order.size(), step);
    } else {
        const std::size_t half = middle();
        Worker other(*this);
        auto done = std::async(std::launch::async, [&] { other.run(half, m_order.size(), {}); });
        worker.run(0, half, step);
        done.get();
        for (std::size_t tier = 0; tier < worker.tiers().size(); ++tier)
            worker.tiers()[tier].add(other.tiers()[tier]);
    }
    if (m_isCancelled)
        return false;
    writeTiers(worker.tiers());
    return !step || step(1.0);
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
