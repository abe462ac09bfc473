// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "schedule/formula_book.h"

#include "chain/known_rows.h"

#include <algorithm>
#include <cmath>
#include <tuple>
#include <utility>

namespace ochain {

SeriesCurve::SeriesCurve(const Chain& chain, const Lens& lens, SeriesId series)
{
    struct Observation {
        Day day = 0;
        Day known = 0;
        std::string_view key;
        MetricId metric;
        double value = 0;
    };
    std::vector<Observation> observations;
    chain.forEachMetric(series, [&](MetricId id, const Metric& row) {
        const KnownMetric metric = knownMetric(chain, id, lens.knownAsOf);
        if (!metric.asOf.isSet() || std::isnan(metric.value) || (!lens.withAssumed && metric.basis == Basis::Assumed))
            return;
        const Day day = firstDay(metric.asOf);
        const Day known = metric.known.isSet() ? firstDay(metric.known) : day;
        if (lens.knownAsOf != kNoDay && known > lens.knownAsOf)
            return;
        observations.push_back({day, known, chain.text(row.head.key), id, metric.value});
    });
    std::sort(observations.begin(), observations.end(), [](const Observation& a, const Observation& b) {
        return std::tie(a.day, a.known, a.key) < std::tie(b.day, b.known, b.key);
    });
    for (const Observation& observation : observations) {
        if (m_points.empty() || m_points.back().day != observation.day)
            m_points.emplace_back();
        m_points.back() = {observation.day, observation.metric, observation.value};
    }
}

double SeriesCurve::at(Day day) const noexcept
{
    const auto next =
        std::upper_bound(m_points.begin(), m_points.end(), day, [](Day d, const Point& p) { return d < p.day; });
    if (next == m_points.begin())
        return m_points.front().value;
    const Point& before = *std::prev(next);
    if (next == m_points.end() || before.day == day)
        return before.value;
    return before.value + (next->value - before.value) * (day - before.day) / (next->day - before.day);
}

std::vector<MetricId> SeriesCurve::metricsAt(Day day) const
{
    const auto next =
        std::upper_bound(m_points.begin(), m_points.end(), day, [](Day d, const Point& p) { return d < p.day; });
    std::vector<MetricId> metrics;
    if (next != m_points.begin())
        metrics.push_back(std::prev(next)->metric);
    const bool isOnPoint = next != m_points.begin() && std::prev(next)->day == day;
    if (next != m_points.end() && !isOnPoint)
        metrics.push_back(next->metric);
    return metrics;
}

Formula* FormulaBook::formula(std::string_view text)
{
    const auto [entry, isNew] = m_formulas.try_emplace(std::string(text));
    if (isNew) {
        Result<Formula> parsed = Formula::parse(text);
        if (parsed)
            entry->second.emplace(std::move(*parsed));
    }
    return entry->second ? &*entry->second : nullptr;
}

const SeriesCurve& FormulaBook::curve(const Chain& chain, const Lens& lens, const std::string& series)
{
    const auto [entry, isNew] = m_curves.try_emplace(series);
    const SeriesId id = isNew ? chain.findSeries(series) : SeriesId{};
    if (id.isSet())
        entry->second = SeriesCurve(chain, lens, id);
    return entry->second;
}

void FormulaBook::clear()
{
    m_formulas.clear();
    m_curves.clear();
}

} // namespace ochain
