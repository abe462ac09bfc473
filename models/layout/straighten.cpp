// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "straighten.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <utility>

namespace ochain::layout {

namespace {

constexpr std::size_t kRounds = 24;
constexpr std::size_t kFewRounds = 6;      ///< for large charts; the first ones do most
constexpr std::size_t kMostItems = 60'000; ///< in all rounds, but for those
constexpr double kLevel = 1e-9;            ///< of the height: no bend
constexpr double kShift = 1e-10;           ///< of the height: no move

class Straightener {
public:
    Straightener(const Layered& layered, const Order& order, const Measures& measures, const Bars& bars, double height,
                 const Anchors& anchors, std::vector<double>& top)
        : m_layered(layered), m_order(order), m_measures(measures), m_bars(bars), m_height(height), m_anchors(anchors),
          m_top(top), m_wants(bars.all().size(), 1)
    {
        if (anchors.before != nullptr)
            anchor(*anchors.before);
    }

    void run()
    {
        findRoom();
        const std::size_t most = std::clamp(kMostItems / std::max<std::size_t>(m_top.size(), 1), kFewRounds, kRounds);
        for (std::size_t round = 0; round < most; ++round) {
            findGroups();
            bool moved = false;
            for (std::uint32_t g = 0; g < m_groups.size(); ++g)
                moved = shiftGroup(g) || moved;
            if (!moved)
                break;
        }
    }

private:
    void anchor(const Before& before)
    {
        for (std::uint32_t b = 0; b < m_wants.size(); ++b) {
            const Bar& bar = m_bars.all()[b];
            const bool isNew = before.link(bar.strand) == nullptr;
            const bool isEmpty = m_layered.strands[bar.strand].value <= 0;
            m_wants[b] = isNew || (!isEmpty && before.wasLevel(bar.strand, bar.step)) ? 1 : 0;
        }
        m_start = m_top;
    }

    [[nodiscard]] double bend(const Bar& bar) const { return m_top[bar.right] - m_top[bar.left] - bar.offset; }

    void findGroups()
    {
        const double level = m_height * kLevel;
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
                for (const std::uint32_t b : m_bars.of(item)) {
                    const Bar& bar = m_bars.all()[b];
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
        const auto want = [&](double shift, double weight) {
            m_wishes.emplace_back(shift, weight);
            total += weight;
        };
        for (const std::uint32_t item : m_groups[group]) {
            if (item < m_anchors.pinned.size() && m_anchors.pinned[item])
                return false;
            for (const std::uint32_t b : m_bars.of(item)) {
                const Bar& bar = m_bars.all()[b];
                const std::uint32_t other = bar.left == item ? bar.right : bar.left;
                if (m_wants[b] == 0)
                    want(m_start[item] - m_top[item], bar.weight);
                else if (m_groupOf[other] != group)
                    want(bar.right == item ? -bend(bar) : bend(bar), bar.weight);
            }
        }
        if (m_wishes.empty())
            return false;
        std::sort(m_wishes.begin(), m_wishes.end());
        const auto [up, down] = roomOf(group);
        const double shift = std::clamp(medianWish(total), -up, down);
        if (std::abs(shift) <= m_height * kShift)
            return false;
        for (const std::uint32_t item : m_groups[group])
            m_top[item] += shift;
        return true;
    }

    [[nodiscard]] double medianWish(double total) const
    {
        double sum = 0;
        for (const auto& [shift, weight] : m_wishes) {
            sum += weight;
            if (2 * sum >= total)
                return shift;
        }
        return m_wishes.back().first;
    }

    const Layered& m_layered;
    const Order& m_order;
    const Measures& m_measures;
    const Bars& m_bars;
    double m_height = 0;
    const Anchors& m_anchors;
    std::vector<double>& m_top;
    std::vector<char> m_wants;   ///< of each bar: to be level
    std::vector<double> m_start; ///< tops that bars which do not want that hold to
    std::vector<std::vector<std::uint32_t>> m_groups;
    std::vector<std::uint32_t> m_groupOf;
    std::vector<std::uint32_t> m_above;
    std::vector<std::uint32_t> m_below;
    std::vector<std::pair<double, double>> m_wishes;
};

} // namespace

void straighten(const Layered& layered, const Order& order, const Measures& measures, const Bars& bars, double height,
                const Anchors& anchors, std::vector<double>& top)
{
    Straightener(layered, order, measures, bars, height, anchors, top).run();
}

} // namespace ochain::layout
