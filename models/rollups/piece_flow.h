// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/calendar.h"
#include "chain/table.h"
#include "rollups/tally.h"
#include "schedule/schedule.h"

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

/// Money by the quarter it accrues in; what lies before the calendar is in no quarter, what lies after it is `later`.
/// Both days are set, in order.
void addMoney(Flow& flow, std::int64_t cents, int sign, const PieceDays& days, const Calendar& calendar) noexcept;
/// Capacity deployed, by the quarter it is added in; what stood before the calendar is there from its first quarter on.
void addDeployed(Flow& flow, std::int64_t kilowatts, int sign, const PieceDays& days,
                 const Calendar& calendar) noexcept;
/// What stands from one day to another, capacity in term or a guarantee: added in the first quarter whose last day has
/// it, taken in the first whose last day has not. The end may be open.
void addTerm(Flow& flow, std::int64_t amount, int sign, const PieceDays& days, const Calendar& calendar) noexcept;

/// All that a piece of a deal adds: its money and its capacity, in their periods or outside them.
/// @param piece  a Piece, or what holds the same of one
template <class AnyPiece>
void addPiece(const AnyPiece& piece, DealClass dealClass, Flow& money, Flow& capacity,
              const Calendar& calendar) noexcept
{
    const PieceDays days(piece.starts, piece.ends, calendar);
    const bool hasBothDays = piece.starts != kNoDay && piece.starts < piece.ends;
    const bool isOpen = piece.starts != kNoDay && piece.ends == kNoDay;
    if (!piece.value.isAbsent()) {
        const std::int64_t cents = piece.value.value;
        const bool isGuarantee = dealClass == DealClass::Contingent;
        money.total += piece.sign * cents;
        if (!hasBothDays && !(isGuarantee && isOpen))
            money.unscheduled += piece.sign * cents;
        else if (isGuarantee)
            addTerm(money, cents, piece.sign, days, calendar);
        else
            addMoney(money, cents, piece.sign, days, calendar);
    }
    if (piece.capacity.isAbsent())
        return;
    const std::int64_t kilowatts = piece.capacity.value;
    const bool isTerm = piece.profile == Profile::Term;
    capacity.total += piece.sign * kilowatts;
    if (!hasBothDays && !(isTerm && isOpen))
        capacity.unscheduled += piece.sign * kilowatts;
    else if (isTerm)
        addTerm(capacity, kilowatts, piece.sign, days, calendar);
    else
        addDeployed(capacity, kilowatts, piece.sign, days, calendar);
}

} // namespace ochain
