// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "order_gaps.h"

#include "slope.h"

#include <algorithm>
#include <limits>

namespace ochain::layout {

double OrderGaps::findDeltas(const RankedOrder& order, std::uint32_t item)
{
    const std::vector<std::uint32_t>& items = order.columnOf(item);
    const std::vector<std::uint32_t>& position = order.positions();
    m_delta.assign(items.size(), 0.0);
    double onTop = 0; // crossings if the item stands above all others
    for (const bool toRight : {false, true}) {
        const Arcs& arcs = toRight ? m_layered.right : m_layered.left;
        m_present.clear();
        double total = 0;
        for (const Arc* a = arcs.begin(item); a != arcs.end(item); ++a) {
            if (position[a->item] == kNone)
                continue;
            m_present.push_back(*a);
            total += a->weight;
        }
        if (m_present.empty())
            continue;
        const std::size_t size = order.columnOf(m_present.front().item).size();
        m_steps += items.size() + size;
        slopeOf(m_present.data(), m_present.data() + m_present.size(), position, m_slope, size);
        // The slope is (weight below) - (weight above); with (below) + (above) + (here) = total it gives what lies
        // below.
        m_here.assign(size, 0.0);
        for (const Arc& a : m_present)
            m_here[position[a.item]] += a.weight;
        for (std::size_t i = 0; i < items.size(); ++i) {
            if (items[i] == item)
                continue;
            for (const Arc *a = arcs.begin(items[i]), *last = arcs.end(items[i]); a != last; ++a) {
                const std::uint32_t p = position[a->item];
                if (p == kNone)
                    continue;
                m_delta[i] += a->weight * m_slope[p];
                onTop += a->weight * 0.5 * (total - m_here[p] + m_slope[p]);
            }
        }
    }
    return onTop;
}

double OrderGaps::takeOut(RankedOrder& order, std::uint32_t item)
{
    double cost = findDeltas(order, item);
    for (std::uint32_t i = 0; i < order.position(item); ++i)
        cost -= m_delta[i];
    order.takeOut(item);
    return cost;
}

double OrderGaps::putBack(RankedOrder& order, std::uint32_t item, double draw, double threshold)
{
    double cost = findDeltas(order, item);
    const auto [first, last] = order.allowedGaps(item);
    double best = std::numeric_limits<double>::infinity();
    m_gaps.clear();
    for (std::uint32_t i = 0; i <= last; ++i) {
        if (i >= first) {
            if (cost < best - threshold) {
                best = cost;
                m_gaps.clear();
            }
            if (cost <= best + threshold)
                m_gaps.push_back(i);
        }
        if (i < m_delta.size())
            cost -= m_delta[i];
    }
    const auto drawn = static_cast<std::size_t>(draw * static_cast<double>(m_gaps.size()));
    order.putIn(item, m_gaps[std::min(m_gaps.size() - 1, drawn)]);
    return best;
}

} // namespace ochain::layout
