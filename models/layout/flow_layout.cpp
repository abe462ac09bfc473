// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "flow_layout.h"

#include "columns.h"
#include "kept_order.h"
#include "layered.h"
#include "loops.h"
#include "order_search.h"
#include "positions.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <numeric>
#include <utility>

namespace ochain::layout {

namespace {

constexpr double kMostSpacing = 0.4;    ///< share of the height that the gaps of a column may take
constexpr double kThinnest = 1e-9;      ///< share of the height that any node has, so that its top is above its bottom
constexpr double kBesideWaypoint = 0.5; ///< of the node gap, between a node and a long link that passes
constexpr double kBetweenWaypoints = 0.1;
constexpr std::uint64_t kPlacingPerItem = 6000; ///< nanoseconds, on a machine of the usual kind

/// Values of a node's two sides; the node is as high as the larger.
struct Throughput {
    std::vector<double> out;
    std::vector<double> in;
};

Throughput throughputOf(const Graph& graph)
{
    Throughput t{std::vector<double>(graph.nodes.size(), 0.0), std::vector<double>(graph.nodes.size(), 0.0)};
    for (const Link& link : graph.links) {
        t.out[link.source] += link.value;
        t.in[link.target] += link.value;
    }
    return t;
}

/// Makes a Layout from an order: heights, places, ends of the links at their nodes.
class Assembly {
public:
    Assembly(const Graph& graph, const Layered& layered, const Order& order, const Options& options)
        : m_graph(graph), m_layered(layered), m_order(order), m_options(options), m_through(throughputOf(graph))
    {}

    Layout assemble()
    {
        m_layout.height = m_options.height;
        m_layout.columns = static_cast<int>(m_layered.columns);
        m_layout.nodes.resize(m_graph.nodes.size());
        m_layout.links.resize(m_graph.links.size());
        measureSpacing();
        measureHeights();
        findRanks();
        stackStrands();
        m_top = placeItems(m_layered, m_order, m_measures, m_options.height);
        publishNodes();
        publishLinks();
        return std::move(m_layout);
    }

private:
    [[nodiscard]] double spacingBetween(std::uint32_t above, std::uint32_t below) const
    {
        const int nodes = (m_layered.isNode(above) ? 1 : 0) + (m_layered.isNode(below) ? 1 : 0);
        return m_options.nodeGap * (nodes == 2 ? 1.0 : nodes == 1 ? kBesideWaypoint : kBetweenWaypoints);
    }

    void measureSpacing()
    {
        m_measures.spacing.assign(m_layered.items(), 0.0);
        m_measures.height.assign(m_layered.items(), 0.0);
        for (const std::vector<std::uint32_t>& items : m_order) {
            double gaps = 0;
            std::size_t empty = 0;
            for (std::size_t i = 0; i < items.size(); ++i) {
                if (i > 0)
                    gaps += m_measures.spacing[items[i]] = spacingBetween(items[i - 1], items[i]);
                empty += valueOf(items[i]) <= 0 && m_layered.isNode(items[i]) ? 1U : 0U;
            }
            const double wanted = gaps + static_cast<double>(empty) * m_options.emptyNode;
            const double most = kMostSpacing * m_options.height;
            const double share = wanted > most ? most / wanted : 1.0;
            for (const std::uint32_t item : items) {
                m_measures.spacing[item] *= share;
                if (valueOf(item) <= 0 && m_layered.isNode(item))
                    m_measures.height[item] = m_options.emptyNode * share;
            }
        }
    }

    [[nodiscard]] double valueOf(std::uint32_t item) const
    {
        if (m_layered.isNode(item))
            return std::max(m_through.out[item], m_through.in[item]);
        return m_layered.strands[m_layered.strandOf[item - m_layered.nodes]].value;
    }

    void measureHeights()
    {
        double scale = 0;
        const double thinnest = m_options.height * kThinnest;
        for (const std::vector<std::uint32_t>& items : m_order) {
            double taken = static_cast<double>(items.size()) * thinnest;
            double value = 0;
            for (const std::uint32_t item : items) {
                taken += m_measures.spacing[item] + m_measures.height[item];
                value += valueOf(item);
            }
            if (value > 0) {
                const double fits = std::max(m_options.height - taken, thinnest) / value;
                scale = scale > 0 ? std::min(scale, fits) : fits;
            }
        }
        m_layout.scale = scale;
        for (std::uint32_t item = 0; item < m_layered.items(); ++item) {
            if (valueOf(item) > 0)
                m_measures.height[item] = std::max(scale * valueOf(item), m_layered.isNode(item) ? thinnest : 0.0);
        }
    }

