// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/calendar.h"
#include "rollups/tally.h"

#include <cstdint>

namespace ochain {

/// The days of a piece and where they lie in a calendar: looked up once, for money and capacity both.
struct PieceDays {
    PieceDays() = default;
    /// @param from, to  first day and the day after the last; kNoDay if there is none
    PieceDays(Day from, Day to, const Calendar& calendar) noexcept
        : starts(from), ends(to), first(from == kNoDay ? -1 : calendar.quarterOf(from)),
          last(to == kNoDay ? calendar.quarters() : calendar.quarterOf(to - 1))
    {}

    Day starts = kNoDay;
    Day ends = kNoDay;
    Quarter first = 0; ///< the quarter of the first day; below 0 or from quarters() on outside the calendar
    Quarter last = -1; ///< that of the last day
};

// A piece's amount, laid out over the quarters of a flow and, with a sign of 1 or -1, added to it. Days as
// data/README.md, section 2, has them: the start is in, the end is out; the flow's totals are the caller's.

/// Money by the quarter it accrues in; what lies outside the calendar is in no quarter. Both days are set, in order.
void addMoney(Flow& flow, std::int64_t cents, int sign, const PieceDays& days, const Calendar& calendar) noexcept;
/// Capacity deployed, by the quarter it is added in; what stood before the calendar is there from its first quarter on.
void addDeployed(Flow& flow, std::int64_t kilowatts, int sign, const PieceDays& days,
                 const Calendar& calendar) noexcept;
/// Capacity in term: added in the first quarter whose last day has it, taken in the first whose last day has not. The
/// end may be open.
void addTerm(Flow& flow, std::int64_t kilowatts, int sign, const PieceDays& days, const Calendar& calendar) noexcept;

} // namespace ochain
