// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "layered.h"

#include <array>
#include <cstdint>
#include <vector>

namespace ochain::layout {

/// Copy of one column's segments with the positions of their other ends, packed for sifting the whole column while its
/// neighbours rest.
class ColumnView {
public:
    explicit ColumnView(const Layered& layered) : m_layered(layered), m_local(layered.items(), 0) {}

    /// Reads a column anew. @param order of all columns, @param position of all items in them
    void read(std::uint32_t column, const Order& order, const std::vector<std::uint32_t>& position);

    /// For each position in @p items: what placing @p item above the item there costs more than placing it below; 0 for
    /// itself.
    void findDeltas(std::uint32_t item, const std::vector<std::uint32_t>& items, std::vector<double>& delta);

    /// Work done by one findDeltas, in segments and positions looked at.
    [[nodiscard]] std::uint64_t steps() const { return m_sides[0].positions.size() + m_sides[1].positions.size(); }

private:
    struct Side {
        std::vector<std::uint32_t> first; ///< of each item of the column, by local number, + 1
        std::vector<std::uint32_t> positions;
        std::vector<std::uint32_t> owners; ///< local numbers
        std::vector<double> weights;
        std::size_t size = 0; ///< of the neighbouring column
    };

    void findSlope(const Side& side, std::uint32_t local);

    const Layered& m_layered;
    std::vector<std::uint32_t> m_local; ///< of each item its number in the column when it was read
    std::array<Side, 2> m_sides;
    std::vector<double> m_slope;
    std::vector<double> m_sum;
};

} // namespace ochain::layout
