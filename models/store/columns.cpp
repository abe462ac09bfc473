// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/columns.h"

#include "chain/amount.h"
#include "chain/date.h"

#include <array>
#include <vector>

namespace ochain {

namespace {

template <class Number>
Result<void> bindNumber(RawStatement& statement, int parameter, const Result<Number>& number)
{
    if (!number)
        return tl::unexpected(number.error());
    statement.bind(parameter, static_cast<std::int64_t>(*number));
    return {};
}

/// Whether a column was added to its table by a later schema, where it does not stand in the place of the field.
bool cameLater(Table table, Field field) noexcept
{
    return (table == Table::Deals && (field == deal_field::Commitment || field == deal_field::Boundary)) ||
           (table == Table::Tranches && (field == tranche_field::Commitment || field == tranche_field::Boundary));
}

} // namespace

std::string_view columnOf(Table table, Field field) noexcept
{
    const FieldSpec& spec = fieldSpec(table, field);
    switch (spec.type) {
    case FieldType::Megawatts:
        return "capacity_kw";
    case FieldType::Usd:
        return "value_cents";
    case FieldType::Percent:
        return "equity_bp";
    case FieldType::RowKey:
        return "row_id";
    default:
        return spec.name;
    }
}

bool isColumn(Table table, Field field) noexcept
{
    return fieldSpec(table, field).type != FieldType::References;
}

std::span<const Field> storedFields(Table table) noexcept
{
    static const std::array<std::vector<Field>, kTableCount> kFields = [] {
        std::array<std::vector<Field>, kTableCount> all;
        for (const TableSpec& spec : allTables()) {
            std::vector<Field>& fields = all[static_cast<std::size_t>(spec.table)];
            for (const bool isLater : {false, true})
                for (Field field = 0; field < spec.fieldCount(); ++field)
                    if (isColumn(spec.table, field) && cameLater(spec.table, field) == isLater)
                        fields.push_back(field);
        }
        return all;
    }();
    return kFields[static_cast<std::size_t>(table)];
}

std::string_view quoted(std::string_view column) noexcept
{
    return column == "table" ? "\"table\"" : column;
}

Result<void> bindField(RawStatement& statement, int parameter, const FieldSpec& spec, std::string_view text)
{
    if (text.empty()) {
        statement.bindNull(parameter);
        return {};
    }
    const auto valueOf = [](auto amount) { return amount.value; };
    switch (spec.type) {
    case FieldType::Date:
        return bindNumber(statement, parameter, parseDate(text).map([](Date date) { return date.packed; }));
    case FieldType::Usd:
        return bindNumber(statement, parameter, parseUsd(text).map(valueOf));
    case FieldType::Megawatts:
        return bindNumber(statement, parameter, parseMegawatts(text).map(valueOf));
    case FieldType::Percent:
        return bindNumber(statement, parameter, parsePercent(text).map(valueOf));
    case FieldType::Weight:
    case FieldType::Integer:
    case FieldType::Flag:
        return bindNumber(statement, parameter, parseInteger(text));
    case FieldType::Decimal: {
        const Result<double> number = parseDecimal(text);
        if (!number)
            return tl::unexpected(number.error());
        statement.bind(parameter, *number);
        return {};
    }
    default:
        statement.bind(parameter, text);
        return {};
    }
}

} // namespace ochain
