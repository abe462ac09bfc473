// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rollups/rollup_update.h"

#include "rollups/deal_groups.h"

#include <algorithm>
#include <tuple>

namespace ochain {

tl::expected<Changed, Problems> RollupUpdate::run(Edit edit)
{
    m_state.stats = {};
    Touched touched = findTouched(m_chain, m_state.lens, m_state.book, edit);
    const bool isWithinGroups = !touched.movesNodes && !touched.movesSites && !touched.erasesGroups;
    std::vector<DealId> deals = touched.takeDeals();
    if (!touched.everything)
        lookBefore(deals, isWithinGroups);
    Problems problems = m_chain.apply(edit);
    if (!problems.empty())
        return tl::unexpected<Problems>(std::move(problems));

    addInserted(m_chain, edit, touched, deals);
    for (const std::string& series : touched.series)
        forget(series);
    const bool isElsewhere = m_chain.layers().size() != m_state.layers ||
                             (touched.mayMoveCalendar && m_chain.calendar() != m_state.calendar);
    m_changed.everything = touched.everything || isElsewhere;
    if (m_changed.everything) {
        m_state.compute(m_chain, m_state.lens, {});
    } else {
        m_state.store.growTo(m_chain.tiers().slotCount(), m_chain.nodes().slotCount());
        lookAfter(deals);
        m_state.stats.dealsVisited = deals.size();
        m_state.stats.seriesVisited = touched.series.size();
    }
    m_changed.movesNodes = touched.movesNodes;
    m_changed.deals = std::move(deals);
    m_changed.rows = std::move(touched.rows);
    m_changed.edit = std::move(edit);
    return std::move(m_changed);
}

RollupUpdate::Ends RollupUpdate::endsOf(DealId deal) const
{
    return {m_chain.deals()[deal].supplier, m_chain.deals()[deal].customer};
}

void RollupUpdate::forget(const std::string& series)
{
    m_state.book.forget(series);
    m_state.readersBook.forget(series);
}

void RollupUpdate::lookBefore(const std::vector<DealId>& deals, bool mayBeSingle)
{
    m_isSingle = mayBeSingle && deals.size() <= 1;
    if (m_isSingle && !deals.empty()) {
        m_before = deals.front();
        m_endsBefore = endsOf(m_before);
        prefetch();
        m_state.flowsOf(m_chain, m_before, m_state.before);
        prefetchSeries();
    } else if (!m_isSingle) {
        for (const DealId deal : deals)
            gather(deal, -1);
    }
}

void RollupUpdate::lookAfter(const std::vector<DealId>& deals)
{
    DealId after;
    bool isSingle = m_isSingle;
    for (const DealId deal : deals) {
        if (!m_chain.deals().isAlive(deal))
            continue;
        isSingle = isSingle && !after.isSet() && (!m_before.isSet() || m_before == deal);
        after = deal;
    }
    if (isSingle && after.isSet())
        isSingle = lookAtSingle(after);
    else if (isSingle && m_before.isSet())
        commitErased();
    if (isSingle)
        return;
    if (m_isSingle && m_before.isSet())
        gather(m_state.before, m_endsBefore, -1);
    for (const DealId deal : deals)
        if (m_chain.deals().isAlive(deal))
            gather(deal, 1);
    commitGathered();
}

// --- the short way ---

/// @return false if the deal was elsewhere before: then its two states touch different series
bool RollupUpdate::lookAtSingle(DealId after)
{
    const Ends ends = endsOf(after);
    m_state.flowsOf(m_chain, after, m_state.after);
    if (m_before.isSet()) {
        if (!(ends == m_endsBefore) || m_state.after.dealClass() != m_state.before.dealClass() ||
            m_state.after.layer() != m_state.before.layer())
            return false;
        m_state.after.subtract(m_state.before);
    }
    commit(m_state.after, ends);
    return true;
}

void RollupUpdate::commitErased()
{
    m_state.after = m_state.before; // taken out twice leaves it taken out once
    m_state.after.subtract(m_state.before);
    m_state.after.subtract(m_state.before);
    commit(m_state.after, m_endsBefore);
}

void RollupUpdate::prefetch() const
{
    forEachGroup(m_chain, m_endsBefore.supplier, m_endsBefore.customer,
                 [this](Group group, Side) { m_state.store.prefetch(group); });
}
void RollupUpdate::prefetchSeries() const
{
    forEachGroup(m_chain, m_endsBefore.supplier, m_endsBefore.customer,
                 [this](Group group, Side) { m_state.store.prefetchSeries(group); });
}

RollupUpdate::SeriesChange RollupUpdate::changeOf(const Tally& tally, bool isStock) const
{
    SeriesChange change{&tally, {}, tally.isZero(), false};
    if (change.isZero)
        return change;
    change.span = isStock ? stockSpan(tally.flow, m_state.calendar.quarters()) : tally.flow.trimmed();
    change.span.include(tally.hidden.span(m_state.calendar.quarters()));
    change.isSeen = !tally.flow.isZero() || tally.hidden.total() != 0 || tally.hidden.undated() != 0 ||
                    tally.hidden.later() != 0 || !change.span.isEmpty();
    return change;
}

void RollupUpdate::commit(const DealFlows& difference, const Ends& ends)
{
    if (difference.isNothing())
        return;
    m_changed.items.reserve(32);
    const SeriesChange money = changeOf(difference.money(), difference.dealClass() == DealClass::Contingent);
    const SeriesChange capacity = changeOf(difference.capacity(), true);
    forEachGroup(m_chain, ends.supplier, ends.customer, [&](Group group, Side side) {
        difference.forEachSeries(side, [&](SeriesKey key, const Tally& tally) {
            commit(group, key, &tally == &difference.capacity() ? capacity : money);
        });
        if (side != Side::Internal)
            commit(group, difference.counts());
    });
    sortItems();
}

void RollupUpdate::commit(Group group, SeriesKey key, const SeriesChange& change)
{
    if (change.isZero)
        return;
    const std::int64_t before = m_state.store.add(group, key, *change.tally);
    ++m_state.stats.figuresMoved;
    if (key.measure == Measure::SiteCapacityIn) { // told as what binds, which has periods only
        if (!change.span.isEmpty())
            m_changed.items.push_back({group, Measure::Binding, key.layer, 0, 0, change.span.first, change.span.last});
    } else if (change.isSeen || key.measure == Measure::Revenue) { // the backlog is told with the revenue
        m_changed.items.push_back({group, key.measure, key.layer, before, before + change.tally->flow.total,
                                   change.span.first, change.span.last});
    }
}

void RollupUpdate::commit(Group group, const DealCounts& counts)
{
    if (counts == DealCounts{})
        return;
    const std::int64_t before = m_state.store.counts(group).deals;
    m_state.store.addCounts(group, counts);
    m_changed.items.push_back({group, Measure::Deals, kNoLayer, before, before + counts.deals, 0, -1});
}

void RollupUpdate::sortItems()
{
    std::sort(m_changed.items.begin(), m_changed.items.end(), [](const Changed::Item& a, const Changed::Item& b) {
        return std::tie(a.group, a.measure, a.layer) < std::tie(b.group, b.measure, b.layer);
    });
}

// --- the long way ---

void RollupUpdate::gather(DealId deal, int sign)
{
    m_state.flowsOf(m_chain, deal, m_state.after);
    gather(m_state.after, endsOf(deal), sign);
}

void RollupUpdate::gather(const DealFlows& flows, const Ends& ends, int sign)
{
    if (flows.isNothing())
        return;
    forEachGroup(m_chain, ends.supplier, ends.customer, [&](Group group, Side side) {
        flows.forEachSeries(side, [&](SeriesKey key, const Tally& tally) {
            if (tally.isZero())
                return;
            const auto [entry, isNew] = m_gathered.try_emplace({group, key});
            if (isNew)
                entry->second.flow.resize(m_state.calendar.quarters());
            entry->second.add(tally, sign);
        });
        if (side != Side::Internal)
            m_gatheredCounts[group].add(flows.counts(), sign);
    });
}

void RollupUpdate::commitGathered()
{
    for (const auto& [place, tally] : m_gathered)
        if (m_state.store.contains(place.first))
            commit(place.first, place.second, changeOf(tally, isStock(place.second.measure)));
    for (const auto& [group, counts] : m_gatheredCounts)
        if (m_state.store.contains(group))
            commit(group, counts);
    sortItems();
}

} // namespace ochain
