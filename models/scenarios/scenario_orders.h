// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/edit_builder.h"
#include "scenarios/overrides.h"

#include <optional>
#include <string_view>

namespace ochain {

// What a scenario of the file overrides, as orders of an edit.

/// Has a scenario override a field, which it may do already.
/// @param scenario  its key: one of the chain, or one that the builder has been told to add
[[nodiscard]] std::optional<Problem> orderOverride(EditBuilder& builder, const Chain& chain, std::string_view scenario,
                                                   const FieldOverride& overriding);
/// Has it give a field back, if it overrides it.
[[nodiscard]] std::optional<Problem> orderGivingBack(EditBuilder& builder, const Chain& chain,
                                                     std::string_view scenario, RowRef row, Field field);
/// Has it override these fields and no others.
[[nodiscard]] std::optional<Problem> orderOverrides(EditBuilder& builder, const Chain& chain, std::string_view scenario,
                                                    const Overrides& overrides);
/// Makes it so: the fields of the base get the values that they are overridden with.
[[nodiscard]] std::optional<Problem> orderMakingSo(EditBuilder& builder, const Chain& chain,
                                                   const Overrides& overrides);

/// What the rules say against overriding these fields, all together; empty if they can be.
[[nodiscard]] Problems whatRefuses(const Chain& base, const Overrides& overrides);

} // namespace ochain
