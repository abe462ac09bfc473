// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "editing/rival_claims.h"

#include "chain/edit_builder.h"

namespace ochain {

bool canHaveClaims(Table table, Field field) noexcept
{
    if (table != Table::Deals && table != Table::Tranches && table != Table::Metrics)
        return false;
    switch (fieldSpec(table, field).type) {
    case FieldType::Date:
    case FieldType::Usd:
    case FieldType::Megawatts:
    case FieldType::Percent:
    case FieldType::Decimal:
        return true;
    default:
        break;
    }
    // What else the clock of knowledge replays (chain/known_rows.h).
    switch (table) {
    case Table::Deals:
        return field == deal_field::Status || field == deal_field::Formula || field == deal_field::Profile ||
               field == deal_field::Commitment || field == deal_field::Boundary || field == deal_field::Basis;
    case Table::Tranches:
        return field == tranche_field::Commitment || field == tranche_field::Boundary || field == tranche_field::Basis;
    default:
        return field == metric_field::Basis;
    }
}

tl::expected<Edit, Problem> rivalsOf(const Chain& chain, RowRef row, Field field, const std::vector<Rival>& rivals)
{
    EditBuilder builder(chain);
    for (const Rival& rival : rivals) {
        const std::vector<std::pair<Field, std::string>> fields{
            {claim_field::Table, std::string(tableSpec(row.table).name)},
            {claim_field::RowKey, std::string(chain.key(row))},
            {claim_field::Field, std::string(fieldSpec(row.table, field).name)},
            {claim_field::Value, rival.value},
            {claim_field::Adopted, "0"},
            {claim_field::NoteEn, rival.note}};
        if (chain.find(Table::Claims, joinedKey(Table::Claims, fields)) != kNoRow)
            continue;
        if (std::optional<Problem> problem = builder.addRow(Table::Claims, fields))
            return tl::unexpected(std::move(*problem));
    }
    return std::move(builder).build({}, {});
}

} // namespace ochain
