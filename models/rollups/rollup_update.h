// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/chain.h"
#include "chain/group.h"
#include "rollups/changed.h"
#include "rollups/rollup_state.h"
#include "rollups/touched.h"

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace ochain {

/// Leads rollups over one edit of their chain. Deals that the edit can touch are looked at before and after; what
/// differs is added to the groups they touch. A single deal that stays where it is (nearly every edit) goes the short
/// way: one difference, added to each group. Everything else first gathers the differences of all deals by group and
/// series.
class RollupUpdate {
public:
    /// Both must outlive it; they belong together.
    RollupUpdate(RollupState& state, Chain& chain) : m_state(state), m_chain(chain) {}

    /// Once.
    /// @return what moved, or what refuses the edit: then nothing has changed
    [[nodiscard]] tl::expected<Changed, Problems> run(Edit edit);

private:
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

    [[nodiscard]] Ends endsOf(DealId deal) const;
    void forget(const std::string& series);
    void lookBefore(const std::vector<DealId>& deals, bool mayBeSingle);
    void lookAfter(const std::vector<DealId>& deals);

    // the short way
    bool lookAtSingle(DealId after);
    void commitErased();
    void prefetch() const;
    void prefetchSeries() const;
    [[nodiscard]] SeriesChange changeOf(const Tally& tally, bool isStock) const;
    void commit(const DealFlows& difference, const Ends& ends);
    void commit(Group group, SeriesKey key, const SeriesChange& change);
    void commit(Group group, const DealCounts& counts);
    void sortItems();

    // the long way
    void gather(DealId deal, int sign);
    void gather(const DealFlows& flows, const Ends& ends, int sign);
    void commitGathered();

    RollupState& m_state;
    Chain& m_chain;
    Changed m_changed;
    bool m_isSingle = false;
    DealId m_before; ///< of the short way: the deal as it was
    Ends m_endsBefore;
    std::map<std::pair<Group, SeriesKey>, Tally> m_gathered;
    std::map<Group, DealCounts> m_gatheredCounts;
};

} // namespace ochain
