// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "figures/format.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <array>
#include <limits>
#include <string>

#include <fmt/format.h>

namespace ochain {

namespace {

constexpr const char* kMinus = "−"; // the typographic one, as wide as the plus

/// The size of an amount without overflow at the least integer.
std::uint64_t magnitude(std::int64_t amount)
{
    return amount < 0 ? ~static_cast<std::uint64_t>(amount) + 1 : static_cast<std::uint64_t>(amount);
}

std::uint64_t powerOfTen(int exponent)
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
    const std::uint64_t steps = powerOfTen(decimals);
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

struct Step {
    std::uint64_t cents;
    const char* suffix;
};

constexpr std::uint64_t kDollar = 100;
constexpr std::array<Step, 5> kEnglishSteps{{{kDollar * 1'000'000'000'000, "T"},
                                             {kDollar * 1'000'000'000, "B"},
                                             {kDollar * 1'000'000, "M"},
                                             {kDollar * 1'000, "K"},
                                             {kDollar, ""}}};
constexpr std::array<Step, 4> kChineseSteps{
    {{kDollar * 1'000'000'000'000, "万亿"}, {kDollar * 100'000'000, "亿"}, {kDollar * 10'000, "万"}, {kDollar, ""}}};

/// An amount in the largest unit it reaches. English goes by thousands, Chinese by ten thousands, where 1,228 of a unit
/// is rounded like 122.8 of the next.
template <std::size_t N>
std::string inSteps(std::uint64_t cents, const std::array<Step, N>& steps)
{
    const std::uint64_t rounded = cents >= kDollar * 100 ? toThreeDigits(cents) : cents;
    for (const Step& step : steps)
        if (rounded >= step.cents)
            return scaled(rounded, step.cents, decimalsFor(rounded, step.cents), false) + step.suffix;
    return cents == 0 ? "0" : fmt::format("0.{:02}", cents);
}

/// "3 undisclosed"; where they pull to both sides "undisclosed: 2 would raise, 3 lower it".
QString undisclosedWords(Hidden hidden, Language language)
{
    const bool isChinese = language == Language::Chinese;
    const std::string raising = grouped(hidden.raising);
    const std::string lowering = grouped(hidden.lowering);
    if (boundOf(hidden) == Bound::Open)
        return toQString(isChinese ? fmt::format("未披露:{}项会使之增加、{}项会使之减少", raising, lowering)
                                   : fmt::format("undisclosed: {} would raise, {} lower it", raising, lowering));
    const std::string all = grouped(hidden.raising + hidden.lowering);
    return toQString(isChinese ? fmt::format("{}项未披露", all) : fmt::format("{} undisclosed", all));
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
QString figureWith(std::int64_t value, Hidden hidden, Language language, HiddenStyle style, Amount&& amount)
{
    const Bound bound = boundOf(hidden);
    if (bound == Bound::Exact)
        return value == 0 ? absentText() : amount();
    const bool isInWords = style == HiddenStyle::Words;
    if (value == 0)
        return isInWords ? undisclosedWords(hidden, language) : undisclosedNumbers(hidden);
    QString text = toQString(boundSign(bound)) + amount();
    if (style == HiddenStyle::Narrow && bound != Bound::Open)
        return text;
    if (!isInWords)
        return text + QLatin1Char(' ') + undisclosedNumbers(hidden);
    return language == Language::Chinese ? QStringLiteral("%1(%2)").arg(text, undisclosedWords(hidden, language))
                                         : QStringLiteral("%1 (%2)").arg(text, undisclosedWords(hidden, language));
}

} // namespace

Language languageNamed(const QString& name)
{
    return name.startsWith(QLatin1String("zh"), Qt::CaseInsensitive) ? Language::Chinese : Language::English;
}

QString languageName(Language language)
{
    return language == Language::Chinese ? QStringLiteral("zh_CN") : QStringLiteral("en");
}

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

QString moneyText(Cents cents, Language language)
{
    const std::uint64_t size = magnitude(cents.value);
    const char* sign = cents.value < 0 ? kMinus : "";
    if (language != Language::Chinese)
        return toQString(fmt::format("{}${}", sign, inSteps(size, kEnglishSteps)));
    std::string digits = inSteps(size, kChineseSteps); // four digits stand together in Chinese
    digits.erase(std::remove(digits.begin(), digits.end(), ','), digits.end());
    return toQString(fmt::format("{}{}美元", sign, digits));
}

QString moneyTextInFull(Cents cents, Language language)
{
    const std::uint64_t size = magnitude(cents.value);
    const char* sign = cents.value < 0 ? kMinus : "";
    const std::string digits = fmt::format("{}.{:02}", grouped(size / kDollar), size % kDollar);
    return language == Language::Chinese ? toQString(fmt::format("{}{}美元", sign, digits))
                                         : toQString(fmt::format("{}${}", sign, digits));
}

QString capacityText(Kilowatts kilowatts, Language language)
{
    Q_UNUSED(language) // GW and MW are what Chinese papers write as well
    const std::uint64_t size = magnitude(kilowatts.value);
    const char* sign = kilowatts.value < 0 ? kMinus : "";
    const std::uint64_t rounded = size < 1'000'000 ? toThreeDigits(size) : size;
    if (rounded >= 1'000'000)
        return toQString(fmt::format("{}{} GW", sign, scaled(size, 1'000'000, 1, true)));
    if (size > 0 && size < 10)
        return toQString(fmt::format("{}{} kW", sign, size));
    return toQString(fmt::format("{}{} MW", sign, scaled(rounded, 1'000, decimalsFor(rounded, 1'000), false)));
}

QString capacityTextInFull(Kilowatts kilowatts, Language language)
{
    Q_UNUSED(language)
    return toQString(
        fmt::format("{}{} MW", kilowatts.value < 0 ? kMinus : "", scaled(magnitude(kilowatts.value), 1'000, 3, false)));
}

QString shareText(BasisPoints share, Language language)
{
    const std::uint64_t size = magnitude(share.value);
    const std::string number = fmt::format("{}{}", share.value < 0 ? kMinus : "", scaled(size, 100, 2, false));
    return language == Language::Chinese ? toQString(number + "%") : toQString(number + " %");
}

QString countText(std::int64_t count, Language language)
{
    Q_UNUSED(language)
    return toQString((count < 0 ? kMinus : "") + grouped(magnitude(count)));
}

QString amountText(std::int64_t amount, Unit unit, Language language)
{
    switch (unit) {
    case Unit::Money:
        return moneyText(Cents{amount}, language);
    case Unit::Capacity:
        return capacityText(Kilowatts{amount}, language);
    case Unit::Share:
        return shareText(BasisPoints{static_cast<std::int32_t>(amount)}, language);
    case Unit::Count:
        break;
    }
    return countText(amount, language);
}

QString amountTextInFull(std::int64_t amount, Unit unit, Language language)
{
    switch (unit) {
    case Unit::Money:
        return moneyTextInFull(Cents{amount}, language);
    case Unit::Capacity:
        return capacityTextInFull(Kilowatts{amount}, language);
    default:
        return amountText(amount, unit, language);
    }
}

QString deltaText(std::int64_t delta, Unit unit, Language language)
{
    if (delta == 0)
        return QStringLiteral("±0");
    const QString text = amountText(delta, unit, language);
    return delta > 0 ? QLatin1Char('+') + text : text;
}

QString fieldMoneyText(Cents cents, Language language)
{
    return cents.isAbsent() ? absentText() : moneyText(cents, language);
}

QString fieldCapacityText(Kilowatts kilowatts, Language language)
{
    return kilowatts.isAbsent() ? absentText() : capacityText(kilowatts, language);
}

QString fieldShareText(BasisPoints share, Language language)
{
    return share.isAbsent() ? absentText() : shareText(share, language);
}

QString figureText(const Figure& figure, Unit unit, Language language)
{
    return boundedText(figure.value, {figure.undisclosed, 0}, unit, language);
}

QString figureTextInFull(const Figure& figure, Unit unit, Language language)
{
    return boundedTextInFull(figure.value, {figure.undisclosed, 0}, unit, language);
}

QString boundedText(std::int64_t value, Hidden hidden, Unit unit, Language language, HiddenStyle style)
{
    return figureWith(value, hidden, language, style, [&] { return amountText(value, unit, language); });
}

QString boundedTextInFull(std::int64_t value, Hidden hidden, Unit unit, Language language)
{
    return figureWith(value, hidden, language, HiddenStyle::Words,
                      [&] { return amountTextInFull(value, unit, language); });
}

QString dateText(Date date, Language language)
{
    Q_UNUSED(language) // ISO dates sort, align and read alike in both
    return date.isSet() ? toQString(formatDate(date)) : absentText();
}

QString dayText(Day day, Language language)
{
    return day == kNoDay ? absentText() : dateText(dateOf(day), language);
}

QString periodText(Period period, Language language)
{
    const bool isChinese = language == Language::Chinese;
    switch (period.kind) {
    case PeriodKind::Year:
        return toQString(isChinese ? fmt::format("{}年", period.year) : fmt::format("{}", period.year));
    case PeriodKind::Quarter:
        return toQString(isChinese ? fmt::format("{}年第{}季度", period.year, period.quarter)
                                   : fmt::format("{} Q{}", period.year, period.quarter));
    case PeriodKind::Unscheduled:
        return QCoreApplication::translate("Format", "Unscheduled");
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
    };
    return QCoreApplication::translate("Format", kNames[static_cast<std::size_t>(measure)]);
}

QString layerName(const Chain& chain, LayerNumber layer, Language language)
{
    return layer.isSet() ? nameOf(chain, chain.tierOf(layer), language)
                         : QCoreApplication::translate("Format", "No layer");
}

QString nameOf(const Chain& chain, SourceId source)
{
    if (!source.isSet())
        return absentText();
    const Source& row = chain.sources()[source];
    QStringList parts;
    for (const std::string_view part : {chain.text(row.publisher), chain.text(row.title)})
        if (!part.empty())
            parts << toQString(part);
    if (row.published.isSet())
        parts << toQString(formatDate(row.published));
    return parts.isEmpty() ? toQString(chain.text(row.head.key)) : parts.join(QStringLiteral(", "));
}

QString sentenceText(const Sentence& sentence)
{
    return toQString(fill(QCoreApplication::translate("Sentence", sentence.format).toStdString(), sentence.args));
}

QString errorText(const Error& error)
{
    QString text = sentenceText(error.sentence);
    for (const Sentence& activity : error.context)
        text = QStringLiteral("%1: %2").arg(sentenceText(activity), text);
    return text;
}

} // namespace ochain
