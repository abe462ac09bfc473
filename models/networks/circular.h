// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/progress.h"
#include "networks/money_network.h"
#include "networks/rings.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace ochain {

/// One step of a ring: what a party pays the one whose step comes next.
struct RingStep {
    NodeId payer;
    DealClass dealClass = DealClass::Trade; ///< Trade: to its supplier; Capital: to whom it invests in
    std::int64_t cents = 0;
    std::int64_t firmCents = 0; ///< of it, what is firm
    std::vector<DealId> deals;  ///< that have an amount
};

/// Money that comes back to who paid it, over trade and capital both (data/README.md, section 8).
struct CircularRing {
    std::vector<RingStep> steps; ///< beginning with who pays the most capital of one step
    std::int64_t cents = 0;      ///< the round trip: the least step
    std::int64_t firmCents = 0;  ///< the round trip if only what is firm counts; 0: there is no ring then
};

/// What of a party's inflow goes round.
struct CircularShare {
    NodeId node;
    std::int64_t inflow = 0; ///< cents of revenue and capital
    std::int64_t round = 0;  ///< of it, what goes round
    BasisPoints share;       ///< half up
};

struct CircularMoney {
    std::vector<CircularRing> rings; ///< largest first
    bool isCut = false;              ///< there are more
    int length = 0;                  ///< steps at most
    std::int64_t gross = 0;          ///< all money between parties
    std::int64_t round = 0; ///< of it, what goes round: a maximum circulation of net flows, and what two pay each other
    std::int64_t outside = 0; ///< what is left from outside then: what those bring in who pay more than they get
    std::vector<CircularShare> shares; ///< of those of whose inflow something goes round, largest first, then by id
    std::uint32_t undisclosed = 0;     ///< deals without an amount, which are in no ring
};

/// The arcs of a network as the search for rings takes them, and under the same numbers.
[[nodiscard]] std::vector<RingArc> ringArcsOf(const MoneyNetwork& network);

/// @param network  under `scope`
/// @param progress  false from it cancels, and there is nothing
[[nodiscard]] std::optional<CircularMoney> circularMoneyOf(const Snapshot& snapshot, const NetworkScope& scope,
                                                           const MoneyNetwork& network, const RingLimits& limits,
                                                           const Progress& progress = {});

} // namespace ochain
