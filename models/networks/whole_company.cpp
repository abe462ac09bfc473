// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "networks/whole_company.h"

#include "chain/amount.h"
#include "chain/known_rows.h"
#include "schedule/formula_book.h"

#include <algorithm>
#include <cmath>
#include <string>

namespace ochain {

namespace {

/// The calendar year in which most of the twelve months lie that end with a date.
int yearEndingWith(Date asOf)
{
    constexpr Day kHalfAYear = 183;
    return dateOf(endDay(asOf) - kHalfAYear).year();
}

std::string seriesOf(const Chain& chain, NodeId company, WholeOf what)
{
    std::string name(chain.key({Table::Nodes, company.value}));
    std::replace(name.begin(), name.end(), '-', '_');
    return name + (what == WholeOf::Revenue ? "_revenue" : "_cost");
}

} // namespace

std::optional<WholeOfCompany> wholeOf(const Chain& chain, const Lens& lens, NodeId company, WholeOf what, Period period)
{
    const bool isQuarter = period.kind == PeriodKind::Quarter;
    const SeriesId series = chain.findSeries(seriesOf(chain, company, what));
    if (!series.isSet() || (period.kind != PeriodKind::Year && !isQuarter))
        return std::nullopt;
    const SeriesCurve curve(chain, lens, series);
    std::optional<WholeOfCompany> found;
    Day last = kNoDay;
    chain.forEachMetric(series, [&](MetricId id, const Metric& row) {
        const KnownMetric metric = knownMetric(chain, id, lens.knownAsOf);
        if (curve.isEmpty() || !metric.asOf.isSet() || row.node != company || !chain.text(row.unit).starts_with("USD"))
            return;
        const Day day = firstDay(metric.asOf);
        const std::vector<MetricId> counted = curve.metricsAt(day);
        const bool isOfYear =
            counted.size() == 1 && counted.front() == id && yearEndingWith(metric.asOf) == period.year;
        const double cents = metric.value * 100 / (isQuarter ? 4 : 1);
        if (!isOfYear || day < last || !(cents >= 0) || cents > static_cast<double>(kMaxSum))
            return;
        last = day;
        found = WholeOfCompany{static_cast<std::int64_t>(std::llround(cents)), id};
    });
    return found;
}

} // namespace ochain
