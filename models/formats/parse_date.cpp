// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/parse_date.h"

#include "formats/typed_signs.h"

#include <QRegularExpression>

#include <array>

#include <fmt/format.h>

namespace ochain {

namespace {

/// Years, months and days as found in a text; 0 for what was not said.
struct Found {
    int year = 0;
    int month = 0;
    int day = 0;
};

QRegularExpression shape(const char* pattern)
{
    return QRegularExpression(QStringLiteral("^(?:%1)$").arg(QString::fromUtf8(pattern)));
}

/// 26 is 2026.
int yearOf(const QString& digits)
{
    const int year = digits.toInt();
    return digits.size() == 2 ? 2000 + year : year;
}

int monthNamed(const QString& word)
{
    static const std::array<const char*, 12> kMonths{"january",   "february", "march",    "april",
                                                     "may",       "june",     "july",     "august",
                                                     "september", "october",  "november", "december"};
    if (word.size() < 3)
        return 0;
    const QString name = word == QLatin1String("sept") ? QStringLiteral("sep") : word;
    for (std::size_t month = 0; month < kMonths.size(); ++month)
        if (QString::fromLatin1(kMonths[month]).startsWith(name))
            return static_cast<int>(month) + 1;
    return 0;
}

/// The month that a part of a year means: its first as a start, its last as an end.
int monthOfPart(int part, int monthsEach, DateRole role)
{
    return role == DateRole::Start ? (part - 1) * monthsEach + 1 : part * monthsEach;
}

int partNamed(const QString& sign)
{
    for (const auto& [word, part] : {std::pair{"上", 1},
                                     {"下", 2},
                                     {"一", 1},
                                     {"二", 2},
                                     {"三", 3},
                                     {"四", 4},
                                     {"first", 1},
                                     {"second", 2},
                                     {"third", 3},
                                     {"fourth", 4},
                                     {"1st", 1},
                                     {"2nd", 2},
                                     {"3rd", 3},
                                     {"4th", 4}})
        if (sign == QString::fromUtf8(word))
            return part;
    return sign.toInt();
}

/// A half or a quarter of a year.
struct Part {
    int year = 0;
    int number = 0; ///< from 1
    bool isHalf = false;
};

/// "2h 2026", "h2 26", "2026 h2", "second half of 2026", "2026年下半年" and the same with quarters.
std::optional<Part> findPart(const QString& text)
{
    static const std::array<QRegularExpression, 4> kShapes{
        shape(
            "(?:(?<part>[1-4])\\s?(?<unit>[hq])|(?<unit2>[hq])\\s?(?<part2>[1-4]))(?:\\s+of)?\\s?[-'’]?\\s?(?<year>\\d{4}|\\d{2})"),
        shape("(?<year>\\d{4})\\s?-?\\s?(?:(?<part>[1-4])\\s?(?<unit>[hq])|(?<unit2>[hq])\\s?(?<part2>[1-4]))"),
        shape("(?<part>first|second|third|fourth|1st|2nd|3rd|4th) (?<unit>half|quarter)(?: of)? (?<year>\\d{4})"),
        shape("(?<year>\\d{4})年?\\s?第?(?<part>[上下一二三四1-4])(?<unit>半年|季度)"),
    };
    for (const QRegularExpression& each : kShapes) {
        const QRegularExpressionMatch match = each.match(text);
        if (!match.hasMatch())
            continue;
        const bool isSecondForm = match.captured(QStringLiteral("part")).isEmpty();
        const QString unit = match.captured(isSecondForm ? QStringLiteral("unit2") : QStringLiteral("unit"));
        const int part = partNamed(match.captured(isSecondForm ? QStringLiteral("part2") : QStringLiteral("part")));
        const bool isHalf = unit.startsWith(QLatin1Char('h')) || unit == QStringLiteral("半年");
        if (isHalf && part > 2)
            return std::nullopt;
        return Part{yearOf(match.captured(QStringLiteral("year"))), part, isHalf};
    }
    return std::nullopt;
}

std::optional<Found> readPart(const QString& text, DateRole role)
{
    const std::optional<Part> part = findPart(text);
    if (!part)
        return std::nullopt;
    return Found{part->year, monthOfPart(part->number, part->isHalf ? 6 : 3, role), 0};
}

/// "jul 2026", "22 july 2026", "july 22nd, 2026", "2026 jul".
std::optional<Found> readMonthName(const QString& text)
{
    static const std::array<QRegularExpression, 4> kShapes{
        shape("(?<month>[a-z]{3,9})\\.?,?[ -](?<year>\\d{4})"),
        shape("(?<year>\\d{4})[ -](?<month>[a-z]{3,9})\\.?"),
        shape("(?<day>\\d{1,2})(?:st|nd|rd|th)?\\.?[ -](?<month>[a-z]{3,9})\\.?,?[ -](?<year>\\d{4})"),
        shape("(?<month>[a-z]{3,9})\\.? (?<day>\\d{1,2})(?:st|nd|rd|th)?,? (?<year>\\d{4})"),
    };
    for (const QRegularExpression& each : kShapes) {
        const QRegularExpressionMatch match = each.match(text);
        const int month = match.hasMatch() ? monthNamed(match.captured(QStringLiteral("month"))) : 0;
        if (month == 0)
            continue;
        const bool hasDay = each.pattern().contains(QLatin1String("<day>"));
        return Found{match.captured(QStringLiteral("year")).toInt(), month,
                     hasDay ? match.captured(QStringLiteral("day")).toInt() : 0};
    }
    return std::nullopt;
}

/// "2026", "2026-7", "2026/07/22", "2026.7.22", "7/2026", "22.07.2026", "2026年7月22日".
std::optional<Found> readDigits(const QString& text)
{
    static const std::array<QRegularExpression, 4> kShapes{
        shape("(?<year>\\d{4})年?"),
        shape("(?<year>\\d{4})(?:[-/.]|年\\s?)(?<month>\\d{1,2})月?"),
        shape("(?<year>\\d{4})(?:[-/.]|年\\s?)(?<month>\\d{1,2})(?:[-/.]|月\\s?)(?<day>\\d{1,2})[日号]?"),
        shape("(?:(?<day>\\d{1,2})\\.)?(?<month>\\d{1,2})[./](?<year>\\d{4})"),
    };
    for (const QRegularExpression& each : kShapes) {
        const QRegularExpressionMatch match = each.match(text);
        if (!match.hasMatch())
            continue;
        const auto number = [&](const char* name) {
            return each.pattern().contains(QStringLiteral("<%1>").arg(QLatin1String(name)))
                       ? match.captured(QLatin1String(name))
                       : QString();
        };
        const auto part = [&](const char* name) {
            const QString digits = number(name);
            return digits.isEmpty()      ? 0
                   : digits.toInt() == 0 ? 99
                                         : digits.toInt(); // a month or day of 0 was said: no date
        };
        return Found{number("year").toInt(), part("month"), part("day")};
    }
    return std::nullopt;
}

/// "end of 2026", "year-end 2026", "2026年底", "start of 2026", "mid-2026".
std::optional<Found> readWords(const QString& text, DateRole role)
{
    static const QRegularExpression end(
        shape("(?:(?:the )?end(?: of)?|year[- ]?end|ye)[ -](\\d{4})|(\\d{4})年?(?:底|末)"));
    static const QRegularExpression start(shape("(?:(?:the )?(?:start|beginning)(?: of)?)[ -](\\d{4})|(\\d{4})年?初"));
    static const QRegularExpression middle(shape("(?:mid|middle of)[ -]?(\\d{4})|(\\d{4})年?中"));
    const auto yearIn = [](const QRegularExpressionMatch& match) {
        return (match.captured(1).isEmpty() ? match.captured(2) : match.captured(1)).toInt();
    };
    if (const auto match = end.match(text); match.hasMatch())
        return Found{yearIn(match), 12, 0};
    if (const auto match = start.match(text); match.hasMatch())
        return Found{yearIn(match), 1, 0};
    if (const auto match = middle.match(text); match.hasMatch())
        return Found{yearIn(match), role == DateRole::Start ? 7 : 6, 0};
    return std::nullopt;
}

/// 7/22/2026 and 22/7/2026 say which is the month; 7/8/2026 does not.
std::optional<Found> readSlashes(const QString& text, bool& isAmbiguous)
{
    static const QRegularExpression slashes(shape("(\\d{1,2})/(\\d{1,2})/(\\d{4})"));
    const QRegularExpressionMatch match = slashes.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    const int first = match.captured(1).toInt();
    const int second = match.captured(2).toInt();
    const int year = match.captured(3).toInt();
    isAmbiguous = first <= 12 && second <= 12 && first != second;
    return first > 12 ? Found{year, second, first} : Found{year, first, second};
}

bool isFiscal(const QString& plain)
{
    static const QRegularExpression fiscal(
        QStringLiteral("f[yq](?=[\\s'’-]*\\d)|(?<![a-z])f[yq](?![a-z])|fiscal|财年|财季|财政年度"));
    return fiscal.match(plain).hasMatch();
}

/// What to write for a part of a fiscal year; a calendar quarter would be another time.
tl::unexpected<Sentence> refuseFiscal(const QString& plain, const QString& text)
{
    static const QRegularExpression quarter(QStringLiteral("q|季|quarter"));
    if (quarter.match(plain).hasMatch())
        return refuse(QT_TRANSLATE_NOOP("Sentence", "“{0}” is a quarter of a fiscal year, which need not be one of the "
                                                    "calendar; write the month in which it begins or ends"),
                      text);
    return refuse(
        QT_TRANSLATE_NOOP(
            "Sentence",
            "“{0}” is a fiscal year, which need not be a calendar year; write the month in which it begins or ends"),
        text);
}

} // namespace

ReadResult readDate(const QString& text, DateRole role)
{
    const QString plain = normalised(text);
    const auto refuseDay = [&] {
        return refuse(QT_TRANSLATE_NOOP("Sentence", "“{0}” is no whole day; write it as 2025-09-30"), text);
    };
    if (plain.isEmpty() || plain == QLatin1String("-") || plain == QStringLiteral("–") || plain == QStringLiteral("—"))
        return role == DateRole::WholeDay ? ReadResult(refuseDay()) : Reading{};
    if (isFiscal(plain))
        return role == DateRole::WholeDay ? refuseDay() : refuseFiscal(plain, text);
    bool isAmbiguous = false;
    std::optional<Found> found = readDigits(plain);
    if (!found)
        found = readPart(plain, role);
    if (!found)
        found = readMonthName(plain);
    if (!found)
        found = readWords(plain, role);
    if (!found)
        found = readSlashes(plain, isAmbiguous);
    if (isAmbiguous)
        return refuse(
            QT_TRANSLATE_NOOP("Sentence", "“{0}” may be read in two ways; write year-month-day, such as 2026-07-22"),
            text);
    if (role == DateRole::WholeDay && (!found || found->day == 0))
        return refuseDay();
    if (!found)
        return refuse(
            QT_TRANSLATE_NOOP("Sentence", "“{0}” is no date; write 2026, 2026-07, 2026-07-22, Q3 2026 or 2H 2026"),
            text);
    const bool saysMonth = found->month != 0 || found->day != 0;
    std::string canonical = fmt::format("{:04}", found->year);
    if (saysMonth)
        canonical += fmt::format("-{:02}", found->month);
    if (found->day != 0)
        canonical += fmt::format("-{:02}", found->day);
    const Result<Date> date = parseDate(canonical);
    if (!date)
        return tl::unexpected<Sentence>(quoting(text, date.error().sentence));
    return Reading{formatDate(*date), dateText(*date)};
}

PeriodResult readPeriod(const QString& text)
{
    const QString plain = normalised(text);
    if (const Result<Period> period = parsePeriod(plain.toStdString()))
        return *period;
    if (isFiscal(plain))
        return refuse(QT_TRANSLATE_NOOP("Sentence", "“{0}” is a fiscal period, which need not be one of the calendar; "
                                                    "write a year or a quarter of the calendar: 2027 or 2027Q3"),
                      text);
    const std::optional<Part> part = findPart(plain);
    if (part && part->isHalf)
        return refuse(
            QT_TRANSLATE_NOOP("Sentence", "“{0}” is half a year; a period is a year or a quarter: 2027 or 2027Q3"),
            text);
    std::string canonical = plain.toStdString();
    if (part)
        canonical = fmt::format("{:04}Q{}", part->year, part->number);
    else if (const ReadResult date = readDate(text, DateRole::Start); date)
        canonical = date->canonical;
    const Result<Period> period = parsePeriod(canonical);
    if (period)
        return *period;
    const bool isYear = part || canonical.size() == 4; // of a form that is read, but not within the calendar
    return isYear ? PeriodResult(tl::unexpected<Sentence>(quoting(text, period.error().sentence)))
                  : PeriodResult(refuse(QT_TRANSLATE_NOOP("Sentence", "“{0}” is no period; write a year or a quarter: "
                                                                      "2027 or 2027Q3"),
                                        text));
}

} // namespace ochain
