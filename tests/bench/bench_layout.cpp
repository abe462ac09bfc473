// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "layout/flow_layout.h"

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <optional>
#include <random>
#include <string>
#include <unordered_map>
#include <vector>

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

using namespace ochain::layout;
using Json = nlohmann::json;
using Microseconds = std::chrono::microseconds;

namespace {

/// What others reach on a graph, as published beside the graphs: the least weighted crossings of any of them, and the
/// times of two.
struct Peers {
    const char* graph;
    double best = 0;
    Microseconds d3{};      ///< d3-sankey, 6 rounds
    Microseconds echarts{}; ///< ECharts 6
    double echartsCrossings = 0;
};

const std::vector<Peers> kPeers{
    {"sankey_50_200", 1'741'285, Microseconds(3'600), Microseconds(1'700), 2'233'529},
    {"sankey_200_1000", 43'482'749, Microseconds(34'000), Microseconds(9'000), 45'767'198},
    {"sankey_500_3000", 413'913'099, Microseconds(165'000), Microseconds(48'000), 413'913'099},
    {"sankey_2000_10000", 5'086'634'207, Microseconds(1'220'000), Microseconds(139'000), 5'086'634'207},
};

std::optional<Graph> readGraph(const std::filesystem::path& file)
{
    std::ifstream in(file);
    if (!in)
        return {};
    const Json json = Json::parse(in);
    Graph graph;
    graph.columns = json.value("columns", 0);
    std::unordered_map<std::string, std::uint32_t> index;
    for (const Json& node : json["nodes"]) {
        index.emplace(node["id"].dump(), static_cast<std::uint32_t>(graph.nodes.size()));
        graph.nodes.push_back({node["column"].get<int>()});
    }
    for (const Json& link : json["links"])
        graph.links.push_back(
            {index.at(link["source"].dump()), index.at(link["target"].dump()), link["value"].get<double>()});
    return graph;
}

struct Run {
    Layout layout;
    double milliseconds = 0;
};

Run timed(const Graph& graph, const Options& options)
{
    const auto start = std::chrono::steady_clock::now();
    Run run;
    run.layout = layoutFlow(graph, options);
    run.milliseconds = std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
    return run;
}

Run within(const Graph& graph, Microseconds budget)
{
    Options options;
    options.budget = budget;
    return timed(graph, options);
}

void printAgainstPeers(const std::filesystem::path& folder)
{
    fmt::print("{:<22} {:>16} | {:>16} {:>8} | {:>16} {:>8} | {:>16} {:>8} | {}\n", "weighted crossings, ms",
               "best peer", "d3's time", "", "ECharts' time", "", "no budget", "", "below the peers");
    for (const Peers& peers : kPeers) {
        for (const char* suffix : {"", "_cyc"}) {
            const std::string name = std::string(peers.graph) + suffix;
            const std::optional<Graph> graph = readGraph(folder / (name + ".json"));
            if (!graph) {
                fmt::print("{:<22} not found\n", name);
                continue;
            }
            const Run d3 = within(*graph, peers.d3);
            const Run echarts = within(*graph, peers.echarts);
            const Run free = timed(*graph, {});
            const bool isBelow =
                d3.layout.quality.weighted < peers.best && echarts.layout.quality.weighted < peers.echartsCrossings;
            fmt::print("{:<22} {:>16.0f} | {:>16.0f} {:>8.1f} | {:>16.0f} {:>8.1f} | {:>16.0f} {:>8.1f} | {}\n", name,
                       peers.best, d3.layout.quality.weighted, d3.milliseconds, echarts.layout.quality.weighted,
                       echarts.milliseconds, free.layout.quality.weighted, free.milliseconds, isBelow ? "yes" : "NO");
        }
    }
}

void printEnergy(const std::filesystem::path& folder)
{
    if (const std::optional<Graph> graph = readGraph(folder / "energy.json")) {
        const Run run = within(*graph, std::chrono::seconds(1));
        fmt::print("energy.json within 1 s: {:.3f} (to reach 246557), {:.0f} ms\n", run.layout.quality.weighted,
                   run.milliseconds);
    }
}

/// One link changed in stable mode: time, crossings against a fresh layout in the time of the table above.
void printStable(const std::filesystem::path& folder)
{
    const std::optional<Graph> graph = readGraph(folder / "sankey_200_1000.json");
    if (!graph)
        return;
    const Layout before = layoutFlow(*graph);
    double slowest = 0;
    double sum = 0;
    double worst = 0;
    constexpr int kRuns = 50;
    std::mt19937 random(1);
    for (int i = 0; i < kRuns; ++i) {
        Graph changed = *graph;
        changed.links[random() % changed.links.size()].value *= 3;
        changed.links.erase(changed.links.begin() + static_cast<std::ptrdiff_t>(random() % changed.links.size()));
        Options options;
        options.previous = Previous{&before, {}};
        for (std::uint32_t n = 0; n < changed.nodes.size(); ++n)
            options.previous->node.emplace_back(n);
        const Run run = timed(changed, options);
        slowest = std::max(slowest, run.milliseconds);
        sum += run.milliseconds;
        worst = std::max(worst, run.layout.quality.weighted / layoutFlow(changed).quality.weighted);
    }
    fmt::print(
        "200/1000, links changed, order kept: {:.2f} ms on average, {:.2f} at most; crossings {:.3f} of a fresh layout at worst\n",
        sum / kRuns, slowest, worst);
}

Graph smallLayered(std::mt19937& random)
{
    Graph graph;
    const int columns = 2 + static_cast<int>(random() % 9);
    std::vector<std::vector<std::uint32_t>> nodes(static_cast<std::size_t>(columns));
    for (int c = 0; c < columns; ++c) {
        for (auto i = 9 + random() % 4; i > 0; --i) {
            nodes[static_cast<std::size_t>(c)].push_back(static_cast<std::uint32_t>(graph.nodes.size()));
            graph.nodes.push_back({c});
        }
    }
    const auto percent = 10 + random() % 30;
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

/// Small random layered graphs against what a search of twenty times the work finds.
void printSmall(int count)
{
    std::mt19937 random(2026);
    double sum = 0;
    double milliseconds = 0;
    int exact = 0;
    for (int i = 0; i < count; ++i) {
        const Graph graph = smallLayered(random);
        const Run run = timed(graph, {});
        Options longer;
        longer.budget = std::chrono::seconds(10);
        const double best = std::min(layoutFlow(graph, longer).quality.weighted, run.layout.quality.weighted);
        const double ratio = best > 0 ? run.layout.quality.weighted / best : 1.0;
        sum += ratio;
        milliseconds += run.milliseconds;
        exact += ratio < 1 + 1e-9 ? 1 : 0;
    }
    fmt::print("{} small layered graphs: {:.5f} of the best known on average, {} equal to it, {:.0f} ms each\n", count,
               sum / count, exact, milliseconds / count);
}

} // namespace

int main(int argc, char** argv)
{
    CLI::App app("Flow layout against the figures of other Sankey makers");
    std::string folder;
    int small = 0;
    app.add_option("--graphs", folder, "Folder with the graphs (sankey_50_200.json and so on)")->required();
    app.add_option("--small", small, "Also so many small random graphs, up to ten seconds each");
    CLI11_PARSE(app, argc, argv);
    printAgainstPeers(folder);
    printEnergy(folder);
    printStable(folder);
    if (small > 0)
        printSmall(small);
    return 0;
}
