// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "figures/kept_periods.h"

#include "rollups/period_bounds.h"

#include <algorithm>
#include <utility>

namespace ochain {

namespace {

/// The places [first, end) of the periods that options leaves.
std::pair<std::size_t, std::size_t> keptOf(const std::vector<Period>& periods, const FigureOptions& options)
{
    const PeriodBounds bounds{options.from, options.to};
    const auto first = std::find_if_not(periods.begin(), periods.end(),
                                        [&](const Period& period) { return bounds.isTooEarly(period); });
    const auto end = std::find_if(first, periods.end(), [&](const Period& period) { return bounds.isTooLate(period); });
    return {static_cast<std::size_t>(first - periods.begin()), static_cast<std::size_t>(end - periods.begin())};
}

template <class Value>
void keep(std::vector<Value>& values, std::pair<std::size_t, std::size_t> kept)
{
    const auto at = [&](std::size_t place) {
        return values.begin() + static_cast<std::ptrdiff_t>(std::min(place, values.size()));
    };
    values.erase(at(kept.second), values.end());
    values.erase(values.begin(), at(kept.first));
}

void keep(Series& series, std::pair<std::size_t, std::size_t> kept)
{
    keep(series.values, kept);
    keep(series.assumed, kept);
    keep(series.hidden, kept);
    keep(series.parts, kept);
}

template <class Figure>
void keepAxis(Figure& figure, std::pair<std::size_t, std::size_t> kept)
{
    keep(figure.periods, kept);
    keep(figure.labels, kept);
    if (figure.current && (*figure.current < kept.first || *figure.current >= kept.second))
        figure.current.reset();
    if (figure.current)
        *figure.current -= kept.first;
}

} // namespace

void keepPlaces(CapacityFigure& figure, std::size_t first, std::size_t end)
{
    const std::pair kept{first, end};
    keepAxis(figure, kept);
    for (CapacityPanel& panel : figure.panels) {
        keep(panel.binds, kept);
        keep(panel.totals, kept);
        for (Series& series : panel.series)
            keep(series, kept);
    }
}

void keepPlaces(MoneyFigure& figure, std::size_t first, std::size_t end)
{
    const std::pair kept{first, end};
    keepAxis(figure, kept);
    for (Series& series : figure.incoming)
        keep(series, kept);
    for (Series& series : figure.outgoing)
        keep(series, kept);
    for (Series& series : figure.guarantees)
        keep(series, kept);
    if (figure.backlog)
        keep(*figure.backlog, kept);
    for (CustomerPart& part : figure.customers)
        keep(part.series, kept);
    keep(figure.gap, kept);
    keep(figure.funding, kept);
    keep(figure.words, kept);
}

void keepPeriods(CapacityFigure& figure, const FigureOptions& options)
{
    if (const auto [first, end] = keptOf(figure.periods, options); first != end)
        keepPlaces(figure, first, end);
}

void keepPeriods(MoneyFigure& figure, const FigureOptions& options)
{
    if (const auto [first, end] = keptOf(figure.periods, options); first != end)
        keepPlaces(figure, first, end);
}

} // namespace ochain
