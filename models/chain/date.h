// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/error.h"

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

namespace ochain {

/// Days since 1970-01-01. Intervals of days are half-open: [starts, ends).
using Day = std::int32_t;

inline constexpr Day kNoDay = INT32_MIN;
inline constexpr int kMinYear = 1900; ///< earlier dates are refused
inline constexpr int kMaxYear = 2199; ///< later dates are refused

/// A date as entered: a year, a month or a day; packed as yyyymmdd with 00 for what was not said, 0 for no date at all.
struct Date {
    std::int32_t packed = 0;

    [[nodiscard]] constexpr bool isSet() const noexcept { return packed != 0; }
    [[nodiscard]] constexpr int year() const noexcept { return packed / 10000; }
    [[nodiscard]] constexpr int month() const noexcept { return packed / 100 % 100; } ///< 0: not said
    [[nodiscard]] constexpr int day() const noexcept { return packed % 100; }         ///< 0: not said
    constexpr auto operator<=>(const Date&) const noexcept = default;
};

/// Proleptic Gregorian day number.
[[nodiscard]] Day dayNumber(int year, int month, int day) noexcept;
/// The calendar date of a day.
[[nodiscard]] Date dateOf(Day day) noexcept;

/// Whether packed is a real date of a year from kMinYear to kMaxYear (0, no date, is not).
[[nodiscard]] bool isValid(Date date) noexcept;

/// The date read as a start: its first day; kNoDay if absent.
[[nodiscard]] Day firstDay(Date date) noexcept;
/// @param month  1 to 12
[[nodiscard]] int daysIn(int year, int month) noexcept;
/// The date read as an end: the day after its last day; kNoDay if absent.
[[nodiscard]] Day endDay(Date date) noexcept;

/// A date as a number that orders it against others: as a start its first day, as an end its last. Cheaper than days.
[[nodiscard]] constexpr std::int32_t startNumber(Date date) noexcept
{
    return date.packed + (date.month() == 0 ? 101 : date.day() == 0 ? 1 : 0);
}
[[nodiscard]] inline std::int32_t endNumber(Date date) noexcept
{
    return date.packed + (date.month() == 0 ? 1231 : date.day() == 0 ? daysIn(date.year(), date.month()) : 0);
}
/// Whether an end lies before a start; of two dates that are there.
[[nodiscard]] inline bool endsBeforeStart(Date starts, Date ends) noexcept
{
    return starts.isSet() && ends.isSet() && endNumber(ends) < startNumber(starts);
}

/// Reads "2026", "2026-07" or "2026-07-22"; empty is no date. Anything else is InvalidInput.
[[nodiscard]] Result<Date> parseDate(std::string_view text);
/// The date as entered; "" if absent.
[[nodiscard]] std::string formatDate(Date date);

} // namespace ochain
