// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "scenarios/scenario_orders.h"

#include "chain/field_reader.h"
#include "scenarios/switching.h"

#include <string>
#include <utility>
#include <vector>

namespace ochain {

namespace {

using OverrideFields = std::vector<std::pair<Field, std::string>>;

OverrideFields placeFields(const Chain& chain, std::string_view scenario, RowRef row, Field field)
{
    return {{override_field::Scenario, std::string(scenario)},
            {override_field::Table, std::string(tableSpec(row.table).name)},
            {override_field::RowKey, std::string(chain.key(row))},
            {override_field::Field, std::string(fieldSpec(row.table, field).name)}};
}

} // namespace

std::optional<Problem> orderOverride(EditBuilder& builder, const Chain& chain, std::string_view scenario,
                                     const FieldOverride& overriding)
{
    const auto& [row, field, value] = overriding;
    if (!canBeOverridden(row.table, field))
        return cannotBeOverridden(chain, overriding);
    OverrideFields fields = placeFields(chain, scenario, row, field);
    if (const std::string key = joinedKey(Table::Overrides, fields); chain.find(Table::Overrides, key) != kNoRow)
        return builder.set(Table::Overrides, key, override_field::Value, value);
    fields.emplace_back(override_field::Value, value);
    return builder.addRow(Table::Overrides, fields);
}

std::optional<Problem> orderGivingBack(EditBuilder& builder, const Chain& chain, std::string_view scenario, RowRef row,
                                       Field field)
{
    const std::string key = joinedKey(Table::Overrides, placeFields(chain, scenario, row, field));
    return chain.find(Table::Overrides, key) == kNoRow ? std::nullopt : builder.erase(Table::Overrides, key);
}

std::optional<Problem> orderOverrides(EditBuilder& builder, const Chain& chain, std::string_view scenario,
                                      const Overrides& overrides)
{
    std::optional<Problem> problem;
    for (const FieldOverride& each : overridesOf(chain, ScenarioId{chain.find(Table::Scenarios, scenario)}))
        if (!problem && overrideOf(overrides, each.row, each.field) == nullptr)
            problem = orderGivingBack(builder, chain, scenario, each.row, each.field);
    for (const FieldOverride& each : overrides)
        if (!problem)
            problem = orderOverride(builder, chain, scenario, each);
    return problem;
}

std::optional<Problem> orderMakingSo(EditBuilder& builder, const Chain& chain, const Overrides& overrides)
{
    std::optional<Problem> problem;
    for (const FieldOverride& each : overrides)
        if (!problem)
            problem = builder.set(each.row.table, chain.key(each.row), each.field, each.value);
    return problem;
}

Problems whatRefuses(const Chain& base, const Overrides& overrides)
{
    const tl::expected<Edit, Problem> edit = overriding(base, overrides);
    return edit ? base.validate(*edit) : Problems{edit.error()};
}

} // namespace ochain
