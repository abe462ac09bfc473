// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "items/metric_text.h"

#include <QRegularExpression>

#include <cmath>

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

bool isPower(const QString& unit)
{
    return unit == QLatin1String("MW");
}

/// The number without its unit: as money is written, and where that would drop digits of a small one, in full.
QString number(double value, Language language)
{
    const double size = std::abs(value);
    const bool isWhole = size == std::floor(size);
    if (size >= kCompactTo || (size < kCompactFrom && !isWhole) || size == 0)
        return metricTextInFull(value);
    QString text = moneyText(static_cast<Cents>(std::llround(value * 100)), language);
    text.remove(QLatin1Char('$'));
    text.remove(QStringLiteral("美元"));
    return text;
}

QString withDollars(const QString& amount, Language language)
{
    if (language == Language::Chinese)
        return amount + QStringLiteral("美元");
    const bool isNegative = amount.startsWith(QStringLiteral("−")) || amount.startsWith(QLatin1Char('-'));
    return isNegative ? amount.left(1) + QLatin1Char('$') + amount.mid(1) : QLatin1Char('$') + amount;
}

} // namespace

QString metricTextInFull(double value)
{
    return std::isnan(value) ? QString() : toQString(formatDecimal(value));
}

QString metricText(double value, const QString& unit, Language language)
{
    if (std::isnan(value))
        return absentText();
    if (isMoney(unit))
        return withDollars(number(value, language), language);
    if (isPercent(unit))
        return metricTextInFull(value) + QStringLiteral(" %");
    if (isPower(unit) && value >= 1 && value <= kMostMegawatts)
        return capacityText(static_cast<Kilowatts>(std::llround(value * 1000)), language);
    return number(value, language);
}

ReadResult readMetric(const QString& text, const QString& unit, Language language)
{
    static const QRegularExpression dollars(QStringLiteral("^\\s*([-−]?)\\s*(?:us\\s?\\$|usd|\\$)\\s*"),
                                            QRegularExpression::CaseInsensitiveOption);
    QString plain = text.trimmed();
    if (isMoney(unit) || unit.isEmpty())
        plain.replace(dollars, QStringLiteral("\\1"));
    if (isPower(unit)) {
        // "4.5GW" counts in megawatts; a bare number is one already, to the last digit.
        if (const ReadResult power = readCapacity(plain, language); power && !power->canonical.empty())
            plain = toQString(power->canonical);
    }
    ReadResult reading = readField(Table::Metrics, metric_field::Value, plain, language);
    if (!reading || reading->canonical.empty())
        return reading;
    const Result<double> value = parseDecimal(reading->canonical);
    if (value)
        reading->echo = metricText(*value, unit, language);
    return reading;
}

} // namespace ochain
