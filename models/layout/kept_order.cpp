// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kept_order.h"

#include "improve.h"
#include "order_search.h"

#include <algorithm>
#include <cstddef>
#include <limits>
#include <utility>

namespace ochain::layout {

namespace {

constexpr int kSweeps = 8;

// Work without a budget, in steps of 2 to 5 ns: up to half a second for a small graph, where that finds the best order
// there is or one next to it; else what sifting takes to settle, up to a second.
constexpr std::uint32_t kSmall = 300; ///< items
constexpr std::uint64_t kMostForSmall = 200'000'000;
constexpr std::uint64_t kForSmall = 2500; ///< for each item and segment
constexpr std::uint64_t kMostForLarge = 300'000'000;
constexpr std::uint64_t kForLarge = 5;

/// Heights that items had in the previous layout, for those that were there, in the same column.
class Before {
public:
    Before(const Layered& layered, const Previous& previous) : m_layered(layered), m_previous(previous)
    {
        const std::vector<PlacedLink>& links = previous.layout->links;
        for (std::uint32_t l = 0; l < links.size(); ++l) {
            if (!links[l].reversed)
                m_links.push_back(l);
        }
        std::stable_sort(m_links.begin(), m_links.end(),
                         [&](std::uint32_t a, std::uint32_t b) { return ends(a) < ends(b); });
    }

    [[nodiscard]] std::optional<double> middle(std::uint32_t item) const
    {
        return m_layered.isNode(item) ? middleOfNode(item) : middleOfWaypoint(item);
    }

private:
    [[nodiscard]] std::pair<std::uint32_t, std::uint32_t> ends(std::uint32_t link) const
    {
        return {m_previous.layout->links[link].source, m_previous.layout->links[link].target};
    }

    [[nodiscard]] std::optional<std::uint32_t> nodeBefore(std::uint32_t node) const
    {
        if (node >= m_previous.node.size() || !m_previous.node[node] ||
            *m_previous.node[node] >= m_previous.layout->nodes.size())
            return {};
        const std::uint32_t before = *m_previous.node[node];
        if (m_previous.layout->nodes[before].column != static_cast<int>(m_layered.column[node]))
            return {};
        return before;
    }

    [[nodiscard]] std::optional<double> middleOfNode(std::uint32_t node) const
    {
        const std::optional<std::uint32_t> before = nodeBefore(node);
        if (!before)
            return {};
        const PlacedNode& placed = m_previous.layout->nodes[*before];
        return (placed.y0 + placed.y1) / 2;
    }

    [[nodiscard]] std::optional<double> middleOfWaypoint(std::uint32_t item) const
    {
        const Strand& strand = m_layered.strands[m_layered.strandOf[item - m_layered.nodes]];
        const std::optional<std::uint32_t> source = nodeBefore(strand.source);
        const std::optional<std::uint32_t> target = nodeBefore(strand.target);
        if (!source || !target)
            return {};
        const std::pair wanted(*source, *target);
        const auto found = std::lower_bound(m_links.begin(), m_links.end(), wanted,
                                            [&](std::uint32_t l, const auto& key) { return ends(l) < key; });
        if (found == m_links.end() || ends(*found) != wanted)
            return {};
        const std::vector<double>& via = m_previous.layout->links[*found].via;
        const std::uint32_t index = item - strand.waypoint;
        return index < via.size() ? std::optional(via[index]) : std::nullopt;
    }

    const Layered& m_layered;
    const Previous& m_previous;
    std::vector<std::uint32_t> m_links;
};

Order previousOrder(const Layered& layered, const Previous& previous)
{
    const Before before(layered, previous);
    std::vector<std::vector<std::pair<double, std::uint32_t>>> places(layered.columns);
    for (std::uint32_t item = 0; item < layered.items(); ++item) {
        if (const std::optional<double> middle = before.middle(item))
            places[layered.column[item]].emplace_back(*middle, item);
    }
    Order order(layered.columns);
    for (std::size_t c = 0; c < order.size(); ++c) {
        std::sort(places[c].begin(), places[c].end());
        for (const auto& [middle, item] : places[c])
            order[c].push_back(item);
    }
    return order;
}

/// The user's nodes of each column in the order they are wanted in, each named once.
Order usersOrder(const Layered& layered, const std::vector<std::vector<std::uint32_t>>& kept)
{
    Order order(layered.columns);
    std::vector<bool> named(layered.nodes, false);
    for (const std::vector<std::uint32_t>& list : kept) {
        for (const std::uint32_t node : list) {
            if (node >= layered.nodes || named[node])
                continue;
            named[node] = true;
            order[layered.column[node]].push_back(node);
        }
    }
    return order;
}

/// Puts the wanted items, in their order, into the places that they have among the others. Those missing are appended.
void imposeOrder(std::vector<std::uint32_t>& items, const std::vector<std::uint32_t>& wanted, std::uint32_t itemCount)
{
    std::vector<bool> isWanted(itemCount, false);
    for (const std::uint32_t item : wanted)
        isWanted[item] = true;
    std::size_t next = 0;
    for (std::uint32_t& item : items) {
        if (isWanted[item])
            item = wanted[next++];
    }
    std::vector<bool> isThere(itemCount, false);
    for (const std::uint32_t item : items)
        isThere[item] = true;
    for (const std::uint32_t item : wanted) {
        if (!isThere[item])
            items.push_back(item);
    }
}

std::uint64_t defaultSteps(const Layered& layered, double effort)
{
    const std::uint64_t size = layered.items() * layered.right.arcs.size();
    const std::uint64_t steps = layered.items() <= kSmall ? std::min(kMostForSmall, kForSmall * size)
                                                          : std::min(kMostForLarge, kForLarge * size);
    return static_cast<std::uint64_t>(static_cast<double>(steps) * std::clamp(effort, 0.0, 1e6)) + 1;
}

/// Starts the items that are not kept at the bottom and lets each find its best place among the others.
Order insertTheRest(const Layered& layered, const Order& kept, OrderSearch& search, Limit& limit)
{
    std::vector<std::uint32_t> rank(layered.items(), kNone);
    Order order = kept;
    for (const std::vector<std::uint32_t>& items : kept) {
        for (std::uint32_t i = 0; i < items.size(); ++i)
            rank[items[i]] = i;
    }
    std::vector<std::uint32_t> loose;
    for (std::uint32_t item = 0; item < layered.items(); ++item) {
        if (rank[item] == kNone) {
            order[layered.column[item]].push_back(item);
            loose.push_back(item);
        }
    }
    search.setOrder(order);
    search.setRanks(std::move(rank));
    search.siftOnly(loose, limit);
    return search.order();
}

/// Moves what is kept into its order, by exchanging places among itself.
void impose(const Order& kept, const Layered& layered, OrderSearch& search)
{
    Order order = search.order();
    for (std::size_t c = 0; c < order.size(); ++c) {
        if (!kept[c].empty())
            imposeOrder(order[c], kept[c], layered.items());
    }
    search.setOrder(order);
}

/// Searches from several starts and keeps the best, until it is found again and again.
class Exploration {
public:
    Exploration(const Layered& layered, const Order& kept, Limit& limit)
        : m_layered(layered), m_kept(kept), m_limit(limit), m_search(layered), m_improver(layered, m_search)
    {
        std::vector<std::uint32_t> rank(layered.items(), kNone);
        for (const std::vector<std::uint32_t>& items : kept) {
            for (std::uint32_t i = 0; i < items.size(); ++i)
                rank[items[i]] = i;
        }
        m_search.setRanks(std::move(rank));
        for (const std::vector<std::uint32_t>& items : m_search.order())
            m_movable += items.empty() ? 0 : items.size() - 1;
    }

