// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "exploration.h"

#include "annealing.h"
#include "improve.h"
#include "pins.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <utility>

namespace ochain::layout {

namespace {

/// 1: all strands weigh the same; next to 0: a few carry nearly everything. (Mean weight squared to mean squared
/// weight.)
double evenness(const Layered& layered)
{
    double sum = 0;
    double squares = 0;
    for (const Strand& strand : layered.strands) {
        sum += strand.weight;
        squares += strand.weight * strand.weight;
    }
    return squares > 0 ? sum * sum / squares / static_cast<double>(layered.strands.size()) : 1;
}

/// Searches from several starts and keeps the best, until it is found again and again.
class Exploration {
public:
    Exploration(const Layered& layered, const Order& kept, const Pins& pins, double bound, Limit& limit)
        : m_layered(layered), m_kept(kept), m_pins(pins), m_bound(bound), m_limit(limit), m_search(layered),
          m_improver(layered, m_search, m_random)
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
        const bool isAnnealed = anneal();
        m_search.sift(m_limit);
        const std::uint64_t patience = std::clamp<std::uint64_t>(10 * m_movable, 10, kPatience) + 2 * m_movable;
        const std::uint64_t warm = std::clamp<std::uint64_t>(30 * m_movable, 30, kWarmAttempts) + 5 * m_movable;
        m_improver.attempts(patience, 0, m_limit);
        double now = crossings();
        const bool isPromising = m_best.empty() || now < m_least * kPromising;
        for (bool gains = isPromising; gains && !m_limit.isOver();) {
            gains = m_improver.attempts(warm, isAnnealed ? kWarmth * now : now, m_limit) > kSame * now;
            now = crossings();
        }
        if (isPromising)
            m_improver.attempts(patience, 0, m_limit);
        return crossings();
    }

    /// @return whether that gained anything
    bool anneal()
    {
        const double left = m_limit.stepsLeft();
        const double first = std::min((1 - kPolishing) * left, kStepsToAnneal * m_layered.items());
        const double even = evenness(m_layered);
        if (crossings() <= m_bound * (1 + kSame) || even < kMostUneven || !Annealing::suits(m_layered, first))
            return false;
        // Values of very different size have no one temperature: what sifting gets to may be hard to beat.
        if (even < kUneven)
            m_search.sift(m_limit);
        const bool gained = cool(Annealing::kHot, first, Order(m_search.order()));
        const double again = kAfresh * first;
        while (gained && !m_limit.isOver() && m_limit.stepsLeft() - again > kPolishing * left &&
               Annealing::suits(m_layered, again))
            mirror(again);
        return gained;
    }

    /// Where the left part of a chart has settled one way up and the right part the other, no small move can mend that:
    /// turns the columns from one on upside down and cools again from a temperature that leaves the rest in shape.
    void mirror(double steps)
    {
        const Order before = m_search.order();
        Order order = before;
        for (std::uint32_t c = 1 + m_random.below(m_layered.columns - 1); c < m_layered.columns; ++c)
            std::reverse(order[c].begin(), order[c].end());
        m_search.setOrder(order);
        obeyTheUser();
        cool(Annealing::kWarm, steps, before);
    }

    /// Anneals what is there. @return whether that is better than @p before; else @p before is there again
    bool cool(double start, double steps, const Order& before)
    {
        m_search.setOrder(Annealing(m_layered, m_search).run(start, steps / m_limit.steps(), m_random, m_limit));
        m_search.sift(m_limit);
        if (crossings() < weightedCrossings(m_layered, before))
            return true;
        m_search.setOrder(before);
        obeyTheUser();
        return false;
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
    static constexpr double kStepsToAnneal = 5.5e4; ///< for each item
    static constexpr double kAfresh = 0.25;         ///< of that, for a chart turned over in part
    static constexpr double kUneven = 0.1;
    static constexpr double kMostUneven = 0.005; ///< better orders come from taking out and putting back alone
    static constexpr double kPolishing = 0.2;    ///< of what is left of the limit, for taking out and putting back
    static constexpr double kWarmth = 0.02;      ///< of the crossings of an annealed order

    const Layered& m_layered;
    const Order& m_kept;
    const Pins& m_pins;
    double m_bound = 0;
    Limit& m_limit;
    Random m_random;
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
