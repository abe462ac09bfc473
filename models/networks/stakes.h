// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/chain.h"
#include "chain/date.h"

#include <vector>

namespace ochain {

/// What a deal gives its supplier of its customer, as known on a day.
struct Stake {
    NodeId owner;
    NodeId entity;
    BasisPoints share;      ///< of the entity; absent where a deal of control says none
    bool isHeld = true;     ///< else it hangs on a condition or a choice, or is a ceiling: nobody holds it yet
    bool isControl = false; ///< the owner controls the entity: appoints its board, or the like
    DealId deal;
};

/// Every stake known on a day, by deal: deals of capital with an equity_pct, and deals of control. Cancelled ones are
/// none; what is a part of a deal that is a stake of the same two itself stands in that one.
/// @param asOf  kNoDay: as the rows stand
[[nodiscard]] std::vector<Stake> stakesOf(const Chain& chain, Day asOf);

} // namespace ochain
