// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "scenarios/overrides.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace ochain {

namespace {

auto isOf(RowRef row, Field field)
{
    return [row, field](const FieldOverride& each) { return each.row == row && each.field == field; };
}

} // namespace

Overrides overridesOf(const Chain& chain, ScenarioId scenario)
{
    Overrides overrides;
    if (!scenario.isSet())
        return overrides;
    for (const std::uint32_t row : chain.inOrder(Table::Overrides)) {
        const Override& overriding = chain.overrides()[OverrideId{row}];
        if (overriding.scenario == scenario)
            overrides.push_back({overriding.of, overriding.field, std::string(chain.text(overriding.value))});
    }
    return overrides;
}

OverrideId findOverride(const Chain& chain, ScenarioId scenario, RowRef row, Field field)
{
    OverrideId found;
    chain.overrides().forEach([&](OverrideId id, const Override& overriding) {
        if (overriding.scenario == scenario && overriding.of == row && overriding.field == field)
            found = id;
    });
    return found;
}

bool canBeOverridden(Table table, Field field) noexcept
{
    return isCited(table) && field != 0; // the key stands first
}

std::string overriddenText(const Chain& chain, const FieldOverride& overriding)
{
    const auto& [row, field, value] = overriding;
    return fmt::format("{}:{}.{}", tableSpec(row.table).name, chain.key(row), fieldSpec(row.table, field).name);
}

const FieldOverride* overrideOf(const Overrides& overrides, RowRef row, Field field) noexcept
{
    const auto found = std::find_if(overrides.begin(), overrides.end(), isOf(row, field));
    return found == overrides.end() ? nullptr : &*found;
}

void putOverride(Overrides& overrides, FieldOverride overriding)
{
    const auto found = std::find_if(overrides.begin(), overrides.end(), isOf(overriding.row, overriding.field));
    if (found == overrides.end())
        overrides.push_back(std::move(overriding));
    else
        found->value = std::move(overriding.value);
}

void dropOverride(Overrides& overrides, RowRef row, Field field)
{
    std::erase_if(overrides, isOf(row, field));
}

} // namespace ochain
