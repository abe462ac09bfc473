// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rollups/piece_flow.h"

#include <algorithm>

namespace ochain {

namespace {

/// Adds what accrues in each quarter of a span that the piece meets.
/// @param before  what has accrued by the span's start
void addAccruing(Flow& flow, QuarterSpan span, std::int64_t amount, int sign, std::int64_t before,
                 const PieceDays& days, const Accrual& accrual, const Calendar& calendar) noexcept
{
    std::int64_t* const values = flow.room(span);
    const Day* const bounds = calendar.bounds().data();
    for (Quarter q = span.first; q < span.last; ++q) { // only the last can hold the piece's end
        const std::int64_t after = accrual.by(bounds[q + 1]);
        values[q] += sign * (after - before);
        before = after;
    }
    const Day end = bounds[span.last + 1];
    values[span.last] += sign * ((end < days.ends ? accrual.by(end) : amount) - before);
}

/// What is still to come of an amount after the calendar.
std::int64_t afterCalendar(std::int64_t amount, const PieceDays& days, const Calendar& calendar) noexcept
{
    return days.last < calendar.quarters() ? 0 : amount - accrued(amount, days.starts, days.ends, calendar.ends());
}

} // namespace

void addMoney(Flow& flow, std::int64_t cents, int sign, const PieceDays& days, const Calendar& calendar) noexcept
{
    if (calendar.isEmpty() || cents == 0)
        return;
    if (days.first < 0)
        flow.before += sign * accrued(cents, days.starts, days.ends, calendar.startOf(0));
    flow.later += sign * afterCalendar(cents, days, calendar);
    const QuarterSpan span{std::max<Quarter>(0, days.first), std::min<Quarter>(calendar.quarters() - 1, days.last)};
    if (span.isEmpty())
        return;
    const Accrual accrual(cents, days.starts, days.ends);
    const Day from = calendar.startOf(span.first);
    addAccruing(flow, span, cents, sign, days.starts < from ? accrual.by(from) : 0, days, accrual, calendar);
}

void addDeployed(Flow& flow, std::int64_t kilowatts, int sign, const PieceDays& days, const Calendar& calendar) noexcept
{
    if (calendar.isEmpty() || kilowatts == 0)
        return;
    flow.later += sign * afterCalendar(kilowatts, days, calendar);
    const QuarterSpan span{std::max<Quarter>(0, days.first),
                           std::clamp<Quarter>(days.last, 0, calendar.quarters() - 1)};
    if (!span.isEmpty())
        addAccruing(flow, span, kilowatts, sign, 0, days, Accrual(kilowatts, days.starts, days.ends), calendar);
}

void addTerm(Flow& flow, std::int64_t amount, int sign, const PieceDays& days, const Calendar& calendar) noexcept
{
    if (!calendar.isEmpty() && days.first >= calendar.quarters())
        flow.later += sign * amount;
    const Quarter from = std::max<Quarter>(0, days.first);
    Quarter until = days.last; // the quarter of the day after the last one
    if (until >= 0 && until < calendar.quarters() && calendar.endOf(until) == days.ends)
        ++until;
    until = std::max<Quarter>(0, until);
    if (from >= until || amount == 0)
        return;
    flow.add(from, sign * amount);
    if (until < calendar.quarters())
        flow.add(until, -sign * amount);
}

} // namespace ochain
