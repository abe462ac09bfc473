// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/chain.h"

#include <string>
#include <string_view>
#include <vector>

namespace ochain {

/// A field of a row, and the value that it has instead of the base's.
struct FieldOverride {
    RowRef row;
    Field field = 0;
    std::string value; ///< in the form of the CSV files; "": the field is empty
    bool operator==(const FieldOverride&) const = default;
};

/// What is overridden, each field once, in the order in which it was.
using Overrides = std::vector<FieldOverride>;

/// What a scenario of the file overrides, in the order of entry; nothing if the id is unset.
[[nodiscard]] Overrides overridesOf(const Chain& chain, ScenarioId scenario);
/// The row that keeps an override in the file; unset if the scenario does not override that field.
[[nodiscard]] OverrideId findOverride(const Chain& chain, ScenarioId scenario, RowRef row, Field field);

/// Whether a field can be overridden: not its row's key, by which the scenario knows it, and only in tables that the
/// figures are about.
[[nodiscard]] bool canBeOverridden(Table table, Field field) noexcept;

/// "deals:amd-openai-6gw.ends", as commands name a field.
[[nodiscard]] std::string overriddenText(const Chain& chain, const FieldOverride& overriding);

/// The override of a field; nullptr if there is none.
[[nodiscard]] const FieldOverride* overrideOf(const Overrides& overrides, RowRef row, Field field) noexcept;
/// Puts an override in its place, or behind the others if the field had none.
void putOverride(Overrides& overrides, FieldOverride overriding);
/// Gives a field back to the base.
void dropOverride(Overrides& overrides, RowRef row, Field field);

} // namespace ochain
