// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "flow_layout.h"

#include "assembly.h"
#include "before.h"
#include "columns.h"
#include "kept_order.h"
#include "layered.h"
#include "pins.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <optional>
#include <vector>

namespace ochain::layout {

namespace {

constexpr double kRounding = 1e-10;             ///< of sums of crossings
constexpr std::uint64_t kPlacingPerItem = 4000; ///< nanoseconds, on a machine of the usual kind

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

void judge(const Layered& layered, const FoundOrder& found, Quality& quality)
{
    quality.weighted = weightedCrossings(layered, found.order);
    // Both are sums of the same products in another order: what is left between them may be rounding.
    quality.optimal = quality.weighted <= found.bound * (1 + kRounding);
    quality.bound = quality.optimal ? quality.weighted : found.bound;
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
    std::optional<Before> before;
    if (options.previous && options.previous->layout)
        before.emplace(layered, *options.previous, options.height);
    const Before* const known = before ? &*before : nullptr;
    const Pins pins(layered, options, known);
    const FoundOrder found = findOrder(layered, options, known, pins, end);
    Layout layout = assemble(graph, layered, found.order, options, known, pins);
    judge(layered, found, layout.quality);
    if (options.previous && options.previous->layout)
        layout.quality.moved = movedDistance(layout, *options.previous);
    return layout;
}

} // namespace ochain::layout
