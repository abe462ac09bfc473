// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/accumulator.h"
#include "chain/chain.h"
#include "chain/lens.h"
#include "chain/rollup_series.h"

#include <atomic>
#include <cstdint>
#include <functional>
#include <utility>
#include <vector>

namespace ochain {

/// Computes all rollups from scratch. Each node adds up its own deals, hands them to its tier, takes in the nodes
/// inside it (they come first) and moves what turns out to lie within it from its borders inside; so a deal is looked
/// at once a side, however many groups it touches, and each series is written once, at its final length.
class RollupBuilder {
public:
    RollupBuilder(const Chain& chain, const Lens& lens, const Calendar& calendar, SeriesStore& store);

    /// @param step  called now and then on this thread with the share done; false from it cancels. May be empty.
    /// @return false if it was cancelled: the store is then of no use
    bool run(const std::function<bool(double)>& step);

private:
    class Worker;

    void orderNodes();
    void listDeals();
    /// The place in m_order behind the trees that hold the first half of the work.
    [[nodiscard]] std::size_t middle() const;
    void writeTiers(std::vector<Accumulator>& tiers);

    const Chain& m_chain;
    const Lens& m_lens;
    const Calendar& m_calendar;
    SeriesStore& m_store;

    std::vector<NodeId> m_order;              ///< each node after all that are inside it, each tree in one run
    std::vector<std::uint32_t> m_place;       ///< of a node in m_order
    std::vector<std::uint32_t> m_tree;        ///< of a node: the place of its root
    std::vector<DealId> m_supplied, m_bought; ///< by place of supplier, of customer
    std::vector<std::uint32_t> m_firstSupplied, m_firstBought; ///< by place; one more at the end
    std::vector<std::pair<std::uint32_t, DealId>> m_internal;  ///< place of the innermost node with both ends; sorted
    std::atomic<bool> m_isCancelled = false;
};

} // namespace ochain
