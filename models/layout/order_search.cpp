// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "order_search.h"

#include "slope.h"

#include <algorithm>
#include <utility>

namespace ochain::layout {

namespace {

constexpr double kRounding = 1e-12; ///< of a sum of costs
constexpr int kMaxRounds = 200;     ///< rounding could otherwise go on for ever

} // namespace

OrderSearch::OrderSearch(const Layered& layered) : m_layered(layered), m_order(layered), m_gaps(layered)
{
    m_isStale.assign(layered.items(), 1);
    m_weight.assign(layered.items(), 0.0);
    for (std::uint32_t item = 0; item < layered.items(); ++item) {
        for (const Arcs* arcs : {&layered.left, &layered.right}) {
            for (const Arc* a = arcs->begin(item); a != arcs->end(item); ++a)
                m_weight[item] += a->weight;
        }
    }
    double smallest = 0;
    for (const Strand& strand : layered.strands)
        smallest = smallest > 0 ? std::min(smallest, strand.weight) : strand.weight;
    // Half the smallest crossing there can be; above the rounding of the largest sums unless values differ by many
    // orders.
    m_threshold = 0.5 * smallest * smallest;
}

void OrderSearch::findDeltas(std::uint32_t item)
{
    const std::vector<std::uint32_t>& items = m_order.columnOf(item);
    const std::vector<std::uint32_t>& position = m_order.positions();
    m_delta.assign(items.size(), 0.0);
    for (const bool toRight : {false, true}) {
        const Arcs& arcs = toRight ? m_layered.right : m_layered.left;
        const Arc* begin = arcs.begin(item);
        const Arc* end = arcs.end(item);
        if (begin == end)
            continue;
        const std::uint32_t neighbour = m_layered.column[begin->item];
        m_steps += items.size() + m_order.columns()[neighbour].size();
        slopeOf(begin, end, position, m_slope, m_order.columns()[neighbour].size());
        for (std::size_t i = 0; i < items.size(); ++i) {
            double sum = 0;
            for (const Arc *a = arcs.begin(items[i]), *last = arcs.end(items[i]); a != last; ++a)
                sum += a->weight * m_slope[position[a->item]];
            m_delta[i] += sum;
        }
    }
    m_delta[m_order.position(item)] = 0;
}

double OrderSearch::moveItem(std::uint32_t item, std::uint32_t place)
{
    findDeltas(item);
    const std::uint32_t from = m_order.position(item);
    double cost = 0;
    for (std::uint32_t i = from + 1; i <= place && i < m_delta.size(); ++i)
        cost -= m_delta[i];
    for (std::uint32_t i = place; i < from; ++i)
        cost += m_delta[i];
    m_order.move(item, place);
    return cost;
}

double OrderSearch::siftItem(std::uint32_t item)
{
    if (m_layered.left.begin(item) == m_layered.left.end(item) &&
        m_layered.right.begin(item) == m_layered.right.end(item))
        return 0;
    findDeltas(item);
    return putWhereBest(item);
}

double OrderSearch::putWhereBest(std::uint32_t item)
{
    const std::uint32_t from = m_order.position(item);
    const auto [first, last] = m_order.allowedPlaces(item);
    double best = 0;
    double largest = 0; // of the sums, to know what is rounding
    std::uint32_t place = from;
    double cost = 0;
    for (std::uint32_t i = from + 1; i <= last; ++i) {
        cost -= m_delta[i];
        largest = std::max(largest, cost);
        if (cost < best) {
            best = cost;
            place = i;
        }
    }
    cost = 0;
    for (std::uint32_t i = from; i-- > first;) {
        cost += m_delta[i];
        largest = std::max(largest, cost);
        if (cost < best) {
            best = cost;
            place = i;
        }
    }
    if (-best <= std::max(m_threshold, kRounding * largest))
        return 0;
    m_order.move(item, place);
    return -best;
}

double OrderSearch::siftColumn(std::uint32_t column, ColumnView& view, Limit& limit)
{
    m_turn.clear();
    for (const std::uint32_t item : m_order.columns()[column]) {
        if (m_isStale[item] != 0)
            m_turn.push_back(item);
    }
    if (m_turn.empty())
        return 0;
    // Items with the most weight first: they settle the picture, the others fit themselves in.
    std::sort(m_turn.begin(), m_turn.end(), [&](std::uint32_t a, std::uint32_t b) {
        return m_weight[a] != m_weight[b] ? m_weight[a] > m_weight[b] : a < b;
    });
    view.read(column, m_order.columns(), m_order.positions());
    double gained = 0;
    for (const std::uint32_t item : m_turn) {
        m_isStale[item] = 0;
        view.findDeltas(item, m_order.columns()[column], m_delta);
        m_steps += view.steps();
        const double gain = putWhereBest(item);
        gained += gain;
        if (gain > 0) {
            for (const Arcs* arcs : {&m_layered.left, &m_layered.right}) {
                for (const Arc* a = arcs->begin(item); a != arcs->end(item); ++a)
                    m_isStale[a->item] = 1;
            }
        }
        if (limit.spend(view.steps()))
            break;
    }
    return gained;
}

double OrderSearch::sift(Limit& limit)
{
    ColumnView view(m_layered);
    double total = 0;
    for (int round = 0; round < kMaxRounds; ++round) {
        // A full round; then rounds over those items only whose neighbours have moved; and a full one again to see
        // whether that was all.
        std::fill(m_isStale.begin(), m_isStale.end(), char{1});
        double gained = 0;
        double inRound = 1;
        for (int pass = 0; inRound > 0 && pass < kMaxRounds; ++pass) {
            inRound = 0;
            for (std::uint32_t i = 0; i < m_layered.columns && !limit.isOver(); ++i)
                inRound += siftColumn(pass % 2 == 0 ? i : m_layered.columns - 1 - i, view, limit);
            gained += inRound;
        }
        total += gained;
        if (gained <= 0 || limit.isOver())
            break;
    }
    return total;
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
    const std::vector<std::uint32_t>& items = m_order.columns()[column];
    std::vector<std::pair<double, std::uint32_t>> key;
    key.reserve(items.size());
    for (const std::uint32_t item : items) {
        double sum = 0;
        double weight = 0;
        for (const Arc* a = arcs.begin(item); a != arcs.end(item); ++a) {
            sum += a->weight * m_order.position(a->item);
            weight += a->weight;
        }
        m_steps += static_cast<std::uint64_t>(arcs.end(item) - arcs.begin(item)) + 1;
        key.emplace_back(weight > 0 ? sum / weight : -1.0, item);
    }
    // Items without a neighbour on this side follow the item above them.
    double above = 0;
    for (auto& [centre, item] : key) {
        if (centre < 0)
            centre = above;
        above = centre;
    }
    std::stable_sort(key.begin(), key.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<std::uint32_t> sorted(items.size());
    std::transform(key.begin(), key.end(), sorted.begin(), [](const auto& each) { return each.second; });
    m_order.setColumn(column, sorted);
}

void OrderSearch::sweep(int rounds, Limit& limit)
{
    Order best = m_order.columns();
    double least = weightedCrossings(m_layered, m_order.columns());
    for (int round = 0; round < rounds; ++round) {
        const std::uint64_t before = m_steps;
        for (std::uint32_t c = 1; c < m_layered.columns; ++c)
            sortByBarycentre(c, m_layered.left);
        for (std::uint32_t c = m_layered.columns - 1; c-- > 0;)
            sortByBarycentre(c, m_layered.right);
        const double crossings = weightedCrossings(m_layered, m_order.columns());
        if (crossings < least) {
            least = crossings;
            best = m_order.columns();
        }
        if (limit.spend(4 * (m_steps - before)))
            break;
    }
    m_order.set(best);
}

} // namespace ochain::layout
