// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/rollups.h"

#include <cstdint>
#include <vector>

namespace ochain::bench {

/// The limit that a full rollup is held against: the same figures by one loop over arrays, one thread, nothing kept for
/// later edits.
///
/// Laid out before the clock starts: the pieces of all deals that count, as plain arrays; for each node the groups
/// above it (itself, the nodes around it, its tiers); for each group and measure (revenue, spend, capacity in and out
/// by layer) that has anything at all the place of its row of quarters. Timed is run(): fresh zeroed memory for rows
/// and totals, each piece's amount by quarter computed once and added to every group whose border it crosses (money as
/// amounts, capacity as changes, summed up over the quarters at the end), and the number of deals per group. Headline,
/// unique, trade deals with amounts and dates: what generateChain() makes. It knows nothing of claims, formulas, parts,
/// undisclosed or unscheduled amounts, which the rollups have to look for.
class ArrayLoop {
public:
    explicit ArrayLoop(const Chain& chain);

    void run();
    /// Whether the figures of every `step`-th group are those of the rollups; call after run().
    [[nodiscard]] bool agreesWith(const Rollups& rollups, std::size_t step) const;
    /// Rows of quarters held.
    [[nodiscard]] std::size_t rows() const noexcept { return m_rowCount; }

private:
    struct Piece {
        std::int64_t value, capacity;
        Day starts, ends;
        std::uint32_t supplier, customer;
        std::uint8_t layer;             ///< of the supplier
        bool isDeploy, isTerm, isFirst; ///< isFirst: of its deal
    };
    enum Column : std::uint32_t { Revenue, Spend, CapacityOut, CapacityIn }; ///< capacities have one per layer

    void layPaths(const Chain& chain);
    void layPieces(const Chain& chain);
    void layRows();
    [[nodiscard]] std::uint32_t column(Column measure, std::uint32_t layer) const noexcept
    {
        return measure == Revenue || measure == Spend ? measure : 2 + (measure == CapacityIn ? m_layers : 0) + layer;
    }
    [[nodiscard]] std::int32_t& rowOf(std::uint32_t group, std::uint32_t column_)
    {
        return m_rowOf[group * m_columns + column_];
    }
    /// Calls f(group) for the groups of one node that the other does not lie in.
    template <class F>
    void forEachCrossed(std::uint32_t node, std::uint32_t other, F&& f) const;
    void addMoney(const Piece& piece, std::vector<std::int64_t>& amounts);
    void addCapacity(const Piece& piece, std::vector<std::int64_t>& changes);
    [[nodiscard]] Quarter quarterOf(Day day) const noexcept
    {
        return m_quarterOf[static_cast<std::size_t>(day - m_bounds.front())];
    }

    std::uint32_t m_layers = 0; ///< with that of suppliers in no layer
    std::uint32_t m_columns = 0;
    std::uint32_t m_nodes = 0; ///< slots; tiers follow as groups
    std::uint32_t m_groups = 0;
    std::size_t m_quarters = 0;
    std::size_t m_rowCount = 0;
    std::vector<Day> m_bounds;
    std::vector<Quarter> m_quarterOf;                       ///< by day of the calendar
    std::vector<std::uint32_t> m_pathFirst, m_path, m_root; ///< groups above each node; its topmost tier
    std::vector<Piece> m_pieces;
    std::vector<std::int32_t> m_rowOf; ///< by group and column; -1 for nothing
    std::vector<std::int64_t> m_figures, m_totals;
    std::vector<std::uint32_t> m_deals; ///< by group
};

} // namespace ochain::bench
