// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "exact_order.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>
#include <vector>

namespace ochain::layout {

namespace {

constexpr std::size_t kMostItems = 8; ///< of a column; 8! orders
constexpr double kSame = 1e-12;

/// Crossings: those of values, then those with strands that have none.
struct Cost {
    double value = 0;
    double token = 0;
};

Cost operator+(const Cost& a, const Cost& b)
{
    return {a.value + b.value, a.token + b.token};
}

bool isLess(const Cost& a, const Cost& b)
{
    if (std::abs(a.value - b.value) > kSame * std::max(a.value, b.value))
        return a.value < b.value;
    return a.token < b.token;
}

/// All orders of a column: for each the place of each item, and which pairs stand the other way up.
struct Permutations {
    std::size_t items = 0;
    std::vector<std::vector<std::uint8_t>> places;
    std::vector<std::uint32_t> turned; ///< bit of each pair, numbered as the first before the second

    explicit Permutations(std::size_t n) : items(n)
    {
        std::vector<std::uint8_t> place(n);
        std::iota(place.begin(), place.end(), std::uint8_t{0});
        do {
            places.push_back(place);
            std::uint32_t mask = 0;
            std::uint32_t bit = 0;
            for (std::size_t b = 1; b < n; ++b) {
                for (std::size_t a = 0; a < b; ++a, ++bit)
                    mask |= place[a] > place[b] ? 1U << bit : 0U;
            }
            turned.push_back(mask);
        } while (std::next_permutation(place.begin(), place.end()));
    }
    [[nodiscard]] std::size_t pairs() const { return items * (items - (items > 0 ? 1 : 0)) / 2; }
};

std::vector<std::vector<std::uint32_t>> itemsByColumn(const Layered& layered)
{
    std::vector<std::vector<std::uint32_t>> items(layered.columns);
    for (std::uint32_t item = 0; item < layered.items(); ++item)
        items[layered.column[item]].push_back(item);
    return items;
}

class Columns {
public:
    Columns(const Layered& layered, std::vector<std::vector<std::uint32_t>> items)
        : m_layered(layered), m_items(std::move(items)), m_local(layered.items(), 0),
          m_smallest(smallestValue(layered)), m_cameFrom(layered.columns)
    {
        for (const std::vector<std::uint32_t>& column : m_items) {
            for (std::uint32_t i = 0; i < column.size(); ++i)
                m_local[column[i]] = i;
        }
    }

    Order run()
    {
        Permutations left(m_items.front().size());
        std::vector<Cost> least(left.places.size());
        for (std::uint32_t c = 0; c + 1 < m_layered.columns; ++c) {
            Permutations right(m_items[c + 1].size());
            least = extend(c, left, right, least);
            left = std::move(right);
        }
        std::size_t best = 0;
        for (std::size_t i = 1; i < least.size(); ++i)
            best = isLess(least[i], least[best]) ? i : best;
        return read(best);
    }

private:
    /// Least cost up to each order of the next column.
    std::vector<Cost> extend(std::uint32_t c, const Permutations& left, const Permutations& right,
                             const std::vector<Cost>& before)
    {
        std::vector<Cost> least(right.places.size());
        m_cameFrom[c + 1].assign(right.places.size(), 0);
        for (std::size_t r = 0; r < right.places.size(); ++r) {
            findPairCosts(c, right.places[r]);
            for (std::size_t l = 0; l < left.places.size(); ++l) {
                Cost cost = before[l];
                for (std::size_t pair = 0; pair < left.pairs(); ++pair)
                    cost = cost + m_pairCost[2 * pair + ((left.turned[l] >> pair) & 1U)];
                if (l == 0 || isLess(cost, least[r])) {
                    least[r] = cost;
                    m_cameFrom[c + 1][r] = static_cast<std::uint32_t>(l);
                }
            }
        }
        return least;
    }

    /// For each pair of the left column what it costs either way up, given the order of the right column.
    void findPairCosts(std::uint32_t c, const std::vector<std::uint8_t>& place)
    {
        m_pairCost.clear();
        for (std::size_t b = 1; b < m_items[c].size(); ++b) {
            for (std::size_t a = 0; a < b; ++a) {
                m_pairCost.push_back(costOf(m_items[c][a], m_items[c][b], place));
                m_pairCost.push_back(costOf(m_items[c][b], m_items[c][a], place));
            }
        }
    }

    [[nodiscard]] Cost costOf(std::uint32_t above, std::uint32_t below, const std::vector<std::uint8_t>& place) const
    {
        Cost cost;
        for (const Arc* a = m_layered.right.begin(above); a != m_layered.right.end(above); ++a) {
            for (const Arc* b = m_layered.right.begin(below); b != m_layered.right.end(below); ++b) {
                if (place[m_local[a->item]] <= place[m_local[b->item]])
                    continue;
                const double value = valueOf(*a, m_smallest) * valueOf(*b, m_smallest);
                (value > 0 ? cost.value : cost.token) += value > 0 ? value : a->weight * b->weight;
            }
        }
        return cost;
    }

    /// The orders that led to the best one of the last column.
    Order read(std::size_t best) const
    {
        Order order(m_layered.columns);
        for (std::uint32_t c = m_layered.columns; c-- > 0;) {
            const Permutations all(m_items[c].size());
            order[c].resize(m_items[c].size());
            for (std::size_t i = 0; i < m_items[c].size(); ++i)
                order[c][all.places[best][i]] = m_items[c][i];
            best = c > 0 ? m_cameFrom[c][best] : 0;
        }
        return order;
    }

    const Layered& m_layered;
    std::vector<std::vector<std::uint32_t>> m_items;
    std::vector<std::uint32_t> m_local;
    double m_smallest = 0;
    std::vector<std::vector<std::uint32_t>> m_cameFrom;
    std::vector<Cost> m_pairCost; ///< of each pair as numbered, and turned
};

double factorial(std::size_t n)
{
    double product = 1;
    for (std::size_t i = 2; i <= n; ++i)
        product *= static_cast<double>(i);
    return product;
}

} // namespace

std::optional<Order> exactOrder(const Layered& layered, std::uint64_t steps)
{
    std::vector<std::vector<std::uint32_t>> items = itemsByColumn(layered);
    double needed = 0;
    for (std::size_t c = 0; c < items.size(); ++c) {
        const std::size_t n = items[c].size();
        if (n > kMostItems)
            return {};
        if (c + 1 == items.size())
            break;
        double degrees = 1; // a pair's segments are tried against each other
        for (const std::uint32_t item : items[c])
            degrees += static_cast<double>(layered.right.end(item) - layered.right.begin(item));
        needed += factorial(items[c + 1].size()) *
                  (factorial(n) * (0.5 * static_cast<double>(n * n) + 1) + 2 * degrees * degrees);
    }
    if (items.empty() || needed > static_cast<double>(steps))
        return {};
    return Columns(layered, std::move(items)).run();
}

} // namespace ochain::layout
