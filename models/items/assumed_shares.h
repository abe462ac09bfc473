// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "document/document.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace ochain {

/// How many of the deals that cross a group's border are assumed ones. Counted when first asked, in one walk over the
/// deals, then kept up to date edit by edit.
class AssumedShares {
public:
    explicit AssumedShares(const Document& document) : m_document(document) {}

    /// 0 to 1: assumed deals among those that cross the border and count under the lens; 0 where none does.
    [[nodiscard]] double of(Group group) const;
    /// Takes in an edit. @return groups whose share may have changed, in no order (none before shares were first asked
    /// for); nothing if any may have
    std::optional<std::vector<Group>> follow(const Changed& changed);
    /// After another lens other deals count.
    void forget() { m_isCounted = false; }

private:
    struct Count {
        std::int32_t deals = 0;
        std::int32_t assumed = 0;
    };
    /// A deal as it was counted; without ends if it was not.
    struct Counted {
        NodeId supplier, customer;
        bool isAssumed = false;
    };
    void countAll() const;
    [[nodiscard]] Counted now(DealId deal) const;
    void add(const Counted& deal, int sign, std::vector<Group>* touched) const;
    void addCrossed(const std::vector<Group>& ofSupplier, const std::vector<Group>& ofCustomer, bool isAssumed,
                    int sign, std::vector<Group>* touched) const;
    [[nodiscard]] Count& count(Group group) const;

    const Document& m_document;
    mutable bool m_isCounted = false;
    mutable std::vector<Count> m_nodes, m_tiers; ///< by row
    mutable std::vector<Counted> m_deals;        ///< by row
    mutable std::vector<Group> m_crossed;        ///< memory used again
};

} // namespace ochain
