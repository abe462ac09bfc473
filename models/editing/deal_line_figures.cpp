// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "editing/deal_line_figures.h"

#include <QRegularExpression>

namespace ochain {

namespace {

QRegularExpression pattern(const QString& text)
{
    return QRegularExpression(text, QRegularExpression::CaseInsensitiveOption);
}

/// A date in any form that needs no word beside it.
QString dateForms()
{
    return QStringLiteral(
        "(?:(?<![\\d.,$\\w])|(?<=[\\x{4e00}-\\x{9fff}]))(?:\\d{4}[-/]\\d{1,2}[-/]\\d{1,2}|\\d{1,2}/\\d{1,2}/\\d{4}|\\d{4}-(?:0[1-9]|1[0-2])|"
        "(?:q[1-4]|[12]h|h[12]|[1-4]q)\\s?\\d{4}|\\d{4}\\s?(?:q[1-4]|h[12])|"
        "\\d{1,2}\\s(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?,?\\s\\d{4}|"
        "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?\\s(?:\\d{1,2},?\\s)?\\d{4}|"
        "(?:early|mid|late|end of)[\\s-]\\d{4}|"
        "\\d{4}年(?:\\d{1,2}月(?:\\d{1,2}[日号])?|[上下]半年|第?[一二三四1-4]季度|[初中末底])?|(?:19|20)\\d{2})"
        "(?![\\d%]|[.,]\\d|\\s?[gmk]w)");
}

/// Reads every match: the part named "date" is of that field.
void readDates(DealLineText& line, Field field, const QRegularExpression& shape)
{
    for (QRegularExpressionMatch match = line.match(shape); match.hasMatch(); match = line.match(shape)) {
        line.take({match.capturedStart(), match.capturedLength()});
        line.read(field, {match.capturedStart(u"date"), match.capturedLength(u"date")}, match.captured(u"date"));
    }
}

void readSpans(DealLineText& line)
{
    static const QRegularExpression shape = pattern(
        QStringLiteral(
            "(?:(?:from|between|自|从)\\s*)?(?<first>%1)\\s*(?:-|–|—|~|to(?![a-z])|until|through|till|and|至|到)"
            "\\s*(?<last>%1)")
            .arg(dateForms()));
    for (QRegularExpressionMatch match = line.match(shape); match.hasMatch(); match = line.match(shape)) {
        line.take({match.capturedStart(), match.capturedLength()});
        line.read(deal_field::Starts, {match.capturedStart(u"first"), match.capturedLength(u"first")},
                  match.captured(u"first"));
        line.read(deal_field::Ends, {match.capturedStart(u"last"), match.capturedLength(u"last")},
                  match.captured(u"last"));
    }
}

/// Amounts of one unit.
void readAmounts(DealLineText& line, Field field, const QRegularExpression& shape)
{
    for (QRegularExpressionMatch match = line.match(shape); match.hasMatch(); match = line.match(shape))
        line.read(field, {match.capturedStart(), match.capturedLength()}, match.captured().trimmed());
}

const char* const kBefore =
    "(?:(?:(?:up to|as much as|at most|no more than|at least|more than|over|about|around|roughly|approximately|approx\\.?|circa|"
    "an estimated|estimated|est\\.)\\s+|[~≈≥≤<>]\\s?|大约|约|至多|最多|高达|至少|不超过|超过|逾|每年)){0,2}";
const char* const kNumber = "(?:\\d[\\d,]*(?:\\.\\d+)?)";
const char* const kScale =
    "(?:\\s?(?:k|mn|mm|m|bn|b|tn|t|million|billion|trillion|thousand)(?![a-z])|\\s?[十百千]?[万亿]亿?|\\s?百万|\\s?千万)";
const char* const kBehind =
    "(?:\\s?\\+|\\s*(?:a|per)\\s(?:year|month|quarter)(?![a-z])|\\s?/\\s?(?:yr|year|mo|month)|\\s+annually)?"
    "(?:,?\\s*(?:over|across|for)(?:\\s(?:the next|about|around))?\\s(?:\\d+|[a-z]+)[\\s-](?:years?|months?|quarters?)(?![a-z])|"
    "[，,]?\\s?(?:为期|历时|分)?\\d{1,2}(?:年|个月)(?![\\d月上下第初中末底])(?:期|内)?)?";

} // namespace

void readDatesOf(DealLineText& line)
{
    const QString date = dateForms();
    readSpans(line);
    static const QRegularExpression announced = pattern(
        QStringLiteral(
            "(?:(?:(?<![a-z])(?:announced|signed|agreed|dated)(?:\\s(?:on|in))?\\s+|(?:宣布|公布|签署|签约|签订)(?:于|日期)?[:：]?\\s*)"
            "(?<date>%1))")
            .arg(date));
    static const QRegularExpression announcedBehind =
        pattern(QStringLiteral("(?:于)?(?<date>%1)(?=\\s*(?:宣布|公布|签署|签约|签订))").arg(date));
    static const QRegularExpression starts = pattern(
        QStringLiteral(
            "(?:(?<![a-z])(?:from|starting|starts?|beginning|begins?|since|as of)(?:\\s(?:in|on|from))?\\s+|自|从)\\s*"
            "(?<date>%1)(?:起|开始)?")
            .arg(date));
    static const QRegularExpression startsBehind = pattern(QStringLiteral("(?<date>%1)(?:起|开始)").arg(date));
    static const QRegularExpression ends = pattern(
        QStringLiteral(
            "(?:(?<![a-z])(?:until|till|through|by|ends?|ending|expires?|expiring)(?:\\s(?:in|on))?\\s+|至|到)\\s*"
            "(?<date>%1)(?:止|为止)?")
            .arg(date));
    static const QRegularExpression endsBehind = pattern(QStringLiteral("(?<date>%1)(?:止|为止|到期)").arg(date));
    // "signed" is the status too: only the date is taken of it
    static const QRegularExpression behindStatus =
        pattern(QStringLiteral("(?<=announced |signed |签署|签约|签订|宣布)(?<date>%1)").arg(date));
    readDates(line, deal_field::Announced, behindStatus);
    readDates(line, deal_field::Announced, announcedBehind);
    readDates(line, deal_field::Announced, announced);
    readDates(line, deal_field::Starts, starts);
    readDates(line, deal_field::Starts, startsBehind);
    readDates(line, deal_field::Ends, ends);
    readDates(line, deal_field::Ends, endsBehind);
    static const QRegularExpression alone = pattern(date);
    for (QRegularExpressionMatch match = line.match(alone); match.hasMatch(); match = line.match(alone))
        line.leave(
            {match.capturedStart(), match.capturedLength()},
            Sentence{QT_TRANSLATE_NOOP("Sentence", "“{0}” may be when it starts, ends or was announced; say which"),
                     {match.captured().toStdString()}});
}

void readAmountsOf(DealLineText& line)
{
    const QString number = QLatin1String(kNumber);
    const QString scale = QString::fromUtf8(kScale);
    const QString behind = QString::fromUtf8(kBehind);
    const QString prefix = QString::fromUtf8(kBefore);
    static const QRegularExpression power = pattern(
        prefix +
        QStringLiteral(
            "(?<![\\w.,])(?:%1\\s?[-–~]\\s?)?%1\\s?(?:gw|mw|kw|gigawatts?|megawatts?|kilowatts?|吉瓦|兆瓦|[百]?万千瓦|亿千瓦|千瓦)"
            "(?![a-z])")
            .arg(number) +
        QStringLiteral("(?:\\s?\\+)?"));
    static const QRegularExpression dollars =
        pattern(prefix + QStringLiteral("(?:us)?\\$\\s?%1%2?(?:\\s?[-–~]\\s?\\$?%1%2?)?").arg(number, scale) + behind);
    static const QRegularExpression dollarsInWords = pattern(
        prefix +
        QStringLiteral(
            "(?<![\\w.,])(?:%1|[一二三四五六七八九十百千两零点]+)%2?\\s?(?:us dollars|dollars|usd|美元|美金)(?![a-z])")
            .arg(number, scale) +
        behind);
    static const QRegularExpression stake = pattern(
        QStringLiteral(
            "(?<![\\w.,])(?<share>%1\\s?(?:%|percent))(?:\\s(?:stake|equity|of the (?:equity|shares|stock))(?![a-z])|的?(?:股权|股份))")
            .arg(number));
    readAmounts(line, deal_field::CapacityMw, power);
    readAmounts(line, deal_field::ValueUsd, dollars);
    readAmounts(line, deal_field::ValueUsd, dollarsInWords);
    for (QRegularExpressionMatch match = line.match(stake); match.hasMatch(); match = line.match(stake))
        line.read(deal_field::EquityPct, {match.capturedStart(u"share"), match.capturedLength(u"share")},
                  match.captured(u"share"));
}

} // namespace ochain
