// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/parse_date.h"

#include "formats/date_shapes.h"
#include "formats/fiscal_period.h"
#include "formats/typed_signs.h"

#include <QRegularExpression>

#include <fmt/format.h>

namespace ochain {

namespace {

std::string isoText(const DateParts& date)
{
    std::string text = fmt::format("{:04}", date.year);
    if (date.month != 0 || date.day != 0)
        text += fmt::format("-{:02}", date.month);
    if (date.day != 0)
        text += fmt::format("-{:02}", date.day);
    return text;
}

/// What to write for a part of a fiscal year; a calendar quarter would be another time.
tl::unexpected<Sentence> refuseFiscal(const FiscalPeriod& period, const QString& text)
{
    if (period.quarter > 0)
        return refuse(QT_TRANSLATE_NOOP("Sentence", "“{0}” is a quarter of a fiscal year, which need not be one of the "
                                                    "calendar; write the month in which it begins or ends"),
                      text);
    return refuse(
        QT_TRANSLATE_NOOP(
            "Sentence",
            "“{0}” is a fiscal year, which need not be a calendar year; write the month in which it begins or ends"),
        text);
}

tl::unexpected<Sentence> refuseAmbiguous(const QString& text, const std::vector<DateParts>& dates)
{
    const bool isOfTwo = dates.size() == 2;
    Sentence sentence{isOfTwo
                          ? QT_TRANSLATE_NOOP("Sentence", "“{0}” may be read in two ways, as {1} or as {2}; write the "
                                                          "one that is meant")
                          : QT_TRANSLATE_NOOP("Sentence", "“{0}” may be read in three ways, as {1}, {2} or {3}; write "
                                                          "the one that is meant"),
                      {text.trimmed().toStdString()}};
    for (const DateParts& date : dates)
        sentence.args.push_back(isoText(date));
    return tl::unexpected<Sentence>(std::move(sentence));
}

/// A text to which the year is added that it leaves out, as its language has it: "end of q3 2026", "2026年年底".
QString withYear(const QString& text, int year)
{
    static const QRegularExpression chinese(QStringLiteral("[月季半底末初日号]"));
    static const QRegularExpression named(QStringLiteral("[a-z]{3}|[hq]\\s?[1-4]|[1-4]\\s?[hq]"));
    if (chinese.match(text).hasMatch())
        return QStringLiteral("%1年%2").arg(year).arg(text);
    return named.match(text).hasMatch() ? QStringLiteral("%1 %2").arg(text).arg(year) : QString();
}

/// "jul 22" is a day of July or July of 2022.
bool isMonthAndNumber(const QString& text)
{
    static const QRegularExpression both(QStringLiteral("^[a-z]{3,9}\\.? \\d{2}$"));
    return both.match(text).hasMatch();
}

/// The first time from a date on that a text without a year may mean. Only one that lies near is meant without saying
/// its year.
std::vector<DateParts> datesNear(const QString& text, bool isEnd, Date near)
{
    for (const int year : {near.year(), near.year() + 1}) {
        std::vector<DateParts> dates = datesIn(withYear(text, year), isEnd);
        if (dates.size() != 1)
            return dates;
        const int month = dates.front().month;
        if (year > near.year() || near.month() == 0 || month >= near.month())
            return dates;
    }
    return {};
}

tl::unexpected<Sentence> refuseWithoutYear(const QString& text)
{
    if (isMonthAndNumber(normalised(text)))
        return refuse(QT_TRANSLATE_NOOP("Sentence", "“{0}” may be a month of a year or a day of a month; write it as "
                                                    "2026-07 or 2026-07-22"),
                      text);
    return refuse(QT_TRANSLATE_NOOP("Sentence", "“{0}” says no year; write it with its year, such as end of Q3 2026"),
                  text);
}

bool isEmptyDate(const QString& plain)
{
    return plain.isEmpty() || plain == QLatin1String("-") || plain == QStringLiteral("–") ||
           plain == QStringLiteral("—");
}

tl::unexpected<Sentence> refuseDay(const QString& text)
{
    return refuse(QT_TRANSLATE_NOOP("Sentence", "“{0}” is no whole day; write it as 2025-09-30"), text);
}

/// Why a text is no date of this role.
tl::unexpected<Sentence> refuseDate(const QString& plain, const QString& text, DateRole role)
{
    if (role == DateRole::WholeDay)
        return refuseDay(text);
    constexpr int kAnyYear = 2026;
    if (const QString dated = withYear(plain, kAnyYear); !dated.isEmpty() && !datesIn(dated, false).empty())
        return refuseWithoutYear(text);
    return refuse(
        QT_TRANSLATE_NOOP("Sentence", "“{0}” is no date; write 2026, 2026-07, 2026-07-22, Q3 2026 or 2H 2026"), text);
}

} // namespace

ReadResult readDate(const QString& text, DateRole role, Date near)
{
    const QString plain = normalised(text);
    if (isEmptyDate(plain))
        return role == DateRole::WholeDay ? ReadResult(refuseDay(text)) : Reading{};
    if (saysFiscal(plain))
        return role == DateRole::WholeDay ? refuseDay(text) : refuseFiscal(fiscalPeriodIn(plain), text);
    std::vector<DateParts> dates = datesIn(plain, role == DateRole::End);
    if (dates.empty() && near.isSet() && !isMonthAndNumber(plain))
        dates = datesNear(plain, role == DateRole::End, near);
    if (dates.size() > 1)
        return refuseAmbiguous(text, dates);
    if (dates.empty() || (role == DateRole::WholeDay && dates.front().day == 0))
        return refuseDate(plain, text, role);
    const Result<Date> date = parseDate(isoText(dates.front()));
    if (!date)
        return tl::unexpected<Sentence>(quoting(text, date.error().sentence));
    return Reading{formatDate(*date), dateText(*date)};
}

PeriodResult readPeriod(const QString& text)
{
    const QString plain = normalised(text);
    if (const Result<Period> period = parsePeriod(plain.toStdString()))
        return *period;
    if (saysFiscal(plain))
        return refuse(QT_TRANSLATE_NOOP("Sentence", "“{0}” is a fiscal period, which need not be one of the calendar; "
                                                    "write a year or a quarter of the calendar: 2027 or 2027Q3"),
                      text);
    const std::optional<YearPart> part = yearPartIn(plain);
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
