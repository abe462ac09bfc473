// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/chain.h"

#include <cstddef>
#include <vector>

namespace ochain {

/// How many claims of a deal and of its tranches are, or were, the value of their field.
[[nodiscard]] std::size_t adoptedClaims(const Chain& chain, DealId id);
[[nodiscard]] std::size_t trancheCount(const Chain& chain, DealId id);
/// The days on which a dated one of these claims begins to count, each once and in order, and today as kNoDay. Only
/// today where a deal has more claims or tranches than it may, which is refused: each of them is looked at on each day.
[[nodiscard]] std::vector<Day> claimedDays(const Chain& chain, DealId id);

/// What a deal and its tranches were on each day at which one of their claims is adopted, against the rules that hold
/// on every day: no end before its start, of the deal, of a tranche and of a piece. The claim of that day is named.
void checkClaimedDates(const Chain& chain, DealId id, Problems& problems);

/// The same for what history may well have been like, though not all of it can be true at once: tranches that held more
/// than the total known then, or lay outside the dates known then. To be looked at, not refused.
void noteClaimedAmounts(const Chain& chain, DealId id, Problems& problems);

} // namespace ochain
