// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/chain.h"

#include <utility>
#include <vector>

namespace ochain {

/// Deals that may be told twice: with the parties, the kind and the amounts of one that was entered before. Cancelled
/// deals, those without an amount and a part beside its whole are left aside.
/// @return each such deal with the first one like it, in the order they were entered
[[nodiscard]] std::vector<std::pair<DealId, DealId>> repeatedDeals(const Chain& chain);

} // namespace ochain
