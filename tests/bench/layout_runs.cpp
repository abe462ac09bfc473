// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bench/layout_runs.h"

#include <algorithm>
#include <array>
#include <ctime>
#include <fstream>
#include <string>
#include <unordered_map>
#include <vector>

#include <nlohmann/json.hpp>

namespace ochain::bench {

using namespace layout;

std::optional<Graph> readGraph(const std::filesystem::path& file)
{
    std::ifstream in(file);
    if (!in)
        return {};
    const nlohmann::json json = nlohmann::json::parse(in);
    Graph graph;
    graph.columns = json.value("columns", 0);
    std::unordered_map<std::string, std::uint32_t> index;
    for (const auto& node : json["nodes"]) {
        index.emplace(node["id"].dump(), static_cast<std::uint32_t>(graph.nodes.size()));
        graph.nodes.push_back({node["column"].get<int>()});
    }
    for (const auto& link : json["links"])
        graph.links.push_back(
            {index.at(link["source"].dump()), index.at(link["target"].dump()), link["value"].get<double>()});
    return graph;
}

Run timed(const Graph& graph, const Options& options)
{
    std::array<Run, 3> runs;
    for (Run& run : runs) {
        const std::clock_t own = std::clock();
        const auto start = std::chrono::steady_clock::now();
        run.layout = layoutFlow(graph, options);
        run.milliseconds = std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
        run.ownMilliseconds = 1000.0 * static_cast<double>(std::clock() - own) / CLOCKS_PER_SEC;
    }
    std::sort(runs.begin(), runs.end(), [](const Run& a, const Run& b) { return a.milliseconds < b.milliseconds; });
    return runs[1];
}

Graph smallLayered(unsigned percent, std::mt19937& random)
{
    Graph graph;
    graph.columns = 2 + static_cast<int>(random() % 9);
    std::vector<std::vector<std::uint32_t>> nodes(static_cast<std::size_t>(graph.columns));
    for (int c = 0; c < graph.columns; ++c) {
        for (auto i = 9 + random() % 4; i > 0; --i) {
            nodes[static_cast<std::size_t>(c)].push_back(static_cast<std::uint32_t>(graph.nodes.size()));
            graph.nodes.push_back({c});
        }
    }
    for (std::size_t c = 0; c + 1 < nodes.size(); ++c) {
        for (const std::uint32_t a : nodes[c]) {
            for (const std::uint32_t b : nodes[c + 1]) {
                if (random() % 100 < percent)
                    graph.links.push_back({a, b, 1.0 + static_cast<double>(random() % 20)});
            }
        }
    }
    return graph;
}

namespace {

std::uint32_t anyOf(std::size_t size, std::mt19937& random)
{
    return static_cast<std::uint32_t>(random() % size);
}

void addForwardLink(Graph& graph, std::uint32_t node, std::mt19937& random)
{
    const double value = graph.links[anyOf(graph.links.size(), random)].value;
    while (true) {
        const std::uint32_t other = anyOf(graph.nodes.size(), random);
        const int step = *graph.nodes[other].column - *graph.nodes[node].column;
        if (step == 0)
            continue;
        graph.links.push_back(step > 0 ? Link{node, other, value} : Link{other, node, value});
        return;
    }
}

void removeNode(Edit& edit, std::uint32_t gone)
{
    edit.graph.nodes.erase(edit.graph.nodes.begin() + gone);
    edit.node.erase(edit.node.begin() + gone);
    std::vector<Link>& links = edit.graph.links;
    links.erase(
        std::remove_if(links.begin(), links.end(), [&](const Link& l) { return l.source == gone || l.target == gone; }),
        links.end());
    for (Link& link : links) {
        link.source -= link.source > gone ? 1 : 0;
        link.target -= link.target > gone ? 1 : 0;
    }
}

} // namespace

Edit edited(const Graph& graph, Edit::Kind kind, std::mt19937& random)
{
    Edit edit{graph, {}};
    for (std::uint32_t n = 0; n < graph.nodes.size(); ++n)
        edit.node.emplace_back(n);
    const std::uint32_t link = anyOf(graph.links.size(), random);
    switch (kind) {
    case Edit::Kind::LinkTripled:
        edit.graph.links[link].value *= 3;
        break;
    case Edit::Kind::LinkTenfold:
        edit.graph.links[link].value *= 10;
        break;
    case Edit::Kind::LinkRemoved:
        edit.graph.links.erase(edit.graph.links.begin() + link);
        break;
    case Edit::Kind::LinkAdded:
        addForwardLink(edit.graph, anyOf(graph.nodes.size(), random), random);
        break;
    case Edit::Kind::NodeRemoved:
        removeNode(edit, anyOf(graph.nodes.size(), random));
        break;
    case Edit::Kind::NodeAdded:
        edit.graph.nodes.push_back({static_cast<int>(random() % 8)});
        edit.node.emplace_back();
        for (int i = 0; i < 5; ++i)
            addForwardLink(edit.graph, static_cast<std::uint32_t>(graph.nodes.size()), random);
    }
    return edit;
}

} // namespace ochain::bench
