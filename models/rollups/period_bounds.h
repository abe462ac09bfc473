// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/calendar.h"

#include <optional>

namespace ochain {

/// Number of the first or the last quarter of a year or quarter, counted from the year 0.
[[nodiscard]] constexpr int firstQuarterOf(Period period) noexcept
{
    return period.year * 4 + (period.kind == PeriodKind::Quarter ? period.quarter - 1 : 0);
}
[[nodiscard]] constexpr int lastQuarterOf(Period period) noexcept
{
    return period.year * 4 + (period.kind == PeriodKind::Quarter ? period.quarter - 1 : 3);
}

/// The years or quarters from one to another; a side that is not set is open.
struct PeriodBounds {
    std::optional<Period> from, to;

    [[nodiscard]] constexpr bool isTooEarly(Period period) const noexcept
    {
        return from && lastQuarterOf(period) < firstQuarterOf(*from);
    }
    [[nodiscard]] constexpr bool isTooLate(Period period) const noexcept
    {
        return to && firstQuarterOf(period) > lastQuarterOf(*to);
    }
};

} // namespace ochain
