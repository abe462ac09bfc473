// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "chain/date.h"

#include <array>
#include <chrono>

#include <fmt/format.h>

namespace ochain {

int daysIn(int year, int month) noexcept
{
    constexpr std::array<int, 12> kDays{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const bool isLeap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return month == 2 && isLeap ? 29 : kDays[static_cast<std::size_t>(month - 1)];
}

namespace {

/// Reads exactly `digits` digits at the front of text and takes them off; -1 if they are not there.
int takeNumber(std::string_view& text, std::size_t digits) noexcept
{
    int number = 0;
    if (text.size() < digits)
        return -1;
    for (std::size_t i = 0; i < digits; ++i) {
        if (text[i] < '0' || text[i] > '9')
            return -1;
        number = number * 10 + (text[i] - '0');
    }
    text.remove_prefix(digits);
    return number;
}

} // namespace

Day dayNumber(int year, int month, int day) noexcept
{
    using namespace std::chrono;
    const year_month_day date{std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(month)},
                              std::chrono::day{static_cast<unsigned>(day)}};
    return static_cast<Day>(sys_days{date}.time_since_epoch().count());
}

Date dateOf(Day day) noexcept
{
    using namespace std::chrono;
    const year_month_day date{sys_days{days{day}}};
    return Date{static_cast<int>(date.year()) * 10000 + static_cast<int>(static_cast<unsigned>(date.month())) * 100 +
                static_cast<int>(static_cast<unsigned>(date.day()))};
}

bool isValid(Date date) noexcept
{
    if (date.packed <= 0 || date.year() < kMinYear || date.year() > kMaxYear || date.month() > 12)
        return false;
    if (date.month() == 0)
        return date.day() == 0;
    return date.day() <= daysIn(date.year(), date.month());
}

Day firstDay(Date date) noexcept
{
    if (!date.isSet())
        return kNoDay;
    return dayNumber(date.year(), date.month() == 0 ? 1 : date.month(), date.day() == 0 ? 1 : date.day());
}

Day endDay(Date date) noexcept
{
    if (!date.isSet())
        return kNoDay;
    if (date.month() == 0)
        return dayNumber(date.year() + 1, 1, 1);
    if (date.day() == 0)
        return date.month() == 12 ? dayNumber(date.year() + 1, 1, 1) : dayNumber(date.year(), date.month() + 1, 1);
    return dayNumber(date.year(), date.month(), date.day()) + 1;
}

Result<Date> parseDate(std::string_view text)
{
    if (text.empty())
        return Date{};
    std::string_view rest = text;
    const int year = takeNumber(rest, 4);
    int month = 0;
    int day = 0;
    bool isForm = year >= 0;
    if (isForm && !rest.empty()) {
        isForm = rest.front() == '-';
        rest.remove_prefix(1);
        month = takeNumber(rest, 2);
        isForm = isForm && month > 0;
    }
    if (isForm && !rest.empty()) {
        isForm = rest.front() == '-';
        rest.remove_prefix(1);
        day = takeNumber(rest, 2);
        isForm = isForm && day > 0 && rest.empty();
    }
    if (!isForm)
        return failure(ErrorKind::InvalidInput,
                       QT_TRANSLATE_NOOP(
                           "Sentence", "“{0}” is no date; write a year, a month or a day: 2026, 2026-07 or 2026-07-22"),
                       text);
    const Date date{year * 10000 + month * 100 + day};
    if (!isValid(date))
        return failure(ErrorKind::InvalidInput,
                       QT_TRANSLATE_NOOP("Sentence", "“{0}” is not in the calendar; give a real date from {1} to {2}"),
                       text, std::to_string(kMinYear), std::to_string(kMaxYear));
    return date;
}

std::string formatDate(Date date)
{
    if (!date.isSet())
        return {};
    if (date.month() == 0)
        return fmt::format("{:04}", date.year());
    if (date.day() == 0)
        return fmt::format("{:04}-{:02}", date.year(), date.month());
    return fmt::format("{:04}-{:02}-{:02}", date.year(), date.month(), date.day());
}

} // namespace ochain
