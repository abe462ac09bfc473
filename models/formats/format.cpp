// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/format.h"

#include "chain/visible.h"
#include "formats/number_words.h"
#include "language/punctuation.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QStringList>

#include <algorithm>
#include <array>
#include <iterator>
#include <numeric>
#include <string>
#include <vector>

#include <fmt/format.h>

namespace ochain {

namespace {

constexpr const char* kMinus = "−"; // the typographic one, as wide as the plus

/// The size of an amount without overflow at the least integer.
std::uint64_t magnitude(std::int64_t amount)
{
    return amount < 0 ? ~static_cast<std::uint64_t>(amount) + 1 : static_cast<std::uint64_t>(amount);
}

std::uint64_t tenTo(int exponent)
{
    std::uint64_t power = 1;
    for (; exponent > 0; --exponent)
        power *= 10;
    return power;
}

/// "1,234,567".
std::string grouped(std::uint64_t number)
{
    std::string digits = fmt::format("{}", number);
    for (std::size_t at = digits.size(); at > 3; at -= 3)
        digits.insert(at - 3, 1, ',');
    return digits;
}

/// A number in units of `unit`, rounded half up to `decimals`, trailing zeros off unless they are asked for.
std::string scaled(std::uint64_t amount, std::uint64_t unit, int decimals, bool keepZeros)
{
    const std::uint64_t steps = tenTo(decimals);
    // 10^19 / 10^3 leaves room: units with decimals are at most 10^16 and amounts at most 2^63.
    const std::uint64_t whole = amount / unit;
    const std::uint64_t rest = amount % unit;
    std::uint64_t fraction = unit < steps
                                 ? rest * (steps / unit)
                                 : (rest / (unit / steps)) + (rest % (unit / steps) * 2 >= unit / steps ? 1 : 0);
    if (decimals == 0)
        fraction = 0;
    std::uint64_t rounded = whole;
    if (decimals == 0)
        rounded += rest * 2 >= unit && unit > 1 ? 1 : 0;
    if (fraction == steps && decimals > 0) {
        fraction = 0;
        ++rounded;
    }
    std::string text = grouped(rounded);
    if (decimals == 0)
        return text;
    std::string tail = fmt::format("{:0{}}", fraction, decimals);
    while (!keepZeros && !tail.empty() && tail.back() == '0')
        tail.pop_back();
    return tail.empty() ? text : text + "." + tail;
}

/// Rounds to 3 significant digits, so that 999.9 million moves up to the next unit before the unit is chosen.
std::uint64_t toThreeDigits(std::uint64_t amount)
{
    std::uint64_t step = 1;
    while (amount / step >= 1000)
        step *= 10;
    const std::uint64_t rest = amount % step;
    return amount - rest + (rest * 2 >= step && step > 1 ? step : 0);
}

/// Decimals that make three digits of an amount in a unit.
int decimalsFor(std::uint64_t amount, std::uint64_t unit)
{
    const std::uint64_t whole = amount / unit;
    return whole >= 100 ? 0 : whole >= 10 ? 1 : 2;
}

constexpr std::uint64_t kDollar = 100;
constexpr std::uint64_t kLeastExactScale = 10'000; ///< smaller amounts are short enough in full
constexpr std::size_t kMostExactDigits = 7;        ///< beyond, whole dollars are easier to compare

/// An amount in the largest unit it reaches. English goes by thousands, Chinese by ten thousands, where 1,228 of a unit
/// is rounded like 122.8 of the next, and four digits stand together.
std::string inScale(std::uint64_t cents)
{
    const NumberWords& words = numberWords();
    const auto number = [&words](std::uint64_t amount, std::uint64_t unit) {
        std::string digits = scaled(amount, unit, decimalsFor(amount, unit), false);
        if (!words.isGrouped)
            digits.erase(std::remove(digits.begin(), digits.end(), ','), digits.end());
        return digits;
    };
    const std::uint64_t rounded = cents >= kDollar * 100 ? toThreeDigits(cents) : cents;
    for (const NumberWords::Scale& scale : words.scales)
        if (rounded >= scale.size * kDollar)
            return number(rounded, scale.size * kDollar) + scale.word;
    if (rounded >= kDollar)
        return number(rounded, kDollar);
    return cents == 0 ? "0" : fmt::format("0.{:02}", cents);
}

/// "1.234T" for an amount that has few digits but more than three; nothing if it has many.
std::string exactlyInScale(std::uint64_t cents)
{
    for (const NumberWords::Scale& scale : numberWords().scales) {
        const std::uint64_t unit = scale.size * kDollar;
        if (scale.size < kLeastExactScale || cents < unit)
            continue;
        std::string fraction = fmt::format("{}", unit + cents % unit).substr(1); // keeps leading zeros
        fraction.erase(fraction.find_last_not_of('0') + 1);
        const std::string whole = std::to_string(cents / unit);
        if (whole.size() + fraction.size() > kMostExactDigits)
            return {};
        return fmt::format("{}{}{}{}", whole, fraction.empty() ? "" : ".", fraction, scale.word);
    }
    return {};
}

QString dollars(const char* sign, const std::string& number)
{
    const NumberWords::Around& words = numberWords().dollars;
    return toQString(fmt::format("{}{}{}{}", sign, words.before, number, words.after));
}

const char* signOf(std::int64_t amount)
{
    return amount < 0 ? kMinus : "";
}

/// "3 undisclosed"; where they pull to both sides "undisclosed: 2 would raise, 3 lower it".
QString undisclosedWords(Hidden hidden)
{
    const NumberWords& words = numberWords();
    if (boundOf(hidden) == Bound::Open)
        return words.undisclosedBothWays.arg(toQString(grouped(hidden.raising)), toQString(grouped(hidden.lowering)));
    return words.undisclosed.arg(toQString(grouped(hidden.raising + hidden.lowering)));
}

/// "(3)", "(2+3)": what would raise the figure, then what would lower it.
QString undisclosedNumbers(Hidden hidden)
{
    if (hidden.raising > 0 && hidden.lowering > 0)
        return toQString(fmt::format("({}+{})", grouped(hidden.raising), grouped(hidden.lowering)));
    return toQString(fmt::format("({})", grouped(hidden.raising + hidden.lowering)));
}

const char* boundSign(Bound bound)
{
    return bound == Bound::AtLeast ? "≥ " : bound == Bound::AtMost ? "≤ " : "";
}

template <class Amount>
QString figureWith(std::int64_t value, Hidden hidden, HiddenStyle style, Amount&& amount)
{
    const Bound bound = boundOf(hidden);
    if (bound == Bound::Exact)
        return value == 0 ? absentText() : amount();
    const bool isInWords = style == HiddenStyle::Words;
    if (value == 0)
        return isInWords ? undisclosedWords(hidden) : undisclosedNumbers(hidden);
    QString text = toQString(boundSign(bound)) + amount();
    if (style == HiddenStyle::Narrow && bound != Bound::Open)
        return text;
    if (!isInWords)
        return text + QLatin1Char(' ') + undisclosedNumbers(hidden);
    return numberWords().aside.arg(text, undisclosedWords(hidden));
}

} // namespace

Unit unitOf(Measure measure) noexcept
{
    switch (measure) {
    case Measure::CapacityIn:
    case Measure::CapacityOut:
    case Measure::Binding:
        return Unit::Capacity;
    case Measure::Deals:
    case Measure::DealsUndisclosedMoney:
    case Measure::DealsUndisclosedCapacity:
        return Unit::Count;
    default:
        return Unit::Money;
    }
}

QString absentText()
{
    return QStringLiteral("–");
}

QString moneyText(Cents cents)
{
    return dollars(signOf(cents.value), inScale(magnitude(cents.value)));
}

QString moneyTextInFull(Cents cents)
{
    const std::uint64_t size = magnitude(cents.value);
    return dollars(signOf(cents.value), fmt::format("{}.{:02}", grouped(size / kDollar), size % kDollar));
}

QString moneyTextExactly(Cents cents)
{
    const std::string number = cents.value < 0 ? std::string() : exactlyInScale(magnitude(cents.value));
    return number.empty() ? moneyTextInFull(cents) : dollars("", number);
}

QString dollarNumberText(Cents cents)
{
    return toQString(signOf(cents.value) + inScale(magnitude(cents.value)));
}

QString inDollars(const QString& number)
{
    const bool isNegative = number.startsWith(toQString(kMinus)) || number.startsWith(QLatin1Char('-'));
    const NumberWords::Around& words = numberWords().dollars;
    return number.left(isNegative ? 1 : 0) + toQString(words.before) + number.mid(isNegative ? 1 : 0) +
           toQString(words.after);
}

QString capacityText(Kilowatts kilowatts)
{
    // GW and MW are what Chinese papers write as well
    const std::uint64_t size = magnitude(kilowatts.value);
    const char* sign = signOf(kilowatts.value);
    const std::uint64_t rounded = size < 1'000'000 ? toThreeDigits(size) : size;
    if (rounded >= 1'000'000)
        return toQString(fmt::format("{}{} GW", sign, scaled(size, 1'000'000, 1, true)));
    if (size > 0 && size < 10)
        return toQString(fmt::format("{}{} kW", sign, size));
    return toQString(fmt::format("{}{} MW", sign, scaled(rounded, 1'000, decimalsFor(rounded, 1'000), false)));
}

