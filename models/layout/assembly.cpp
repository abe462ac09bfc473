// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "assembly.h"

#include "loop_sides.h"
#include "loops.h"
#include "positions.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

namespace ochain::layout {

namespace {

constexpr double kMostSpacing = 0.4;    ///< share of the height that the gaps of a column may take
constexpr double kThinnest = 1e-9;      ///< share of the height that any node has, so that its top is above its bottom
constexpr double kBesideWaypoint = 0.5; ///< of the node gap, between a node and a long link that passes
constexpr double kBetweenWaypoints = 0.1;
constexpr double kMostScale = 1e290; ///< values next to nothing would make it infinite
constexpr double kStill = 1e-10;     ///< of the height: no move at all; well below the thinnest node

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
    Assembly(const Graph& graph, const Layered& layered, const Order& order, const Options& options,
             const Before* before, const Pins& pins)
        : m_graph(graph), m_layered(layered), m_order(order), m_options(options), m_before(before), m_pins(pins),
          m_through(throughputOf(graph))
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
        chooseLoopSides(m_graph, m_layered, m_order, m_before, m_layout);
        stackStrands();
        m_top = placeItems(m_layered, m_order, m_measures, m_options.height, anchors());
        findStillColumns();
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
        scale = std::min(scale, kMostScale);
        m_layout.scale = scale;
        for (std::uint32_t item = 0; item < m_layered.items(); ++item) {
            if (valueOf(item) > 0)
                m_measures.height[item] = scale * valueOf(item);
            if (m_layered.isNode(item))
                m_measures.height[item] = std::max(m_measures.height[item], thinnest);
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

    [[nodiscard]] Anchors anchors() const
    {
        Anchors anchors;
        anchors.before = m_before;
        if (m_options.pins.empty())
            return anchors;
        anchors.pinned.resize(m_layered.items());
        for (std::uint32_t node = 0; node < m_layered.nodes; ++node)
            anchors.pinned[node] = m_pins.wantedMiddle(node);
        return anchors;
    }

    [[nodiscard]] bool isEmpty(std::uint32_t node, bool leaving) const
    {
        return (leaving ? m_through.out : m_through.in)[node] <= 0;
    }

    /// Loops at one side of each node: how many, and what room they take there.
    struct LoopsAtNode {
        std::uint32_t above = 0;
        std::uint32_t below = 0;
        double roomAbove = 0;
    };

    [[nodiscard]] std::vector<LoopsAtNode> loopsAtNodes(bool leaving) const
    {
        std::vector<LoopsAtNode> loops(m_graph.nodes.size());
        for (std::uint32_t l = 0; l < m_graph.links.size(); ++l) {
            if (m_layered.strandOfLink[l] != kNone)
                continue;
            const Link& link = m_graph.links[l];
            LoopsAtNode& here = loops[leaving ? link.source : link.target];
            const bool above = m_layout.links[l].loop.above;
            ++(above ? here.above : here.below);
            here.roomAbove += above ? link.value * m_layout.scale : 0;
        }
        return loops;
    }

    /// Where strands end on their nodes: below the loops that run above.
    void stackStrands()
    {
        m_measures.scale = m_layout.scale;
        m_measures.tail.assign(m_layered.strands.size(), 0.0);
        m_measures.head.assign(m_layered.strands.size(), 0.0);
        for (const bool leaving : {true, false}) {
            std::vector<double>& ends = leaving ? m_measures.tail : m_measures.head;
            const auto sides = sidesInOrder(leaving);
            const auto loops = loopsAtNodes(leaving);
            for (std::uint32_t node = 0; node < sides.size(); ++node) {
                if (isEmpty(node, leaving))
                    spreadEmpty(sides[node], loops[node], ends, m_measures.height[node]);
                else
                    stackSide(sides[node], loops[node].roomAbove, ends);
            }
        }
    }

    void stackSide(const std::vector<std::uint32_t>& side, double y, std::vector<double>& ends) const
    {
        std::uint32_t strand = kNone;
        for (const std::uint32_t l : side) {
            const std::uint32_t s = m_layered.strandOfLink[l];
            if (s == strand)
                continue;
            strand = s;
            const double thickness = m_layered.strands[s].value * m_layout.scale;
            ends[s] = y + thickness / 2;
            y += thickness;
        }
    }

    void spreadEmpty(const std::vector<std::uint32_t>& side, const LoopsAtNode& loops, std::vector<double>& ends,
                     double height) const
    {
        const auto count = static_cast<double>(side.size() + loops.above + loops.below);
        for (std::size_t i = 0; i < side.size(); ++i)
            ends[m_layered.strandOfLink[side[i]]] = height * (static_cast<double>(i + loops.above) + 0.5) / count;
    }

    /// A column in which nothing moved stands exactly as it stood: rounding must not make a chart creep.
    void findStillColumns()
    {
        m_isStill.assign(m_order.size(), false);
        for (std::size_t c = 0; m_before != nullptr && c < m_order.size(); ++c)
            m_isStill[c] =
                std::all_of(m_order[c].begin(), m_order[c].end(), [&](std::uint32_t item) { return isStill(item); });
    }

    [[nodiscard]] bool isSamePlace(double a, double b) const { return std::abs(a - b) <= kStill * m_options.height; }

    [[nodiscard]] bool isStill(std::uint32_t item) const
    {
        const std::optional<double> middle = m_before->middle(item);
        if (!middle || !isSamePlace(*middle, m_top[item] + m_measures.height[item] / 2))
            return false;
        return !m_layered.isNode(item) || isSamePlace(m_before->top(item).value_or(0), m_top[item]);
    }

    void publishNodes()
    {
        for (std::uint32_t node = 0; node < m_graph.nodes.size(); ++node) {
            const double top =
                m_isStill[m_layered.column[node]] ? m_before->top(node).value_or(m_top[node]) : m_top[node];
            m_layout.nodes[node] = {static_cast<int>(m_layered.column[node]), top, top + m_measures.height[node]};
        }
    }

    void publishLinks()
    {
        std::vector<std::uint32_t> loops;
        std::vector<double> within(m_layered.strands.size(), 0.0);   // of a strand, what the links above in it take
        std::vector<std::size_t> above(m_layered.strands.size(), 0); // ... and how many they are
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
            placeOnTheWay(placed, s, within[s], above[s]++);
            within[s] += thickness;
        }
        attach(laneLoops(m_layout, loops, m_options.loopGap));
    }

