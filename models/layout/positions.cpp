// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "positions.h"

#include "bars.h"
#include "straighten.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace ochain::layout {

namespace {

constexpr int kSweeps = 24;        ///< of fitting each column to its neighbours
constexpr double kPinned = 1e9;    ///< weight of a place that the user holds, against everything else
constexpr double kWaypoint = 0.2;  ///< weight of a waypoint's old place, against a node's
constexpr double kNew = 0.05;      ///< weight of where something new would like to stand, against an old place
constexpr int kRoundsOfWishes = 3; ///< new items that are joined to new items follow those

class Placer {
public:
    Placer(const Layered& layered, const Order& order, const Measures& measures, double height, const Anchors& anchors)
        : m_layered(layered), m_order(order), m_measures(measures), m_height(height), m_anchors(anchors),
          m_bars(layered, measures), m_top(layered.items(), 0.0)
    {}

    std::vector<double> place()
    {
        spreadEvenly();
        if (m_anchors.before != nullptr)
            stayNear();
        else
            followNeighbours();
        straighten(m_layered, m_order, m_measures, m_bars, m_height, m_anchors, m_top);
        return std::move(m_top);
    }

private:
    struct Block {
        double sum = 0; ///< of weight * wanted place
        double weight = 0;
        std::size_t count = 0;
        [[nodiscard]] double place() const { return sum / weight; }
    };

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

    void followNeighbours()
    {
        m_total = 1;
        for (const Bar& bar : m_bars.all())
            m_total += bar.weight;
        for (int sweep = 0; sweep < kSweeps; ++sweep) {
            // At first each column follows the one before it, which carries chains along; later both sides count.
            const bool oneSided = sweep < kSweeps / 2;
            const std::size_t columns = m_order.size();
            for (std::size_t i = 0; i < columns; ++i) {
                const std::size_t c = sweep % 2 == 0 ? i : columns - 1 - i;
                const bool left = !oneSided || sweep % 2 == 0;
                const bool right = !oneSided || sweep % 2 == 1;
                fit(c, [&](std::uint32_t item) { return wish(item, left, right); });
            }
        }
    }

    /// Every item as near to its old place as order and distances allow; new ones where what they are joined to is.
    void stayNear()
    {
        std::vector<Block> wishes(m_top.size());
        std::vector<char> hasWish(m_top.size(), 0);
        for (std::uint32_t item = 0; item < m_top.size(); ++item) {
            if (const std::optional<double> middle = m_anchors.before->middle(item)) {
                m_top[item] = *middle - m_measures.height[item] / 2;
                wishes[item].weight = m_layered.isNode(item) ? 1 : kWaypoint;
                hasWish[item] = 1;
            }
        }
        for (int round = 0; round < kRoundsOfWishes; ++round)
            wishForNew(wishes, hasWish);
        m_total = static_cast<double>(m_top.size());
        for (std::size_t c = 0; c < m_order.size(); ++c) {
            fit(c, [&](std::uint32_t item) {
                if (const std::optional<Block> held = pinnedWish(item))
                    return *held;
                Block block = wishes[item];
                block.sum = block.weight * m_top[item];
                return block.weight > 0 ? block : stayLightly(item);
            });
        }
    }

    void wishForNew(std::vector<Block>& wishes, std::vector<char>& hasWish)
    {
        for (std::uint32_t item = 0; item < m_top.size(); ++item) {
            if (hasWish[item] != 0)
                continue;
            Block block;
            for (const std::uint32_t b : m_bars.of(item)) {
                const Bar& bar = m_bars.all()[b];
                const std::uint32_t other = bar.left == item ? bar.right : bar.left;
                if (hasWish[other] == 0)
                    continue;
                block.sum += bar.weight * (m_top[other] + (bar.right == item ? bar.offset : -bar.offset));
                block.weight += bar.weight;
            }
            if (block.weight <= 0)
                continue;
            m_top[item] = block.place();
            wishes[item].weight = kNew;
            hasWish[item] = 1;
        }
    }

    /// Least squares in one column: tops nearest to what is wished, in order and apart (pool adjacent violators).
    template <typename Wish>
    void fit(std::size_t column, const Wish& wishOf)
    {
        const std::vector<std::uint32_t>& items = m_order[column];
        m_blocks.clear();
        m_base.resize(items.size()); // room taken by what is above an item, spacing included
        double used = 0;
        for (std::size_t i = 0; i < items.size(); ++i) {
            used += m_measures.spacing[items[i]];
            m_base[i] = used;
            used += m_measures.height[items[i]];
            Block block = wishOf(items[i]);
            block.sum -= block.weight * m_base[i];
            block.count = 1;
            while (!m_blocks.empty() && m_blocks.back().place() >= block.place()) {
                block.sum += m_blocks.back().sum;
                block.weight += m_blocks.back().weight;
                block.count += m_blocks.back().count;
                m_blocks.pop_back();
            }
            m_blocks.push_back(block);
        }
        std::size_t i = 0;
        const double room = std::max(0.0, m_height - used);
        for (const Block& block : m_blocks) {
            const double place = std::clamp(block.place(), 0.0, room);
            for (std::size_t k = 0; k < block.count; ++k, ++i)
                m_top[items[i]] = m_base[i] + place;
        }
    }

    [[nodiscard]] Block wish(std::uint32_t item, bool useLeft, bool useRight) const
    {
        if (const std::optional<Block> held = pinnedWish(item))
            return *held;
        Block block;
        for (const std::uint32_t b : m_bars.of(item)) {
            const Bar& bar = m_bars.all()[b];
            const bool isRightEnd = bar.right == item;
            if (isRightEnd ? !useLeft : !useRight)
                continue;
            block.sum += bar.weight * (isRightEnd ? m_top[bar.left] + bar.offset : m_top[bar.right] - bar.offset);
            block.weight += bar.weight;
        }
        return block.weight > 0 ? block : stayLightly(item);
    }

    /// Nothing to follow: stay, lightly.
    [[nodiscard]] Block stayLightly(std::uint32_t item) const
    {
        Block block;
        block.weight = std::numeric_limits<double>::min() * 1e20;
        block.sum = block.weight * m_top[item];
        return block;
    }

    [[nodiscard]] std::optional<Block> pinnedWish(std::uint32_t item) const
    {
        if (item >= m_anchors.pinned.size() || !m_anchors.pinned[item])
            return {};
        Block block;
        block.weight = kPinned * m_total;
        block.sum = block.weight * (*m_anchors.pinned[item] - m_measures.height[item] / 2);
        return block;
    }

    const Layered& m_layered;
    const Order& m_order;
    const Measures& m_measures;
    double m_height = 0;
    const Anchors& m_anchors;
    Bars m_bars;
    std::vector<double> m_top;
    double m_total = 1; ///< of all weights
    std::vector<Block> m_blocks;
    std::vector<double> m_base;
};

} // namespace

std::vector<double> placeItems(const Layered& layered, const Order& order, const Measures& measures, double height,
                               const Anchors& anchors)
{
    return Placer(layered, order, measures, height, anchors).place();
}

} // namespace ochain::layout
