// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rollups/period_figure.h"

namespace ochain {

Recipe recipeOf(Measure measure) noexcept
{
    switch (measure) {
    case Measure::Net:
        return {{{{Measure::Revenue, 1}, {Measure::Spend, -1}}}, 2};
    case Measure::Gap:
    case Measure::Funding:
        return {{{{Measure::Revenue, 1}, {Measure::CapitalIn, 1}, {Measure::Spend, -1}, {Measure::CapitalOut, -1}}}, 4};
    case Measure::Backlog:
        return {{{{Measure::Revenue, 1}}}, 1};
    case Measure::Binding:
    case Measure::Deals:
    case Measure::DealsUndisclosedMoney:
    case Measure::DealsUndisclosedCapacity:
        return {};
    case Measure::Revenue:
    case Measure::Spend:
    case Measure::CapitalIn:
    case Measure::CapitalOut:
    case Measure::CapacityIn:
    case Measure::CapacityOut:
    case Measure::InternalTrade:
    case Measure::InternalCapital:
    case Measure::GuaranteedOut:
    case Measure::GuaranteedIn:
    case Measure::SiteCapacityIn:
        break;
    }
    return {{{{measure, 1}}}, 1};
}

bool hasPeriodsOnly(Measure measure) noexcept
{
    return measure == Measure::Gap || measure == Measure::Funding || measure == Measure::Backlog ||
           measure == Measure::Binding;
}

QuarterSpan spanOf(const Calendar& calendar, Period period) noexcept
{
    const bool isPeriod = period.kind == PeriodKind::Year || period.kind == PeriodKind::Quarter;
    if (!isPeriod || calendar.isEmpty() || period.year < calendar.firstYear() || period.year > calendar.lastYear())
        return {};
    const Quarter first = (period.year - calendar.firstYear()) * 4;
    if (period.kind == PeriodKind::Year)
        return {first, first + 3};
    if (period.quarter < 1 || period.quarter > 4)
        return {};
    return {first + period.quarter - 1, first + period.quarter - 1};
}

std::vector<QuarterSpan> spansOf(const Calendar& calendar, PeriodKind granularity)
{
    std::vector<QuarterSpan> spans;
    const Quarter step = granularity == PeriodKind::Year ? 4 : 1;
    if (granularity == PeriodKind::Year || granularity == PeriodKind::Quarter)
        for (Quarter q = 0; q < calendar.quarters(); q += step)
            spans.push_back({q, q + step - 1});
    return spans;
}

bool isOutside(const Calendar& calendar, Period period) noexcept
{
    return (period.kind == PeriodKind::Year || period.kind == PeriodKind::Quarter) &&
           spanOf(calendar, period).isEmpty();
}

} // namespace ochain