    void placeOnTheWay(PlacedLink& placed, std::uint32_t s, double within, std::size_t which)
    {
        const Strand& strand = m_layered.strands[s];
        const std::uint32_t between = m_layered.column[strand.target] - m_layered.column[strand.source] - 1;
        if (between == 0)
            return;
        const PlacedLink* const before = m_before != nullptr ? m_before->link(s, which) : nullptr;
        for (std::uint32_t i = 0; i < between; ++i) {
            const double y = m_top[strand.waypoint + i] + within + placed.value * m_layout.scale / 2;
            const bool wasHere = before != nullptr && i < before->via.size();
            const double was = wasHere ? m_before->ratio() * before->via[i] : y;
            const bool isSettled = m_isStill[m_layered.column[strand.waypoint + i]] && isSamePlace(was, y);
            placed.via.push_back(isSettled ? was : y);
        }
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
        const bool spreads = isEmpty(node, leaving);
        double y = placed.y0;
        for (std::size_t i = 0; i < side.size(); ++i) {
            PlacedLink& link = m_layout.links[side[i]];
            const double thickness = link.value * m_layout.scale;
            const double share = (static_cast<double>(i) + 0.5) / static_cast<double>(side.size());
            (leaving ? link.y0 : link.y1) = spreads ? placed.y0 + share * (placed.y1 - placed.y0) : y + thickness / 2;
            y += thickness;
        }
    }

    const Graph& m_graph;
    const Layered& m_layered;
    const Order& m_order;
    const Options& m_options;
    const Before* m_before;
    const Pins& m_pins;
    Throughput m_through;
    Measures m_measures;
    std::vector<std::uint32_t> m_position;
    std::vector<double> m_top;
    std::vector<bool> m_isStill; ///< by column
    Layout m_layout;
};

} // namespace

Layout assemble(const Graph& graph, const Layered& layered, const Order& order, const Options& options,
                const Before* before, const Pins& pins)
{
    return Assembly(graph, layered, order, options, before, pins).assemble();
}

} // namespace ochain::layout
