// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "column_view.h"
#include "layered.h"
#include "limit.h"
#include "order_gaps.h"
#include "ranked_order.h"

#include <cstdint>
#include <utility>
#include <vector>

namespace ochain::layout {

/// Searches for an order of each column with few weighted crossings. Holds one order, which only public functions
/// change, within what ranks and zones allow.
class OrderSearch {
public:
    explicit OrderSearch(const Layered& layered);

    void setOrder(const Order& order) { m_order.set(order); }
    [[nodiscard]] const Order& order() const { return m_order.columns(); }
    /// See RankedOrder.
    void setRanks(std::vector<std::uint32_t> rank) { m_order.setRanks(std::move(rank)); }
    void setZones(std::vector<std::uint32_t> zone) { m_order.setZones(std::move(zone)); }

    /// Weighted barycentres, left to right and back; keeps the best order seen. For a start without ranks.
    void sweep(int rounds, Limit& limit);
    /// Moves single items to their best places, round by round, until nothing improves. @return what was gained
    double sift(Limit& limit);
    /// The same for these items only, in this order.
    double siftOnly(const std::vector<std::uint32_t>& items, Limit& limit);
    /// Moves one item to its best place. @return what was gained, 0 or more
    double siftItem(std::uint32_t item);
    /// Takes an item out of its column. What is out is joined to nothing until it is put back. @return the crossings
    /// that go with it
    double takeOut(std::uint32_t item) { return m_gaps.takeOut(m_order, item); }
    /// Puts an item back where it crosses least; @p draw (0 to 1) chooses among equals. @return the crossings that come
    /// with it
    double putBack(std::uint32_t item, double draw) { return m_gaps.putBack(m_order, item, draw, m_threshold); }
    /// Moves one item and returns what that costs (negative: gains).
    double moveItem(std::uint32_t item, std::uint32_t place);
    [[nodiscard]] std::uint32_t position(std::uint32_t item) const { return m_order.position(item); }
    [[nodiscard]] bool isIn(std::uint32_t item) const { return m_order.isIn(item); }
    /// Whether a rank or a zone holds the item.
    [[nodiscard]] bool isBound(std::uint32_t item) const { return m_order.isBound(item); }
    [[nodiscard]] bool hasToBeAbove(std::uint32_t item, std::uint32_t other) const
    {
        return m_order.hasToBeAbove(item, other);
    }
    /// Work done so far, in segments and positions looked at.
    [[nodiscard]] std::uint64_t steps() const { return m_steps + m_gaps.steps(); }
    /// Differences of cost up to this are rounding.
    [[nodiscard]] double threshold() const { return m_threshold; }

private:
    double siftColumn(std::uint32_t column, ColumnView& view, Limit& limit);
    double putWhereBest(std::uint32_t item);
    void findDeltas(std::uint32_t item);
    void sortByBarycentre(std::uint32_t column, const Arcs& arcs);

    const Layered& m_layered;
    RankedOrder m_order;
    OrderGaps m_gaps;
    std::vector<double> m_weight;      ///< of all segments of each item
    std::vector<char> m_isStale;       ///< a neighbour has moved since the item was sifted
    std::vector<std::uint32_t> m_turn; ///< scratch
    std::vector<double> m_slope;       ///< scratch: by position in a neighbouring column
    std::vector<double> m_delta;       ///< scratch: by position in the item's column
    std::uint64_t m_steps = 0;
    double m_threshold = 0;
};

} // namespace ochain::layout