QString capacityTextInFull(Kilowatts kilowatts)
{
    return toQString(
        fmt::format("{}{} MW", signOf(kilowatts.value), scaled(magnitude(kilowatts.value), 1'000, 3, false)));
}

QString shareText(BasisPoints share)
{
    const std::uint64_t size = magnitude(share.value);
    const NumberWords::Around& words = numberWords().percent;
    return toQString(
        fmt::format("{}{}{}{}", signOf(share.value), words.before, scaled(size, 100, 2, false), words.after));
}

QString countText(std::int64_t count)
{
    return toQString(signOf(count) + grouped(magnitude(count)));
}

QString amountText(std::int64_t amount, Unit unit)
{
    switch (unit) {
    case Unit::Money:
        return moneyText(Cents{amount});
    case Unit::Capacity:
        return capacityText(Kilowatts{amount});
    case Unit::Share:
        return shareText(BasisPoints{static_cast<std::int32_t>(amount)});
    case Unit::Count:
        break;
    }
    return countText(amount);
}

QString amountTextInFull(std::int64_t amount, Unit unit)
{
    switch (unit) {
    case Unit::Money:
        return moneyTextInFull(Cents{amount});
    case Unit::Capacity:
        return capacityTextInFull(Kilowatts{amount});
    default:
        return amountText(amount, unit);
    }
}

QString deltaText(std::int64_t delta, Unit unit)
{
    if (delta == 0)
        return QStringLiteral("±0");
    const QString text = amountText(delta, unit);
    return delta > 0 ? QLatin1Char('+') + text : text;
}

QString figureText(const Figure& figure, Unit unit)
{
    return boundedText(figure.value, {figure.undisclosed, 0}, unit);
}

QString boundedText(std::int64_t value, Hidden hidden, Unit unit, HiddenStyle style)
{
    return figureWith(value, hidden, style, [&] { return amountText(value, unit); });
}

QString boundedTextInFull(std::int64_t value, Hidden hidden, Unit unit)
{
    return figureWith(value, hidden, HiddenStyle::Words, [&] { return amountTextInFull(value, unit); });
}

QString dateText(Date date)
{
    // ISO dates sort, align and read alike in both
    return date.isSet() ? toQString(formatDate(date)) : absentText();
}

QString dayText(Day day)
{
    return day == kNoDay ? absentText() : dateText(dateOf(day));
}

QString momentText(std::int64_t timeMs)
{
    return QDateTime::fromMSecsSinceEpoch(timeMs).toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"));
}

QString periodText(Period period)
{
    switch (period.kind) {
    case PeriodKind::Year:
        return numberWords().year.arg(int{period.year});
    case PeriodKind::Quarter:
        return numberWords().quarter.arg(int{period.year}).arg(int{period.quarter});
    case PeriodKind::Unscheduled:
        return QCoreApplication::translate("Format", "Unscheduled");
    case PeriodKind::Later:
        return QCoreApplication::translate("Format", "Later");
    case PeriodKind::Total:
        break;
    }
    return QCoreApplication::translate("Format", "Total");
}

QString measureText(Measure measure)
{
    static constexpr std::array<const char*, kMeasureCount> kNames{
        QT_TRANSLATE_NOOP("Format", "Revenue"),
        QT_TRANSLATE_NOOP("Format", "Spend"),
        QT_TRANSLATE_NOOP("Format", "Net"),
        QT_TRANSLATE_NOOP("Format", "Capital in"),
        QT_TRANSLATE_NOOP("Format", "Capital out"),
        QT_TRANSLATE_NOOP("Format", "Gap"),
        QT_TRANSLATE_NOOP("Format", "Funding position"),
        QT_TRANSLATE_NOOP("Format", "Backlog"),
        QT_TRANSLATE_NOOP("Format", "Capacity in"),
        QT_TRANSLATE_NOOP("Format", "Capacity out"),
        QT_TRANSLATE_NOOP("Format", "Binding layer"),
        QT_TRANSLATE_NOOP("Format", "Deals"),
        QT_TRANSLATE_NOOP("Format", "Deals undisclosed in money"),
        QT_TRANSLATE_NOOP("Format", "Deals undisclosed in capacity"),
        QT_TRANSLATE_NOOP("Format", "Internal trade"),
        QT_TRANSLATE_NOOP("Format", "Internal capital"),
        QT_TRANSLATE_NOOP("Format", "Guarantees given"),
        QT_TRANSLATE_NOOP("Format", "Guarantees received"),
    };
    return QCoreApplication::translate("Format", kNames[static_cast<std::size_t>(measure)]);
}

QString layerName(const Chain& chain, LayerNumber layer)
{
    return layer.isSet() ? nameOf(chain, chain.tierOf(layer)) : QCoreApplication::translate("Format", "No layer");
}

QString citationText(const Chain& chain, SourceId source)
{
    if (!source.isSet())
        return absentText();
    const Source& row = chain.sources()[source];
    QStringList parts;
    for (const std::string_view part : {chain.text(row.publisher), chain.text(row.title)})
        if (!part.empty())
            parts << visibleText(part);
    if (row.published.isSet())
        parts << toQString(formatDate(row.published));
    if (parts.isEmpty())
        return toQString(chain.text(row.head.key));
    return std::accumulate(std::next(parts.cbegin()), parts.cend(), parts.constFirst(), closer);
}

QString sentenceText(const Sentence& sentence)
{
    std::vector<std::string> args;
    args.reserve(sentence.args.size());
    for (const std::string& arg : sentence.args)
        args.push_back(visible(arg)); // names and texts of files
    return toQString(fill(QCoreApplication::translate("Sentence", sentence.format).toStdString(), args));
}

QString errorText(const Error& error)
{
    QString text = sentenceText(error.sentence);
    for (const Sentence& activity : error.context)
        text = told(sentenceText(activity), text);
    return text;
}

} // namespace ochain