    void findRanks()
    {
        m_position.assign(m_layered.items(), 0);
        for (const std::vector<std::uint32_t>& items : m_order) {
            for (std::uint32_t i = 0; i < items.size(); ++i)
                m_position[items[i]] = i;
        }
    }

    [[nodiscard]] std::uint32_t firstStop(const Strand& strand) const
    {
        const bool isLong = m_layered.column[strand.target] - m_layered.column[strand.source] > 1;
        return isLong ? strand.waypoint : strand.target;
    }

    [[nodiscard]] std::uint32_t lastStop(const Strand& strand) const
    {
        const std::uint32_t between = m_layered.column[strand.target] - m_layered.column[strand.source] - 1;
        return between > 0 ? strand.waypoint + between - 1 : strand.source;
    }

    /// Links that leave a node (or arrive), top to bottom, without loops.
    std::vector<std::vector<std::uint32_t>> sidesInOrder(bool leaving) const
    {
        std::vector<std::vector<std::uint32_t>> sides(m_graph.nodes.size());
        for (std::uint32_t l = 0; l < m_graph.links.size(); ++l) {
            if (m_layered.strandOfLink[l] != kNone)
                sides[leaving ? m_graph.links[l].source : m_graph.links[l].target].push_back(l);
        }
        const auto stop = [&](std::uint32_t l) {
            const Strand& strand = m_layered.strands[m_layered.strandOfLink[l]];
            return m_position[leaving ? firstStop(strand) : lastStop(strand)];
        };
        for (std::vector<std::uint32_t>& side : sides)
            std::stable_sort(side.begin(), side.end(),
                             [&](std::uint32_t a, std::uint32_t b) { return stop(a) < stop(b); });
        return sides;
    }

    /// Where strands end on their nodes before it is known which loops go above: loops are left out, so the whole stack
    /// may shift by the loops above it later. Only the positions' straightening depends on this.
    void stackStrands()
    {
        m_measures.scale = m_layout.scale;
        m_measures.tail.assign(m_layered.strands.size(), 0.0);
        m_measures.head.assign(m_layered.strands.size(), 0.0);
        for (const bool leaving : {true, false}) {
            std::vector<double>& ends = leaving ? m_measures.tail : m_measures.head;
            const auto sides = sidesInOrder(leaving);
            for (std::uint32_t node = 0; node < sides.size(); ++node) {
                double y = 0;
                std::uint32_t strand = kNone;
                for (const std::uint32_t l : sides[node]) {
                    const std::uint32_t s = m_layered.strandOfLink[l];
                    if (s == strand)
                        continue;
                    strand = s;
                    const double thickness = m_layered.strands[s].value * m_layout.scale;
                    ends[s] = y + thickness / 2;
                    y += thickness;
                }
                if (y <= 0)
                    spreadEmpty(sides[node], ends, m_measures.height[node]);
            }
        }
    }

    void spreadEmpty(const std::vector<std::uint32_t>& side, std::vector<double>& ends, double height) const
    {
        for (std::size_t i = 0; i < side.size(); ++i)
            ends[m_layered.strandOfLink[side[i]]] =
                height * (static_cast<double>(i) + 0.5) / static_cast<double>(side.size());
    }

    void publishNodes()
    {
        for (std::uint32_t node = 0; node < m_graph.nodes.size(); ++node) {
            const double top = m_top[node];
            m_layout.nodes[node] = {static_cast<int>(m_layered.column[node]), top, top + m_measures.height[node]};
        }
    }

    void publishLinks()
    {
        std::vector<std::uint32_t> loops;
        std::vector<double> within(m_layered.strands.size(), 0.0); // of a strand, what the links above in it take
        for (std::uint32_t l = 0; l < m_graph.links.size(); ++l) {
            const Link& link = m_graph.links[l];
            PlacedLink& placed = m_layout.links[l];
            placed.source = link.source;
            placed.target = link.target;
            placed.value = link.value;
            const std::uint32_t s = m_layered.strandOfLink[l];
            if (s == kNone) {
                placed.reversed = true;
                loops.push_back(l);
                continue;
            }
            const double thickness = link.value * m_layout.scale;
            const Strand& strand = m_layered.strands[s];
            const std::uint32_t between = m_layered.column[strand.target] - m_layered.column[strand.source] - 1;
            for (std::uint32_t i = 0; i < between; ++i)
                placed.via.push_back(m_top[strand.waypoint + i] + within[s] + thickness / 2);
            within[s] += thickness;
        }
        attach(laneLoops(m_layout, loops, m_options.loopGap));
    }

