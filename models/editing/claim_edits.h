// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/chain.h"
#include "chain/edit.h"

#include <tl/expected.hpp>

namespace ochain {

/// The edit that makes a rival the value of its field from its date on. What was adopted for that very date becomes a
/// rival; if nothing adopted is later, the row takes the value as well, for that is what holds today.
[[nodiscard]] tl::expected<Edit, Problem> adoptionOf(const Chain& chain, ClaimId rival);

/// The edit that takes a claim away. The row keeps its value.
[[nodiscard]] tl::expected<Edit, Problem> erasureOf(const Chain& chain, ClaimId claim);

} // namespace ochain
