// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/progress.h"
#include "networks/money_network.h"
#include "networks/rationing.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace ochain {

/// What it costs if a party fails: three numbers that do not add up.
struct FailureCost {
    NodeId node;
    Cents impact{0};              ///< what all firms no longer sell, it among them, as far as amounts are known
    Cents exposure{0};            ///< what those have left to lose that deal with it for amounts nobody disclosed
    std::uint32_t unresolved = 0; ///< deals of it without an amount
    BasisPoints share;            ///< the impact of all that the firms sell; absent if they sell nothing
    int iterations = 0;
    double residual = 0; ///< by how much a firm still moved in the last of them, of what it sells
};

/// A firm that falls with another.
struct FallenFirm {
    NodeId node;
    Cents lost{0};
    BasisPoints bySuppliers{0}; ///< what part of its sales its suppliers take from it
    BasisPoints byCustomers{0}; ///< and its customers; the greater of both is lost
};

/// Who is hit how hard if somebody fails (data/README.md, section 8), of the parties of a money network. Trade counts,
/// as what a supplier sells to a customer; what a metric says that a company takes or spends beyond it is outside.
class Importance {
public:
    Importance(const Snapshot& snapshot, const NetworkScope& scope, const MoneyNetwork& network);

    /// @param party  one that the network does not have costs nothing
    [[nodiscard]] FailureCost costOf(NodeId party);
    /// All parties that trade, by what their failure costs: impact, then exposure, then unresolved, the greatest first.
    /// Of many parties on two threads, with the same result.
    /// @param progress  asked now and then on this thread; false from it cancels, and there is nothing
    [[nodiscard]] std::optional<std::vector<FailureCost>> ranking(const Progress& progress = {});
    /// Who falls with a party, itself among them: who loses most first. Less than half a cent is no loss.
    [[nodiscard]] std::vector<FallenFirm> fallenWith(NodeId party);

    /// How many of the parties a metric gives the whole revenue or cost of.
    [[nodiscard]] std::uint32_t wholesKnown() const noexcept { return m_wholesKnown; }
    [[nodiscard]] const RationingNetwork& network() const noexcept { return m_rationed; }

private:
    /// Deals of a firm with another of which no amount is disclosed.
    struct Undisclosed {
        std::uint32_t partner = 0;
        std::uint32_t deals = 0;
    };
    void addFirms(const Snapshot& snapshot, const NetworkScope& scope);
    void addTrade();
    void addWholes(const Snapshot& snapshot, const NetworkScope& scope);
    /// @param rationing  of this network; each thread has one
    [[nodiscard]] FailureCost costOf(std::uint32_t firm, Rationing& rationing) const;

    const MoneyNetwork& m_parties;
    RationingNetwork m_rationed;
    std::vector<std::vector<Undisclosed>> m_undisclosed; ///< by firm
    std::vector<bool> m_trades;                          ///< by firm
    std::uint32_t m_wholesKnown = 0;
    std::optional<Rationing> m_rationing;
    double m_allSales = 0;
};

} // namespace ochain
