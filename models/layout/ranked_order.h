// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "layered.h"

#include <cstdint>
#include <utility>
#include <vector>

namespace ochain::layout {

/// An order of the items of each column, and what of it has to stay.
///
/// Items with a rank keep their order by rank among the ranked items of their column; items of a column with different
/// zones keep the order of their zones. An item may be taken out and put back; what is out has no position.
class RankedOrder {
public:
    /// Items in the order of their numbers.
    explicit RankedOrder(const Layered& layered);

    void set(const Order& order);
    /// @param rank for each item its place among the ranked items of its column, or kNone
    void setRanks(std::vector<std::uint32_t> rank);
    /// @param zone the same for zones: those of one zone move freely among themselves. Empty: none
    void setZones(std::vector<std::uint32_t> zone);

    [[nodiscard]] const Order& columns() const { return m_columns; }
    /// The column an item belongs to, from top to bottom.
    [[nodiscard]] const std::vector<std::uint32_t>& columnOf(std::uint32_t item) const
    {
        return m_columns[m_columnOf[item]];
    }
    /// By item its place in its column; kNone for what is out.
    [[nodiscard]] const std::vector<std::uint32_t>& positions() const { return m_position; }
    [[nodiscard]] std::uint32_t position(std::uint32_t item) const { return m_position[item]; }
    [[nodiscard]] bool isIn(std::uint32_t item) const { return m_position[item] != kNone; }
    /// Whether a rank or a zone holds the item.
    [[nodiscard]] bool isBound(std::uint32_t item) const;
    [[nodiscard]] bool hasToBeAbove(std::uint32_t item, std::uint32_t other) const;
    /// First and last place that ranks and zones allow an item that is in.
    [[nodiscard]] std::pair<std::uint32_t, std::uint32_t> allowedPlaces(std::uint32_t item) const;
    /// First and last gap that they allow one that is out; gap n lies above the item at place n.
    [[nodiscard]] std::pair<std::uint32_t, std::uint32_t> allowedGaps(std::uint32_t item) const;

    void move(std::uint32_t item, std::uint32_t place);
    void takeOut(std::uint32_t item);
    void putIn(std::uint32_t item, std::uint32_t gap);
    /// Another order of the items that are in a column.
    void setColumn(std::uint32_t column, const std::vector<std::uint32_t>& items);

private:
    void number(const std::vector<std::uint32_t>& items, std::uint32_t from);

    const std::vector<std::uint32_t>& m_columnOf; ///< of the layered graph, which outlives the order
    Order m_columns;
    std::vector<std::uint32_t> m_position;
    std::vector<std::uint32_t> m_rank;
    std::vector<std::uint32_t> m_zone;
    bool m_hasRanks = false;
    bool m_hasZones = false;
};

} // namespace ochain::layout
