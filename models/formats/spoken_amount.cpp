// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/spoken_amount.h"

#include "formats/typed_signs.h"

#include <QRegularExpression>

#include <array>
#include <optional>
#include <utility>

namespace ochain {

namespace {

/// Takes the match of a pattern off a text. @return whether there was one
bool takeOff(QString& text, const QRegularExpression& pattern)
{
    const QRegularExpressionMatch match = pattern.match(text);
    if (!match.hasMatch())
        return false;
    text.remove(match.capturedStart(), match.capturedLength());
    text = text.trimmed();
    return true;
}

/// "about", "约" in front, "or so", "左右" behind.
bool takeEstimate(QString& text)
{
    static const QRegularExpression before(QStringLiteral(
        "^(?:[~≈≅∼〜]|(?:circa|about|around|roughly|approximately|approx\\.?|some|an estimated|estimated|est\\.|"
        "ca?\\.)(?![a-z])|(?:大约|大概|约|估计))\\s*"));
    static const QRegularExpression after(
        QStringLiteral("\\s*(?:左右|上下|or so|\\(?(?:est\\.?|estimated|approx\\.?)\\)?)$"));
    const bool isBefore = takeOff(text, before);
    return takeOff(text, after) || isBefore;
}

/// "up to", "最多".
bool takeCeiling(QString& text)
{
    static const QRegularExpression before(QStringLiteral(
        "^(?:(?:up to|as much as|at most|no more than|not more than|a maximum of|maximum|max\\.?)(?![a-z])|≤|<=|"
        "(?:最多|至多|不超过|高达|多达|上限))\\s*(?:为)?\\s*"));
    static const QRegularExpression after(QStringLiteral("\\s*(?:at most|max\\.?|封顶)$"));
    const bool isBefore = takeOff(text, before);
    return takeOff(text, after) || isBefore;
}

/// "at least", "over" in front, "or more", "以上" behind.
bool takeFloor(QString& text)
{
    static const QRegularExpression before(QStringLiteral(
        "^(?:(?:at least|more than|no less than|not less than|over|above|upwards? of|in excess of|north of)(?![a-z])|"
        ">=?|≥|(?:至少|不少于|不低于|超过|多于|高于|逾))\\s*"));
    static const QRegularExpression after(QStringLiteral("\\s*(?:\\+|or more|and more|以上)$"));
    const bool isBefore = takeOff(text, before);
    return takeOff(text, after) || isBefore;
}

int numberNamed(const QString& word)
{
    static const std::array<const char*, 12> kNumbers{"one",   "two",   "three", "four", "five",   "six",
                                                      "seven", "eight", "nine",  "ten",  "eleven", "twelve"};
    for (std::size_t number = 0; number < kNumbers.size(); ++number)
        if (word == QLatin1String(kNumbers[number]))
            return static_cast<int>(number) + 1;
    if (word == QLatin1String("a") || word == QLatin1String("an"))
        return 1;
    return word == QLatin1String("fifteen") ? 15 : word == QLatin1String("twenty") ? 20 : word.toInt();
}

int monthsIn(const QString& unit)
{
    constexpr int kYear = 12;
    if (unit.startsWith(QLatin1Char('q')))
        return 3;
    if (unit.startsWith(QLatin1Char('m')) || unit.contains(QStringLiteral("月")))
        return 1;
    return unit.startsWith(QLatin1Char('d')) ? 10 * kYear : kYear;
}

/// "over seven years", "across the next 18 months", "7年内", "为期七年" (with 7): at either end of the text.
/// @return months; 0 if nothing is said
int takeDuration(QString& text, bool& isEstimate)
{
    static const std::array<QRegularExpression, 3> kShapes{
        QRegularExpression(QStringLiteral(
            "[,(]?\\s*(?<![a-z])(?:spread )?(?:over|across|for)(?: the next| a period of)?"
            "(?<about> about| around| roughly| approximately| some| ~)?\\s?(?<number>\\d{1,3}|[a-z]+)[ -]"
            "(?<unit>years?|yrs?|months?|quarters?|decades?)\\)?$")),
        QRegularExpression(QStringLiteral("^(?:在)?(?:未来)?(?<about>约)?(?<number>\\d{1,3})(?<unit>年|个月)"
                                          "(?:之内|内|里|间|期间|中|共)?[,，、]?\\s*(?=[~约最至不高多$\\d])")),
        QRegularExpression(QStringLiteral("[,(、]?\\s*(?:为期|历时|分|期限|期限为)?(?<about>约)?(?<![\\d.])"
                                          "(?<number>\\d{1,3})(?<unit>年|个月)(?:之内|内|期)?\\)?$")),
    };
    for (const QRegularExpression& each : kShapes) {
        const QRegularExpressionMatch match = each.match(text);
        const int number = match.hasMatch() ? numberNamed(match.captured(QStringLiteral("number"))) : 0;
        if (number == 0 || match.capturedLength() == text.size())
            continue;
        isEstimate = isEstimate || !match.captured(QStringLiteral("about")).isEmpty();
        text.remove(match.capturedStart(), match.capturedLength());
        text = text.trimmed();
        return number * monthsIn(match.captured(QStringLiteral("unit")));
    }
    return 0;
}

bool takePeriod(QString& text)
{
    static const QRegularExpression each(
        QStringLiteral("\\s*(?:(?:a|per|each|every)\\s(?:year|month|quarter)|/\\s?(?:year|yr|quarter|month|mo)|"
                       "annually|yearly|p\\.\\s?a\\.)$|^每(?:年|月|季度)\\s*|\\s*/\\s?[年月]$"));
    return takeOff(text, each);
}

/// One end of a range: what stands before and behind its number.
struct RangeEnd {
    QString before;
    QString number;
    QString behind;
};

std::optional<RangeEnd> rangeEnd(const QString& text)
{
    static const QRegularExpression parts(QStringLiteral("^([^\\d.]*)(\\.?\\d[\\d,.' ]*)(.*)$"));
    const QRegularExpressionMatch match = parts.match(text.trimmed());
    if (!match.hasMatch())
        return std::nullopt;
    return RangeEnd{match.captured(1), match.captured(2).trimmed(), match.captured(3).trimmed()};
}

QString textOf(const RangeEnd& end)
{
    return end.before + end.number + end.behind;
}

/// "10-15gw", "between 10 and 15 gw", "$10b to $15b", "10至15吉瓦": its two ends, each with a unit.
std::optional<std::pair<QString, QString>> rangeIn(const QString& text)
{
    static const QRegularExpression shape(
        QStringLiteral("^(?:(?<between>between|from)\\s)?(?<low>.*?\\d[^-–—~〜∼至到]*?)\\s*"
                       "(?<sign>[-–—~〜∼至到]|\\bto\\b|\\band\\b)\\s*(?<high>[^\\d]{0,6}?\\.?\\d.*?)(?:之间)?$"));
    const QRegularExpressionMatch match = shape.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    const bool isAnd = match.captured(QStringLiteral("sign")) == QLatin1String("and");
    const bool isBetween = match.captured(QStringLiteral("between")) == QLatin1String("between");
    static const QRegularExpression exponent(QStringLiteral("\\de$")); // the minus of 3e-5
    const QString lower = match.captured(QStringLiteral("low"));
    std::optional<RangeEnd> low = rangeEnd(lower);
    std::optional<RangeEnd> high = rangeEnd(match.captured(QStringLiteral("high")));
    if (isAnd != isBetween || !low || !high || exponent.match(lower).hasMatch())
        return std::nullopt;
    if (low->behind.isEmpty())
        low->behind = high->behind;
    if (high->before.isEmpty() && high->behind.isEmpty())
        high->before = low->before; // "$10 to 15"
    return std::pair{textOf(*low), textOf(*high)};
}

} // namespace

SpokenAmount spokenAmount(const QString& text)
{
    constexpr qsizetype kLongest = 200; // of what people say of an amount; a whole page is not looked through
    SpokenAmount spoken;
    QString rest = normalised(text);
    if (rest.size() > kLongest) {
        spoken.amount = rest;
        return spoken;
    }
    const auto takeWords = [&] {
        for (bool isNew = true; isNew;) { // "up to about", "约最多"
            const bool isEstimate = takeEstimate(rest);
            const bool isCeiling = takeCeiling(rest);
            spoken.isEstimate = spoken.isEstimate || isEstimate;
            spoken.isCeiling = spoken.isCeiling || isCeiling;
            isNew = isEstimate || isCeiling;
        }
    };
    takeWords();
    spoken.months = takeDuration(rest, spoken.isEstimate);
    takeWords();
    spoken.isFloor = takeFloor(rest);
    spoken.isForEachPeriod = takePeriod(rest);
    spoken.amount = rest;
    if (auto range = rangeIn(rest)) {
        spoken.amount = std::move(range->first);
        spoken.upperEnd = std::move(range->second);
    }
    return spoken;
}

} // namespace ochain
