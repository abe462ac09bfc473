// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

namespace ochain::layout {

/// A box of the flow chart, known by its index in Graph::nodes.
struct Node {
    std::optional<int> column; ///< 0-based from the left; absent: found (longest path)
};

/// A flow from one box to another. Both ends may be the same node, and several
/// links may join the same two nodes.
struct Link {
    std::uint32_t source = 0; ///< index into Graph::nodes
    std::uint32_t target = 0;
    double value = 0; ///< finite, not negative; 0 is an undisclosed or empty
                      ///< flow, a line without height
};

struct Graph {
    int columns = 0; ///< at least so many columns; more are added where nodes need them
    std::vector<Node> nodes;
    std::vector<Link> links;
};

/// Where a backward link runs: out to the right of its source, along a lane
/// above or below the boxes, back into the left of its target.
struct Loop {
    bool above = true;
    double y = 0;          ///< middle of the lane; may lie outside [0, height]
    double sourceTurn = 0; ///< distance of the rising or falling part's middle
                           ///< from the right edge of the source's column
    double targetTurn = 0; ///< the same from the left edge of the target's column
};

struct PlacedNode {
    int column = 0;
    double y0 = 0; ///< top edge, y grows downwards
    double y1 = 0; ///< bottom edge, above y0
};

struct PlacedLink {
    std::uint32_t source = 0;
    std::uint32_t target = 0;
    double value = 0;        ///< the ribbon is value * Layout::scale high
    double y0 = 0;           ///< middle of the ribbon at the right edge of its source
    double y1 = 0;           ///< middle at the left edge of its target
    std::vector<double> via; ///< middles at the columns strictly between, from
                             ///< source to target; empty if reversed
    bool reversed = false;   ///< the target's column is not right of the source's:
                             ///< drawn as a loop
    Loop loop;               ///< meaningful only if reversed
};

/// How good a layout is. Weighted crossings count, between each two
/// neighbouring columns, every two links that change order there, by the
/// product of their values; reversed links are left out.
struct Quality {
    double weighted = 0;  ///< of this layout
    double bound = 0;     ///< no layout in these columns has less
    bool optimal = false; ///< proven: none has less
    double moved = 0;     ///< mean distance over which the middles of kept nodes moved against
                          ///< Options::previous, as a share of the height
};

struct Layout {
    double height = 0; ///< boxes lie in [0, height]
    double top = 0;    ///< what loops reach above (0 or less) ...
    double bottom = 0; ///< ... and below (height or more)
    double scale = 0;  ///< height per unit of value
    int columns = 0;
    std::vector<PlacedNode> nodes; ///< in the order of Graph::nodes
    std::vector<PlacedLink> links; ///< in the order of Graph::links
    Quality quality;
};

/// The layout before, for a layout that keeps the order of what remains.
struct Previous {
    const Layout* layout = nullptr;
    /// For each node of the new graph its index in `layout`, if it was there.
    /// Links are recognised by their ends.
    std::vector<std::optional<std::uint32_t>> node;
    /// True: what remains keeps its order. False: the order before is only where the search starts, and everything may
    /// move to where it crosses less; for a chart that follows a drag. Either way places change as little as they can.
    bool keepsOrder = true;
};

/// A node that the user holds, as while dragging it: it stands at this place of its column whatever the others do. Give
/// a place, a height or both; with neither it stays where it is in the layout before.
///
/// A frame of a drag is a layout with the last frame as `previous`, `keepsOrder` false and the node pinned at the
/// pointer's height. When the drag ends, the order of the column goes into Options::kept.
struct Pin {
    std::uint32_t node = 0;
    std::optional<std::uint32_t> place; ///< how many nodes of its column stand above it; absent: as its height says
    std::optional<double> y; ///< wanted middle, in the unit of Options::height; met as far as the others leave room
};

struct Options {
    double height = 1000; ///< room for the boxes, in the caller's unit;
                          ///< everything below is in that unit
    double nodeGap = 8;   ///< between boxes of a column; made smaller where a
                          ///< column is too full for it
    double emptyNode = 2; ///< height of a node whose links have no value
    double loopGap = 4;   ///< between lanes of loops
    /// Time for everything; the best order found by then is placed. More time gives better orders until the search
    /// finds nothing new. Without a budget the search is a fixed amount of work, at most about half a second for small
    /// graphs and two seconds for large ones, so that the same graph gives the same layout on every machine.
    std::optional<std::chrono::microseconds> budget;
    double effort =
        1; ///< share of that amount of work: for a layout that follows the mouse, 0.05 does; ignored with a budget
    std::optional<Previous> previous;
    /// Orders set by the user: each is a list of nodes; those of one column stay
    /// in this order, top to bottom.
    std::vector<std::vector<std::uint32_t>> kept;
    std::vector<Pin> pins;           ///< override `kept`; the first one of a node counts
    std::function<bool()> cancelled; ///< polled about every millisecond; true
                                     ///< ends the search like a spent budget
};

/// Places a graph: columns, order, positions, loops.
/// Never fails on any graph whose links name existing nodes and whose values
/// are finite and not negative (asserted); given columns are kept and must not
/// be negative. Links within a column, to an earlier column and to the node
/// itself become loops. Deterministic for the same graph and options as long as
/// the budget does not cut the search short.
[[nodiscard]] Layout layoutFlow(const Graph& graph, const Options& options = {});

} // namespace ochain::layout
