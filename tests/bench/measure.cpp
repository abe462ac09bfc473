// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bench/measure.h"

#include "bench/array_loop.h"
#include "bench/bare_file.h"
#include "bench/compare_runs.h"
#include "bench/explain_runs.h"
#include "bench/failure_runs.h"
#include "bench/generate.h"
#include "bench/network_runs.h"
#include "bench/results.h"
#include "chain/edit_builder.h"
#include "rollups/snapshot.h"
#include "store/store.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <memory>
#include <optional>
#include <stdexcept>
#include <utility>

#include <sys/wait.h>
#include <unistd.h>

#include <fmt/format.h>

namespace ochain::bench {
namespace {

namespace fs = std::filesystem;

constexpr double kMaxLoadRatio = 2.5;
constexpr double kMaxRollupRatio = 2.5;
constexpr double kMaxEditMedianUs = 10;
constexpr double kMaxEditP99Us = 100;
constexpr double kMaxSnapshotUs = 1000;
constexpr double kMaxNextEditMedianUs = 250;
constexpr double kMaxNextEditP99Us = 2000;
constexpr double kMaxCommitRatio = 2;
constexpr double kMaxPeakMb = 1000;
constexpr std::size_t kCommits = 200;

[[noreturn]] void fail(const std::string& why)
{
    throw std::runtime_error(why); // main() tells it, and its folder goes
}

void failWith(const char* what, const Problems& problems)
{
    if (!problems.empty())
        fail(fmt::format("{}: {}", what, problems.front().text()));
}

template <class T>
T must(const char* what, ochain::Result<T> result)
{
    if (!result)
        fail(fmt::format("{}: {}", what, result.error().message()));
    if constexpr (!std::is_void_v<T>)
        return std::move(*result);
}

Loaded loadFrom(Store& store)
{
    Loaded loaded = must("load", store.load());
    failWith("load", loaded.problems);
    return loaded;
}

/// How often to repeat what takes long with many deals.
int repetitions(std::uint32_t deals)
{
    return deals > 300'000 ? 5 : deals > 30'000 ? 9 : 21;
}

Changed mustApply(Rollups& rollups, Chain& chain, Edit edit)
{
    auto changed = rollups.apply(chain, std::move(edit));
    if (!changed)
        failWith("an edit is refused", changed.error());
    return std::move(*changed);
}

class Bench {
public:
    explicit Bench(const Setup& setup) : m_setup(setup), m_file(setup.folder / "bench.ochain") {}

    std::vector<Result> run()
    {
        generate();
        measureLoad();
        measureRollup();
        measureAnalyses();
        measureEdits();
        measureSnapshots();
        measureCommits();
        measureMemory();
        return std::move(m_results);
    }

private:
    void add(const char* name, const char* text, double value, std::optional<double> target = std::nullopt)
    {
        m_results.push_back({name, text, value, target});
    }

    void generate()
    {
        Chain chain;
        failWith("generating", generateChain(m_setup.deals, m_setup.seed, chain));
        add("deals", "deals", static_cast<double>(chain.size(Table::Deals)));
        add("nodes", "nodes", static_cast<double>(chain.size(Table::Nodes)));
        add("tranches", "tranches", static_cast<double>(chain.size(Table::Tranches)));
        must("creating the file", Store::create(m_file, chain));
        add("file_mb", "file, MB", static_cast<double>(fs::file_size(m_file)) / 1e6);
    }

