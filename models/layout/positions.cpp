// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "positions.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <utility>

namespace ochain::layout {

namespace {

constexpr int kSweeps = 24;         ///< of fitting each column to its neighbours
constexpr int kStraightenings = 24; ///< rounds of moving groups of level segments

/// A segment between tops of items: level when top(right) - top(left) equals `offset`.
struct Bar {
    std::uint32_t left = 0;
    std::uint32_t right = 0;
    double offset = 0;
    double weight = 0;
};

class Placer {
public:
    Placer(const Layered& layered, const Order& order, const Measures& measures, double height)
        : m_order(order), m_measures(measures), m_height(height), m_top(layered.items(), 0.0)
    {
        for (std::uint32_t s = 0; s < layered.strands.size(); ++s)
            addBars(layered, s);
        listBars(layered.items());
    }

    std::vector<double> place()
    {
        spreadEvenly();
        for (int sweep = 0; sweep < kSweeps; ++sweep) {
            // At first each column follows the one before it, which carries chains along; later both sides count.
            const bool oneSided = sweep < kSweeps / 2;
            const std::size_t columns = m_order.size();
            for (std::size_t i = 0; i < columns; ++i) {
                const std::size_t c = sweep % 2 == 0 ? i : columns - 1 - i;
                fit(c, !oneSided || sweep % 2 == 0, !oneSided || sweep % 2 == 1);
            }
        }
        for (int round = 0; round < kStraightenings; ++round) {
            if (!straighten())
                break;
        }
        return m_top;
    }

private:
    struct Block {
        double sum = 0; ///< of weight * wanted place
        double weight = 0;
        std::size_t count = 0;
        [[nodiscard]] double place() const { return sum / weight; }
    };

    struct BarRange {
        const std::uint32_t* first = nullptr;
        const std::uint32_t* last = nullptr;
        [[nodiscard]] const std::uint32_t* begin() const { return first; }
        [[nodiscard]] const std::uint32_t* end() const { return last; }
    };

    [[nodiscard]] BarRange barsOf(std::uint32_t item) const
    {
        return {m_barList.data() + m_firstBar[item], m_barList.data() + m_firstBar[item + 1]};
    }

    void listBars(std::uint32_t items)
    {
        m_firstBar.assign(items + 1, 0);
        for (const Bar& bar : m_bars) {
            ++m_firstBar[bar.left + 1];
            ++m_firstBar[bar.right + 1];
        }
        std::partial_sum(m_firstBar.begin(), m_firstBar.end(), m_firstBar.begin());
        m_barList.resize(2 * m_bars.size());
        std::vector<std::uint32_t> next(m_firstBar.begin(), m_firstBar.end() - 1);
        for (std::uint32_t b = 0; b < m_bars.size(); ++b) {
            m_barList[next[m_bars[b].left]++] = b;
            m_barList[next[m_bars[b].right]++] = b;
        }
    }

    void addBars(const Layered& layered, std::uint32_t s)
    {
        const Strand& strand = layered.strands[s];
        const std::uint32_t between = layered.column[strand.target] - layered.column[strand.source] - 1;
        std::uint32_t from = strand.source;
        double end = m_measures.tail[s];
        for (std::uint32_t i = 0; i < between; ++i) {
            const std::uint32_t to = strand.waypoint + i;
            const double middle = m_measures.height[to] / 2;
            m_bars.push_back({from, to, end - middle, strand.weight});
            from = to;
            end = middle;
        }
        m_bars.push_back({from, strand.target, end - m_measures.head[s], strand.weight});
    }

    void spreadEvenly()
    {
        for (const std::vector<std::uint32_t>& items : m_order) {
            double used = 0;
            for (const std::uint32_t item : items)
                used += m_measures.spacing[item] + m_measures.height[item];
            double y = std::max(0.0, (m_height - used) / 2);
            for (const std::uint32_t item : items) {
                y += m_measures.spacing[item];
                m_top[item] = y;
                y += m_measures.height[item];
            }
        }
    }

    /// Least squares in one column: tops nearest to where the segments would be level, in order and apart (pool
    /// adjacent violators).
    void fit(std::size_t column, bool useLeft, bool useRight)
    {
        const std::vector<std::uint32_t>& items = m_order[column];
        std::vector<Block> blocks;
        std::vector<double> base(items.size()); // room taken by what is above an item, spacing included
        double used = 0;
        for (std::size_t i = 0; i < items.size(); ++i) {
            const std::uint32_t item = items[i];
            used += m_measures.spacing[item];
            base[i] = used;
            used += m_measures.height[item];
            Block block = wish(item, useLeft, useRight);
            block.sum -= block.weight * base[i];
            block.count = 1;
            while (!blocks.empty() && blocks.back().place() >= block.place()) {
                block.sum += blocks.back().sum;
                block.weight += blocks.back().weight;
                block.count += blocks.back().count;
                blocks.pop_back();
            }
            blocks.push_back(block);
        }
        std::size_t i = 0;
        const double room = std::max(0.0, m_height - used);
        for (const Block& block : blocks) {
            const double place = std::clamp(block.place(), 0.0, room);
            for (std::size_t k = 0; k < block.count; ++k, ++i)
                m_top[items[i]] = base[i] + place;
        }
    }