    /// Ends of all links on the sides of their nodes: loops above from the inside out, links by where they go, loops
    /// below from the outside in, so that no two of one node cross.
    void attach(const std::vector<std::uint32_t>& loopsFromInside)
    {
        for (const bool leaving : {true, false}) {
            std::vector<std::vector<std::uint32_t>> above(m_graph.nodes.size());
            std::vector<std::vector<std::uint32_t>> below(m_graph.nodes.size());
            for (const std::uint32_t l : loopsFromInside) {
                const PlacedLink& link = m_layout.links[l];
                (link.loop.above ? above : below)[leaving ? link.source : link.target].push_back(l);
            }
            const auto sides = sidesInOrder(leaving);
            for (std::uint32_t node = 0; node < sides.size(); ++node) {
                std::vector<std::uint32_t> side = above[node];
                side.insert(side.end(), sides[node].begin(), sides[node].end());
                side.insert(side.end(), below[node].rbegin(), below[node].rend());
                attachSide(node, side, leaving);
            }
        }
    }

    void attachSide(std::uint32_t node, const std::vector<std::uint32_t>& side, bool leaving)
    {
        const PlacedNode& placed = m_layout.nodes[node];
        const bool isEmpty = (leaving ? m_through.out : m_through.in)[node] <= 0;
        double y = placed.y0;
        for (std::size_t i = 0; i < side.size(); ++i) {
            PlacedLink& link = m_layout.links[side[i]];
            const double thickness = link.value * m_layout.scale;
            const double share = (static_cast<double>(i) + 0.5) / static_cast<double>(side.size());
            (leaving ? link.y0 : link.y1) = isEmpty ? placed.y0 + share * (placed.y1 - placed.y0) : y + thickness / 2;
            y += thickness;
        }
    }

    const Graph& m_graph;
    const Layered& m_layered;
    const Order& m_order;
    const Options& m_options;
    Throughput m_through;
    Measures m_measures;
    std::vector<std::uint32_t> m_position;
    std::vector<double> m_top;
    Layout m_layout;
};

/// What a budget leaves for the search: placing takes its time after that.
std::chrono::microseconds timeToSearch(std::chrono::microseconds budget, std::uint32_t items)
{
    const std::chrono::microseconds placing(kPlacingPerItem * items / 1000);
    return budget - std::min(placing, budget / 3);
}

double movedDistance(const Layout& layout, const Previous& previous)
{
    double sum = 0;
    std::size_t count = 0;
    for (std::size_t n = 0; n < layout.nodes.size() && n < previous.node.size(); ++n) {
        if (!previous.node[n] || *previous.node[n] >= previous.layout->nodes.size() || previous.layout->height <= 0)
            continue;
        const PlacedNode& now = layout.nodes[n];
        const PlacedNode& before = previous.layout->nodes[*previous.node[n]];
        sum += std::abs((now.y0 + now.y1) / layout.height - (before.y0 + before.y1) / previous.layout->height) / 2;
        ++count;
    }
    return count > 0 ? sum / static_cast<double>(count) : 0.0;
}

[[maybe_unused]] bool isSound(const Graph& graph)
{
    const auto nodes = graph.nodes.size();
    return std::all_of(graph.links.begin(), graph.links.end(),
                       [&](const Link& l) {
                           return l.source < nodes && l.target < nodes && std::isfinite(l.value) && l.value >= 0;
                       }) &&
           std::all_of(graph.nodes.begin(), graph.nodes.end(), [](const Node& n) { return n.column.value_or(0) >= 0; });
}

} // namespace

Layout layoutFlow(const Graph& graph, const Options& options)
{
    assert(isSound(graph));
    const auto start = std::chrono::steady_clock::now();
    const std::vector<std::uint32_t> column = findColumns(graph);
    auto columns = static_cast<std::uint32_t>(std::max(graph.columns, 0));
    for (const std::uint32_t c : column)
        columns = std::max(columns, c + 1);
    const Layered layered = makeLayered(graph, column, columns);

    std::optional<std::chrono::steady_clock::time_point> end;
    if (options.budget)
        end = start + timeToSearch(*options.budget, layered.items());
    const Order order = findOrder(layered, options, end);
    Layout layout = Assembly(graph, layered, order, options).assemble();
    layout.quality.weighted = weightedCrossings(layered, order);
    layout.quality.bound = std::min(crossingsBound(layered), layout.quality.weighted);
    layout.quality.optimal = layout.quality.weighted <= layout.quality.bound;
    if (options.previous && options.previous->layout)
        layout.quality.moved = movedDistance(layout, *options.previous);
    return layout;
}

} // namespace ochain::layout
