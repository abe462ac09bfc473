// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bench/results.h"
#include "bench/window/bulk.h"
#include "bench/window/repaint_clock.h"
#include "bench/window/repaints.h"
#include "bench/window/starts.h"
#include "document/document.h"

#include <QFile>
#include <QTemporaryDir>

#include <cstdlib>
#include <exception>
#include <filesystem>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace {

using namespace ochain::bench;
namespace fs = std::filesystem;

constexpr double kMaxStartRatio = 2;     ///< over a bare window of Qt Charts
constexpr double kMaxOpeningRatio = 1.5; ///< over load and rollups alone
constexpr double kMaxRepaintMs = 16;     ///< one picture of a screen at 60 Hz
constexpr int kPastedRows = 10'000;
constexpr double kMaxPasteMs = 1000;
constexpr double kMaxStillMs = 100;

struct Programs {
    fs::path bench, ochain, bare, plugins;
};

/// A copy of a chain in a folder of its own, so that nothing measured is changed.
class Copy {
public:
    explicit Copy(const fs::path& file)
    {
        const QString copy = m_folder.filePath(QStringLiteral("chain.ochain"));
        if (!m_folder.isValid() || !QFile::copy(QString::fromStdString(file.string()), copy))
            throw std::runtime_error(fmt::format("{} cannot be copied", file.string()));
        m_file = copy.toStdString();
    }
    [[nodiscard]] const std::string& file() const noexcept { return m_file; }
    [[nodiscard]] fs::path home() const { return fs::path(m_folder.path().toStdString()) / "home"; }
    [[nodiscard]] QString settings() const { return m_folder.filePath(QStringLiteral("settings.ini")); }

private:
    QTemporaryDir m_folder;
    std::string m_file;
};

/// Two things in turn, now this one first, now that; their medians, and the median of the ratios pair by pair.
struct Pairs {
    std::vector<double> ours, theirs, ratios, processorRatios;

    template <class Ours, class Theirs>
    void take(int times, const Ours& ourStart, const Theirs& theirStart)
    {
        for (int time = 0; time < times; ++time) {
            const bool isOursFirst = time % 2 == 0;
            Start our = isOursFirst ? ourStart() : Start();
            const Start their = theirStart();
            if (!isOursFirst)
                our = ourStart();
            ours.push_back(our.wallMs);
            theirs.push_back(their.wallMs);
            ratios.push_back(our.wallMs / their.wallMs);
            processorRatios.push_back(our.processorMs / their.processorMs);
        }
    }
};

/// @param name  of what is measured, in JSON
std::vector<Result> resultsOf(const Pairs& pairs, const std::string& name, const std::string& yardstick, double most)
{
    return {{name + "_ms", "process start to the first chart, ms", quantile(pairs.ours, 0.5), {}},
            {yardstick + "_ms", "  its yardstick, ms", quantile(pairs.theirs, 0.5), {}},
            {name + "_ratio", "  ratio, pair by pair, median", quantile(pairs.ratios, 0.5), most},
            {name + "_ratio_p90", "  ratio, pair by pair, 90 of 100", quantile(pairs.ratios, 0.9), {}},
            {name + "_cpu_ratio", "  ratio of processor time", quantile(pairs.processorRatios, 0.5), {}}};
}

std::vector<Result> measureStart(const Programs& programs, const Copy& copy, int times)
{
    const auto ours = [&] {
        return startToFirstChart({programs.ochain.string(), copy.file()}, programs.plugins, copy.home());
    };
    const auto bare = [&] { return startToFirstChart({programs.bare.string()}, programs.plugins, copy.home()); };
    (void)ours(); // what the system reads from the disk once
    (void)bare();
    Pairs pairs;
    pairs.take(times, ours, bare);
    return resultsOf(pairs, "start", "bare_start", kMaxStartRatio);
}

/// The window on a chain beside the bare load of that chain and its rollups, each in a process of its own.
std::vector<Result> measureOpening(const Programs& programs, const Copy& copy, int times)
{
    const auto ours = [&] {
        return startToFirstChart({programs.ochain.string(), copy.file()}, programs.plugins, copy.home());
    };
    const auto load = [&] { return startToEnd({programs.bench.string(), "--only-load", copy.file()}); };
    (void)load();
    Pairs pairs;
    pairs.take(times, ours, load);
    return resultsOf(pairs, "opening", "load_rollup", kMaxOpeningRatio);
}

