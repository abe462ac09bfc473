// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "exploration.h"

#include "improve.h"
#include "pins.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <utility>

namespace ochain::layout {

namespace {

/// Searches from several starts and keeps the best, until it is found again and again.
class Exploration {
public:
    Exploration(const Layered& layered, const Order& kept, const Pins& pins, double bound, Limit& limit)
        : m_layered(layered), m_kept(kept), m_pins(pins), m_bound(bound), m_limit(limit), m_search(layered),
          m_improver(layered, m_search)
    {
        m_search.setRanks(ranksOf(layered, kept));
        for (const std::vector<std::uint32_t>& items : m_search.order())
            m_movable += items.empty() ? 0 : items.size() - 1;
    }

    Order run()
    {
        for (int start = 0, agreeing = 0; start < kStarts && agreeing < kAgreeing && (start == 0 || !m_limit.isOver());
             ++start) {
            if (start > 0)
                m_improver.shuffle();
            const double crossings = descend();
            if (start == 0 || crossings < m_least * (1 - kSame)) {
                agreeing = 0;
                m_least = crossings;
                m_best = m_search.order();
            }
            agreeing += crossings <= m_least * (1 + kSame) ? 1 : 0;
            if (m_least <= m_bound * (1 + kSame))
                break;
        }
        return m_best;
    }

private:
    [[nodiscard]] double crossings() const { return weightedCrossings(m_layered, m_search.order()); }

    double descend()
    {
        m_search.sweep(kSweeps, m_limit);
        obeyTheUser();
        m_search.sift(m_limit);
        const std::uint64_t patience = std::clamp<std::uint64_t>(10 * m_movable, 10, kPatience) + 2 * m_movable;
        const std::uint64_t warm = std::clamp<std::uint64_t>(30 * m_movable, 30, kWarmAttempts) + 5 * m_movable;
        m_improver.attempts(patience, 0, m_limit);
        double now = crossings();
        const bool isPromising = m_best.empty() || now < m_least * kPromising;
        for (bool gains = isPromising; gains && !m_limit.isOver();) {
            gains = m_improver.attempts(warm, now, m_limit) > kSame * now;
            now = crossings();
        }
        if (isPromising)
            m_improver.attempts(patience, 0, m_limit);
        return crossings();
    }

    /// Moves what is kept into its order, by exchanging places among itself, and what is pinned to its place.
    void obeyTheUser()
    {
        Order order = m_search.order();
        for (std::size_t c = 0; c < order.size(); ++c)
            imposeOrder(order[c], m_kept[c]);
        m_pins.apply(order);
        m_search.setOrder(order);
        m_search.setZones(m_pins.zones(order));
    }

    static constexpr int kSweeps = 8;
    static constexpr int kStarts = 60;
    static constexpr int kAgreeing = 4;
    static constexpr std::uint64_t kPatience = 300;
    static constexpr std::uint64_t kWarmAttempts = 1000;
    static constexpr double kPromising = 1.5;
    static constexpr double kSame = 1e-9;

    const Layered& m_layered;
    const Order& m_kept;
    const Pins& m_pins;
    double m_bound = 0;
    Limit& m_limit;
    OrderSearch m_search;
    Improver m_improver;
    std::uint64_t m_movable = 0; ///< how much there is to order: items beyond the first of each column
    Order m_best;
    double m_least = 0;
};

} // namespace

std::vector<std::uint32_t> ranksOf(const Layered& layered, const Order& kept)
{
    std::vector<std::uint32_t> rank(layered.items(), kNone);
    for (const std::vector<std::uint32_t>& items : kept) {
        for (std::uint32_t i = 0; i < items.size(); ++i)
            rank[items[i]] = i;
    }
    return rank;
}

void imposeOrder(std::vector<std::uint32_t>& items, const std::vector<std::uint32_t>& wanted)
{
    if (wanted.empty())
        return;
    std::vector<std::uint32_t> sorted = wanted;
    std::sort(sorted.begin(), sorted.end());
    std::size_t next = 0;
    std::vector<std::uint32_t> there;
    for (std::uint32_t& item : items) {
        if (std::binary_search(sorted.begin(), sorted.end(), item))
            there.push_back(item);
    }
    std::sort(there.begin(), there.end());
    // Those missing come after the others; all then take the places in the wanted order.
    for (const std::uint32_t item : wanted) {
        if (!std::binary_search(there.begin(), there.end(), item))
            items.push_back(item);
    }
    for (std::uint32_t& item : items) {
        if (std::binary_search(sorted.begin(), sorted.end(), item))
            item = wanted[next++];
    }
}

Order explore(const Layered& layered, const Order& kept, const Pins& pins, double bound, Limit& limit)
{
    return Exploration(layered, kept, pins, bound, limit).run();
}

} // namespace ochain::layout
