// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/chain.h"

#include <cstdint>

namespace ochain::bench {

/// A synthetic chain, the same from the same seed: eight stages of 4 x 3 tiers, the first five capacity layers; one
/// node per five deals, half of them roots, others inside one another up to four deep; deals between stages with
/// preferential attachment, 10 % backward, 1 to 10 years within 2020 to 2039, log-normal amounts; 30 % of them with 2
/// to 6 tranches, half of these staggered with a common end, half one after the other. Tranches share the deal's
/// amounts.
/// @param deals  at least 1
[[nodiscard]] Problems generateChain(std::uint32_t deals, std::uint64_t seed, Chain& chain);

} // namespace ochain::bench
