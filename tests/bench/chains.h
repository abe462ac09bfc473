// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/chain.h"
#include "rollups/rollups.h"

#include <cstdint>

namespace ochain::bench {

/// The chain that the program carries; throws with a message if it cannot be read.
[[nodiscard]] Chain shippedChain();

/// How many deals cross the border of a group.
[[nodiscard]] std::int64_t dealsOf(const Rollups& rollups, Group group);
/// The group with most deals over its border of those that have no more than so many.
[[nodiscard]] Group largestGroup(const Chain& chain, const Rollups& rollups, std::int64_t most);

} // namespace ochain::bench
