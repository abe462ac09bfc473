// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "order_search.h"
#include "slope.h"

#include <algorithm>
#include <cstddef>
#include <limits>

// Items out of their columns and back: what is out is joined to nothing.

namespace ochain::layout {

double OrderSearch::findPresentDeltas(std::uint32_t item)
{
    const std::vector<std::uint32_t>& items = m_order[m_layered.column[item]];
    m_delta.assign(items.size(), 0.0);
    double onTop = 0; // crossings if the item stands above all others
    for (const bool toRight : {false, true}) {
        const Arcs& arcs = toRight ? m_layered.right : m_layered.left;
        m_present.clear();
        double total = 0;
        for (const Arc* a = arcs.begin(item); a != arcs.end(item); ++a) {
            if (m_position[a->item] == kNone)
                continue;
            m_present.push_back(*a);
            total += a->weight;
        }
        if (m_present.empty())
            continue;
        const std::size_t size = m_order[m_layered.column[m_present.front().item]].size();
        m_steps += items.size() + size;
        slopeOf(m_present.data(), m_present.data() + m_present.size(), m_position, m_slope, size);
        // The slope is (weight below) - (weight above); with (below) + (above) + (here) = total it gives what lies
        // below.
        m_here.assign(size, 0.0);
        for (const Arc& a : m_present)
            m_here[m_position[a.item]] += a.weight;
        for (std::size_t i = 0; i < items.size(); ++i) {
            if (items[i] == item)
                continue;
            for (const Arc *a = arcs.begin(items[i]), *last = arcs.end(items[i]); a != last; ++a) {
                const std::uint32_t p = m_position[a->item];
                if (p == kNone)
                    continue;
                m_delta[i] += a->weight * m_slope[p];
                onTop += a->weight * 0.5 * (total - m_here[p] + m_slope[p]);
            }
        }
    }
    return onTop;
}

double OrderSearch::takeOut(std::uint32_t item)
{
    double cost = findPresentDeltas(item);
    const std::uint32_t from = m_position[item];
    for (std::uint32_t i = 0; i < from; ++i)
        cost -= m_delta[i];
    std::vector<std::uint32_t>& items = m_order[m_layered.column[item]];
    items.erase(items.begin() + static_cast<std::ptrdiff_t>(from));
    for (std::uint32_t i = from; i < items.size(); ++i)
        m_position[items[i]] = i;
    m_position[item] = kNone;
    return cost;
}

double OrderSearch::putBack(std::uint32_t item, double draw)
{
    double cost = findPresentDeltas(item);
    std::vector<std::uint32_t>& items = m_order[m_layered.column[item]];
    const auto [first, last] = allowedGap(item);
    double best = std::numeric_limits<double>::infinity();
    m_places.clear();
    for (std::uint32_t i = 0; i <= last; ++i) {
        if (i >= first) {
            if (cost < best - m_threshold) {
                best = cost;
                m_places.clear();
            }
            if (cost <= best + m_threshold)
                m_places.push_back(i);
        }
        if (i < items.size())
            cost -= m_delta[i];
    }
    const std::uint32_t place =
        m_places[std::min(m_places.size() - 1, static_cast<std::size_t>(draw * static_cast<double>(m_places.size())))];
    items.insert(items.begin() + static_cast<std::ptrdiff_t>(place), item);
    for (std::uint32_t i = place; i < items.size(); ++i)
        m_position[items[i]] = i;
    return best;
}

} // namespace ochain::layout
