// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/error.h"
#include "rollups/snapshot.h"

#include <vector>

namespace ochain {

/// A deal that comes later than it says.
struct DealSlip {
    DealId deal;
    int months = 0; ///< at least 0
};

/// A deal that delivers another part of what it says.
struct DealScale {
    DealId deal;
    BasisPoints part{10'000}; ///< at least 0; above the whole it delivers more
};

/// What a deal that slips or falls short would do: a snapshot with that, as its lens knows the deals.
///
/// A slip moves the dates of the deal and of its phases; a year or a month stays one where it can, a day past the end
/// of its month becomes the last one. A deal that starts when it was announced starts so much later then. A scale takes
/// capacity alone, of the deal and its phases, rounded down to the kilowatt; what a part does not deliver its whole
/// does not deliver in its place. InvalidInput, naming the deal, for one that has no dates to move or no capacity to
/// scale, or that would end where the edit is refused.
[[nodiscard]] Result<Snapshot> withSlips(const Snapshot& snapshot, const std::vector<DealSlip>& slips,
                                         const std::vector<DealScale>& scales);

/// A date so many months later: a year stays a year if it can, a day becomes at most the last of its month. An end
/// names the last of what it holds: "2031" is the December.
[[nodiscard]] Date laterBy(Date date, int months, bool isEnd) noexcept;

} // namespace ochain
