// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bench/explain_runs.h"

#include "analyses/difference.h"
#include "analyses/explain.h"
#include "bench/chains.h"

#include <algorithm>
#include <array>
#include <stdexcept>
#include <string>

#include <fmt/format.h>

namespace ochain::bench {

namespace {

constexpr std::array kMeasures{Measure::Spend, Measure::Revenue, Measure::Gap, Measure::Funding, Measure::Binding};
constexpr int kRepetitions = 15;
constexpr std::int64_t kManyDeals = 10'000;
constexpr double kMaxShippedMs = 1;
constexpr double kMaxManyMs = 20;
constexpr double kMaxGreatestMs = 1000;

/// Milliseconds of the slowest measure, each by its median.
double slowest(const Chain& chain, const Rollups& rollups, Group group, Period period)
{
    double most = 0;
    for (const Measure measure : kMeasures) {
        const FigureCell cell{group, measure, kNoLayer, period, {}};
        Samples samples;
        Figure figure;
        for (int i = 0; i < kRepetitions; ++i)
            samples.take([&] { figure = explain(chain, rollups, cell)->figure; });
        if (figure != rollups.figure(group, measure, kNoLayer, period))
            throw std::runtime_error(fmt::format("{} is not told apart as it is", measureName(measure)));
        most = std::max(most, quantile(samples.seconds, 0.5) * 1e3);
    }
    return most;
}

void addShipped(std::vector<Result>& results)
{
    const Chain chain = shippedChain();
    Rollups rollups;
    rollups.compute(chain, Lens());
    const FigureCell cell{
        Group::of(chain.find<NodeId>("openai-group")), Measure::Spend, kNoLayer, {PeriodKind::Year, 2028, 0}, {}};
    results.push_back({"explain_shipped_ms", "explain OpenAI 2028, shipped, slowest measure, ms",
                       slowest(chain, rollups, cell.group, cell.period), kMaxShippedMs});
    Lens then;
    then.knownAsOf = dayNumber(2025, 12, 31);
    Samples samples;
    for (int i = 0; i < kRepetitions; ++i)
        samples.take([&] { (void)explainDifference({chain, {}, cell}, {chain, then, cell}); });
    results.push_back({"explain_shipped_against_ms", "  its spend against end of 2025, ms",
                       quantile(samples.seconds, 0.5) * 1e3, std::nullopt});
}

} // namespace

std::vector<Result> measureExplain(const Chain& chain, const Rollups& rollups)
{
    std::vector<Result> results;
    addShipped(results);
    const Calendar calendar = chain.calendar();
    const Period middle{PeriodKind::Year, (calendar.firstYear() + calendar.lastYear()) / 2, 0};
    const Group many = largestGroup(chain, rollups, kManyDeals);
    const Group greatest = largestGroup(chain, rollups, static_cast<std::int64_t>(chain.deals().size()));
    results.push_back({"explain_many_deals", "explain: deals of a group of up to 10,000",
                       static_cast<double>(dealsOf(rollups, many)), std::nullopt});
    results.push_back(
        {"explain_many_ms", "  its slowest measure, ms", slowest(chain, rollups, many, middle), kMaxManyMs});
    results.push_back({"explain_greatest_deals", "explain: deals of the greatest group",
                       static_cast<double>(dealsOf(rollups, greatest)), std::nullopt});
    results.push_back({"explain_greatest_ms", "  its slowest measure, ms", slowest(chain, rollups, greatest, middle),
                       kMaxGreatestMs});
    Lens weighted;
    weighted.basis = FigureBasis::Weighted;
    const FigureCell spend{greatest, Measure::Spend, kNoLayer, middle, {}};
    const double difference = secondsOf([&] { (void)explainDifference({chain, weighted, spend}, {chain, {}, spend}); });
    results.push_back(
        {"explain_greatest_against_ms", "  its spend, weighted against headline, ms", difference * 1e3, std::nullopt});
    return results;
}

} // namespace ochain::bench
