// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "lower_bound.h"

#include "wishes.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace ochain::layout {

namespace {

constexpr double kSpent = 1e-12; ///< of a wish's weight: what is left is rounding
constexpr double kCoarser = 4;   ///< ratio of the weights at which conflicts are looked for, heaviest first

/// Finds conflicting wishes by following what one pair's order implies. Mirroring a picture upside down changes no
/// crossing, so a contradiction that follows from one order of the pair follows from the other, too.
class Conflicts {
public:
    Conflicts(Wishes& wishes, std::uint64_t steps)
        : m_wishes(wishes), m_steps(steps), m_order(wishes.pairs(), 0), m_reason(wishes.pairs())
    {}

    double pack()
    {
        double bound = 0;
        double heaviest = 0;
        double lightest = 0;
        for (const Wish& wish : m_wishes.all()) {
            heaviest = std::max(heaviest, wish.weight);
            lightest = lightest > 0 ? std::min(lightest, wish.weight) : wish.weight;
            m_spent.push_back(kSpent * wish.weight);
        }
        for (double least = heaviest / kCoarser; least > 0 && m_steps > 0; least /= kCoarser) {
            bound += packHeavierThan(least < lightest ? 0 : least);
            if (least < lightest)
                break;
        }
        return bound;
    }

private:
    /// Why a pair is in the order it is in: a wish and the pair at its other end, or two pairs of the same column.
    struct Reason {
        std::uint32_t wish = kNone;
        std::uint32_t first = kNone;
        std::uint32_t second = kNone;
    };

    double packHeavierThan(double least)
    {
        double bound = 0;
        std::vector<char> isDone(m_wishes.pairs(), 0);
        for (std::uint32_t start = 0; start < m_wishes.pairs() && m_steps > 0; ++start) {
            if (m_wishes.isIdle(start) || isDone[start] != 0)
                continue;
            while (m_steps > 0 && follow(start, least))
                bound += takeConflict();
            // What follows by wishes alone from this start leads back to it: the same would be found from there.
            for (const std::uint32_t pair : m_reached) {
                if (m_reason[pair].second == kNone)
                    isDone[pair] = 1;
            }
        }
        return bound;
    }

    /// @return whether there is a contradiction
    bool follow(std::uint32_t start, double least)
    {
        for (const std::uint32_t pair : m_reached)
            m_order[pair] = 0;
        m_reached.clear();
        m_conflict = {};
        set(start, 1, {});
        for (std::size_t i = 0; i < m_reached.size(); ++i) { // NOLINT(modernize-loop-convert): it grows on the way
            if (followWishes(m_reached[i], least) || followColumn(m_reached[i]))
                return true;
            if (m_steps == 0)
                return false;
        }
        return false;
    }

    void spend(std::size_t steps) { m_steps -= std::min<std::uint64_t>(m_steps, steps); }

    void set(std::uint32_t pair, int order, const Reason& reason)
    {
        m_order[pair] = static_cast<signed char>(order);
        m_reason[pair] = reason;
        m_reached.push_back(pair);
    }

    /// @return whether that contradicts what is known
    bool imply(std::uint32_t pair, int order, const Reason& reason)
    {
        if (m_order[pair] == order)
            return false;
        if (m_order[pair] == 0) {
            set(pair, order, reason);
            return false;
        }
        m_conflict = reason;
        m_contradicted = pair;
        return true;
    }

    bool followWishes(std::uint32_t pair, double least)
    {
        const auto [begin, end] = m_wishes.of(pair);
        spend(static_cast<std::size_t>(end - begin) + 1);
        for (const std::uint32_t* w = begin; w != end; ++w) {
            const Wish& wish = m_wishes.all()[*w];
            if (wish.weight <= std::max(least, m_spent[*w]))
                continue;
            const std::uint32_t other = wish.left == pair ? wish.right : wish.left;
            if (imply(other, wish.wantsSame ? m_order[pair] : -m_order[pair], {*w, pair, kNone}))
                return true;
        }
        return false;
    }

    /// a above b, b above c: a above c.
    bool followColumn(std::uint32_t pair)
    {
        auto [column, above, below] = m_wishes.ends(pair);
        if (m_order[pair] < 0)
            std::swap(above, below);
        const std::uint32_t size = m_wishes.size(column);
        spend(size);
        for (std::uint32_t other = 0; other < size; ++other) {
            if (other == above || other == below)
                continue;
            if (isAbove(column, below, other) && implyAbove(column, above, other, pair, below, other))
                return true;
            if (isAbove(column, other, above) && implyAbove(column, other, below, pair, other, above))
                return true;
        }
        return false;
    }

