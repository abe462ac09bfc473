// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/chain.h"
#include "chain/progress.h"
#include "rollups/snapshot.h"
#include "schedule/lens.h"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace ochain {

/// A party by its place in MoneyNetwork::parties.
using PartyPlace = std::uint32_t;

/// What one party pays another in a period: all deals of a class together.
struct MoneyArc {
    PartyPlace payer = 0;
    PartyPlace payee = 0;
    DealClass dealClass = DealClass::Trade; ///< Trade or Capital
    std::int64_t cents = 0;                 ///< at least 0
    std::uint32_t undisclosed = 0;          ///< deals that would add to it but have no amount
    std::uint32_t firstDeal = 0;            ///< among MoneyNetwork::deals
    std::uint32_t dealCount = 0;            ///< those with an amount, then those without
};

/// Who pays whom in a period under a lens: customers their suppliers, investors those they invest in. What stays inside
/// a party is not in it.
struct MoneyNetwork {
    std::vector<NodeId> parties; ///< those who pay or are paid, by id
    std::vector<MoneyArc> arcs;  ///< by payer, payee and class, each once
    std::vector<DealId> deals;   ///< of one arc after another, each by id

    [[nodiscard]] std::span<const DealId> dealsOf(const MoneyArc& arc) const noexcept
    {
        return std::span(deals).subspan(arc.firstDeal, arc.dealCount);
    }
    /// The place of a party; nothing if it neither pays nor is paid.
    [[nodiscard]] std::optional<PartyPlace> placeOf(NodeId party) const noexcept;
    /// The arc between two parties; nullptr if there is none.
    [[nodiscard]] const MoneyArc* find(NodeId payer, NodeId payee, DealClass dealClass) const noexcept;
};

/// What a network is made of.
struct NetworkScope {
    Period period = kTotal; ///< one outside the calendar has no money
    Lens lens;
    NodeId lookedAt; ///< stands by itself, with all that lies in it; unset: nobody does
};

/// Reads every deal once, of large chains on two threads.
/// @param progress  asked now and then on this thread; false from it cancels, and there is nothing
[[nodiscard]] std::optional<MoneyNetwork> moneyNetworkOf(const Snapshot& snapshot, const NetworkScope& scope,
                                                         const Progress& progress = {});

} // namespace ochain
