// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rollups/accumulator.h"

#include <algorithm>

namespace ochain {

void Accumulator::clear() noexcept
{
    for (std::size_t i = 0; i < m_slots.size(); ++i)
        m_tallies[i].clear();
    m_slots.clear();
    m_counts = {};
}

std::uint32_t Accumulator::place(SeriesKey key)
{
    const auto found = std::lower_bound(m_slots.begin(), m_slots.end(), key,
                                        [](const Slot& slot, SeriesKey k) { return slot.key < k; });
    if (found != m_slots.end() && found->key == key)
        return found->tally;
    const auto next = static_cast<std::uint32_t>(m_slots.size());
    m_slots.insert(found, Slot{key, next});
    if (next == m_tallies.size()) {
        m_tallies.emplace_back();
        m_tallies.back().flow.resize(m_quarters);
    }
    return next;
}

void Accumulator::addCrossing(const DealFlows& deal, Side side)
{
    m_counts.add(deal.counts(), 1);
    deal.forEachSeries(side, [this](SeriesKey key, const Tally& tally) { open(key).add(tally, 1); });
}

void Accumulator::turnInternal(const DealFlows& deal, Side inbound)
{
    m_counts.add(deal.counts(), -2);
    for (const Side side : {Side::Outbound, inbound})
        deal.forEachSeries(side, [this](SeriesKey key, const Tally& tally) { open(key).add(tally, -1); });
    deal.forEachSeries(Side::Internal, [this](SeriesKey key, const Tally& tally) { open(key).add(tally, 1); });
}

void Accumulator::add(const Accumulator& other, bool isAtSite)
{
    m_counts.add(other.m_counts, 1);
    for (const Slot& slot : other.m_slots) {
        const Tally& tally = other.m_tallies[slot.tally];
        if (isAtSite && slot.key.measure == Measure::SiteCapacityIn)
            continue; // all that comes in takes its place
        open(slot.key).add(tally, 1);
        if (isAtSite && slot.key.measure == Measure::CapacityIn)
            open({Measure::SiteCapacityIn, slot.key.layer}).add(tally, 1);
    }
}

void Accumulator::add(const SeriesStore& store, Group group, bool isSite)
{
    m_counts.add(store.counts(group), 1);
    const auto addView = [this](SeriesKey key, const SeriesStore::View& view) {
        Tally& tally = open(key);
        tally.flow.total += view.head->total;
        tally.flow.unscheduled += view.head->unscheduled;
        tally.flow.before += view.head->before;
        tally.flow.later += view.head->later;
        if (view.values != nullptr)
            tally.flow.add({view.head->first, view.head->first + view.head->count - 1}, view.values);
        if (view.hidden != nullptr)
            tally.hidden.add(*view.hidden, 1);
    };
    store.forEach(group, [&](SeriesKey key, const SeriesStore::View& view) {
        if (isSite && key.measure == Measure::SiteCapacityIn)
            return; // all that comes in takes its place
        addView(key, view);
        if (isSite && key.measure == Measure::CapacityIn)
            addView({Measure::SiteCapacityIn, key.layer}, view);
    });
}

std::span<const SeriesStore::Draft> Accumulator::drafts()
{
    m_drafts.clear();
    for (const Slot& slot : m_slots)
        if (!m_tallies[slot.tally].isZero())
            m_drafts.push_back({slot.key, &m_tallies[slot.tally]});
    return m_drafts;
}

} // namespace ochain
