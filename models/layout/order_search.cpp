// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "order_search.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <numeric>
#include <utility>

namespace ochain::layout {

namespace {

constexpr std::uint64_t kStepsBetweenLooks = 50'000; ///< well under a millisecond
constexpr int kMaxRounds = 200;                      ///< rounding could otherwise go on for ever

/// What placing one arc's owner above another item costs more than placing it below, for each position of that item's other end:
/// the owner's weight that ends further down less what ends further up.
void slopeOf(const Arc* begin, const Arc* end, const std::vector<std::uint32_t>& position, std::vector<double>& slope, std::size_t size)
{
    slope.assign(size, 0.0);
    double total = 0;
    for (const Arc* a = begin; a != end; ++a) {
        slope[position[a->item]] += a->weight;
        total += a->weight;
    }
    double above = 0;
    for (double& s : slope) {
        const double here = s;
        s = total - 2 * above - here;
        above += here;
    }
}

} // namespace

bool Limit::spend(std::uint64_t steps)
{
    m_spent += steps;
    if (m_spent >= m_steps)
        m_over = true;
    if (m_over || m_spent < m_nextLook)
        return m_over;
    m_nextLook = m_spent + kStepsBetweenLooks;
    if ((m_end && std::chrono::steady_clock::now() >= *m_end) || (m_cancelled && m_cancelled()))
        m_over = true;
    return m_over;
}

OrderSearch::OrderSearch(const Layered& layered) : m_layered(layered), m_position(layered.items(), 0)
{
    m_order.resize(layered.columns);
    for (std::uint32_t item = 0; item < layered.items(); ++item)
        m_order[layered.column[item]].push_back(item);
    setOrder(Order(m_order));
    double smallest = 0;
    for (const Strand& strand : layered.strands)
        smallest = smallest > 0 ? std::min(smallest, strand.weight) : strand.weight;
    // Half the smallest crossing there can be; above the rounding of the largest sums unless values differ by many orders.
    m_threshold = 0.5 * smallest * smallest;
}

void OrderSearch::setOrder(const Order& order)
{
    m_order = order;
    for (const std::vector<std::uint32_t>& items : m_order) {
        for (std::uint32_t i = 0; i < items.size(); ++i)
            m_position[items[i]] = i;
    }
}

void OrderSearch::setRanks(std::vector<std::uint32_t> rank)
{
    m_rank = std::move(rank);
    m_hasRanks = std::any_of(m_rank.begin(), m_rank.end(), [](std::uint32_t r) { return r != kNone; });
}

void OrderSearch::findDeltas(std::uint32_t item)
{
    const std::vector<std::uint32_t>& items = m_order[m_layered.column[item]];
    m_delta.assign(items.size(), 0.0);
    for (const bool toRight : {false, true}) {
        const Arcs& arcs = toRight ? m_layered.right : m_layered.left;
        const Arc* begin = arcs.begin(item);
        const Arc* end = arcs.end(item);
        if (begin == end)
            continue;
        const std::uint32_t neighbour = m_layered.column[begin->item];
        m_steps += items.size() + m_order[neighbour].size();
        if (end - begin == 1) {
            const std::uint32_t there = m_position[begin->item];
            for (std::size_t i = 0; i < items.size(); ++i) {
                double balance = 0;
                for (const Arc *a = arcs.begin(items[i]), *last = arcs.end(items[i]); a != last; ++a) {
                    const std::uint32_t p = m_position[a->item];
                    balance += p < there ? a->weight : p > there ? -a->weight : 0.0;
                }
                m_delta[i] += balance * begin->weight;
            }
            continue;
        }
        slopeOf(begin, end, m_position, m_slope, m_order[neighbour].size());
        for (std::size_t i = 0; i < items.size(); ++i) {
            for (const Arc *a = arcs.begin(items[i]), *last = arcs.end(items[i]); a != last; ++a)
                m_delta[i] += a->weight * m_slope[m_position[a->item]];
        }
    }
    m_delta[m_position[item]] = 0;
}

double OrderSearch::moveItem(std::uint32_t item, std::uint32_t place)
{
    findDeltas(item);
    const std::uint32_t from = m_position[item];
    double cost = 0;
    for (std::uint32_t i = from + 1; i <= place && i < m_delta.size(); ++i)
        cost -= m_delta[i];
    for (std::uint32_t i = place; i < from; ++i)
        cost += m_delta[i];
    put(item, place);
    return cost;
}

void OrderSearch::put(std::uint32_t item, std::uint32_t place)
{
    std::vector<std::uint32_t>& items = m_order[m_layered.column[item]];
    const std::uint32_t from = m_position[item];
    const auto at = [&](std::uint32_t i) { return items.begin() + static_cast<std::ptrdiff_t>(i); };
    if (place > from)
        std::rotate(at(from), at(from + 1), at(place + 1));
    else
        std::rotate(at(place), at(from), at(from + 1));
    for (std::uint32_t i = std::min(from, place); i <= std::max(from, place); ++i)
        m_position[items[i]] = i;
}

std::pair<std::uint32_t, std::uint32_t> OrderSearch::allowed(std::uint32_t item) const
{
    const std::vector<std::uint32_t>& items = m_order[m_layered.column[item]];
    std::uint32_t first = 0;
    auto last = static_cast<std::uint32_t>(items.size() - 1);
    if (!m_hasRanks || m_rank[item] == kNone)
        return {first, last};
    for (std::uint32_t i = 0; i < items.size(); ++i) {
        const std::uint32_t rank = m_rank[items[i]];
        if (rank == kNone || items[i] == item)
            continue;
        if (rank < m_rank[item])
            first = i + (i < m_position[item] ? 1 : 0);
        else if (rank > m_rank[item]) {
            last = std::min(last, i - (i > m_position[item] ? 1 : 0));
        }
    }
    return {first, last};
}

double OrderSearch::siftItem(std::uint32_t item)
{
    if (m_layered.left.begin(item) == m_layered.left.end(item) && m_layered.right.begin(item) == m_layered.right.end(item))
        return 0;
    findDeltas(item);
    const std::uint32_t from = m_position[item];
    const auto [first, last] = allowed(item);
    double best = -m_threshold;
    std::uint32_t place = from;
    double cost = 0;
    for (std::uint32_t i = from + 1; i <= last; ++i) {
        cost -= m_delta[i];
        if (cost < best) {
            best = cost;
            place = i;
        }
    }
    cost = 0;
    for (std::uint32_t i = from; i-- > first;) {
        cost += m_delta[i];
        if (cost < best) {
            best = cost;
            place = i;
        }
    }
    if (place == from)
        return 0;
    put(item, place);
    return -best;
}

double OrderSearch::sift(Limit& limit)
{
    std::vector<std::uint32_t> items(m_layered.items());
    std::iota(items.begin(), items.end(), 0U);
    // Items with the most weight first: they settle the picture, the others fit themselves in.
    std::vector<double> weight(items.size(), 0.0);
    for (const std::uint32_t item : items) {
        for (const Arcs* arcs : {&m_layered.left, &m_layered.right}) {
            for (const Arc* a = arcs->begin(item); a != arcs->end(item); ++a)
                weight[item] += a->weight;
        }
    }
    std::stable_sort(items.begin(), items.end(), [&](std::uint32_t a, std::uint32_t b) { return weight[a] > weight[b]; });
    return siftOnly(items, limit);
}

double OrderSearch::siftOnly(const std::vector<std::uint32_t>& items, Limit& limit)
{
    double total = 0;
    for (int round = 0; round < kMaxRounds; ++round) {
        double gained = 0;
        for (const std::uint32_t item : items) {
            const std::uint64_t before = m_steps;
            gained += siftItem(item);
            if (limit.spend(m_steps - before))
                return total + gained;
        }
        total += gained;
        if (gained <= 0)
            break;
    }
    return total;
}

void OrderSearch::sortByBarycentre(std::uint32_t column, const Arcs& arcs)
{
    std::vector<std::uint32_t>& items = m_order[column];
    m_delta.assign(items.size(), 0.0);
    std::vector<std::pair<double, std::uint32_t>> key;
    key.reserve(items.size());
    for (std::uint32_t i = 0; i < items.size(); ++i) {
        double sum = 0;
        double weight = 0;
        for (const Arc* a = arcs.begin(items[i]); a != arcs.end(items[i]); ++a) {
            sum += a->weight * m_position[a->item];
            weight += a->weight;
        }
        m_steps += static_cast<std::uint64_t>(arcs.end(items[i]) - arcs.begin(items[i])) + 1;
        key.emplace_back(weight > 0 ? sum / weight : -1.0, items[i]);
    }
    // Items without a neighbour on this side follow the item above them.
    double above = 0;
    for (auto& [centre, item] : key) {
        if (centre < 0)
            centre = above;
        above = centre;
    }
    std::stable_sort(key.begin(), key.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    for (std::uint32_t i = 0; i < items.size(); ++i) {
        items[i] = key[i].second;
        m_position[items[i]] = i;
    }
}

void OrderSearch::sweep(int rounds, Limit& limit)
{
    Order best = m_order;
    double least = weightedCrossings(m_layered, m_order);
    for (int round = 0; round < rounds; ++round) {
        const std::uint64_t before = m_steps;
        for (std::uint32_t c = 1; c < m_layered.columns; ++c)
            sortByBarycentre(c, m_layered.left);
        for (std::uint32_t c = m_layered.columns - 1; c-- > 0;)
            sortByBarycentre(c, m_layered.right);
        const double crossings = weightedCrossings(m_layered, m_order);
        if (crossings < least) {
            least = crossings;
            best = m_order;
        }
        if (limit.spend(4 * (m_steps - before)))
            break;
    }
    setOrder(best);
}

} // namespace ochain::layout