    Order run()
    {
        const double bound = crossingsBound(m_layered);
        for (int start = 0, agreeing = 0; start < kStarts && agreeing < kAgreeing && (start == 0 || !m_limit.isOver());
             ++start) {
            if (start > 0)
                m_improver.shuffle();
            const double crossings = descend();
            if (start == 0 || crossings < m_least * (1 - kSame)) {
                agreeing = 0;
                m_least = crossings;
                m_best = m_search.order();
            }
            agreeing += crossings <= m_least * (1 + kSame) ? 1 : 0;
            if (m_least <= bound)
                break;
        }
        return m_best;
    }

private:
    [[nodiscard]] double crossings() const { return weightedCrossings(m_layered, m_search.order()); }

    double descend()
    {
        m_search.sweep(kSweeps, m_limit);
        impose(m_kept, m_layered, m_search);
        m_search.sift(m_limit);
        const std::uint64_t patience = std::clamp<std::uint64_t>(10 * m_movable, 10, kPatience) + 2 * m_movable;
        const std::uint64_t warm = std::clamp<std::uint64_t>(30 * m_movable, 30, kWarmAttempts) + 5 * m_movable;
        m_improver.attempts(patience, 0, m_limit);
        double now = crossings();
        const bool isPromising = m_best.empty() || now < m_least * kPromising;
        for (bool gains = isPromising; gains && !m_limit.isOver();) {
            gains = m_improver.attempts(warm, now, m_limit) > kSame * now;
            now = crossings();
        }
        if (isPromising)
            m_improver.attempts(patience, 0, m_limit);
        return crossings();
    }

    static constexpr int kStarts = 60;
    static constexpr int kAgreeing = 4;
    static constexpr std::uint64_t kPatience = 300;
    static constexpr std::uint64_t kWarmAttempts = 1000;
    static constexpr double kPromising = 1.5;
    static constexpr double kSame = 1e-9;

    const Layered& m_layered;
    const Order& m_kept;
    Limit& m_limit;
    OrderSearch m_search;
    Improver m_improver;
    std::uint64_t m_movable = 0; ///< how much there is to order: items beyond the first of each column
    Order m_best;
    double m_least = 0;
};

} // namespace

Order keptOrder(const Layered& layered, const Options& options)
{
    Order order(layered.columns);
    if (options.previous && options.previous->layout)
        order = previousOrder(layered, *options.previous);
    const Order wanted = usersOrder(layered, options.kept);
    for (std::size_t c = 0; c < order.size(); ++c) {
        if (!wanted[c].empty())
            imposeOrder(order[c], wanted[c], layered.items());
    }
    return order;
}

Order findOrder(const Layered& layered, const Options& options,
                std::optional<std::chrono::steady_clock::time_point> end)
{
    Order simple(layered.columns);
    for (std::uint32_t item = 0; item < layered.items(); ++item)
        simple[layered.column[item]].push_back(item);
    if (std::all_of(simple.begin(), simple.end(), [](const auto& items) { return items.size() < 2; }))
        return simple;
    Limit limit(end, options.cancelled,
                options.budget ? std::numeric_limits<std::uint64_t>::max() : defaultSteps(layered, options.effort));
    const Order kept = keptOrder(layered, options);
    if (options.previous && options.previous->layout) {
        OrderSearch search(layered);
        return insertTheRest(layered, kept, search, limit);
    }
    return Exploration(layered, kept, limit).run();
}

} // namespace ochain::layout
