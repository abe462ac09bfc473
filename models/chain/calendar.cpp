// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "chain/calendar.h"

#include <algorithm>
#include <charconv>

#include <fmt/format.h>

namespace ochain {

Calendar::Calendar(int firstYear, int lastYear)
{
    if (lastYear < firstYear)
        return;
    m_firstYear = firstYear;
    m_bounds.reserve(static_cast<std::size_t>(lastYear - firstYear + 1) * 4 + 1);
    for (int year = firstYear; year <= lastYear; ++year)
        for (const int month : {1, 4, 7, 10})
            m_bounds.push_back(dayNumber(year, month, 1));
    m_bounds.push_back(dayNumber(lastYear + 1, 1, 1));
}

Quarter Calendar::quarterOf(Day day) const noexcept
{
    if (isEmpty() || day < starts())
        return -1;
    if (day >= ends())
        return quarters();
    // 16 quarters are 1461 days but for the leap days of whole centuries; the guess is off by one at most, then mended
    const std::int64_t guess = (static_cast<std::int64_t>(day) - starts()) * 16 / 1461;
    auto quarter = static_cast<Quarter>(std::min<std::int64_t>(guess, quarters() - 1));
    while (startOf(quarter) > day)
        --quarter;
    while (endOf(quarter) <= day)
        ++quarter;
    return quarter;
}

std::string formatPeriod(Period period)
{
    switch (period.kind) {
    case PeriodKind::Year:
        return fmt::format("{:04}", period.year);
    case PeriodKind::Quarter:
        return fmt::format("{:04}Q{}", period.year, period.quarter);
    case PeriodKind::Total:
        return "total";
    case PeriodKind::Unscheduled:
        return "unscheduled";
    case PeriodKind::Later:
        return "later";
    }
    return {};
}

Result<Period> parsePeriod(std::string_view text)
{
    const auto malformed = [text] {
        return failure(ErrorKind::InvalidInput,
                       QT_TRANSLATE_NOOP("Sentence", "“{0}” is no period; write a year or a quarter: 2027 or 2027Q3"),
                       text);
    };
    int year = 0;
    const char* const end = text.data() + text.size();
    if (text.size() < 4 || std::any_of(text.begin(), text.begin() + 4, [](char c) { return c < '0' || c > '9'; }))
        return malformed();
    std::from_chars(text.data(), text.data() + 4, year);
    if (year < kMinYear || year > kMaxYear)
        return failure(ErrorKind::InvalidInput,
                       QT_TRANSLATE_NOOP("Sentence", "“{0}” is not in the calendar; give a year from {1} to {2}"), text,
                       std::to_string(kMinYear), std::to_string(kMaxYear));
    if (text.size() == 4)
        return Period{PeriodKind::Year, year, 0};
    const char* at = text.data() + 4;
    if (*at == ' ' || *at == '-')
        ++at;
    if (end - at != 2 || (at[0] != 'Q' && at[0] != 'q') || at[1] < '1' || at[1] > '4')
        return malformed();
    return Period{PeriodKind::Quarter, year, at[1] - '0'};
}

} // namespace ochain
