// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "column_view.h"

#include <algorithm>

namespace ochain::layout {

void ColumnView::read(std::uint32_t column, const Order& order, const std::vector<std::uint32_t>& position)
{
    const std::vector<std::uint32_t>& items = order[column];
    for (std::uint32_t i = 0; i < items.size(); ++i)
        m_local[items[i]] = i;
    for (const bool toRight : {false, true}) {
        const Arcs& arcs = toRight ? m_layered.right : m_layered.left;
        Side& side = m_sides[toRight ? 1 : 0];
        side.first.clear();
        side.positions.clear();
        side.weights.clear();
        side.owners.clear();
        side.first.push_back(0);
        side.size = toRight ? (column + 1 < order.size() ? order[column + 1].size() : 0)
                            : (column > 0 ? order[column - 1].size() : 0);
        for (const std::uint32_t item : items) {
            for (const Arc* a = arcs.begin(item); a != arcs.end(item); ++a) {
                side.positions.push_back(position[a->item]);
                side.weights.push_back(a->weight);
                side.owners.push_back(m_local[item]);
            }
            side.first.push_back(static_cast<std::uint32_t>(side.positions.size()));
        }
    }
}

void ColumnView::findSlope(const Side& side, std::uint32_t local)
{
    const std::uint32_t begin = side.first[local];
    const std::uint32_t end = side.first[local + 1];
    if (end - begin == 1) {
        const auto there = static_cast<std::ptrdiff_t>(side.positions[begin]);
        m_slope.resize(side.size);
        std::fill(m_slope.begin(), m_slope.begin() + there, side.weights[begin]);
        m_slope[side.positions[begin]] = 0;
        std::fill(m_slope.begin() + there + 1, m_slope.end(), -side.weights[begin]);
        return;
    }
    m_slope.assign(side.size, 0.0);
    double total = 0;
    for (std::uint32_t a = begin; a < end; ++a) {
        m_slope[side.positions[a]] += side.weights[a];
        total += side.weights[a];
    }
    double above = 0;
    for (double& s : m_slope) {
        const double here = s;
        s = total - 2 * above - here;
        above += here;
    }
}

void ColumnView::findDeltas(std::uint32_t item, const std::vector<std::uint32_t>& items, std::vector<double>& delta)
{
    const std::uint32_t self = m_local[item];
    m_sum.assign(items.size(), 0.0);
    for (const Side& side : m_sides) {
        if (side.first[self] == side.first[self + 1])
            continue;
        findSlope(side, self);
        for (std::size_t a = 0; a < side.positions.size();
             ++a) // one loop without branches: this is where the time goes
            m_sum[side.owners[a]] += side.weights[a] * m_slope[side.positions[a]];
    }
    m_sum[self] = 0;
    delta.resize(items.size());
    for (std::size_t i = 0; i < items.size(); ++i)
        delta[i] = m_sum[m_local[items[i]]];
}

} // namespace ochain::layout
