// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "improve.h"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace ochain::layout {

namespace {

constexpr std::uint32_t kMostChosen = 12;    ///< items that are taken out together
constexpr double kRounding = 1e-11;          ///< of a sum of costs
constexpr std::uint64_t kMostRenewals = 100; ///< of the patience of cold attempts
constexpr int kTries = 4;                    ///< to find one that has a neighbour to stand by

} // namespace

void Improver::wait(std::uint32_t item)
{
    if (m_isWaiting[item] != 0)
        return;
    m_isWaiting[item] = 1;
    m_waiting.push_back(item);
}

void Improver::waitForNeighbours(std::uint32_t item)
{
    for (const Arcs* arcs : {&m_layered.left, &m_layered.right}) {
        for (const Arc* a = arcs->begin(item); a != arcs->end(item); ++a)
            wait(a->item);
    }
}

void Improver::pick(std::uint32_t item)
{
    if (m_isChosen[item] != 0)
        return;
    m_isChosen[item] = 1;
    m_chosen.push_back(item);
}

/// Items joined to one another, from one outwards.
void Improver::chooseAround(std::uint32_t item, std::uint32_t count)
{
    pick(item);
    for (std::size_t i = 0; i < m_chosen.size() && m_chosen.size() < count; ++i) {
        for (const Arcs* arcs : {&m_layered.left, &m_layered.right}) {
            for (const Arc* a = arcs->begin(m_chosen[i]); a != arcs->end(m_chosen[i]) && m_chosen.size() < count; ++a) {
                if (m_random.below(4) != 0)
                    pick(a->item);
            }
        }
    }
}

void Improver::chooseStretch(std::uint32_t item, std::uint32_t count)
{
    const std::vector<std::uint32_t>& items = m_search.order()[m_layered.column[item]];
    const std::uint32_t first = m_search.position(item);
    for (std::uint32_t i = first; i < items.size() && m_chosen.size() < count; ++i)
        pick(items[i]);
}

void Improver::chooseSpread(std::uint32_t count)
{
    while (m_chosen.size() < count)
        pick(m_random.below(m_layered.items()));
}

void Improver::choose()
{
    m_chosen.clear();
    const std::uint32_t count = 2 + m_random.below(std::min(m_layered.items() - 1, kMostChosen - 1));
    const std::uint32_t item = m_random.below(m_layered.items());
    switch (m_random.below(4)) {
    case 0:
        chooseStretch(item, count);
        break;
    case 1:
        chooseSpread(count);
        break;
    default:
        chooseAround(item, count);
    }
    for (const std::uint32_t chosen : m_chosen)
        m_isChosen[chosen] = 0;
}

bool Improver::hasPresentNeighbour(std::uint32_t item) const
{
    for (const Arcs* arcs : {&m_layered.left, &m_layered.right}) {
        for (const Arc* a = arcs->begin(item); a != arcs->end(item); ++a) {
            if (m_search.isIn(a->item))
                return true;
        }
    }
    return false;
}

double Improver::rebuild()
{
    double change = 0;
    for (const std::uint32_t item : m_chosen)
        change -= m_search.takeOut(item);
    for (std::size_t i = 0; i < m_chosen.size(); ++i) {
        for (int tries = 0; tries < kTries; ++tries) {
            std::swap(m_chosen[i], m_chosen[i + m_random.below(static_cast<std::uint32_t>(m_chosen.size() - i))]);
            if (hasPresentNeighbour(m_chosen[i]))
                break;
        }
        change += m_search.putBack(m_chosen[i], m_random.fraction());
    }
    for (const std::uint32_t item : m_chosen) {
        wait(item);
        waitForNeighbours(item);
    }
    return change;
}

double Improver::repair(Limit& limit)
{
    double gained = 0;
    for (std::size_t i = 0; i < m_waiting.size(); ++i) { // NOLINT(modernize-loop-convert): it grows on the way
        const std::uint32_t item = m_waiting[i];
        m_isWaiting[item] = 0;
        const std::uint64_t before = m_search.steps();
        const double gain = m_search.siftItem(item);
        if (gain > 0) {
            gained += gain;
            waitForNeighbours(item);
        }
        if (limit.spend(m_search.steps() - before))
            break;
    }
    for (const std::uint32_t item : m_waiting)
        m_isWaiting[item] = 0;
    m_waiting.clear();
    return gained;
}

double Improver::attempts(std::uint64_t count, double warmth, Limit& limit)
{
    Order current = m_search.order();
    Order best = current;
    const double noise = std::max(m_search.threshold(), kRounding * weightedCrossings(m_layered, current));
    double change = 0; // against the start
    double least = 0;
    std::uint64_t fruitless = 0;
    const std::uint64_t most = warmth > 0 ? count : kMostRenewals * count;
    for (std::uint64_t i = 0; i < most && (warmth > 0 || fruitless < count) && !limit.isOver(); ++i, ++fruitless) {
        choose();
        const double after = change + rebuild() - repair(limit);
        const double left = 1.0 - static_cast<double>(i) / static_cast<double>(count);
        const double allowed = warmth > 0 ? std::max(change, least + warmth * left * left) : change;
        if (after > allowed + noise) {
            m_search.setOrder(current);
            continue;
        }
        change = after;
        current = m_search.order();
        if (change < least - noise) {
            least = change;
            best = current;
            fruitless = 0;
        }
    }
    m_search.setOrder(best);
    return -least;
}

void Improver::shuffle()
{
    Order order = m_search.order();
    for (std::vector<std::uint32_t>& items : order) {
        for (std::uint32_t i = 0; i + 1 < items.size(); ++i)
            std::swap(items[i], items[i + m_random.below(static_cast<std::uint32_t>(items.size()) - i)]);
    }
    m_search.setOrder(order);
}

} // namespace ochain::layout