    void measureLoad()
    {
        Samples scans, loads;
        std::uint64_t checksum = 0;
        for (int i = 0; i < repetitions(m_setup.deals); ++i) {
            scans.take([&] { checksum = BareFile(m_file).scan().checksum; });
            std::unique_ptr<Store> store;
            Loaded loaded;
            loads.take([&] {
                store = must("open", Store::open(m_file, Store::Access::ReadOnly));
                loaded = loadFrom(*store);
            });
            m_chain = std::move(loaded.chain);
        }
        if (checksum == 0)
            fail("the scan has read nothing");
        const double scan = quantile(scans.seconds, 0.5);
        const double load = quantile(loads.seconds, 0.5);
        add("scan_ms", "bare SQLite scan of all columns, ms", scan * 1e3);
        add("load_ms", "open, load and check, ms", load * 1e3);
        add("scan_cpu_ms", "  processor time of the scan, ms", quantile(scans.processor, 0.5) * 1e3);
        add("load_cpu_ms", "  processor time of the load, all threads, ms", quantile(loads.processor, 0.5) * 1e3);
        add("load_ratio", "  over the scan", load / scan, kMaxLoadRatio);
    }

    void measureRollup()
    {
        ArrayLoop loop(m_chain);
        Samples loops, rollups;
        for (int i = 0; i < repetitions(m_setup.deals); ++i) {
            loops.take([&] { loop.run(); });
            m_rollups = Rollups(); // what a window does at its start; and one alone is held at a time
            rollups.take([&] { m_rollups.compute(m_chain, Lens()); });
        }
        const std::size_t step = std::max<std::size_t>(1, m_setup.deals / 100'000); // all groups up to 100 000 deals
        if (!loop.agreesWith(m_rollups, step))
            fail("the rollups are not what the bare loop gives");
        const double bare = quantile(loops.seconds, 0.5);
        const double rollup = quantile(rollups.seconds, 0.5);
        add("loop_ms", "bare array loop, 1 thread, ms", bare * 1e3);
        add("rollup_ms", "full rollup, ms", rollup * 1e3);
        add("loop_cpu_ms", "  processor time of the loop, ms", quantile(loops.processor, 0.5) * 1e3);
        add("rollup_cpu_ms", "  processor time of the rollup, all threads, ms", quantile(rollups.processor, 0.5) * 1e3);
        add("rollup_ratio", "  over the loop", rollup / bare, kMaxRollupRatio);
        add("rollup_mb", "rollups held, MB", static_cast<double>(m_rollups.memory()) / 1e6);
    }

    void measureAnalyses()
    {
        for (Result& result : measureExplain(m_chain, m_rollups))
            m_results.push_back(std::move(result));
        for (Result& result : measureCompare(m_chain))
            m_results.push_back(std::move(result));
        for (Result& result : measureNetworks({m_chain, m_rollups}))
            m_results.push_back(std::move(result));
        for (Result& result : measureFailures({m_chain, m_rollups}))
            m_results.push_back(std::move(result));
    }

    void measureEdits()
    {
        EditDrawer drawer(m_setup.seed + 1);
        std::vector<double> times;
        std::size_t moved = 0;
        for (std::size_t i = 0; i < m_setup.edits; ++i) {
            Edit edit = drawer.draw(m_chain);
            times.push_back(secondsOf([&] { moved += mustApply(m_rollups, m_chain, std::move(edit)).items.size(); }));
            if (m_rollups.lastStats().wasFull)
                fail("an edit of an amount or a date computed everything anew");
        }
        if (!equalsFromScratch())
            fail("after the edits the figures are not those computed from scratch");
        add("edit_items", "one edit: figures moved, mean",
            static_cast<double>(moved) / static_cast<double>(times.size()));
        add("edit_median_us", "one edit to refreshed rollups, median, us", quantile(times, 0.5) * 1e6,
            kMaxEditMedianUs);
        add("edit_p99_us", "  99 of 100 below, us", quantile(times, 0.99) * 1e6, kMaxEditP99Us);
        add("edit_max_us", "  the slowest, us", quantile(times, 1) * 1e6);
    }

    /// Each edit is the first after a snapshot, which lives until the next is taken: it copies what it changes.
    void measureSnapshots()
    {
        EditDrawer drawer(m_setup.seed + 4);
        std::vector<double> snapshots, edits, drops;
        for (std::size_t i = 0; i < m_setup.edits; ++i) {
            Edit edit = drawer.draw(m_chain);
            std::optional<Snapshot> kept;
            snapshots.push_back(secondsOf([&] { kept.emplace(Snapshot{m_chain, m_rollups}); }));
            edits.push_back(secondsOf([&] { (void)mustApply(m_rollups, m_chain, std::move(edit)); }));
            drops.push_back(secondsOf([&] { kept.reset(); }));
        }
        if (!equalsFromScratch())
            fail("after edits between snapshots the figures are not those computed from scratch");
        add("snapshot_us", "a snapshot of chain and rollups, median, us", quantile(snapshots, 0.5) * 1e6,
            kMaxSnapshotUs);
        add("next_edit_median_us", "the next edit after one, median, us", quantile(edits, 0.5) * 1e6,
            kMaxNextEditMedianUs);
        add("next_edit_p99_us", "  99 of 100 below, us", quantile(edits, 0.99) * 1e6, kMaxNextEditP99Us);
        add("drop_us", "letting a snapshot go, median, us", quantile(drops, 0.5) * 1e6);
    }

    bool equalsFromScratch() const
    {
        Rollups fresh;
        fresh.compute(m_chain, Lens());
        bool isEqual = true;
        const auto compare = [&](Group group) {
            for (const Measure measure : {Measure::Revenue, Measure::Spend, Measure::CapacityIn, Measure::CapacityOut})
                for (const LayerNumber layer : isCapacity(measure) ? m_chain.layerNumbers() : std::vector{kNoLayer})
                    if (isEqual && (fresh.has(group, measure, layer) || m_rollups.has(group, measure, layer)))
                        isEqual = m_rollups.figures(group, measure, layer, PeriodKind::Quarter) ==
                                      fresh.figures(group, measure, layer, PeriodKind::Quarter) &&
                                  m_rollups.figure(group, measure, layer, kTotal) ==
                                      fresh.figure(group, measure, layer, kTotal);
        };
        m_chain.tiers().forEach([&](TierId id, const Tier&) { compare(Group::of(id)); });
        m_chain.nodes().forEach([&](NodeId id, const Node&) { compare(Group::of(id)); });
        return isEqual;
    }

    /// Commits of the store and bare ones take turns, on two copies of the file, so that both meet the same noise.
    void measureCommits()
    {
        const fs::path copy = m_setup.folder / "bare.ochain";
        fs::copy_file(m_file, copy);
        BareFile bare(copy);
        bare.prepareCommits();
        const auto store = must("open", Store::open(m_file));
        Loaded loaded = loadFrom(*store);
        EditDrawer drawer(m_setup.seed + 2);
        std::vector<double> commits, bareCommits;
        for (std::size_t i = 0; i < kCommits; ++i) {
            Edit edit = drawer.draw(loaded.chain);
            failWith("an edit is refused", loaded.chain.apply(edit));
            commits.push_back(secondsOf([&] { loaded.seq = must("commit", store->commit(edit, loaded.seq)).seq; }));
            const std::int64_t deal = edit.changes.front().rowid;
            bareCommits.push_back(secondsOf([&] { bare.commit(deal, static_cast<std::int64_t>(100 + i)); }));
        }
        const double commit = quantile(commits, 0.5);
        const double bareCommit = quantile(bareCommits, 0.5);
        add("bare_commit_us", "bare commit of one UPDATE, WAL, FULL, median, us", bareCommit * 1e6);
        add("commit_us", "commit of an edit with its journal, median, us", commit * 1e6);
        add("commit_ratio", "  over the bare one", commit / bareCommit, kMaxCommitRatio);
    }

    /// In a process of its own, which has nothing but the file.
    void measureMemory()
    {
        int ends[2];
        if (pipe(ends) != 0)
            fail("no pipe");
        const pid_t child = fork();
        if (child == 0) {
            dup2(ends[1], STDOUT_FILENO);
            close(ends[0]);
            const std::string edits = std::to_string(m_setup.edits);
            const std::string seed = std::to_string(m_setup.seed);
            execl(m_setup.program.c_str(), "ochain-bench", "--peak-of", m_file.c_str(), "--edits", edits.c_str(),
                  "--seed", seed.c_str(), static_cast<char*>(nullptr));
            _exit(127);
        }
        close(ends[1]);
        char text[64] = {};
        const ssize_t length = read(ends[0], text, sizeof text - 1);
        close(ends[0]);
        int status = 0;
        waitpid(child, &status, 0);
        if (child < 0 || status != 0 || length <= 0)
            fail("the process that measures memory has failed");
        add("peak_mb", "peak memory: load, roll up, edit, MB",
            static_cast<double>(std::strtoull(text, nullptr, 10)) / 1e6, kMaxPeakMb);
    }

    const Setup& m_setup;
    fs::path m_file;
    Chain m_chain;
    Rollups m_rollups;
    std::vector<Result> m_results;
};

} // namespace

Edit EditDrawer::draw(const Chain& chain)
{
    DealId id{static_cast<std::uint32_t>(below(chain.deals().slotCount()))};
    while (!chain.deals().isAlive(id) || chain.statuses()[chain.deals()[id].status].role == StatusRole::Cancelled)
        id.value = static_cast<std::uint32_t>(below(chain.deals().slotCount()));
    const Deal& deal = chain.deals()[id];
    const std::string key(chain.key({Table::Deals, id.value}));
    const Day lastDay = endDay(deal.ends) - 1;
    EditBuilder builder(chain);
    bool isFine = true;
    const auto set = [&](Field field, const std::string& text) {
        isFine = isFine && !builder.set(Table::Deals, key, field, text);
    };
    // amounts grow and dates widen, so that tranches still fit in
    const std::size_t grown = 101 + below(20);
    switch (below(4)) {
    case 0:
        set(deal_field::ValueUsd, formatUsd(Cents{deal.value.value / 100 * static_cast<std::int64_t>(grown)}));
        break;
    case 1:
        set(deal_field::CapacityMw,
            formatMegawatts(std::min(deal.capacity + Kilowatts{static_cast<std::int64_t>(grown)}, kMaxKilowatts)));
        break;
    case 2:
        set(deal_field::Starts, formatDate(dateOf(std::max(firstDay(deal.starts) - static_cast<Day>(below(90)),
                                                           chain.calendar().starts()))));
        break;
    default:
        set(deal_field::Ends,
            formatDate(dateOf(std::min(lastDay + static_cast<Day>(below(90)), chain.calendar().ends() - 1))));
        break;
    }
    if (!isFine)
        fail("an edit cannot be put together");
    Edit edit = std::move(builder).build("bench", "");
    return edit.changes.empty() ? draw(chain) : edit;
}

std::uint64_t peakOfLoadRollupEdit(const fs::path& file, std::size_t edits, std::uint64_t seed)
{
    const auto store = must("open", Store::open(file));
    Loaded loaded = loadFrom(*store);
    Rollups rollups;
    rollups.compute(loaded.chain, Lens());
    EditDrawer drawer(seed + 3);
    for (std::size_t i = 0; i < edits; ++i)
        (void)mustApply(rollups, loaded.chain, drawer.draw(loaded.chain));
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);)
        if (line.rfind("VmHWM:", 0) == 0)
            return std::strtoull(line.c_str() + 6, nullptr, 10) * 1024;
    fail("the system does not tell the peak memory");
}

void writeSyntheticChain(const Setup& setup, const fs::path& file)
{
    Chain chain;
    failWith("generating", generateChain(setup.deals, setup.seed, chain));
    must("creating the file", Store::create(file, chain));
}

std::vector<Result> measure(const Setup& setup)
{
    return Bench(setup).run();
}

} // namespace ochain::bench
