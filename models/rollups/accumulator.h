// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rollups/deal_flows.h"
#include "rollups/series_store.h"

#include <span>
#include <vector>

namespace ochain {

/// Adds up all series of one group before they are written to the store. Its memory is used again from group to group.
class Accumulator {
public:
    explicit Accumulator(Quarter quarters) : m_quarters(quarters) {}

    void clear() noexcept;
    /// A deal that crosses the group's border.
    void addCrossing(const DealFlows& deal, Side side);
    /// A deal of which both ends were added as crossing, the customer's from `inbound`: it lies inside.
    void turnInternal(const DealFlows& deal, Side inbound);
    /// @param isAtSite  what comes in there reaches a site, whatever it was to the other
    void add(const Accumulator& other, bool isAtSite = false);
    /// All that the store has of a group inside this one.
    /// @param isSite  the group is a site
    void add(const SeriesStore& store, Group group, bool isSite);

    /// The place of a series, for tally(); good until clear().
    [[nodiscard]] std::uint32_t place(SeriesKey key);
    [[nodiscard]] Tally& tally(std::uint32_t place) noexcept { return m_tallies[place]; }
    /// A deal whose amounts are added to its tallies one by one.
    void countDeal() noexcept { ++m_counts.deals; }

    [[nodiscard]] const DealCounts& counts() const noexcept { return m_counts; }
    /// The series that are not zero, by key; valid until the next change.
    [[nodiscard]] std::span<const SeriesStore::Draft> drafts();

private:
    struct Slot {
        SeriesKey key;
        std::uint32_t tally = 0;
    };
    Tally& open(SeriesKey key) { return m_tallies[place(key)]; }

    Quarter m_quarters;
    DealCounts m_counts;
    std::vector<Slot> m_slots;    ///< by key
    std::vector<Tally> m_tallies; ///< those past the slots are clear and wait
    std::vector<SeriesStore::Draft> m_drafts;
};

} // namespace ochain
