// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "editing/value_text.h"

#include "document/names.h"
#include "editing/field_names.h"
#include "editing/metric_text.h"
#include "editing/typed_text.h"
#include "formats/format.h"
#include "formats/parse_input.h"

#include <algorithm>

namespace ochain {

namespace {

bool readsAs(std::string_view canonical, const ReadResult& reading)
{
    return reading && reading->canonical == canonical;
}

QString exactMetric(std::string_view canonical, const QString& unit)
{
    const double value = parseDecimal(canonical).value_or(kNoNumber);
    QString rounded = metricText(value, unit);
    if (readsAs(canonical, readMetric(rounded, unit)))
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

QString valueText(Table table, Field field, std::string_view canonical, const QString& unit)
{
    if (canonical.empty())
        return absentText();
    switch (fieldSpec(table, field).type) {
    case FieldType::Usd: {
        const Cents cents = parseUsd(canonical).value_or(Cents{0});
        const QString rounded = moneyText(cents);
        return readsAs(canonical, readMoney(rounded)) ? rounded : moneyTextExactly(cents);
    }
    case FieldType::Megawatts: {
        const Kilowatts power = parseMegawatts(canonical).value_or(Kilowatts{0});
        const QString rounded = capacityText(power);
        return readsAs(canonical, readCapacity(rounded)) ? rounded : capacityTextInFull(power);
    }
    case FieldType::Percent:
        return shareText(parsePercent(canonical).value_or(BasisPoints{0}));
    case FieldType::Weight:
        return shareText(BasisPoints{parseInteger(canonical).value_or(0)});
    case FieldType::Decimal:
        return table == Table::Metrics ? visibleText(exactMetric(canonical, unit)) : toQString(canonical);
    default:
        return visibleText(canonical);
    }
}

QString valueInWords(const Chain& chain, RowRef row, Field field, std::string_view canonical)
{
    const FieldSpec& spec = fieldSpec(row.table, field);
    if (spec.type == FieldType::Choice || spec.type == FieldType::Flag)
        return choiceLabel(spec, canonical);
    if (spec.type == FieldType::Reference && !canonical.empty())
        if (const RowRef named{spec.target, chain.find(spec.target, canonical)}; named.row != kNoRow)
            return nameOf(chain, named);
    return valueText(row.table, field, canonical, unitOfRow(chain, row));
}

} // namespace ochain
