// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/chain.h"
#include "chain/edit.h"
#include "chain/problem.h"
#include "scenarios/overrides.h"

#include <tl/expected.hpp>

namespace ochain {

/// The edit that overrides fields of a chain (data/README.md, section 7): each is set, and its adopted claims become
/// rivals, so that it has this value on every day known. To be applied to a copy.
/// @return or what is wrong with a value by itself; what the rules say against them together says who applies it
[[nodiscard]] tl::expected<Edit, Problem> overriding(const Chain& base, const Overrides& overrides);

/// Why a field that canBeOverridden() says no to is not.
[[nodiscard]] Problem cannotBeOverridden(const Chain& chain, const FieldOverride& overriding);

/// The edit of a chain in which fields are overridden that has others overridden instead: it changes what differs.
/// @param now   the base under `from`
/// @param base  has what a field is given back to
[[nodiscard]] tl::expected<Edit, Problem> switching(const Chain& now, const Chain& base, const Overrides& from,
                                                    const Overrides& to);

} // namespace ochain
