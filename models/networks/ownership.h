// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/progress.h"
#include "networks/reach.h"
#include "networks/stakes.h"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace ochain {

/// One owner of an entity.
struct OwnershipRow {
    NodeId owner;
    BasisPoints economic; ///< what ends with it; of who is itself held, with those of its owners whom no deal names
    BasisPoints reaching; ///< what reaches it, of which its own owners have theirs; with cross-holdings again and again
    BasisPoints direct{0};      ///< what it holds itself
    bool isHeld = false;        ///< others hold stakes in it
    bool isControlling = false; ///< it controls the entity, itself or through those that it controls
};

/// Who an entity belongs to in the end, as known on a day (data/README.md, section 8): D (I − W)^-1 over cross-holdings
/// (Elliott, Golub, Jackson, American Economic Review 104(10), 2014). Control stands apart and follows from no stake.
struct Ownership {
    NodeId entity;
    std::vector<OwnershipRow> rows; ///< largest economic first, then direct, then by id; economic adds up to 10,000
    std::vector<NodeId> overstated; ///< stakes in these add up above the whole and are scaled down to it
    std::vector<std::vector<NodeId>> closedGroups; ///< belong to each other alone: what reaches them ends there
    std::vector<Stake> notHeld; ///< stakes in the entity that hang on a condition or a choice, or are a ceiling
    double residual = 0;        ///< see Arrivals
};

/// Stakes as chains of holdings are followed along them.
class Holdings {
public:
    /// @param stakes  all there are
    Holdings(const Chain& chain, std::span<const Stake> stakes);

    /// Entities in which anybody has a stake or control, by id.
    [[nodiscard]] std::vector<NodeId> entities() const;
    /// @param progress  false from it cancels, and there is nothing
    [[nodiscard]] std::optional<Ownership> of(NodeId entity, const Progress& progress = {}) const;

private:
    [[nodiscard]] std::vector<bool> controllersOf(NodeId entity) const;
    /// The rows in no order, and beside each what part of the entity ends there.
    void addRows(const Arrivals& reach, Ownership& ownership, std::vector<double>& ending) const;

    std::vector<Stake> m_stakes;
    PassingNetwork m_network;           ///< from entities to their owners, in basis points
    std::vector<std::int64_t> m_passed; ///< of each node, what others hold
};

} // namespace ochain
