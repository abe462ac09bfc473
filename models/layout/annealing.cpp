// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "annealing.h"

#include "slope.h"

#include <algorithm>
#include <cmath>

namespace ochain::layout {

namespace {

constexpr std::size_t kMostPairs = std::size_t{1} << 24U;
constexpr std::uint32_t kFewestItems = 250; ///< below, taking out and putting back finds better orders
constexpr double kFewestSteps = 1000;       ///< for each item; with less, sifting alone gets further
constexpr std::uint32_t kFar = 30;          ///< places that an item moves at most
constexpr std::uint32_t kProposals = 64;    ///< between two looks at the limit
constexpr std::uint64_t kStepsToPropose = 4;
constexpr std::size_t kPairsInCache = std::size_t{1} << 20U;
constexpr std::uint64_t kStepsWithoutCache = 4; ///< that one takes as long as when the pairs are near the processor
constexpr double kCold = 3;                     ///< temperature at the end: sifting does the rest

/// Quantiles of the exponential distribution, from the largest: expected values of a sorted sample, which need
/// additions alone and so are the same on every machine.
constexpr std::size_t kQuantiles = 4096;
std::array<double, kQuantiles> exponentialQuantiles()
{
    std::array<double, kQuantiles> quantiles{};
    double sum = 0;
    for (std::size_t k = kQuantiles; k > 0; --k) {
        sum += 1.0 / static_cast<double>(k);
        quantiles[k - 1] = sum;
    }
    return quantiles;
}

/// Temperatures from the start to the end, each by the same factor below the last. Square roots, unlike powers, are the
/// same on every machine.
constexpr std::size_t kTemperatures = 257;
std::array<double, kTemperatures> temperaturesFrom(double start)
{
    double factor = kCold / start;
    for (std::size_t n = kTemperatures - 1; n > 1; n /= 2)
        factor = std::sqrt(factor);
    std::array<double, kTemperatures> all{};
    for (double& temperature : all) {
        temperature = start;
        start *= factor;
    }
    return all;
}

} // namespace

bool Annealing::suits(const Layered& layered, double steps)
{
    if (layered.items() < kFewestItems)
        return false;
    std::vector<std::size_t> items(layered.columns, 0);
    std::vector<std::size_t> segments(layered.columns, 0);
    for (std::uint32_t item = 0; item < layered.items(); ++item) {
        const std::uint32_t column = layered.column[item];
        ++items[column];
        segments[column] += layered.left.first[item + 1] - layered.left.first[item];
        segments[column] += layered.right.first[item + 1] - layered.right.first[item];
    }
    std::size_t pairs = 0;
    std::size_t toFill = 0;
    for (std::size_t c = 0; c < items.size(); ++c) {
        pairs += items[c] * items[c];
        toFill += items[c] * (4 * items[c] + segments[c]);
    }
    return pairs <= kMostPairs && steps >= 2 * static_cast<double>(toFill) + kFewestSteps * layered.items();
}

Annealing::Annealing(const Layered& layered, const OrderSearch& search)
    : m_layered(layered), m_search(search), m_columns(layered.columns)
{
    std::vector<std::uint32_t> number(layered.items(), 0);
    for (std::uint32_t c = 0; c < layered.columns; ++c) {
        Column& column = m_columns[c];
        column.items = search.order()[c];
        for (std::uint32_t i = 0; i < column.items.size(); ++i) {
            number[column.items[i]] = i;
            column.order.push_back(i);
            column.position.push_back(i);
        }
    }
    for (std::uint32_t c = 0; c < layered.columns; ++c)
        readSides(c, number);
    for (Column& column : m_columns)
        fillPairs(column, number);
    findMovers();
}

void Annealing::readSides(std::uint32_t c, const std::vector<std::uint32_t>& number)
{
    for (std::size_t s = 0; s < 2; ++s) {
        const Arcs& arcs = s == 0 ? m_layered.left : m_layered.right;
        Side& side = m_columns[c].sides[s];
        if (s == 0 ? c > 0 : c + 1 < m_columns.size())
            side.column = &m_columns[s == 0 ? c - 1 : c + 1];
        side.first.push_back(0);
        for (const std::uint32_t item : m_columns[c].items) {
            for (const Arc* a = arcs.begin(item); a != arcs.end(item); ++a)
                side.segments.push_back({number[a->item], a->weight});
            side.first.push_back(static_cast<std::uint32_t>(side.segments.size()));
        }
    }
}

void Annealing::fillPairs(Column& column, const std::vector<std::uint32_t>& number)
{
    const std::size_t size = column.items.size();
    column.pairs.assign(size * size, 0.0);
    std::vector<double> slope;
    for (const bool toRight : {false, true}) {
        const Side& side = column.sides[toRight ? 1 : 0];
        if (side.column == nullptr)
            continue;
        const Arcs& arcs = toRight ? m_layered.right : m_layered.left;
        for (std::size_t u = 0; u < size; ++u) {
            if (side.first[u] == side.first[u + 1])
                continue;
            // Nothing has moved yet: numbers are places.
            slopeOf(arcs.begin(column.items[u]), arcs.end(column.items[u]), number, slope, side.column->items.size());
            for (std::size_t v = 0; v < size; ++v) {
                for (std::uint32_t i = side.first[v]; i < side.first[v + 1]; ++i)
                    column.pairs[u * size + v] -= side.segments[i].weight * slope[side.segments[i].end];
            }
            m_steps += size + slope.size() + side.segments.size();
        }
    }
}

void Annealing::findMovers()
{
    double sum = 0;
    for (std::uint32_t c = 0; c < m_columns.size(); ++c) {
        const Column& column = m_columns[c];
        for (std::uint32_t u = 0; column.items.size() > 1 && u < column.items.size(); ++u) {
            double weight = 0;
            for (const Side& side : column.sides) {
                for (std::uint32_t i = side.first[u]; i < side.first[u + 1]; ++i)
                    weight += side.segments[i].weight;
            }
            if (weight > 0)
                m_movers.push_back({c, u, weight, m_search.isBound(column.items[u])});
            sum += weight;
        }
    }
    double strands = 0;
    for (const Strand& strand : m_layered.strands)
        strands += strand.weight;
    // What a move costs grows with the weight of what is moved: with one temperature for all, thin flows would still be
    // thrown about when thick ones have long come to rest.
    const double mean = strands / static_cast<double>(std::max<std::size_t>(m_layered.strands.size(), 1));
    const double perWeight = sum > 0 ? mean * mean * static_cast<double>(m_movers.size()) / sum : 0;
    for (Mover& mover : m_movers)
        mover.heat *= perWeight;
}

/// How far towards @p end an item gets before one that it has to stay above or below.
std::uint32_t Annealing::furthest(const Mover& mover, std::uint32_t end) const
{
    const Column& column = m_columns[mover.column];
    const std::uint32_t item = column.items[mover.number];
    std::uint32_t place = column.position[mover.number];
    const bool isDown = end > place;
    while (place != end) {
        const std::uint32_t next = isDown ? place + 1 : place - 1;
        const std::uint32_t other = column.items[column.order[next]];
        if (isDown ? m_search.hasToBeAbove(item, other) : m_search.hasToBeAbove(other, item))
            break;
        place = next;
    }
    return place;
}

/// u and v, which stand next to each other, change places: pairs of what they are joined to cost something else.
/// @param sign 1 if u was above v, -1 if below
void Annealing::pass(const Column& column, std::uint32_t u, std::uint32_t v, double sign)
{
    for (const Side& side : column.sides) {
        const std::uint32_t firstV = side.first[v];
        const std::uint32_t endV = side.first[v + 1];
        if (firstV == endV || side.first[u] == side.first[u + 1])
            continue;
        const std::size_t size = side.column->items.size();
        double* const pairs = side.column->pairs.data();
        for (std::uint32_t i = side.first[u]; i < side.first[u + 1]; ++i) {
            const std::size_t a = side.segments[i].end;
            const double weight = -2 * sign * side.segments[i].weight;
            for (std::uint32_t j = firstV; j < endV; ++j) {
                const std::size_t b = side.segments[j].end; // may be a itself: nobody reads that one
                const double change = weight * side.segments[j].weight;
                pairs[a * size + b] += change;
                pairs[b * size + a] -= change;
            }
        }
        m_steps += std::uint64_t{endV - firstV} * (side.first[u + 1] - side.first[u]);
    }
}

void Annealing::propose(const Mover& mover, double temperature, Random& random)
{
    static const std::array<double, kQuantiles> kExponential = exponentialQuantiles();
    Column& column = m_columns[mover.column];
    const auto last = static_cast<std::uint32_t>(column.order.size() - 1);
    const std::uint32_t from = column.position[mover.number];
    // Half of the moves go to the next place.
    const std::uint32_t drawn = random.below(4 * kFar);
    const std::uint32_t distance = (drawn & 1U) != 0 ? 1 : 1 + drawn / 4;
    const bool isDown = (drawn & 2U) != 0;
    std::uint32_t to = isDown ? std::min(last, from + distance) : from - std::min(from, distance);
    if (mover.isBound)
        to = furthest(mover, to);
    const double* row = column.pairs.data() + std::size_t{mover.number} * column.order.size();
    double cost = 0;
    for (std::uint32_t i = from + 1; i <= to; ++i)
        cost += row[column.order[i]];
    for (std::uint32_t i = from; i-- > to;)
        cost -= row[column.order[i]];
    m_steps += kStepsToPropose + (isDown ? to - from : from - to);
    if (to == from || cost > temperature * mover.heat * kExponential[random.below(kQuantiles)])
        return;
    const double sign = isDown ? 1 : -1;
    for (std::uint32_t i = from; i != to;) {
        const std::uint32_t next = isDown ? i + 1 : i - 1;
        const std::uint32_t other = column.order[next];
        pass(column, mover.number, other, sign);
        column.order[i] = other;
        column.position[other] = i;
        i = next;
    }
    column.order[to] = mover.number;
    column.position[mover.number] = to;
}

Order Annealing::run(double start, double share, Random& random, Limit& limit)
{
    const std::array<double, kTemperatures> cooling = temperaturesFrom(start);
    const double before = limit.share();
    std::size_t pairs = 0;
    for (const Column& column : m_columns)
        pairs += column.pairs.size();
    const std::uint64_t price = pairs > kPairsInCache ? kStepsWithoutCache : 1;
    limit.spend(m_steps);
    for (double done = 0; done < 1 && !m_movers.empty() && !limit.isOver(); done = (limit.share() - before) / share) {
        const double temperature = cooling[static_cast<std::size_t>(done * (kTemperatures - 1))];
        m_steps = 0;
        for (std::uint32_t i = 0; i < kProposals; ++i)
            propose(m_movers[random.below(static_cast<std::uint32_t>(m_movers.size()))], temperature, random);
        limit.spend(m_steps * price);
    }
    Order order;
    for (const Column& column : m_columns) {
        std::vector<std::uint32_t>& items = order.emplace_back();
        for (const std::uint32_t number : column.order)
            items.push_back(column.items[number]);
    }
    return order;
}

} // namespace ochain::layout
