// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "editing/metric_text.h"

#include "formats/format.h"
#include "formats/parse_input.h"
#include "formats/typed_signs.h"
#include "language/language.h"

#include <QRegularExpression>

#include <cmath>
#include <optional>
#include <utility>

namespace ochain {

namespace {

constexpr double kCompactFrom = 1000;
constexpr double kCompactTo = 1e15; ///< more cents than fit an integer lie above
constexpr double kMostMegawatts = 1e9;

bool isMoney(const QString& unit)
{
    return unit == QLatin1String("USD") || unit.startsWith(QLatin1String("USD/"));
}

bool isPercent(const QString& unit)
{
    return unit == QLatin1String("percent") || unit == QLatin1String("%");
}

/// Units such as "percent of revenue" are no plain percentages, but what is typed for them is.
bool countsInPercent(const QString& unit)
{
    return normalised(unit).startsWith(QLatin1Char('%')) || normalised(unit).startsWith(QLatin1String("percent"));
}

bool isPower(const QString& unit)
{
    return unit == QLatin1String("MW");
}

/// The number without its unit: as money is written, and where that would drop digits of a small one, in full.
QString number(double value)
{
    const double size = std::abs(value);
    const bool isWhole = size == std::floor(size);
    if (size >= kCompactTo || (size < kCompactFrom && !isWhole) || size == 0)
        return metricTextInFull(value);
    return dollarNumberText(Cents{std::llround(value * 100)});
}

/// "5m", "5 billion".
bool hasScale(const QString& plain)
{
    static const QRegularExpression word(QStringLiteral("^.*\\d\\.?\\s*(\\D+)$"));
    const QRegularExpressionMatch match = word.match(plain);
    return match.hasMatch() && powerOfTen(match.captured(1)).value_or(0) != 0;
}

tl::unexpected<Sentence> refusePercent(const QString& text, const QString& unit)
{
    if (unit.isEmpty())
        return refuse(QT_TRANSLATE_NOOP("Sentence", "“{0}” is a percentage; give the figure the unit percent first"),
                      text);
    return refuse(QT_TRANSLATE_NOOP("Sentence", "“{0}” is a percentage, but the unit of the figure is {1}; write it in "
                                                "that unit, or change the unit"),
                  text, unit);
}

tl::unexpected<Sentence> refuseMoney(const QString& text, const QString& unit)
{
    if (unit.isEmpty())
        return refuse(QT_TRANSLATE_NOOP("Sentence",
                                        "“{0}” is an amount of money; write the number alone and its currency as the "
                                        "unit of the figure"),
                      text);
    return refuse(QT_TRANSLATE_NOOP("Sentence", "“{0}” is an amount of money, but the unit of the figure is {1}; write "
                                                "the number alone, or change the unit"),
                  text, unit);
}

/// Why a figure of this unit is not written like that: a sign left out in silence would make it another figure.
std::optional<Sentence> misfitOf(const QString& plain, const QString& text, const QString& unit)
{
    if (saysPercent(plain) && !countsInPercent(unit))
        return refusePercent(text, unit).value();
    const bool isForeign = namesOtherCurrency(plain);
    if (isForeign && isMoney(unit))
        return refuseOtherCurrency(text).value();
    const bool isDollars = withoutDollars(plain) != plain;
    if (isForeign || (isDollars && !isMoney(unit) && !unit.isEmpty()))
        return refuseMoney(text, unit).value();
    return std::nullopt;
}

} // namespace

QString metricTextInFull(double value)
{
    return std::isnan(value) ? QString() : toQString(formatDecimal(value));
}

QString metricText(double value, const QString& unit)
{
    if (std::isnan(value))
        return absentText();
    if (isMoney(unit))
        return inDollars(number(value));
    if (isPercent(unit))
        return metricTextInFull(value) + QStringLiteral(" %");
    if (isPower(unit) && value >= 1 && value <= kMostMegawatts)
        return capacityText(Kilowatts{std::llround(value * 1000)});
    return number(value);
}

QString metricCellText(double value, const QString& unit)
{
    const bool isWord = language() == Language::Chinese && isMoney(unit); // where "$" would take no room
    return isWord ? metricText(value, QString()) : metricText(value, unit);
}

ReadResult readMetric(const QString& text, const QString& unit)
{
    const QString plain = normalised(text);
    if (const std::optional<Sentence> misfit = misfitOf(plain, text, unit))
        return tl::unexpected<Sentence>(*misfit);
    QString number = isMoney(unit) || unit.isEmpty() ? withoutDollars(plain) : plain;
    if (countsInPercent(unit)) {
        number = withoutPercent(number);
        if (hasScale(number))
            return refuse(QT_TRANSLATE_NOOP("Sentence", "“{0}” is no percentage; write it as 27 or 27%"), text);
    }
    if (isPower(unit)) {
        // "4.5GW" counts in megawatts; a bare number is one already, to the last digit.
        if (const ReadResult power = readCapacity(plain); power && !power->canonical.empty())
            number = toQString(power->canonical);
    }
    ReadResult reading = readField(Table::Metrics, metric_field::Value, number);
    if (!reading)
        return tl::unexpected<Sentence>(quoting(text, std::move(reading.error())));
    if (reading->canonical.empty())
        return reading;
    const Result<double> value = parseDecimal(reading->canonical);
    if (value)
        reading->echo = metricText(*value, unit);
    return reading;
}

} // namespace ochain