    [[nodiscard]] Block wish(std::uint32_t item, bool useLeft, bool useRight) const
    {
        Block block;
        for (const std::uint32_t b : barsOf(item)) {
            const Bar& bar = m_bars[b];
            const bool isRightEnd = bar.right == item;
            if (isRightEnd ? !useLeft : !useRight)
                continue;
            block.sum += bar.weight * (isRightEnd ? m_top[bar.left] + bar.offset : m_top[bar.right] - bar.offset);
            block.weight += bar.weight;
        }
        if (block.weight <= 0) { // nothing to follow: stay, lightly
            block.weight = std::numeric_limits<double>::min() * 1e20;
            block.sum = block.weight * m_top[item];
        }
        return block;
    }

    /// One round of moving every group of items held together by level segments to the weighted median of what its
    /// other segments want, as far as the items above and below leave room. @return whether anything moved
    bool straighten()
    {
        findGroups();
        findRoom();
        bool moved = false;
        for (std::uint32_t g = 0; g < m_groups.size(); ++g)
            moved = shiftGroup(g) || moved;
        return moved;
    }

    [[nodiscard]] double bend(const Bar& bar) const { return m_top[bar.right] - m_top[bar.left] - bar.offset; }

    void findGroups()
    {
        const double level = m_height * 1e-9;
        m_groups.clear();
        m_groupOf.assign(m_top.size(), kNone);
        for (std::uint32_t start = 0; start < m_top.size(); ++start) {
            if (m_groupOf[start] != kNone)
                continue;
            const auto group = static_cast<std::uint32_t>(m_groups.size());
            m_groups.push_back({start});
            m_groupOf[start] = group;
            for (std::size_t i = 0; i < m_groups[group].size(); ++i) {
                const std::uint32_t item = m_groups[group][i];
                for (const std::uint32_t b : barsOf(item)) {
                    const Bar& bar = m_bars[b];
                    const std::uint32_t other = bar.left == item ? bar.right : bar.left;
                    if (m_groupOf[other] == kNone && std::abs(bend(bar)) <= level) {
                        m_groupOf[other] = group;
                        m_groups[group].push_back(other);
                    }
                }
            }
        }
    }

    void findRoom()
    {
        m_above.assign(m_top.size(), kNone);
        m_below.assign(m_top.size(), kNone);
        for (const std::vector<std::uint32_t>& items : m_order) {
            for (std::size_t i = 0; i + 1 < items.size(); ++i) {
                m_below[items[i]] = items[i + 1];
                m_above[items[i + 1]] = items[i];
            }
        }
    }

    [[nodiscard]] std::pair<double, double> roomOf(std::uint32_t group) const
    {
        double up = std::numeric_limits<double>::infinity();
        double down = up;
        for (const std::uint32_t item : m_groups[group]) {
            const std::uint32_t above = m_above[item];
            const std::uint32_t below = m_below[item];
            const double bottom = m_top[item] + m_measures.height[item];
            if (above == kNone)
                up = std::min(up, m_top[item] - m_measures.spacing[item]);
            else if (m_groupOf[above] != group)
                up = std::min(up, m_top[item] - m_measures.spacing[item] - m_top[above] - m_measures.height[above]);
            if (below == kNone)
                down = std::min(down, m_height - bottom);
            else if (m_groupOf[below] != group)
                down = std::min(down, m_top[below] - m_measures.spacing[below] - bottom);
        }
        return {std::max(up, 0.0), std::max(down, 0.0)};
    }

    bool shiftGroup(std::uint32_t group)
    {
        m_wishes.clear();
        double total = 0;
        for (const std::uint32_t item : m_groups[group]) {
            for (const std::uint32_t b : barsOf(item)) {
                const Bar& bar = m_bars[b];
                const std::uint32_t other = bar.left == item ? bar.right : bar.left;
                if (m_groupOf[other] == group)
                    continue;
                m_wishes.emplace_back(bar.right == item ? -bend(bar) : bend(bar), bar.weight);
                total += bar.weight;
            }
        }
        if (m_wishes.empty())
            return false;
        std::sort(m_wishes.begin(), m_wishes.end());
        double sum = 0;
        double median = 0;
        for (const auto& [shift, weight] : m_wishes) {
            sum += weight;
            median = shift;
            if (2 * sum >= total)
                break;
        }
        const auto [up, down] = roomOf(group);
        const double shift = std::clamp(median, -up, down);
        if (std::abs(shift) <= m_height * 1e-10)
            return false;
        for (const std::uint32_t item : m_groups[group])
            m_top[item] += shift;
        return true;
    }

    const Order& m_order;
    const Measures& m_measures;
    double m_height = 0;
    std::vector<double> m_top;
    std::vector<Bar> m_bars;
    std::vector<std::uint32_t> m_firstBar; ///< of each item in m_barList, + 1
    std::vector<std::uint32_t> m_barList;
    std::vector<std::vector<std::uint32_t>> m_groups;
    std::vector<std::uint32_t> m_groupOf;
    std::vector<std::uint32_t> m_above;
    std::vector<std::uint32_t> m_below;
    std::vector<std::pair<double, double>> m_wishes;
};

} // namespace

std::vector<double> placeItems(const Layered& layered, const Order& order, const Measures& measures, double height)
{
    return Placer(layered, order, measures, height).place();
}

} // namespace ochain::layout
