// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rollups/same_day_metrics.h"

#include "chain/formula.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <tuple>

namespace ochain {

namespace {

/// The series that the formulas of deals name.
std::set<SeriesId> seriesInUse(const Chain& chain)
{
    std::set<std::string_view> texts;
    chain.formulaDeals().forEach(
        [&](std::size_t, DealId deal) { texts.insert(chain.text(chain.deals()[deal].formula)); });
    std::set<SeriesId> used;
    for (const std::string_view text : texts)
        if (const Result<Formula> formula = Formula::parse(text))
            for (const std::string& name : formula->names())
                used.insert(chain.findSeries(name));
    return used;
}

} // namespace

std::vector<std::pair<MetricId, MetricId>> overruledMetrics(const Chain& chain)
{
    using Place = std::tuple<SeriesId, Day, Day>; // and since when it is known
    std::map<Place, std::vector<MetricId>> at;
    const std::set<SeriesId> used = seriesInUse(chain);
    for (const std::uint32_t row : chain.inOrder(Table::Metrics)) {
        const MetricId id{row};
        const Metric& metric = chain.metrics()[id];
        if (!metric.series.isSet() || !metric.asOf.isSet() || std::isnan(metric.value) ||
            used.count(metric.series) == 0)
            continue;
        const Day day = firstDay(metric.asOf);
        at[{metric.series, day, metric.known.isSet() ? firstDay(metric.known) : day}].push_back(id);
    }
    std::vector<std::pair<MetricId, MetricId>> overruled;
    const auto keyOf = [&chain](MetricId id) { return chain.text(chain.metrics()[id].head.key); };
    for (const auto& [place, metrics] : at) {
        const MetricId last = *std::max_element(metrics.begin(), metrics.end(),
                                                [&](MetricId a, MetricId b) { return keyOf(a) < keyOf(b); });
        for (const MetricId metric : metrics)
            if (metric != last)
                overruled.emplace_back(metric, last);
    }
    std::sort(overruled.begin(), overruled.end(), [&chain](const auto& a, const auto& b) {
        return chain.metrics()[a.first].head.rowid < chain.metrics()[b.first].head.rowid;
    });
    return overruled;
}

} // namespace ochain
