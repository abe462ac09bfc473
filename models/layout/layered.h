// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "flow_layout.h"

#include <cstdint>
#include <vector>

namespace ochain::layout {

/// All links between the same two nodes, in the direction of the columns: they run side by side and are ordered as one.
struct Strand {
    std::uint32_t source = 0; ///< item
    std::uint32_t target = 0; ///< item, in a column to the right
    double value = 0;         ///< sum of the links' values
    double weight = 0; ///< what counts when orders are compared: the value, or next to nothing where that is zero
    std::uint32_t waypoint = 0; ///< first of its waypoints; they follow each other, one for each column between
};

/// One end of a segment: the item at the other side and the strand's weight.
struct Arc {
    std::uint32_t item = 0;
    double weight = 0;
};

/// Segments of each item to the neighbouring column on one side.
struct Arcs {
    std::vector<std::uint32_t> first; ///< items + 1
    std::vector<Arc> arcs;

    [[nodiscard]] const Arc* begin(std::uint32_t item) const { return arcs.data() + first[item]; }
    [[nodiscard]] const Arc* end(std::uint32_t item) const { return arcs.data() + first[item + 1]; }
};

inline constexpr std::uint32_t kNone = 0xFFFFFFFFU;

/// The graph cut into segments that join neighbouring columns. Items are first the nodes, by their index, then the
/// waypoints.
struct Layered {
    std::uint32_t columns = 0;
    std::uint32_t nodes = 0;
    std::vector<std::uint32_t> column;   ///< of each item
    std::vector<std::uint32_t> strandOf; ///< of each waypoint, by item - nodes
    std::vector<Strand> strands;
    std::vector<std::uint32_t> strandOfLink; ///< for each link of the graph, or kNone if it is a loop
    Arcs left;
    Arcs right;

    [[nodiscard]] std::uint32_t items() const { return static_cast<std::uint32_t>(column.size()); }
    [[nodiscard]] bool isNode(std::uint32_t item) const { return item < nodes; }
};

/// Items of each column, top to bottom.
using Order = std::vector<std::vector<std::uint32_t>>;

/// Cuts the graph into segments. @param column a column for each node, all below @p columns
[[nodiscard]] Layered makeLayered(const Graph& graph, const std::vector<std::uint32_t>& column, std::uint32_t columns);

/// Value-weighted crossings of an order, by the strands' values: over each pair of neighbouring columns the sum of the
/// products of every two segments that change order. O(segments * log items).
[[nodiscard]] double weightedCrossings(const Layered& layered, const Order& order);

/// The least value of a strand that has one; 0: none has.
[[nodiscard]] double smallestValue(const Layered& layered);

/// Value of the strand that an arc belongs to: strands without value carry a token weight that must not be counted.
[[nodiscard]] inline double valueOf(const Arc& arc, double smallestValue)
{
    return arc.weight >= smallestValue ? arc.weight : 0.0;
}

} // namespace ochain::layout
