// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bench/compare_runs.h"

#include "analyses/comparison.h"
#include "bench/chains.h"

#include <stdexcept>
#include <string>
#include <utility>

#include <fmt/format.h>

namespace ochain::bench {

namespace {

constexpr int kShippedRuns = 15;
constexpr std::size_t kManyDeals = 300'000; ///< from here on fewer runs tell enough
constexpr double kMostShippedMs = 16;
constexpr double kMostOverRollup = 2;

Lens weightedLens()
{
    Lens lens;
    lens.basis = FigureBasis::Weighted;
    return lens;
}

std::vector<ComparedGroup> everythingOf(const Chain& chain)
{
    std::vector<ComparedGroup> all;
    for (const Table table : {Table::Tiers, Table::Nodes, Table::Deals})
        for (const ComparedGroup& group : comparedGroups(chain, chain, table))
            all.push_back(group);
    return all;
}

/// The sum of what either side has of a measure, so that the walk is not for nothing and can be held to the rollups.
struct Walked {
    std::int64_t a = 0, b = 0;
    std::size_t rows = 0;
    bool operator==(const Walked&) const = default;
};

Walked walk(const Chain& chain, const ComparedRollups& rollups, const std::vector<ComparedGroup>& groups)
{
    Walked walked;
    LensComparison comparison({chain, rollups.a}, {chain, rollups.b}, RollupQuery());
    for (const ComparedGroup& group : groups)
        comparison.forEachRow(group, [&walked](const ComparedRow& row) {
            ++walked.rows;
            const bool isDeals = row.any().kind == Measure::Deals;
            walked.a += isDeals ? row.figureA().value : 0;
            walked.b += isDeals ? row.figureB().value : 0;
        });
    return walked;
}

void holdTo(const ComparedRollups& rollups, Group group, const Walked& walked)
{
    if (walked.a != dealsOf(rollups.a, group) || walked.b != dealsOf(rollups.b, group))
        throw std::runtime_error("the rows compared are not what the rollups say");
}

void addShippedCompared(std::vector<Result>& results)
{
    const Chain chain = shippedChain();
    Samples samples;
    Walked walked;
    for (int i = 0; i < kShippedRuns; ++i)
        samples.take([&] {
            const ComparedRollups rollups = *computeCompared(chain, Lens(), chain, weightedLens());
            walked = walk(chain, rollups, everythingOf(chain));
        });
    results.push_back({"compare_shipped_ms", fmt::format("compare two lenses, shipped, all {} rows, ms", walked.rows),
                       quantile(samples.seconds, 0.5) * 1e3, kMostShippedMs});
}

} // namespace

std::vector<Result> measureCompare(const Chain& chain)
{
    std::vector<Result> results;
    addShippedCompared(results);
    const int runs = chain.deals().size() > kManyDeals ? 7 : kShippedRuns;
    Samples full, compared;
    double walkSeconds = 0;
    for (int i = 0; i < runs; ++i) {
        Group greatest;
        {
            Rollups alone;
            full.take([&] { alone.compute(chain, Lens()); });
            greatest = largestGroup(chain, alone, static_cast<std::int64_t>(chain.deals().size()));
        }
        const RowRef of{greatest.kind == Group::Kind::Tier ? Table::Tiers : Table::Nodes, greatest.row};
        ComparedRollups rollups;
        compared.take([&] {
            rollups = *computeCompared(chain, Lens(), chain, weightedLens());
            walkSeconds = secondsOf([&] { holdTo(rollups, greatest, walk(chain, rollups, {{of, of}})); });
        });
    }
    const double rollup = quantile(full.seconds, 0.5);
    const double both = quantile(compared.seconds, 0.5);
    results.push_back({"compare_ms", "compare two lenses, the greatest group, ms", both * 1e3, std::nullopt});
    results.push_back({"compare_walk_ms", "  its rows, ms", walkSeconds * 1e3, std::nullopt});
    const double processor = quantile(compared.processor, 0.5);
    results.push_back({"compare_cpu_ms", "  processor time, all threads, ms", processor * 1e3, std::nullopt});
    results.push_back(
        {"compare_cpu_ratio", "  over that of a full rollup", processor / quantile(full.processor, 0.5), std::nullopt});
    results.push_back({"compare_ratio", "  over a full rollup", both / rollup, kMostOverRollup});
    return results;
}

} // namespace ochain::bench
