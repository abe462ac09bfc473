// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "document/beside_work.h"
#include "document/document.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace ochain {

/// How many of the deals that cross a group's border are assumed ones. Counted when first asked, in one walk over the
/// deals (those of a large chain on another thread), then kept up to date edit by edit.
class AssumedShares final : public QObject {
    Q_OBJECT
public:
    explicit AssumedShares(const Document& document, QObject* parent = nullptr);
    ~AssumedShares() override;

    /// 0 to 1: assumed deals among those that cross the border and count under the lens; 0 where none does, and while
    /// they are being counted: counted() follows.
    [[nodiscard]] double of(Group group);
    /// Takes in an edit. @return groups whose share may have changed, in no order (none before shares were first asked
    /// for); nothing if any may have
    std::optional<std::vector<Group>> follow(const Changed& changed);
    /// After another lens other deals count.
    void forget();

    /// Chains with more deals than this are large.
    void setMostAtOnce(std::size_t deals) noexcept { m_mostAtOnce = deals; }

signals:
    /// Every share may be another than of() said.
    void counted();

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
    struct All {
        std::vector<Count> nodes, tiers; ///< by row
        std::vector<Counted> deals;      ///< by row
        std::vector<Group> crossed;      ///< memory used again
        [[nodiscard]] Count& count(Group group);
        void addCrossed(const std::vector<Group>& ofSupplier, const std::vector<Group>& ofCustomer, bool isAssumed,
                        int sign);
    };
    [[nodiscard]] static std::optional<All> countAll(const Chain& chain, const Rollups& rollups,
                                                     const Progress& progress);
    [[nodiscard]] static Counted countedOf(const Chain& chain, const Rollups& rollups, DealId deal);
    void add(const Counted& deal, int sign, std::vector<Group>& touched);

    const Document& m_document;
    All m_all;
    bool m_isCounted = false;
    std::size_t m_mostAtOnce = 20'000;
    BesideWork<All> m_work; ///< after which counted() follows
};

} // namespace ochain
