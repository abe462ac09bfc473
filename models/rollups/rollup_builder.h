// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/chain.h"
#include "chain/progress.h"
#include "rollups/accumulator.h"
#include "rollups/series_store.h"
#include "schedule/deal_list.h"
#include "schedule/lens.h"

#include <array>
#include <atomic>
#include <cstdint>
#include <utility>
#include <vector>

namespace ochain {

/// Computes all rollups from scratch. First each deal is scheduled, in the order of rows. Then each node adds up its
/// own deals, hands them to its tier, takes in the nodes inside it (they come first) and moves what turns out to lie
/// within it from its borders inside; so a deal is spread over quarters once a side, however many groups it touches,
/// and each series is written once, at its final length. Large chains are shared by two threads; integers add up to the
/// same in any order.
class RollupBuilder {
public:
    RollupBuilder(const Chain& chain, const Lens& lens, const Calendar& calendar, SeriesStore& store);

    /// @param progress  called now and then on this thread with the share done; false from it cancels. May be empty.
    /// @return false if it was cancelled: the store is then of no use
    bool run(const Progress& progress);

private:
    class Packer;
    class Worker;

    /// A deal in one of the two lists: the list in the highest bit, the place of its first piece in the others.
    struct DealPlace {
        std::uint32_t packed = 0;
    };
    static constexpr unsigned kListBit = 31;
    static constexpr std::uint32_t kPieceBits = (1U << kListBit) - 1;
    /// A deal between two nodes, by their places in m_order.
    struct Ends {
        std::uint32_t supplier = 0;
        std::uint32_t customer = 0;
        DealPlace deal;
    };
    /// A deal with both ends in a group: the innermost one, a place in m_order or a tier.
    using Inside = std::pair<std::uint32_t, DealId>;

    /// Tells `progress` how far it is and whether to go on.
    [[nodiscard]] bool goOn(const Progress& progress, double done);
    void orderNodes();
    void packDeals(const Progress& progress);
    [[nodiscard]] std::vector<DealPlace> sorted(const std::vector<Ends>& some, const std::vector<Ends>& others,
                                                std::uint32_t Ends::*end, std::vector<std::uint32_t>& first) const;
    [[nodiscard]] const DealList::Piece* piecesOf(DealPlace deal) const noexcept
    {
        return m_deals[deal.packed >> kListBit].at(deal.packed & kPieceBits);
    }
    /// The place in m_order behind the trees that hold the first half of the work.
    [[nodiscard]] std::uint32_t middle() const;
    void writeTiers(std::vector<Accumulator>& tiers);

    const Chain& m_chain;
    const Lens& m_lens;
    const Calendar& m_calendar;
    SeriesStore& m_store;

    bool m_isShared; ///< by two threads

    std::vector<NodeId> m_order;        ///< each node after all that are inside it, each tree in one run
    std::vector<std::uint32_t> m_place; ///< of a node in m_order
    std::vector<NodeId> m_root;         ///< of a node
    std::vector<TierId> m_tier;         ///< of a node
    std::vector<TierId> m_rootTier;     ///< of a tier
    std::vector<bool> m_isAtSite;       ///< of a node: it is a site or lies in one

    std::array<DealList, 2> m_deals;
    std::vector<DealPlace> m_supplied, m_bought;               ///< by place of supplier, of customer
    std::vector<std::uint32_t> m_firstSupplied, m_firstBought; ///< by place; one more at the end
    std::vector<Inside> m_insideNodes, m_insideTiers;          ///< sorted
    std::atomic<bool> m_isCancelled = false;
};

} // namespace ochain
