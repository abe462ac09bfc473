// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/calendar.h"
#include "rollups/measure.h"
#include "rollups/series_reader.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <vector>

namespace ochain {

// How a figure of a period comes from the series kept quarter by quarter.

/// The stored series a measure is made of, at most four, each with its sign in net, gap and funding.
struct Ingredient {
    Measure measure = Measure::Revenue;
    int sign = 1;
};
struct Recipe {
    std::array<Ingredient, 4> ingredients{};
    std::size_t count = 0;
};
/// Of no ingredient for what no series is kept of: binding and counts.
[[nodiscard]] Recipe recipeOf(Measure measure) noexcept;

/// Whether a measure has no total.
[[nodiscard]] bool hasPeriodsOnly(Measure measure) noexcept;

/// The quarters of a year or quarter; empty outside the calendar and for what is no period.
[[nodiscard]] QuarterSpan spanOf(const Calendar& calendar, Period period) noexcept;
/// The quarters of each quarter or year of the calendar.
[[nodiscard]] std::vector<QuarterSpan> spansOf(const Calendar& calendar, PeriodKind granularity);
/// A year or quarter that the calendar does not have.
[[nodiscard]] bool isOutside(const Calendar& calendar, Period period) noexcept;

/// One figure of a measure from readers of its ingredients.
template <class Reader>
[[nodiscard]] Figure figureOf(Measure measure, const Recipe& recipe, const std::array<Reader, 4>& readers,
                              PeriodKind kind, QuarterSpan span)
{
    const bool isPeriod = kind == PeriodKind::Year || kind == PeriodKind::Quarter;
    if (!isPeriod && hasPeriodsOnly(measure))
        return {};
    const bool isRunning = isStock(measure) || measure == Measure::Funding;
    Figure figure;
    for (std::size_t i = 0; i < recipe.count; ++i) {
        const Reader& reader = readers[i];
        std::int64_t value = 0;
        std::int32_t hidden = 0;
        if (kind == PeriodKind::Total) {
            value = reader.total();
            hidden = reader.hiddenTotal();
        } else if (kind == PeriodKind::Unscheduled) {
            value = reader.unscheduled();
            hidden = reader.hiddenUndated();
        } else if (kind == PeriodKind::Later) {
            value = reader.later();
            hidden = reader.hiddenLater();
        } else if (measure == Measure::Backlog) {
            value = reader.total() - reader.before() - reader.upTo(span.last);
            hidden = reader.hiddenTotal() - reader.hiddenEndedBy(span.last);
        } else {
            value = isRunning ? reader.upTo(span.last) : reader.upTo(span.last) - reader.upTo(span.first - 1);
            hidden = reader.hiddenMeeting(span);
        }
        figure.value += recipe.ingredients[i].sign * value;
        figure.undisclosed += static_cast<std::uint32_t>(hidden);
    }
    if (measure == Measure::Gap)
        figure.value = std::max<std::int64_t>(0, -figure.value);
    return figure;
}

} // namespace ochain
