// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "networks/circulation.h"

#include "networks/strong_parts.h"

#include <algorithm>
#include <cstddef>
#include <map>
#include <utility>

#include <lemon/network_simplex.h>
#include <lemon/smart_graph.h>

namespace ochain {

namespace {

/// What two places pay each other, by arc.
std::vector<std::int64_t> paidBackAndForth(const std::vector<FlowArc>& arcs)
{
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::int64_t> paid;
    for (const FlowArc& arc : arcs)
        paid[{arc.from, arc.to}] += arc.cents;
    std::vector<std::int64_t> both;
    for (const FlowArc& arc : arcs) {
        const auto back = paid.find({arc.to, arc.from});
        both.push_back(back == paid.end() ? 0 : std::min(arc.cents, back->second));
    }
    return both;
}

/// Adds a maximum circulation of what is left of the arcs.
void addMaximum(const std::vector<FlowArc>& arcs, std::uint32_t places, std::vector<std::int64_t>& roundBy)
{
    std::vector<std::pair<std::uint32_t, std::uint32_t>> edges;
    for (std::size_t i = 0; i < arcs.size(); ++i)
        if (arcs[i].cents > roundBy[i])
            edges.emplace_back(arcs[i].from, arcs[i].to);
    const StrongParts parts = strongPartsOf(places, std::move(edges));
    lemon::SmartDigraph graph;
    std::vector<lemon::SmartDigraph::Node> nodes;
    for (std::uint32_t place = 0; place < places; ++place)
        nodes.push_back(graph.addNode());
    std::vector<std::pair<std::size_t, lemon::SmartDigraph::Arc>> inside; // nothing goes round over other arcs
    for (std::size_t i = 0; i < arcs.size(); ++i)
        if (arcs[i].cents > roundBy[i] && parts.partOf[arcs[i].from] == parts.partOf[arcs[i].to])
            inside.emplace_back(i, graph.addArc(nodes[arcs[i].from], nodes[arcs[i].to]));
    if (inside.empty())
        return;
    lemon::SmartDigraph::ArcMap<std::int64_t> upper(graph), cost(graph, -1);
    for (const auto& [i, arc] : inside)
        upper[arc] = arcs[i].cents - roundBy[i];
    lemon::NetworkSimplex<lemon::SmartDigraph, std::int64_t, std::int64_t> simplex(graph);
    simplex.upperMap(upper).costMap(cost);
    simplex.run();
    for (const auto& [i, arc] : inside)
        roundBy[i] += simplex.flow(arc);
}

} // namespace

Circulation circulationOf(const std::vector<FlowArc>& arcs, std::uint32_t places)
{
    Circulation circulation;
    circulation.roundBy = paidBackAndForth(arcs);
    addMaximum(arcs, places, circulation.roundBy);
    std::vector<std::int64_t> paidMore(places, 0);
    for (std::size_t i = 0; i < arcs.size(); ++i) {
        circulation.gross += arcs[i].cents;
        circulation.round += circulation.roundBy[i];
        paidMore[arcs[i].from] += arcs[i].cents;
        paidMore[arcs[i].to] -= arcs[i].cents;
    }
    for (const std::int64_t more : paidMore)
        circulation.outside += std::max<std::int64_t>(0, more);
    return circulation;
}

} // namespace ochain
