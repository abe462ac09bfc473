// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bench/failure_runs.h"

#include "bench/chains.h"
#include "networks/deliverable.h"
#include "networks/importance.h"

#include <algorithm>
#include <cmath>
#include <stdexcept>

#include <fmt/format.h>

namespace ochain::bench {

namespace {

constexpr int kFailureRuns = 5;
constexpr double kMostOneMs = 1000;
constexpr double kMostOverSweeps = 3;
constexpr std::uint32_t kMostFirms = 500; ///< failed one by one beside bare sweeps

/// A year in the middle of the calendar, in which much stands and much is paid.
Period middleYear(const Calendar& calendar)
{
    return {PeriodKind::Year, (calendar.firstYear() + calendar.lastYear()) / 2, 0};
}

/// Losses carried along every link, times over; what they come to is of no use but to be computed.
double sweepBare(const RationingNetwork& network, int times)
{
    const std::size_t firms = network.sectorOf.size();
    std::vector<double> loss(firms, 1), next(firms);
    std::vector<SalesLink> shares(network.links);
    for (SalesLink& link : shares)
        link.amount = 1e-3;
    for (int i = 0; i < times; ++i) {
        std::fill(next.begin(), next.end(), 0);
        for (const SalesLink& link : shares)
            next[link.buyer] += link.amount * loss[link.seller];
        loss.swap(next);
    }
    return loss.front();
}

void addDeliverable(const Snapshot& snapshot, std::vector<Result>& results)
{
    const Period period = middleYear(snapshot.rollups.calendar());
    NodeId most;
    snapshot.chain.nodes().forEach([&](NodeId node, const Node&) {
        const auto dealsOfNode = [&](NodeId of) { return dealsOf(snapshot.rollups, Group::of(of)); };
        if (!most.isSet() || dealsOfNode(node) > dealsOfNode(most))
            most = node;
    });
    Samples samples;
    std::int64_t contracted = 0;
    std::uint64_t sweeps = 0;
    for (int i = 0; i < kFailureRuns; ++i)
        samples.take([&] {
            const DeliverableCapacity capacity = *DeliverableCapacity::compute(snapshot, period);
            contracted = 0;
            for (const DeliverableLayer& line : capacity.layersOf(most))
                contracted = contracted == 0 ? line.contracted.value : std::min(contracted, line.contracted.value);
            static_cast<void>(capacity.criticalChain(most));
            sweeps = capacity.sweeps();
        });
    const auto binding = snapshot.rollups.binding(Group::of(most), period);
    if (contracted != (binding ? binding->figure.value : 0))
        throw std::runtime_error("what is contracted is not what the rollups say that binds");
    results.push_back({"deliverable_ms", fmt::format("deliverable, all nodes, {} sweeps, ms", sweeps),
                       quantile(samples.seconds, 0.5) * 1e3, kMostOneMs});
}

void addImportance(const Snapshot& snapshot, std::vector<Result>& results)
{
    const NetworkScope scope{middleYear(snapshot.rollups.calendar()), snapshot.rollups.lens(), {}};
    Samples one;
    for (int i = 0; i < kFailureRuns; ++i)
        one.take([&] {
            const MoneyNetwork network = *moneyNetworkOf(snapshot, scope);
            Importance importance(snapshot, scope, network);
            static_cast<void>(importance.costOf(network.parties.front()));
        });
    results.push_back({"importance_one_ms", "importance of one node, network included, ms",
                       quantile(one.seconds, 0.5) * 1e3, kMostOneMs});

    const MoneyNetwork network = *moneyNetworkOf(snapshot, scope);
    Importance importance(snapshot, scope, network);
    const auto firms = static_cast<std::uint32_t>(network.parties.size());
    const std::uint32_t step = std::max(1U, firms / kMostFirms);
    int iterations = 0;
    const double failing = secondsOf([&] {
        for (std::uint32_t firm = 0; firm < firms; firm += step)
            iterations += importance.costOf(network.parties[firm]).iterations;
    });
    double swept = 0;
    const double bare = secondsOf([&] { swept = sweepBare(importance.network(), iterations); });
    if (!std::isfinite(swept))
        throw std::runtime_error("the bare sweeps come to nothing");
    const std::uint32_t failed = (firms + step - 1) / step;
    results.push_back({"importance_each_ms",
                       fmt::format("  each of {} firms, {} links, ms", firms, importance.network().links.size()),
                       failing * 1e3 / failed, std::nullopt});
    results.push_back({"importance_ratio", fmt::format("  over {} bare sweeps over the links", iterations),
                       failing / bare, kMostOverSweeps});
}

} // namespace

std::vector<Result> measureFailures(const Snapshot& snapshot)
{
    std::vector<Result> results;
    addDeliverable(snapshot, results);
    addImportance(snapshot, results);
    return results;
}

} // namespace ochain::bench
