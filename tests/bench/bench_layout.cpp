// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bench/layout_runs.h"
#include "bench/optimum.h"

#include "layout/columns.h"
#include "layout/layered.h"

#include "layout_check.h"

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <random>
#include <string>
#include <vector>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

using namespace ochain::bench;
using namespace ochain::layout;
using Microseconds = std::chrono::microseconds;

namespace {

/// What others reach on a graph: weighted crossings and times, medians of several runs on two shared cores, all from
/// the table that comes with the graphs (d3-sankey with 6 and 32 rounds, ECharts 6, d3-sankey-circular).
struct Peers {
    const char* graph;
    double d3 = 0;
    Microseconds d3Time{};
    double d3Long = 0; ///< 32 rounds
    double echarts = 0;
    Microseconds echartsTime{};
    double circular = 0;
    Microseconds circularTime{};

    [[nodiscard]] double best() const { return std::min({d3, d3Long, echarts, circular}); }
};

const std::vector<Peers> kPeers{
    {"sankey_50_200", 1'840'264, Microseconds(3'600), 1'741'285, 2'233'529, Microseconds(1'700), 3'109'288,
     Microseconds(11'700)},
    {"sankey_200_1000", 43'482'749, Microseconds(34'000), 48'459'607, 45'767'198, Microseconds(9'000), 89'126'678,
     Microseconds(147'000)},
    {"sankey_500_3000", 466'720'839, Microseconds(165'000), 443'145'750, 413'913'099, Microseconds(48'000), 703'490'209,
     Microseconds(2'254'000)},
    {"sankey_2000_10000", 5'349'622'868, Microseconds(1'220'000), 5'240'846'137, 5'086'634'207, Microseconds(139'000),
     8'076'266'683, Microseconds(51'413'000)},
};

Run within(const Graph& graph, Microseconds budget)
{
    Options options;
    options.budget = budget;
    return timed(graph, options);
}

constexpr double kShare = 0.85;              ///< of the peer's time that is asked for: less than it took ...
constexpr std::int64_t kLongest = 2'000'000; ///< ... and no more than two seconds

/// One line: how far below a peer in how much of its time.
void printAgainst(const std::string& name, const Graph& graph, const char* peer, double crossings, Microseconds time)
{
    const auto budget = std::min(kLongest, static_cast<std::int64_t>(kShare * static_cast<double>(time.count())));
    const Run run = within(graph, Microseconds(budget));
    const double ours = run.layout.quality.weighted;
    const double theirs = static_cast<double>(time.count()) / 1000;
    fmt::print("{:<21} {:<20} {:>11.0f} {:>8.1f} | {:>11.0f} {:>8.1f} {:>8.1f} | {:>6.3f} {:>6.2f} | {} | {}\n", name,
               peer, crossings, theirs, ours, run.milliseconds, run.ownMilliseconds, ours / crossings,
               run.milliseconds / theirs, ours < crossings ? "below" : "NOT BELOW",
               ochain::test::flaws(graph, run.layout).empty() ? "sound" : "FLAWED");
}

void printAgainstPeers(const std::filesystem::path& folder)
{
    fmt::print("{:<21} {:<20} {:>11} {:>8} | {:>11} {:>8} {:>8} | {:>6} {:>6}\n", "crossings, ms", "peer", "its",
               "time", "ours", "time", "own time", "ratio", "time");
    for (const Peers& peers : kPeers) {
        const std::string name(peers.graph);
        if (const auto graph = readGraph(folder / (name + ".json"))) {
            printAgainst(name, *graph, "best, in d3's time", peers.best(), peers.d3Time);
            printAgainst(name, *graph, "ECharts", peers.echarts, peers.echartsTime);
        } else {
            fmt::print("{:<22} not found\n", name);
        }
        if (const auto graph = readGraph(folder / (name + "_cyc.json")))
            printAgainst(name + "_cyc", *graph, "d3-sankey-circular", peers.circular, peers.circularTime);
    }
    if (const auto graph = readGraph(folder / "sankey_50_200.json"))
        printAgainst("sankey_50_200", *graph, "best, in 16 ms", kPeers.front().best(), Microseconds(16'000));
    if (const auto graph = readGraph(folder / "energy.json"))
        printAgainst("energy", *graph, "plain sifting, 1 s", 246'557.5, Microseconds(1'000'000));
}

void printUnlimited(const std::filesystem::path& folder)
{
    fmt::print("\n{:<22} {:>13} {:>9} {:>13}\n", "without a budget", "crossings", "ms", "bound");
    for (const char* name : {"sankey_50_200", "sankey_200_1000", "sankey_500_3000", "sankey_2000_10000", "energy"}) {
        if (const auto graph = readGraph(folder / (std::string(name) + ".json"))) {
            const Run run = timed(*graph, {});
            fmt::print("{:<22} {:>13.0f} {:>9.1f} {:>13.0f}\n", name, run.layout.quality.weighted, run.milliseconds,
                       run.layout.quality.bound);
        }
    }
}

/// A row of edits, each to the layout before, against fresh layouts without a budget.
void printEdits(const Graph& graph, const Layout& before, const char* name, Edit::Kind kind, int count)
{
    std::mt19937 random(1);
    double slowest = 0;
    double sum = 0;
    double worst = 0;
    int within = 0;
    double moved = 0;
    for (int i = 0; i < count; ++i) {
        const Edit edit = edited(graph, kind, random);
        Options options;
        options.previous = Previous{&before, edit.node};
        const Run run = timed(edit.graph, options);
        const double fresh = layoutFlow(edit.graph).quality.weighted;
        const double ratio = run.layout.quality.weighted / fresh;
        slowest = std::max(slowest, run.milliseconds);
        worst = std::max(worst, ratio);
        within += ratio <= 1.05 ? 1 : 0;
        sum += ratio;
        moved += run.layout.quality.moved;
    }
    fmt::print("{:<22} {:>9.2f} {:>9.4f} {:>9.4f} {:>6}/{} {:>9.5f}\n", name, slowest, sum / count, worst, within,
               count, moved / count);
}

void printStable(const std::filesystem::path& folder, int count)
{
    const std::optional<Graph> graph = readGraph(folder / "sankey_200_1000.json");
    if (!graph)
        return;
    const Layout before = layoutFlow(*graph);
    fmt::print("\n{:<22} {:>9} {:>9} {:>9} {:>9} {:>9}\n", "200/1000, one edit", "ms, most", "crossings", "worst",
               "<= 1.05", "moved");
    printEdits(*graph, before, "link three times", Edit::Kind::LinkTripled, count);
    printEdits(*graph, before, "link ten times", Edit::Kind::LinkTenfold, count);
    printEdits(*graph, before, "link removed", Edit::Kind::LinkRemoved, count);
    printEdits(*graph, before, "link added", Edit::Kind::LinkAdded, count);
    printEdits(*graph, before, "node removed", Edit::Kind::NodeRemoved, count);
    printEdits(*graph, before, "node with 5 links", Edit::Kind::NodeAdded, count);
}

/// A node is dragged down its column, a frame at a time, and the rest is laid anew around it.
void printDrag(const std::filesystem::path& folder)
{
    const std::optional<Graph> graph = readGraph(folder / "sankey_200_1000.json");
    if (!graph)
        return;
    Layout frame = layoutFlow(*graph);
    double slowest = 0;
    double sum = 0;
    constexpr int kFrames = 100;
    for (int i = 0; i < kFrames; ++i) {
        Options options;
        Previous previous{&frame, {}, false};
        for (std::uint32_t n = 0; n < graph->nodes.size(); ++n)
            previous.node.emplace_back(n);
        options.previous = previous;
        options.pins = {{0, {}, frame.height * i / kFrames}};
        const Run run = timed(*graph, options);
        slowest = std::max(slowest, run.milliseconds);
        sum += run.milliseconds;
        frame = run.layout;
    }
    fmt::print("\n200/1000, a node dragged: {:.2f} ms a frame, {:.2f} at most; crossings at the end {:.0f}\n",
               sum / kFrames, slowest, frame.quality.weighted);
}

/// Small random layered graphs against the optimum, of those that are solved to proof.
void printSmall(int count, int seconds)
{
    std::mt19937 random(2026);
    double sum = 0;
    int exact = 0;
    int solved = 0;
    int byItself = 0;
    double milliseconds = 0;
    for (int i = 0; i < count; ++i) {
        const Graph graph = smallLayered(8 + static_cast<unsigned>(random() % 13), random);
        const auto start = std::chrono::steady_clock::now();
        const Quality quality = layoutFlow(graph).quality;
        milliseconds += std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
        byItself += quality.optimal ? 1 : 0;
        const Layered layered = makeLayered(graph, findColumns(graph), static_cast<std::uint32_t>(graph.columns));
        const std::optional<double> least =
            provenOptimum(layered, quality.weighted, seconds, std::filesystem::temp_directory_path());
        if (!least)
            continue;
        ++solved;
        exact += quality.weighted <= *least * (1 + 1e-9) ? 1 : 0;
        sum += *least > 0 ? quality.weighted / *least : 1;
    }
    fmt::print(
        "\n{} small layered graphs, {:.0f} ms each: {} solved to proof in {} s, of these {} met exactly, {:.5f} of "
        "the optimum on average; {} proven by the layout itself\n",
        count, milliseconds / count, solved, seconds, exact, solved > 0 ? sum / solved : 0.0, byItself);
}

} // namespace

int main(int argc, char** argv)
{
    CLI::App app("Flow layout against the figures of other Sankey makers, its own fresh layouts and the optimum");
    std::string folder;
    int small = 0;
    int seconds = 10;
    int edits = 20;
    app.add_option("--graphs", folder, "Folder with the graphs (sankey_50_200.json and so on)")->required();
    app.add_option("--edits", edits, "Edits of each kind, each against a fresh layout")->capture_default_str();
    app.add_option("--small", small, "Also so many small random graphs, whose optimum `clasp` proves");
    app.add_option("--seconds", seconds, "For each of these proofs")->capture_default_str();
    CLI11_PARSE(app, argc, argv);
    printAgainstPeers(folder);
    printUnlimited(folder);
    printDrag(folder);
    if (edits > 0)
        printStable(folder, edits);
    if (small > 0)
        printSmall(small, seconds);
    return 0;
}
