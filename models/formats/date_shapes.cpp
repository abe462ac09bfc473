// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/date_shapes.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <utility>

namespace ochain {

namespace {

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

QString capturedAs(const QRegularExpressionMatch& match, const char* name)
{
    return match.captured(QLatin1String(name)); // nothing for a group that the pattern does not have
}

/// The month that a part of a year means: its first as a start, its last as an end.
int monthOfPart(const YearPart& part, bool isEnd)
{
    const int monthsEach = part.isHalf ? 6 : 3;
    return isEnd ? part.number * monthsEach : (part.number - 1) * monthsEach + 1;
}

std::optional<DateParts> readYearPart(const QString& text, bool isEnd)
{
    const std::optional<YearPart> part = yearPartIn(text);
    return part ? std::optional(DateParts{part->year, monthOfPart(*part, isEnd), 0}) : std::nullopt;
}

/// "jul 2026", "jul-26", "jul '26", "22 july 2026", "22-jul-26", "july 22nd, 2026", "2026 jul".
std::optional<DateParts> readMonthName(const QString& text)
{
    static const std::array<QRegularExpression, 5> kShapes{
        shape("(?<month>[a-z]{3,9})\\.?,?[ -](?<year>\\d{4})"),
        shape("(?<month>[a-z]{3,9})\\.?(?:-|[ -]?['’])(?<year>\\d{2})"),
        shape("(?<year>\\d{4})[ -](?<month>[a-z]{3,9})\\.?"),
        shape(
            "(?<day>\\d{1,2})(?:st|nd|rd|th)?\\.?[ -](?:of )?(?<month>[a-z]{3,9})\\.?,?[ -](?<year>\\d{4}|['’]?\\d{2})"),
        shape("(?<month>[a-z]{3,9})\\.? (?:the )?(?<day>\\d{1,2})(?:st|nd|rd|th)?,? (?<year>\\d{4})"),
    };
    for (const QRegularExpression& each : kShapes) {
        const QRegularExpressionMatch match = each.match(text);
        const int month = match.hasMatch() ? monthNamed(capturedAs(match, "month")) : 0;
        if (month == 0)
            continue;
        const bool hasDay = each.pattern().contains(QLatin1String("<day>"));
        QString year = capturedAs(match, "year");
        year.remove(QLatin1Char('\'')).remove(QChar(u'’'));
        return DateParts{yearOf(year), month, hasDay ? capturedAs(match, "day").toInt() : 0};
    }
    return std::nullopt;
}

/// "2026", "2026-7", "2026/07/22", "2026.7.22", "7/2026", "22.07.2026", "2026年7月22日".
std::optional<DateParts> readDigits(const QString& text)
{
    static const std::array<QRegularExpression, 4> kShapes{
        shape("(?<year>\\d{4})\\s?年?"),
        shape("(?<year>\\d{4})(?:[-/.]|\\s?年\\s?)(?<month>\\d{1,2})\\s?(?:月份?)?"),
        shape("(?<year>\\d{4})(?:[-/.]|\\s?年\\s?)(?<month>\\d{1,2})(?:[-/.]|\\s?月\\s?)(?<day>\\d{1,2})\\s?[日号]?"),
        shape("(?:(?<day>\\d{1,2})\\.)?(?<month>\\d{1,2})[./](?<year>\\d{4})"),
    };
    for (const QRegularExpression& each : kShapes) {
        const QRegularExpressionMatch match = each.match(text);
        if (!match.hasMatch())
            continue;
        const auto part = [&](const char* name) {
            const bool isOfShape = each.pattern().contains(QStringLiteral("<%1>").arg(QLatin1String(name)));
            const QString digits = isOfShape ? capturedAs(match, name) : QString();
            constexpr int kNever = 99; // a month or day of 0 was said: no date
            return digits.isEmpty() ? 0 : digits.toInt() == 0 ? kNever : digits.toInt();
        };
        return DateParts{capturedAs(match, "year").toInt(), part("month"), part("day")};
    }
    return std::nullopt;
}

/// What a word such as "end of" is about: a year, a part of one or a month.
std::optional<DateParts> readSpan(const QString& text, bool isEnd)
{
    for (const auto& found : {readDigits(text), readYearPart(text, isEnd), readMonthName(text)})
        if (found)
            return found->day == 0 ? found : std::nullopt;
    return std::nullopt;
}

/// The first or the last month of a span.
std::optional<DateParts> edgeOf(const QString& text, bool isLast)
{
    std::optional<DateParts> span = readSpan(text, isLast);
    if (span && span->month == 0)
        span->month = isLast ? 12 : 1;
    return span;
}

/// "early", "mid" and "late": of a year its first quarter, its middle and its last quarter, of a quarter or a month the
/// month that they touch.
std::optional<DateParts> readThird(const QString& word, const QString& text, bool isEnd)
{
    const bool isMid = word == QLatin1String("mid");
    const bool isLate = word == QLatin1String("late");
    const std::optional<DateParts> year = readSpan(text, isEnd);
    if (year && year->month == 0)
        return DateParts{year->year, isMid ? (isEnd ? 6 : 7) : monthOfPart({0, isLate ? 4 : 1, false}, isEnd), 0};
    const std::optional<YearPart> part = yearPartIn(text);
    if (part && (part->isHalf || isMid))
        return std::nullopt;
    return edgeOf(text, isLate);
}

/// "end of 2026", "the end of q3 2026", "year-end 2026", "start of july 2026", "mid-2026", "late 2026".
std::optional<DateParts> readEnglishWords(const QString& text, bool isEnd)
{
    static const QRegularExpression edge(
        shape("(?:the )?(?<word>end|close|start|beginning|middle)(?: of)?(?: the)?[ -](?<span>.+)"));
    static const QRegularExpression yearEnd(shape("(?:the )?(?:year[- ]?end|ye)[ -]?(?<span>\\d{4})"));
    static const QRegularExpression third(shape("(?<word>early|mid|late)(?: in)?[ -]?(?<span>.+)"));
    if (const auto match = yearEnd.match(text); match.hasMatch())
        return edgeOf(capturedAs(match, "span"), true);
    if (const auto match = third.match(text); match.hasMatch())
        return readThird(capturedAs(match, "word"), capturedAs(match, "span"), isEnd);
    const QRegularExpressionMatch match = edge.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    const QString word = capturedAs(match, "word");
    if (word == QLatin1String("middle"))
        return readThird(QStringLiteral("mid"), capturedAs(match, "span"), isEnd);
    return edgeOf(capturedAs(match, "span"), word == QLatin1String("end") || word == QLatin1String("close"));
}

/// "2026年底", "2026年年末", "2026年第3季度末", "2026年7月初", "2026年中", "2026年7月中旬".
std::optional<DateParts> readChineseWords(const QString& text, bool isEnd)
{
    static const QRegularExpression edge(
        shape("(?<span>\\d{4}(?:\\s?年)?.*?)(?:的)?\\s?年?(?<word>底|末|初|中旬|上旬|下旬|中)(?:之?前)?"));
    const QRegularExpressionMatch match = edge.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    const QString word = capturedAs(match, "word");
    const QString span = capturedAs(match, "span");
    if (word == QStringLiteral("中"))
        return readThird(QStringLiteral("mid"), span, isEnd);
    const bool isLast = word == QStringLiteral("底") || word == QStringLiteral("末") || word == QStringLiteral("下旬");
    const std::optional<DateParts> found = readSpan(span, isLast);
    const bool isOfMonth = word.endsWith(QStringLiteral("旬"));
    return isOfMonth && (!found || found->month == 0) ? std::nullopt : edgeOf(span, isLast);
}

/// Whether year, month and day can be a date at all, as far as numbers of two digits may stand for any of them.
bool isPossible(const DateParts& date)
{
    return date.month >= 1 && date.month <= 12 && date.day >= 1 && date.day <= 31;
}

/// 7/22/2026 and 22/7/2026 say which is the month; 7/8/2026 does not. With a year of two digits that may stand in front
/// as well.
std::vector<DateParts> readSlashes(const QString& text)
{
    static const QRegularExpression slashes(shape("(\\d{1,2})([-/])(\\d{1,2})\\2(\\d{4}|\\d{2})"));
    const QRegularExpressionMatch match = slashes.match(text);
    if (!match.hasMatch())
        return {};
    const QString first = match.captured(1);
    const QString last = match.captured(4);
    const int middle = match.captured(3).toInt();
    std::vector<DateParts> ways{{yearOf(last), first.toInt(), middle}, {yearOf(last), middle, first.toInt()}};
    if (first.size() == 2 && last.size() == 2)
        ways.push_back({yearOf(first), middle, last.toInt()});
    std::vector<DateParts> dates;
    for (const DateParts& way : ways)
        if (isPossible(way) && std::find(dates.begin(), dates.end(), way) == dates.end())
            dates.push_back(way);
    return dates.empty() ? std::vector{ways.front()} : dates; // the calendar says what is wrong with it
}

/// Without a word that only leads to the date: "in 2026", "by the end of q3 2026", "2026年底之前".
QString withoutLead(QString text)
{
    static const QRegularExpression lead(QStringLiteral(
        "^(?:(?:in|from|starting|during|through)\\s(?:the )?|by\\s(?=(?:the )?(?:end|close|early|mid|late|year)))"));
    static const QRegularExpression midnight(QStringLiteral("(?<=\\d)[\\st]0{1,2}:00(?::00(?:\\.0+)?)?z?$"));
    return text.remove(lead).remove(midnight); // spreadsheets write days with the time they begin
}

} // namespace

int partNamed(const QString& word)
{
    for (const auto& [name, part] : {std::pair{"上", 1},
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
        if (word == QString::fromUtf8(name))
            return part;
    return word.toInt();
}

std::optional<YearPart> yearPartIn(const QString& text)
{
    static const std::array<QRegularExpression, 4> kShapes{
        shape("(?:(?<part>[1-4])\\s?(?<unit>[hq])|(?<unit2>[hq])\\s?(?<part2>[1-4]))(?:\\s+of)?\\s?[-'’]?\\s?"
              "(?<year>\\d{4}|\\d{2})"),
        shape("(?<year>\\d{4})年?\\s?-?\\s?(?:(?<part>[1-4])\\s?(?<unit>[hq])|(?<unit2>[hq])\\s?(?<part2>[1-4]))"),
        shape(
            "(?:the )?(?<part>first|second|third|fourth|1st|2nd|3rd|4th) (?<unit>half|quarter)(?: of)? (?<year>\\d{4})"),
        shape("(?<year>\\d{4})\\s?年?\\s?第?(?<part>[上下1-4])(?:个)?(?<unit>半年|季度?)"),
    };
    for (const QRegularExpression& each : kShapes) {
        const QRegularExpressionMatch match = each.match(text);
        if (!match.hasMatch())
            continue;
        const bool isSecondForm = capturedAs(match, "part").isEmpty();
        const QString unit = capturedAs(match, isSecondForm ? "unit2" : "unit");
        const int part = partNamed(capturedAs(match, isSecondForm ? "part2" : "part"));
        const bool isHalf = unit.startsWith(QLatin1Char('h')) || unit == QStringLiteral("半年");
        if (isHalf && part > 2)
            return std::nullopt;
        return YearPart{yearOf(capturedAs(match, "year")), part, isHalf};
    }
    return std::nullopt;
}

std::vector<DateParts> datesIn(const QString& text, bool isEnd)
{
    const QString plain = withoutLead(text);
    using Reader = std::optional<DateParts> (*)(const QString&, bool);
    static constexpr std::array<Reader, 5> kReaders{
        [](const QString& date, bool) { return readDigits(date); }, readYearPart,
        [](const QString& date, bool) { return readMonthName(date); }, readEnglishWords, readChineseWords};
    for (const Reader read : kReaders)
        if (const std::optional<DateParts> date = read(plain, isEnd))
            return {*date};
    return readSlashes(plain);
}

} // namespace ochain
