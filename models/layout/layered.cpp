// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "layered.h"

#include <algorithm>
#include <cassert>
#include <numeric>
#include <utility>

namespace ochain::layout {

namespace {

/// What crossing a strand without value with the largest counts, against the least that two with values can: enough to
/// be laid tidily, too little to move anything else.
constexpr double kEmptyWeight = 1e-3;

struct Segment {
    std::uint32_t left = 0;
    std::uint32_t right = 0;
    double weight = 0;
};

std::vector<std::uint32_t> linksBySourceAndTarget(const Graph& graph)
{
    std::vector<std::uint32_t> links(graph.links.size());
    std::iota(links.begin(), links.end(), 0U);
    std::stable_sort(links.begin(), links.end(), [&](std::uint32_t a, std::uint32_t b) {
        const Link& la = graph.links[a];
        const Link& lb = graph.links[b];
        return std::pair(la.source, la.target) < std::pair(lb.source, lb.target);
    });
    return links;
}

void gatherStrands(const Graph& graph, Layered& layered)
{
    layered.strandOfLink.assign(graph.links.size(), kNone);
    for (const std::uint32_t l : linksBySourceAndTarget(graph)) {
        const Link& link = graph.links[l];
        if (layered.column[link.target] <= layered.column[link.source])
            continue;
        if (layered.strands.empty() || layered.strands.back().source != link.source ||
            layered.strands.back().target != link.target)
            layered.strands.push_back({link.source, link.target, 0, 0, 0});
        layered.strands.back().value += link.value;
        layered.strandOfLink[l] = static_cast<std::uint32_t>(layered.strands.size() - 1);
    }
}

void weighStrands(std::vector<Strand>& strands)
{
    double smallest = 0;
    double largest = 0;
    for (const Strand& strand : strands) {
        if (strand.value > 0 && (smallest <= 0 || strand.value < smallest))
            smallest = strand.value;
        largest = std::max(largest, strand.value);
    }
    const double empty = smallest > 0 ? smallest * (smallest / largest) * kEmptyWeight : 1.0;
    for (Strand& strand : strands)
        strand.weight = strand.value > 0 ? strand.value : empty;
}

void addWaypoints(Layered& layered)
{
    for (std::uint32_t s = 0; s < layered.strands.size(); ++s) {
        Strand& strand = layered.strands[s];
        strand.waypoint = layered.items();
        for (std::uint32_t c = layered.column[strand.source] + 1; c < layered.column[strand.target]; ++c) {
            layered.column.push_back(c);
            layered.strandOf.push_back(s);
        }
    }
}

std::vector<Segment> cutIntoSegments(const Layered& layered)
{
    std::vector<Segment> segments;
    for (const Strand& strand : layered.strands) {
        std::uint32_t from = strand.source;
        const std::uint32_t between = layered.column[strand.target] - layered.column[strand.source] - 1;
        for (std::uint32_t i = 0; i < between; ++i) {
            segments.push_back({from, strand.waypoint + i, strand.weight});
            from = strand.waypoint + i;
        }
        segments.push_back({from, strand.target, strand.weight});
    }
    return segments;
}

Arcs arcsOf(const std::vector<Segment>& segments, std::uint32_t items, bool toRight)
{
    Arcs arcs;
    arcs.first.assign(items + 1, 0);
    for (const Segment& s : segments)
        ++arcs.first[(toRight ? s.left : s.right) + 1];
    std::partial_sum(arcs.first.begin(), arcs.first.end(), arcs.first.begin());
    arcs.arcs.resize(segments.size());
    std::vector<std::uint32_t> next(arcs.first.begin(), arcs.first.end() - 1);
    for (const Segment& s : segments)
        arcs.arcs[next[toRight ? s.left : s.right]++] = {toRight ? s.right : s.left, s.weight};
    return arcs;
}

/// Sums over positions, with prefix sums in logarithmic time.
class PrefixSums {
public:
    explicit PrefixSums(std::size_t size) : m_tree(size + 1, 0.0) {}

    void add(std::size_t index, double value)
    {
        for (std::size_t i = index + 1; i < m_tree.size(); i += i & (~i + 1))
            m_tree[i] += value;
    }

    /// Sum of the values at positions 0 to index, both included.
    [[nodiscard]] double upTo(std::size_t index) const
    {
        double sum = 0;
        for (std::size_t i = index + 1; i > 0; i -= i & (~i + 1))
            sum += m_tree[i];
        return sum;
    }

private:
    std::vector<double> m_tree;
};

double crossingsInGap(const Layered& layered, const std::vector<std::uint32_t>& from, std::size_t sizeOfNext,
                      const std::vector<std::uint32_t>& position, double smallest)
{
    // Counted from the bottom, so that what ends further down is a prefix: sums of what is there, no differences, no
    // rounding to nothing.
    const auto last = static_cast<std::uint32_t>(sizeOfNext - 1);
    PrefixSums sums(sizeOfNext);
    double crossings = 0;
    for (const std::uint32_t item : from) {
        for (const Arc* a = layered.right.begin(item); a != layered.right.end(item); ++a) {
            if (position[a->item] < last)
                crossings += valueOf(*a, smallest) * sums.upTo(last - position[a->item] - 1);
        }
        for (const Arc* a = layered.right.begin(item); a != layered.right.end(item); ++a)
            sums.add(last - position[a->item], valueOf(*a, smallest));
    }
    return crossings;
}

} // namespace

double smallestValue(const Layered& layered)
{
    double smallest = 0;
    for (const Strand& strand : layered.strands) {
        if (strand.value > 0 && (smallest <= 0 || strand.value < smallest))
            smallest = strand.value;
    }
    return smallest;
}

Layered makeLayered(const Graph& graph, const std::vector<std::uint32_t>& column, std::uint32_t columns)
{
    Layered layered;
    layered.columns = columns;
    layered.nodes = static_cast<std::uint32_t>(graph.nodes.size());
    layered.column = column;
    gatherStrands(graph, layered);
    weighStrands(layered.strands);
    addWaypoints(layered);
    const std::vector<Segment> segments = cutIntoSegments(layered);
    layered.left = arcsOf(segments, layered.items(), false);
    layered.right = arcsOf(segments, layered.items(), true);
    return layered;
}

double weightedCrossings(const Layered& layered, const Order& order)
{
    std::vector<std::uint32_t> position(layered.items(), 0);
    for (const std::vector<std::uint32_t>& items : order) {
        for (std::uint32_t i = 0; i < items.size(); ++i)
            position[items[i]] = i;
    }
    const double smallest = smallestValue(layered);
    if (smallest <= 0)
        return 0;
    double crossings = 0;
    for (std::size_t c = 0; c + 1 < order.size(); ++c)
        crossings += crossingsInGap(layered, order[c], order[c + 1].size(), position, smallest);
    return crossings;
}

} // namespace ochain::layout
