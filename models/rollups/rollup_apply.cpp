// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rollups/rollup_groups.h"
#include "rollups/rollup_touched.h"
#include "rollups/rollups.h"
#include "rollups/rollups_private.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

namespace ochain {

namespace {

/// Where a deal stands in the graph.
struct Ends {
    NodeId supplier, customer;
    bool operator==(const Ends&) const = default;
};

/// A change of one series of one group, with the quarters in which its figures move.
struct SeriesChange {
    const Tally* tally = nullptr;
    QuarterSpan span;
    bool isZero = true;
    bool isSeen = false; ///< in the figures of the series itself, not only in the backlog
};

} // namespace

/// Takes one edit into chain and rollups. Deals that the edit can touch are looked at before and after; what differs is
/// added to the groups they touch. A single deal that stays where it is (nearly every edit) goes the short way: one
/// difference, added to each group. Everything else first gathers the differences of all deals by group and series.
class Rollups::Applier {
public:
    Applier(Private& p, const Chain& chain) : m_p(p), m_chain(chain) {}

    tl::expected<Changed, Problems> run(Edit edit, const std::function<Problems(Edit&)>& change)
    {
        m_p.stats = {};
        Touched touched = findTouched(m_chain, m_p.lens, m_p.book, edit);
        if (!touched.everything)
            lookBefore(touched);
        Problems problems = change(edit);
        if (!problems.empty())
            return tl::unexpected<Problems>(std::move(problems));

        addInserted(m_chain, edit, touched);
        for (const std::string& series : touched.series)
            forget(series);
        const bool isElsewhere =
            m_chain.layers().size() != m_p.layers || (touched.mayMoveCalendar && m_chain.calendar() != m_p.calendar);
        m_changed.everything = touched.everything || isElsewhere;
        if (m_changed.everything) {
            recompute();
        } else {
            m_p.store.growTo(m_chain.tiers().slotCount(), m_chain.nodes().slotCount());
            lookAfter(touched);
            m_p.stats.dealsVisited = touched.deals.size();
            m_p.stats.seriesVisited = touched.series.size();
        }
        m_changed.rows = std::move(touched.rows);
        m_changed.edit = std::move(edit);
        return std::move(m_changed);
    }

private:
    using Gathered = std::map<std::pair<Group, SeriesKey>, Tally>;

    [[nodiscard]] Ends endsOf(DealId deal) const
    {
        return {m_chain.deals()[deal].supplier, m_chain.deals()[deal].customer};
    }

    void forget(const std::string& series)
    {
        m_p.book.forget(series);
        m_p.readersBook.forget(series);
    }

    void recompute()
    {
        Rollups all;
        const Lens lens = m_p.lens;
        m_p.store = SeriesStore(0, 0, 0); // first, as two would need twice the memory
        all.compute(m_chain, lens);
        Private& computed = *all.m_private;
        m_p.store = std::move(computed.store);
        m_p.calendar = computed.calendar;
        m_p.layers = computed.layers;
        m_p.stats = computed.stats;
        m_p.book.clear();
        m_p.readersBook.clear();
        m_p.before.reset(m_p.calendar);
        m_p.after.reset(m_p.calendar);
    }

    void lookBefore(const Touched& touched)
    {
        m_isSingle = touched.deals.size() <= 1 && !touched.movesGroups;
        if (m_isSingle && !touched.deals.empty()) {
            m_before = touched.deals.front();
            m_endsBefore = endsOf(m_before);
            prefetch();
            m_p.flowsOf(m_chain, m_before, m_p.before);
            prefetchSeries();
        } else if (!m_isSingle) {
            for (const DealId deal : touched.deals)
                gather(deal, -1);
        }
    }

