// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/progress.h"
#include "networks/money_network.h"
#include "networks/whole_company.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace ochain {

/// One party's part in what somebody takes or spends.
struct ExposureRow {
    NodeId party; ///< unset: all outside the chain, where a metric says how much that is
    std::int64_t cents = 0;
    BasisPoints share;             ///< absent if all amounts of the side are zero
    std::uint32_t undisclosed = 0; ///< deals that would add to it but have no amount
};

/// Σ share² × 10,000. What lies outside the chain may be many or one: between the two lies the index.
struct Concentration {
    double least = 0; ///< the outside is too many to count
    double most = 0;  ///< the outside is one
};

/// One side of a company: its customers and its revenue, or its suppliers and its spend.
struct ExposureSide {
    std::vector<ExposureRow> rows; ///< largest first, of equals by id; the outside last. Shares add up to 10,000
    std::int64_t inChain = 0;      ///< cents: the rollup's revenue or spend, where no deal is below zero
    std::uint32_t undisclosed = 0;
    std::optional<WholeOfCompany> whole;        ///< of the company, if a metric says so
    std::optional<Concentration> concentration; ///< nothing if all amounts are zero

    /// The metric says less than the deals of the chain: then nothing is outside.
    [[nodiscard]] bool isAboveWhole() const noexcept { return whole && whole->cents < inChain; }
};

/// Who depends on whom: shares of revenue and of spend in a period (data/README.md, section 8).
struct Exposure {
    NodeId node;
    ExposureSide customers; ///< of its revenue
    ExposureSide suppliers; ///< of its spend
};

/// @param network  in which `scope.lookedAt` stands by itself
[[nodiscard]] Exposure exposureOf(const Snapshot& snapshot, const NetworkScope& scope, const MoneyNetwork& network);

/// What reaches a party of each unit that enters somewhere.
struct ReachedParty {
    NodeId party;
    double amount = 0; ///< for one unit that enters
};

/// Where money that enters a company goes, tier by tier: from customer to supplier.
struct LookThrough {
    NodeId node;
    std::optional<int> tiers; ///< nothing: to the end
    std::vector<ReachedParty>
        rows;           ///< the suppliers of all tiers that anything reaches, largest first, of equals by id
    double returns = 0; ///< comes back to the node, for one unit that enters
    std::vector<std::vector<NodeId>> closedGroups; ///< that keep all they get, see Arrivals
    std::uint32_t undisclosed = 0; ///< purchases without an amount of those that anything reaches: nothing follows them
    double residual = 0;
    int iterations = 0;

    /// What enters stays with the node and others for ever; then only what comes first is told.
    [[nodiscard]] bool isClosed() const noexcept;
};

/// Of a customer's unit, a supplier gets spend ÷ max(revenue + capital in, spend); the rest leaves the chain or stays.
/// @param tiers  at least 1; nothing: to the end
[[nodiscard]] std::optional<LookThrough> lookThroughOf(const MoneyNetwork& network, NodeId node,
                                                       std::optional<int> tiers, const Progress& progress = {});

} // namespace ochain
