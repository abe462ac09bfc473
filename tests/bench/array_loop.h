// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rollups/rollups.h"

#include <cstdint>
#include <vector>

namespace ochain::bench {

/// The limit that a full rollup is held against: the same figures by one loop over arrays, one thread, nothing kept for
/// later edits.
///
/// Laid out before the clock starts: the pieces of all deals that count, as plain arrays, once by supplier and once by
/// customer; nodes in the order in which what is inside comes first; memory for a row of quarters for each group and
/// measure (revenue, spend, capacity in and out by layer) that has anything at all. Timed is run(): amounts by quarter
/// of each piece into rows in the nearest cache, from there to the node's tier, the node around it and its place in
/// memory, each written once; then tiers into tiers; totals and numbers of deals beside them.
///
/// It does what generateChain() needs and no more: headline, unique, trade deals with amounts and dates, small enough
/// to be divided as doubles without error, and none inside a group. It knows nothing of claims, formulas, parts,
/// assumed, undisclosed or unscheduled amounts, for all of which the rollups have to look.
class ArrayLoop {
public:
    explicit ArrayLoop(const Chain& chain);

    void run();
    /// Whether the figures of every `step`-th group are those of the rollups; call after run().
    [[nodiscard]] bool agreesWith(const Rollups& rollups, std::size_t step) const;

private:
    struct Piece {
        std::int64_t value, capacity;
        Day starts, ends;
        std::uint8_t layer; ///< of the supplier
        bool isDeploy, isTerm;
        bool isFirst; ///< of its deal
    };
    /// Rows of one group while it is added up.
    struct Desk {
        std::vector<std::int64_t> figures; ///< by column and quarter
        std::vector<std::int64_t> totals;  ///< by column
        std::uint32_t used = 0;            ///< a bit for each column
        std::uint32_t deals = 0;
    };
    /// A node in the order of the loop.
    struct Stop {
        std::uint32_t node = 0;
        std::uint32_t tier = 0;
        std::uint32_t depth = 0;
    };

    void layPieces(const Chain& chain);
    void layOrder(const Chain& chain);
    void layRows();
    [[nodiscard]] Desk emptyDesk() const;
    void addSide(const std::vector<Piece>& pieces, const std::vector<std::size_t>& first, std::uint32_t node,
                 bool isOut, Desk& desk) const;
    void addMoney(const Piece& piece, std::int64_t* row) const;
    void addCapacity(const Piece& piece, std::int64_t* row) const;
    void addDesk(const Desk& from, Desk& to) const;
    void clear(Desk& desk) const;
    void keep(const Desk& desk, std::size_t group);
    [[nodiscard]] Quarter quarterOf(Day day) const noexcept
    {
        return m_quarterOf[static_cast<std::size_t>(day - m_bounds.front())];
    }

    [[nodiscard]] std::uint32_t columnOf(LayerNumber layer) const noexcept
    {
        return layer.isSet() ? layer.value : m_layers - 1;
    }

    std::uint32_t m_layers = 0;  ///< with that of suppliers in no layer
    std::uint32_t m_columns = 0; ///< revenue, spend, capacity out by layer, capacity in by layer
    std::uint32_t m_nodes = 0;   ///< slots; tiers follow as groups
    std::uint32_t m_groups = 0;
    std::size_t m_quarters = 0;
    std::vector<Day> m_bounds;
    std::vector<Quarter> m_quarterOf; ///< by day of the calendar
    std::vector<Piece> m_supplied, m_bought;
    std::vector<std::size_t> m_firstSupplied, m_firstBought; ///< by node, and the end
    std::vector<Stop> m_order;
    std::vector<std::uint32_t> m_tierUp; ///< tier slots, what is inside first
    std::vector<std::uint32_t> m_tierParent;
    std::vector<std::uint32_t> m_used;   ///< columns of each group, as bits
    std::vector<std::size_t> m_firstRow; ///< of each group
    std::vector<std::int64_t> m_figures, m_totals;
    std::vector<std::uint32_t> m_deals;         ///< by group
    std::vector<Desk> m_tierDesks, m_nodeDesks; ///< the latter by depth
};

} // namespace ochain::bench
