// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/fiscal_period.h"

#include "formats/date_shapes.h"

#include <QRegularExpression>

namespace ochain {

namespace {

constexpr int kMonths = 12;

Date monthDate(int months)
{
    constexpr int kOfYear = 10'000;
    constexpr int kOfMonth = 100;
    return Date{months / kMonths * kOfYear + (months % kMonths + 1) * kOfMonth};
}

/// Takes the part of a year off a text: "q3", "3q", "third quarter", "第3季度", "1h", "上半年".
void takeYearPart(QString& text, FiscalPeriod& period)
{
    static const QRegularExpression part(
        QStringLiteral("(?<unit>[qh])\\s?(?<part>[1-4])(?!\\d)|(?<!\\d)(?<part2>[1-4])\\s?(?<unit2>[qh])|"
                       "(?<part3>first|second|third|fourth|1st|2nd|3rd|4th)(?: fiscal)? (?<unit3>quarter|half)|"
                       "第?(?<part4>[1-4上下])(?:财)?(?<unit4>季度?|半年)"));
    const QRegularExpressionMatch match = part.match(text);
    if (!match.hasMatch())
        return;
    const auto either = [&](const QString& name) {
        QString found = match.captured(name);
        for (const QLatin1Char number : {QLatin1Char('2'), QLatin1Char('3'), QLatin1Char('4')})
            if (found.isEmpty())
                found = match.captured(name + number);
        return found;
    };
    const QString unit = either(QStringLiteral("unit"));
    const int number = partNamed(either(QStringLiteral("part")));
    const bool isHalf = unit.startsWith(QLatin1Char('h')) || unit.startsWith(QStringLiteral("半"));
    (isHalf ? period.half : period.quarter) = number;
    text.remove(match.capturedStart(), match.capturedLength());
}

} // namespace

bool saysFiscal(const QString& text)
{
    static const QRegularExpression fiscal(
        QStringLiteral("f[yq](?=[\\s'’-]*\\d)|(?<![a-z])f[yq](?![a-z])|fiscal|财年|财季|财政年度"));
    return fiscal.match(text).hasMatch();
}

FiscalPeriod fiscalPeriodIn(const QString& text)
{
    FiscalPeriod period;
    QString rest = text;
    takeYearPart(rest, period);
    static const QRegularExpression years(QStringLiteral("(?<!\\d)(\\d{4}|\\d{2})(?!\\d)"));
    auto matches = years.globalMatch(rest);
    const QString year = matches.hasNext() ? matches.next().captured(1) : QString();
    if (year.isEmpty() || matches.hasNext() || period.half > 2)
        return period;
    constexpr int kCentury = 2000;
    period.year = year.toInt() + (year.size() == 2 ? kCentury : 0);
    return period;
}

MonthSpan monthsOf(const FiscalPeriod& period, const FiscalCalendar& calendar)
{
    const bool isCalendarYear = calendar.lastMonth == kMonths;
    const int endYear = period.year + (calendar.isNamedByStart && !isCalendarYear ? 1 : 0);
    const int first = endYear * kMonths + calendar.lastMonth - kMonths; // counted from the year 0
    if (period.quarter > 0)
        return {monthDate(first + (period.quarter - 1) * 3), monthDate(first + period.quarter * 3 - 1)};
    if (period.half > 0)
        return {monthDate(first + (period.half - 1) * 6), monthDate(first + period.half * 6 - 1)};
    return {monthDate(first), monthDate(first + kMonths - 1)};
}

} // namespace ochain
