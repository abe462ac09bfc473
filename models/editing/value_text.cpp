// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "editing/value_text.h"

#include "editing/metric_text.h"
#include "figures/format.h"
#include "figures/parse_input.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

#include <fmt/format.h>

namespace ochain {

namespace {

struct Step {
    std::int64_t cents;
    const char* word;
};

constexpr std::int64_t kDollar = 100; ///< in cents
constexpr std::array<Step, 3> kEnglishSteps{
    {{kDollar * 1'000'000'000'000, "T"}, {kDollar * 1'000'000'000, "B"}, {kDollar * 1'000'000, "M"}}};
constexpr std::array<Step, 3> kChineseSteps{
    {{kDollar * 1'000'000'000'000, "万亿"}, {kDollar * 100'000'000, "亿"}, {kDollar * 10'000, "万"}}};
constexpr std::size_t kMostDigits = 7; ///< beyond, whole dollars are easier to compare

/// "1.234T" for an amount that has few digits but more than three; nothing if it has many.
std::string inLargeUnit(std::int64_t cents, Language language)
{
    for (const Step& step : language == Language::Chinese ? kChineseSteps : kEnglishSteps) {
        if (cents < step.cents)
            continue;
        std::string fraction = fmt::format("{}", step.cents + cents % step.cents).substr(1); // keeps leading zeros
        fraction.erase(fraction.find_last_not_of('0') + 1);
        const std::string whole = std::to_string(cents / step.cents);
        if (whole.size() + fraction.size() > kMostDigits)
            return {};
        return fmt::format("{}{}{}{}", whole, fraction.empty() ? "" : ".", fraction, step.word);
    }
    return {};
}

QString exactMoney(Cents cents, Language language)
{
    const std::string text = inLargeUnit(cents.value, language);
    if (text.empty())
        return moneyTextInFull(cents, language);
    return language == Language::Chinese ? toQString(text + "美元") : toQString("$" + text);
}

bool readsAs(std::string_view canonical, const ReadResult& reading)
{
    return reading && reading->canonical == canonical;
}

QString exactMetric(std::string_view canonical, const QString& unit, Language language)
{
    const double value = parseDecimal(canonical).value_or(kNoNumber);
    QString rounded = metricText(value, unit, language);
    if (readsAs(canonical, readMetric(rounded, unit, language)))
        return rounded;
    const QString full = metricTextInFull(value);
    return unit.isEmpty() ? full : QStringLiteral("%1 %2").arg(full, unit);
}

} // namespace

ValuePlace placeOfValue(Table table, std::string_view key, Field field)
{
    const bool isOverride = table == Table::Overrides && field == override_field::Value;
    if (!isOverride && !(table == Table::Claims && field == claim_field::Value))
        return {table, field};
    // "scenario/table/row/field" and "table/row/field/…"
    const auto part = [&](std::size_t number) {
        std::string_view rest = key;
        for (; number > 0 && !rest.empty(); --number)
            rest.remove_prefix(std::min(rest.find('/'), rest.size() - 1) + 1);
        return rest.substr(0, rest.find('/'));
    };
    const std::optional<Table> of = tableNamed(part(isOverride ? 1 : 0));
    const std::optional<Field> claimed = of ? fieldNamed(*of, part(isOverride ? 3 : 2)) : std::nullopt;
    return claimed ? ValuePlace{*of, *claimed} : ValuePlace{table, field};
}

QString valueText(Table table, Field field, std::string_view canonical, const QString& unit, Language language)
{
    if (canonical.empty())
        return absentText();
    switch (fieldSpec(table, field).type) {
    case FieldType::Usd: {
        const Cents cents = parseUsd(canonical).value_or(Cents{0});
        const QString rounded = moneyText(cents, language);
        return readsAs(canonical, readMoney(rounded, language)) ? rounded : exactMoney(cents, language);
    }
    case FieldType::Megawatts: {
        const Kilowatts power = parseMegawatts(canonical).value_or(Kilowatts{0});
        const QString rounded = capacityText(power, language);
        return readsAs(canonical, readCapacity(rounded, language)) ? rounded : capacityTextInFull(power, language);
    }
    case FieldType::Percent:
        return shareText(parsePercent(canonical).value_or(BasisPoints{0}), language);
    case FieldType::Weight:
        return shareText(BasisPoints{parseInteger(canonical).value_or(0)}, language);
    case FieldType::Decimal:
        return table == Table::Metrics ? exactMetric(canonical, unit, language) : toQString(canonical);
    default:
        return toQString(canonical);
    }
}

} // namespace ochain
