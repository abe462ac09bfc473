// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ranked_order.h"

#include <algorithm>
#include <cstddef>

namespace ochain::layout {

RankedOrder::RankedOrder(const Layered& layered)
    : m_columnOf(layered.column), m_columns(layered.columns), m_position(layered.items(), 0)
{
    for (std::uint32_t item = 0; item < layered.items(); ++item) {
        m_position[item] = static_cast<std::uint32_t>(m_columns[m_columnOf[item]].size());
        m_columns[m_columnOf[item]].push_back(item);
    }
}

void RankedOrder::set(const Order& order)
{
    m_columns = order;
    for (const std::vector<std::uint32_t>& items : m_columns)
        number(items, 0);
}

void RankedOrder::setRanks(std::vector<std::uint32_t> rank)
{
    m_rank = std::move(rank);
    m_hasRanks = std::any_of(m_rank.begin(), m_rank.end(), [](std::uint32_t r) { return r != kNone; });
}

void RankedOrder::setZones(std::vector<std::uint32_t> zone)
{
    m_zone = std::move(zone);
    m_hasZones = !m_zone.empty();
}

bool RankedOrder::isBound(std::uint32_t item) const
{
    return (m_hasRanks && m_rank[item] != kNone) || (m_hasZones && m_zone[item] != kNone);
}

bool RankedOrder::hasToBeAbove(std::uint32_t item, std::uint32_t other) const
{
    const auto isLess = [&](const std::vector<std::uint32_t>& key) {
        return key[item] != kNone && key[other] != kNone && key[item] < key[other];
    };
    return (m_hasRanks && isLess(m_rank)) || (m_hasZones && isLess(m_zone));
}

void RankedOrder::move(std::uint32_t item, std::uint32_t place)
{
    std::vector<std::uint32_t>& items = m_columns[m_columnOf[item]];
    const std::uint32_t from = m_position[item];
    const auto at = [&](std::uint32_t i) { return items.begin() + static_cast<std::ptrdiff_t>(i); };
    if (place > from)
        std::rotate(at(from), at(from + 1), at(place + 1));
    else
        std::rotate(at(place), at(from), at(from + 1));
    for (std::uint32_t i = std::min(from, place); i <= std::max(from, place); ++i)
        m_position[items[i]] = i;
}

void RankedOrder::takeOut(std::uint32_t item)
{
    std::vector<std::uint32_t>& items = m_columns[m_columnOf[item]];
    const std::uint32_t from = m_position[item];
    items.erase(items.begin() + static_cast<std::ptrdiff_t>(from));
    number(items, from);
    m_position[item] = kNone;
}

void RankedOrder::putIn(std::uint32_t item, std::uint32_t gap)
{
    std::vector<std::uint32_t>& items = m_columns[m_columnOf[item]];
    items.insert(items.begin() + static_cast<std::ptrdiff_t>(gap), item);
    number(items, gap);
}

void RankedOrder::setColumn(std::uint32_t column, const std::vector<std::uint32_t>& items)
{
    m_columns[column] = items;
    number(items, 0);
}

void RankedOrder::number(const std::vector<std::uint32_t>& items, std::uint32_t from)
{
    for (std::uint32_t i = from; i < items.size(); ++i)
        m_position[items[i]] = i;
}

std::pair<std::uint32_t, std::uint32_t> RankedOrder::allowedPlaces(std::uint32_t item) const
{
    const std::vector<std::uint32_t>& items = m_columns[m_columnOf[item]];
    std::uint32_t first = 0;
    auto last = static_cast<std::uint32_t>(items.size() - 1);
    if (!isBound(item))
        return {first, last};
    for (std::uint32_t i = 0; i < items.size(); ++i) {
        if (hasToBeAbove(items[i], item))
            first = i + (i < m_position[item] ? 1 : 0);
        else if (hasToBeAbove(item, items[i]))
            last = std::min(last, i - (i > m_position[item] ? 1 : 0));
    }
    return {first, last};
}

std::pair<std::uint32_t, std::uint32_t> RankedOrder::allowedGaps(std::uint32_t item) const
{
    const std::vector<std::uint32_t>& items = m_columns[m_columnOf[item]];
    std::uint32_t first = 0;
    auto last = static_cast<std::uint32_t>(items.size());
    if (!isBound(item))
        return {first, last};
    for (std::uint32_t i = 0; i < items.size(); ++i) {
        if (hasToBeAbove(items[i], item))
            first = i + 1;
        else if (hasToBeAbove(item, items[i]))
            last = std::min(last, i);
    }
    return {first, last};
}

} // namespace ochain::layout
