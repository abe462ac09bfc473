// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "graphs.h"

#include <algorithm>
#include <cmath>

namespace ochain::test {

using namespace layout;

std::uint32_t below(std::uint32_t end, std::mt19937& random)
{
    return static_cast<std::uint32_t>((static_cast<std::uint64_t>(random()) * end) >> 32U);
}

namespace {

double randomValue(bool wild, std::mt19937& random)
{
    if (!wild)
        return 1 + below(20, random);
    if (below(8, random) == 0)
        return 0;
    return std::pow(10.0, static_cast<double>(below(13, random)) - 6) * (1 + below(9, random));
}

} // namespace

Graph randomGraph(const GraphRecipe& recipe, std::mt19937& random)
{
    Graph graph;
    graph.columns = recipe.columns;
    graph.nodes.resize(recipe.nodes);
    const auto columns = static_cast<std::uint32_t>(recipe.columns);
    for (std::uint32_t n = 0; n < recipe.nodes && columns > 0; ++n)
        graph.nodes[n].column = static_cast<int>(n < columns ? n : below(columns, random));
    const std::uint32_t attempts = recipe.nodes > 0 ? recipe.links * 20 : 0;
    for (std::uint32_t i = 0; i < attempts && graph.links.size() < recipe.links; ++i) {
        const std::uint32_t source = below(recipe.nodes, random);
        const std::uint32_t target = below(recipe.nodes, random);
        if (columns > 0 && recipe.isForward) {
            const int step = *graph.nodes[target].column - *graph.nodes[source].column;
            if (step < 1 || (step > 1 && !recipe.passesColumns))
                continue;
        }
        graph.links.push_back({source, target, randomValue(recipe.wild, random)});
    }
    return graph;
}

} // namespace ochain::test
