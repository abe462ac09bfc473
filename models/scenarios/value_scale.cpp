// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "scenarios/value_scale.h"

#include "chain/amount.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

namespace ochain {

namespace {

constexpr int kMonths = 24; ///< before and after the base
constexpr int kMonthsOfYear = 12;
constexpr int kStepsToBase = 100; ///< from nothing to the base: one per cent of it each
constexpr int kSteps = 100;       ///< of weights and shares, and from a low to a high

/// @param date  with a month
int monthNumber(Date date, bool isEnd) noexcept
{
    const int month = date.month() != 0 ? date.month() : isEnd ? kMonthsOfYear : 1;
    return date.year() * kMonthsOfYear + month - 1;
}

std::optional<double> numberIn(std::string_view text)
{
    const Result<double> number = parseDecimal(text);
    return number && !text.empty() ? std::optional(*number) : std::nullopt;
}

/// How many decimals a field takes: cents, kilowatts, basis points.
int mostDecimals(FieldType type) noexcept
{
    constexpr int kAny = 12;
    return type == FieldType::Megawatts ? 3 : type == FieldType::Decimal ? kAny : 2;
}

/// As long as it has to be to tell steps apart, and no longer: a slider says nothing of the digits behind.
double rounded(double value, double step, FieldType type)
{
    const int decimals = std::min(1 - static_cast<int>(std::floor(std::log10(std::abs(step)))), mostDecimals(type));
    const double scale = std::pow(10.0, std::abs(decimals)); // a whole number, so that no digits come of it
    return decimals < 0 ? std::round(value / scale) * scale : std::round(value * scale) / scale;
}

} // namespace

Date movedByMonths(Date date, int months, bool isEnd) noexcept
{
    if (months == 0 || !date.isSet())
        return date;
    const int number = monthNumber(date, isEnd) + months;
    const int year = number / kMonthsOfYear;
    if (date.month() == 0 && months % kMonthsOfYear == 0)
        return {year * 10000};
    const int month = number % kMonthsOfYear + 1;
    const int day = date.day() == 0 ? 0 : std::min(date.day(), daysIn(year, month));
    return {year * 10000 + month * 100 + day};
}

std::optional<ValueScale> ValueScale::of(const Chain& base, RowRef row, Field field, std::string_view value)
{
    const FieldSpec& spec = fieldSpec(row.table, field);
    ValueScale scale(spec.type);
    const std::string own = base.value(row, field);
    const std::string_view from = own.empty() ? value : std::string_view(own);
    const bool isMetric = row.table == Table::Metrics && field == metric_field::Value;
    const std::string low = isMetric ? base.value(row, metric_field::Low) : std::string();
    const std::string high = isMetric ? base.value(row, metric_field::High) : std::string();
    switch (spec.type) {
    case FieldType::Date:
        return scale.takeDates(from, spec.name) ? std::optional(std::move(scale)) : std::nullopt;
    case FieldType::Usd:
    case FieldType::Megawatts:
    case FieldType::Decimal:
    case FieldType::Percent:
    case FieldType::Weight:
        return scale.takeNumbers(from, low, high) ? std::optional(std::move(scale)) : std::nullopt;
    default:
        return std::nullopt;
    }
}

bool ValueScale::takeDates(std::string_view base, std::string_view field)
{
    const Result<Date> date = parseDate(base);
    if (!date || !date->isSet() || date->year() - kMonths / kMonthsOfYear < kMinYear ||
        date->year() + kMonths / kMonthsOfYear >= kMaxYear)
        return false;
    m_base = base;
    m_isEnd = field == "ends";
    m_last = 2 * kMonths;
    m_basePlace = kMonths;
    return true;
}

bool ValueScale::takeNumbers(std::string_view base, std::string_view low, std::string_view high)
{
    const std::optional<double> number = numberIn(base);
    const std::optional<double> least = numberIn(low);
    const std::optional<double> most = numberIn(high);
    m_base = base;
    if (m_type == FieldType::Percent || m_type == FieldType::Weight) {
        m_last = kSteps;
        m_step = m_type == FieldType::Weight ? 100 : 1;
    } else if (least && most && *least < *most) {
        m_last = kSteps;
        m_first = *least;
        m_step = (*most - *least) / kSteps;
    } else if (number && *number != 0) {
        m_last = 2 * kStepsToBase;
        m_step = std::abs(*number) / kStepsToBase;
        m_first = *number < 0 ? 2 * *number : 0;
    } else {
        return false;
    }
    m_basePlace = number ? placeOf(base) : 0;
    return true;
}

int ValueScale::page() const noexcept
{
    return m_type == FieldType::Date ? kMonthsOfYear : std::max(1, m_last / 20);
}

std::string ValueScale::valueAt(int place) const
{
    if (m_type == FieldType::Date) {
        const Result<Date> base = parseDate(m_base);
        return base ? formatDate(movedByMonths(*base, place - m_basePlace, m_isEnd)) : std::string();
    }
    if (const std::optional<double> number = numberIn(m_base);
        number && place == m_basePlace && placeOf(m_base) == place && *number >= m_first)
        return m_base;
    const double value = m_first + m_step * place;
    if (m_type == FieldType::Weight)
        return std::to_string(static_cast<std::int64_t>(std::llround(value)));
    return formatDecimal(rounded(value, m_step, m_type));
}

int ValueScale::placeOf(std::string_view value) const
{
    if (m_type == FieldType::Date) {
        const Result<Date> date = parseDate(value);
        const Result<Date> base = parseDate(m_base);
        if (!date || !base || !date->isSet())
            return m_basePlace;
        return std::clamp(monthNumber(*date, m_isEnd) - monthNumber(*base, m_isEnd) + m_basePlace, 0, m_last);
    }
    const std::optional<double> number = numberIn(value);
    return number ? std::clamp(static_cast<int>(std::lround(std::clamp((*number - m_first) / m_step, -1.0, 1e6))), 0,
                               m_last)
                  : m_basePlace;
}

} // namespace ochain