    void lookAfter(const Touched& touched)
    {
        DealId after;
        bool isSingle = m_isSingle;
        for (const DealId deal : touched.deals) {
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
            gather(m_p.before, m_endsBefore, -1);
        for (const DealId deal : touched.deals)
            if (m_chain.deals().isAlive(deal))
                gather(deal, 1);
        commitGathered();
    }

    /// @return false if the deal was elsewhere before: then its two states touch different series
    bool lookAtSingle(DealId after)
    {
        const Ends ends = endsOf(after);
        m_p.flowsOf(m_chain, after, m_p.after);
        if (m_before.isSet()) {
            if (!(ends == m_endsBefore) || m_p.after.dealClass() != m_p.before.dealClass() ||
                m_p.after.layer() != m_p.before.layer())
                return false;
            m_p.after.subtract(m_p.before);
        }
        commit(m_p.after, ends);
        return true;
    }

    void commitErased()
    {
        m_p.after = m_p.before; // taken out twice leaves it taken out once
        m_p.after.subtract(m_p.before);
        m_p.after.subtract(m_p.before);
        commit(m_p.after, m_endsBefore);
    }

    // --- the short way ---

    void prefetch() const
    {
        forEachGroup(m_chain, m_endsBefore.supplier, m_endsBefore.customer,
                     [this](Group group, Side) { m_p.store.prefetch(group); });
    }
    void prefetchSeries() const
    {
        forEachGroup(m_chain, m_endsBefore.supplier, m_endsBefore.customer,
                     [this](Group group, Side) { m_p.store.prefetchSeries(group); });
    }

    [[nodiscard]] SeriesChange changeOf(const Tally& tally, bool isStock) const
    {
        SeriesChange change{&tally, {}, tally.isZero(), false};
        if (change.isZero)
            return change;
        change.span = isStock ? stockSpan(tally.flow, m_p.calendar.quarters()) : tally.flow.trimmed();
        change.span.include(tally.hidden.span(m_p.calendar.quarters()));
        change.isSeen =
            !tally.flow.isZero() || tally.hidden.total() != 0 || tally.hidden.undated() != 0 || !change.span.isEmpty();
        return change;
    }

    void commit(const DealFlows& difference, const Ends& ends)
    {
        if (difference.isNothing())
            return;
        m_changed.items.reserve(32);
        const SeriesChange money = changeOf(difference.money(), false);
        const SeriesChange capacity = changeOf(difference.capacity(), true);
        forEachGroup(m_chain, ends.supplier, ends.customer, [&](Group group, Side side) {
            difference.forEachSeries(side, [&](SeriesKey key, const Tally&) {
                commit(group, key, isCapacity(key.measure) ? capacity : money);
            });
            if (side != Side::Internal)
                commit(group, difference.counts());
        });
        sortItems();
    }

    void commit(Group group, SeriesKey key, const SeriesChange& change)
    {
        if (change.isZero)
            return;
        const std::int64_t before = m_p.store.add(group, key, *change.tally);
        if (change.isSeen || key.measure == Measure::Revenue) // the backlog is told with the revenue
            m_changed.items.push_back({group, key.measure, key.layer, before, before + change.tally->flow.total,
                                       change.span.first, change.span.last});
        ++m_p.stats.figuresMoved;
    }

    void commit(Group group, const DealCounts& counts)
    {
        if (counts == DealCounts{})
            return;
        const std::int64_t before = m_p.store.counts(group).deals;
        m_p.store.addCounts(group, counts);
        m_changed.items.push_back({group, Measure::Deals, kNoLayer, before, before + counts.deals, 0, -1});
    }

    void sortItems()
    {
        std::sort(m_changed.items.begin(), m_changed.items.end(), [](const Changed::Item& a, const Changed::Item& b) {
            return std::tie(a.group, a.measure, a.layer) < std::tie(b.group, b.measure, b.layer);
        });
    }

    // --- the long way ---

    void gather(DealId deal, int sign)
    {
        m_p.flowsOf(m_chain, deal, m_p.after);
        gather(m_p.after, endsOf(deal), sign);
    }

    void gather(const DealFlows& flows, const Ends& ends, int sign)
    {
        if (flows.isNothing())
            return;
        forEachGroup(m_chain, ends.supplier, ends.customer, [&](Group group, Side side) {
            flows.forEachSeries(side, [&](SeriesKey key, const Tally& tally) {
                if (tally.isZero())
                    return;
                const auto [entry, isNew] = m_gathered.try_emplace({group, key});
                if (isNew)
                    entry->second.flow.resize(m_p.calendar.quarters());
                entry->second.add(tally, sign);
            });
            if (side != Side::Internal)
                m_gatheredCounts[group].add(flows.counts(), sign);
        });
    }

    void commitGathered()
    {
        for (const auto& [place, tally] : m_gathered)
            if (m_p.store.contains(place.first))
                commit(place.first, place.second, changeOf(tally, isCapacity(place.second.measure)));
        for (const auto& [group, counts] : m_gatheredCounts)
            if (m_p.store.contains(group))
                commit(group, counts);
        sortItems();
    }

    Private& m_p;
    const Chain& m_chain;
    Changed m_changed;
    bool m_isSingle = false;
    DealId m_before; ///< of the short way: the deal as it was
    Ends m_endsBefore;
    Gathered m_gathered;
    std::map<Group, DealCounts> m_gatheredCounts;
};

tl::expected<Changed, Problems> Rollups::apply(Chain& chain, Edit edit)
{
    return follow(chain, std::move(edit), [&chain](Edit& now) { return chain.apply(now); });
}

tl::expected<Changed, Problems> Rollups::follow(const Chain& chain, Edit edit,
                                                const std::function<Problems(Edit&)>& change)
{
    return Applier(*m_private, chain).run(std::move(edit), change);
}

} // namespace ochain