    [[nodiscard]] bool isAbove(std::uint32_t column, std::uint32_t a, std::uint32_t b) const
    {
        return m_order[m_wishes.pair(column, a, b)] == (a < b ? 1 : -1);
    }

    bool implyAbove(std::uint32_t column, std::uint32_t a, std::uint32_t b, std::uint32_t because, std::uint32_t c,
                    std::uint32_t d)
    {
        return imply(m_wishes.pair(column, a, b), a < b ? 1 : -1, {kNone, because, m_wishes.pair(column, c, d)});
    }

    /// Takes the least weight off all wishes that led to the contradiction. @return that weight
    double takeConflict()
    {
        m_trail.clear();
        m_core.clear();
        m_isOnTrail.assign(m_wishes.pairs(), 0);
        visit(m_conflict);
        visitPair(m_contradicted);
        for (std::size_t i = 0; i < m_trail.size(); ++i) // NOLINT(modernize-loop-convert): it grows on the way
            visit(m_reason[m_trail[i]]);
        spend(m_wishes.pairs() / 8 + m_trail.size());
        if (m_core.empty())
            return 0;
        double least = m_wishes.all()[m_core.front()].weight;
        for (const std::uint32_t wish : m_core)
            least = std::min(least, m_wishes.all()[wish].weight);
        for (const std::uint32_t wish : m_core)
            m_wishes.all()[wish].weight -= least;
        return least;
    }

    void visit(const Reason& reason)
    {
        if (reason.wish != kNone && std::find(m_core.begin(), m_core.end(), reason.wish) == m_core.end())
            m_core.push_back(reason.wish);
        visitPair(reason.first);
        visitPair(reason.second);
    }

    void visitPair(std::uint32_t pair)
    {
        if (pair == kNone || m_isOnTrail[pair] != 0)
            return;
        m_isOnTrail[pair] = 1;
        m_trail.push_back(pair);
    }

    Wishes& m_wishes;
    std::uint64_t m_steps = 0;
    std::vector<double> m_spent;      ///< of each wish: no more than this is left of it when it is spent
    std::vector<signed char> m_order; ///< of each pair: 1 as numbered, -1 turned, 0 not known
    std::vector<Reason> m_reason;
    std::vector<std::uint32_t> m_reached;
    Reason m_conflict;
    std::uint32_t m_contradicted = 0;
    std::vector<std::uint32_t> m_trail;
    std::vector<char> m_isOnTrail;
    std::vector<std::uint32_t> m_core;
};

} // namespace

double crossingsBound(const Layered& layered)
{
    const double smallest = smallestValue(layered);
    if (smallest <= 0)
        return 0;
    // For each item u on the left, all v that share at least two neighbours on the right, found over those neighbours.
    std::vector<std::vector<std::pair<double, double>>> shared(layered.nodes);
    std::vector<std::uint32_t> touched;
    double bound = 0;
    for (std::uint32_t u = 0; u < layered.nodes; ++u) { // waypoints have one neighbour on either side
        for (const Arc* a = layered.right.begin(u); a != layered.right.end(u); ++a) {
            for (const Arc* b = layered.left.begin(a->item); b != layered.left.end(a->item); ++b) {
                if (b->item <= u || !layered.isNode(b->item))
                    continue;
                if (shared[b->item].empty())
                    touched.push_back(b->item);
                shared[b->item].emplace_back(valueOf(*a, smallest), valueOf(*b, smallest));
            }
        }
        for (const std::uint32_t v : touched) {
            const auto& pairs = shared[v];
            for (std::size_t i = 0; i < pairs.size(); ++i) {
                for (std::size_t j = i + 1; j < pairs.size(); ++j)
                    bound += std::min(pairs[i].first * pairs[j].second, pairs[j].first * pairs[i].second);
            }
            shared[v].clear();
        }
        touched.clear();
    }
    return bound;
}

double conflictBound(const Layered& layered, std::uint64_t steps)
{
    const double simple = crossingsBound(layered);
    if (Wishes::stepsToFind(layered) > steps / 4)
        return simple;
    Wishes wishes(layered);
    return simple + Conflicts(wishes, steps).pack();
}

} // namespace ochain::layout
