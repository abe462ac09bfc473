// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wishes.h"

#include <algorithm>
#include <numeric>

namespace ochain::layout {

namespace {

struct Segment {
    std::uint32_t left = 0;
    std::uint32_t right = 0;
    double value = 0;
};

std::vector<Segment> segmentsFrom(const Layered& layered, const std::vector<std::uint32_t>& items, double smallest)
{
    std::vector<Segment> segments;
    for (const std::uint32_t item : items) {
        for (const Arc* a = layered.right.begin(item); a != layered.right.end(item); ++a) {
            if (const double value = valueOf(*a, smallest); value > 0)
                segments.push_back({item, a->item, value});
        }
    }
    return segments;
}

std::vector<std::vector<std::uint32_t>> itemsByColumn(const Layered& layered)
{
    std::vector<std::vector<std::uint32_t>> items(layered.columns);
    for (std::uint32_t item = 0; item < layered.items(); ++item)
        items[layered.column[item]].push_back(item);
    return items;
}

} // namespace

std::uint64_t Wishes::stepsToFind(const Layered& layered)
{
    std::vector<std::uint64_t> segments(layered.columns, 0);
    std::vector<std::uint64_t> items(layered.columns, 0);
    for (std::uint32_t item = 0; item < layered.items(); ++item) {
        ++items[layered.column[item]];
        segments[layered.column[item]] +=
            static_cast<std::uint64_t>(layered.right.end(item) - layered.right.begin(item));
    }
    std::uint64_t steps = 0;
    for (std::uint32_t c = 0; c < layered.columns; ++c)
        steps += 20 * segments[c] * segments[c] + items[c] * items[c];
    return steps;
}

Wishes::Wishes(const Layered& layered)
{
    numberPairs(layered);
    const double smallest = smallestValue(layered);
    if (smallest > 0) {
        for (const std::vector<std::uint32_t>& from : itemsByColumn(layered))
            findInGap(layered, from, smallest);
    }
    listByPair();
}

void Wishes::numberPairs(const Layered& layered)
{
    m_local.resize(layered.items());
    m_firstPair.push_back(0);
    for (const std::vector<std::uint32_t>& items : itemsByColumn(layered)) {
        const auto column = static_cast<std::uint32_t>(m_size.size());
        m_size.push_back(static_cast<std::uint32_t>(items.size()));
        for (std::uint32_t high = 0; high < items.size(); ++high) {
            m_local[items[high]] = high;
            for (std::uint32_t low = 0; low < high; ++low) {
                m_columnOf.push_back(column);
                m_low.push_back(low);
                m_high.push_back(high);
            }
        }
        m_firstPair.push_back(static_cast<std::uint32_t>(m_columnOf.size()));
    }
}

void Wishes::findInGap(const Layered& layered, const std::vector<std::uint32_t>& from, double smallest)
{
    const std::vector<Segment> segments = segmentsFrom(layered, from, smallest);
    std::vector<Wish> found;
    for (std::size_t i = 0; i < segments.size(); ++i) {
        for (std::size_t k = i + 1; k < segments.size(); ++k) {
            const Segment& a = segments[i];
            const Segment& b = segments[k];
            if (a.left == b.left || a.right == b.right)
                continue;
            const bool sameWay = (m_local[a.left] < m_local[b.left]) == (m_local[a.right] < m_local[b.right]);
            const std::uint32_t c = layered.column[a.left];
            found.push_back({pair(c, m_local[a.left], m_local[b.left]), pair(c + 1, m_local[a.right], m_local[b.right]),
                             sameWay, a.value * b.value});
        }
    }
    const auto key = [](const Wish& w) { return std::pair(w.left, w.right); };
    std::stable_sort(found.begin(), found.end(), [&](const Wish& a, const Wish& b) { return key(a) < key(b); });
    for (std::size_t i = 0; i < found.size();) {
        Wish wish = found[i];
        double same = 0;
        double opposite = 0;
        for (; i < found.size() && key(found[i]) == key(wish); ++i)
            (found[i].wantsSame ? same : opposite) += found[i].weight;
        wish.wantsSame = same > opposite;
        wish.weight = wish.wantsSame ? same - opposite : opposite - same;
        if (wish.weight > 0)
            m_wishes.push_back(wish);
    }
}

void Wishes::listByPair()
{
    m_first.assign(pairs() + 1, 0);
    for (const Wish& wish : m_wishes) {
        ++m_first[wish.left + 1];
        ++m_first[wish.right + 1];
    }
    std::partial_sum(m_first.begin(), m_first.end(), m_first.begin());
    m_ofPair.resize(2 * m_wishes.size());
    std::vector<std::uint32_t> next(m_first.begin(), m_first.end() - 1);
    for (std::uint32_t w = 0; w < m_wishes.size(); ++w) {
        m_ofPair[next[m_wishes[w].left]++] = w;
        m_ofPair[next[m_wishes[w].right]++] = w;
    }
}

} // namespace ochain::layout