std::vector<Result> measureSteps(int& argc, char** argv, const Copy& copy, int times, Steps which)
{
    RepaintClock clock(argc, argv);
    std::vector<Result> results;
    for (const Repaints& each :
         measureRepaints(clock, QString::fromStdString(copy.file()), copy.settings(), times, which)) {
        results.push_back({each.name, each.text + ", ms", quantile(each.milliseconds, 0.5), kMaxRepaintMs});
        results.push_back({each.name + "_p90", "  90 of 100", quantile(each.milliseconds, 0.9), {}});
    }
    return results;
}

std::vector<Result> measureBulk(int& argc, char** argv, const Copy& copy, int times)
{
    RepaintClock clock(argc, argv);
    const Pastes pastes =
        measurePastes(clock, QString::fromStdString(copy.file()), copy.settings(), kPastedRows, times);
    return {
        {"paste_ms", fmt::format("{} rows pasted, ms", kPastedRows), quantile(pastes.milliseconds, 0.5), kMaxPasteMs},
        {"paste_still_ms", "  the window stood still at most", quantile(pastes.longestStill, 1.0), kMaxStillMs}};
}

void print(const std::vector<Result>& results, bool asJson)
{
    if (asJson) {
        nlohmann::ordered_json json;
        for (const Result& result : results)
            json[result.name] = result.value;
        fmt::print("{}\n", json.dump(2));
        return;
    }
    printTable(results);
}

int onlyLoad(const std::string& file)
{
    const auto session = ochain::Document::openSession(file);
    // A process that ends gives its memory back at once; taking the chain apart row by row is not part of loading it.
    std::_Exit(session ? EXIT_SUCCESS : EXIT_FAILURE);
}

} // namespace

int main(int argc, char** argv)
{
    CLI::App app("Times of the real window: its start beside a bare one, and from each key to the last painting");
    std::string file, load;
    int times = 15;
    bool asJson = false, isStart = false, isOpening = false, isSteps = false, isSlider = false, isBulk = false;
    app.add_option("FILE", file, "a chain; the shipped one unless given")->check(CLI::ExistingFile);
    app.add_flag("--start", isStart, "the start beside a bare window of Qt Charts");
    app.add_flag("--opening", isOpening, "the start beside load and rollups alone, for large chains");
    app.add_flag("--steps", isSteps, "edits, selections and steps in time");
    app.add_flag("--slider", isSlider, "steps of a slider of What if alone");
    app.add_flag("--bulk", isBulk, "a block of 10,000 rows pasted into the deals, for large chains");
    app.add_option("--times", times, "how often each")->check(CLI::Range(1, 1000));
    app.add_flag("--json", asJson, "print JSON");
    app.add_option("--only-load", load, "load this chain and roll it up, and nothing else")->group("");
    CLI11_PARSE(app, argc, argv);
    if (!load.empty())
        return onlyLoad(load);
    try {
        const fs::path self = fs::canonical("/proc/self/exe");
        const Programs programs{self, OCHAIN_PROGRAM, OCHAIN_BARE_WINDOW, OCHAIN_BENCH_PLUGINS};
        const Copy copy(file.empty() ? fs::path(OCHAIN_SHIPPED) : fs::path(file));
        const bool isAll = !isStart && !isOpening && !isSteps && !isSlider && !isBulk;
        std::vector<Result> results;
        const auto add = [&results](std::vector<Result> more) {
            results.insert(results.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
        };
        if (isStart || isAll)
            add(measureStart(programs, copy, times));
        if (isOpening)
            add(measureOpening(programs, copy, times));
        if (isSteps || isAll)
            add(measureSteps(argc, argv, copy, times, Steps::All));
        else if (isSlider)
            add(measureSteps(argc, argv, copy, times, Steps::Slider));
        if (isBulk)
            add(measureBulk(argc, argv, copy, times));
        print(results, asJson);
        return EXIT_SUCCESS;
    } catch (const std::exception& failed) {
        fmt::print(stderr, "ochain-bench-window: {}\n", failed.what());
        return EXIT_FAILURE;
    }
}
