// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "networks/chance.h"

#include <algorithm>
#include <utility>

namespace ochain {

namespace {

constexpr std::size_t kTriesPerArc = 10; ///< exchanges tried in a run: by then nothing of the run before is left

std::uint64_t payment(std::uint32_t from, std::uint32_t to) noexcept
{
    return (std::uint64_t{from} << 32U) | to;
}

/// What is compared of a network.
struct RingCounts {
    double rings = 0;
    double sum = 0;
    std::vector<double> throughPlace; ///< 0 to 1
    bool isCut = false;
};

std::optional<RingCounts> countRings(const std::vector<RingArc>& arcs, std::uint32_t places,
                                     const ChanceOptions& options, const Progress& progress)
{
    const std::optional<Rings> found = largestRings(arcs, places, {options.length, options.most}, progress);
    if (!found)
        return std::nullopt;
    RingCounts counts;
    counts.throughPlace.assign(places, 0);
    counts.isCut = found->isCut;
    counts.rings = static_cast<double>(found->rings.size());
    for (const Ring& ring : found->rings) {
        counts.sum += static_cast<double>(ring.cents);
        for (const std::uint32_t arc : ring.arcs)
            counts.throughPlace[arcs[arc].from] += 1 / counts.rings;
    }
    return counts;
}

/// Adds a run; until all are in, `mean` is their sum and `p` how many were at least as high.
void addRun(HeldAgainstChance& held, double value)
{
    constexpr double kRounding = 1e-9; // of shares, which are sums of fractions
    held.mean += value;
    held.p += value >= held.observed - kRounding ? 1 : 0;
}

void finish(HeldAgainstChance& held, int runs)
{
    held.mean = runs == 0 ? 0 : held.mean / runs;
    held.p /= runs + 1;
}

} // namespace

Rewiring::Rewiring(const std::vector<RingArc>& arcs, std::uint64_t seed) : m_arcs(arcs), m_random(seed)
{
    for (std::uint32_t i = 0; i < m_arcs.size(); ++i) {
        if (m_arcs[i].cents <= 0)
            continue;
        OfClass& ofClass = m_arcs[i].isCapital ? m_capital : m_trade;
        ofClass.arcs.push_back(i);
        ofClass.paid.insert(payment(m_arcs[i].from, m_arcs[i].to));
    }
}

const std::vector<RingArc>& Rewiring::next()
{
    exchange(m_trade);
    exchange(m_capital);
    return m_arcs;
}

void Rewiring::exchange(OfClass& ofClass)
{
    const std::size_t count = ofClass.arcs.size();
    for (std::size_t i = 0; count > 1 && i < kTriesPerArc * count; ++i) {
        RingArc& one = m_arcs[ofClass.arcs[m_random() % count]];
        RingArc& other = m_arcs[ofClass.arcs[m_random() % count]];
        const bool paysItself = one.from == other.to || other.from == one.to;
        if (paysItself || ofClass.paid.count(payment(one.from, other.to)) > 0 ||
            ofClass.paid.count(payment(other.from, one.to)) > 0)
            continue;
        ofClass.paid.erase(payment(one.from, one.to));
        ofClass.paid.erase(payment(other.from, other.to));
        std::swap(one.to, other.to);
        ofClass.paid.insert(payment(one.from, one.to));
        ofClass.paid.insert(payment(other.from, other.to));
    }
}

std::optional<Chance> holdAgainstChance(const std::vector<RingArc>& arcs, std::uint32_t places,
                                        const ChanceOptions& options, const Progress& progress)
{
    const std::optional<RingCounts> observed = countRings(arcs, places, options, part(progress, 0, 0));
    if (!observed)
        return std::nullopt;
    Chance chance;
    chance.runs = options.runs;
    chance.isCut = observed->isCut;
    chance.rings.observed = observed->rings;
    chance.sum.observed = observed->sum;
    for (const double share : observed->throughPlace)
        chance.throughPlace.push_back({share, 0, 1});
    Rewiring rewiring(arcs, options.seed);
    for (int run = 0; run < options.runs; ++run) {
        const double done = static_cast<double>(run) / options.runs;
        const std::optional<RingCounts> counts =
            countRings(rewiring.next(), places, options, part(progress, done, done));
        if (!counts || (progress && !progress(done)))
            return std::nullopt;
        chance.isCut = chance.isCut || counts->isCut;
        addRun(chance.rings, counts->rings);
        addRun(chance.sum, counts->sum);
        for (std::size_t place = 0; place < places; ++place)
            addRun(chance.throughPlace[place], counts->throughPlace[place]);
    }
    finish(chance.rings, options.runs);
    finish(chance.sum, options.runs);
    for (HeldAgainstChance& held : chance.throughPlace)
        finish(held, options.runs);
    return chance;
}

} // namespace ochain
