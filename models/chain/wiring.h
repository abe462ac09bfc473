// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/chain.h"

namespace ochain {

/// Keeps lists, sums, counts and key indexes of a chain in step with its rows: whoever changes a row takes it out with
/// unlink() before and puts it back with link() after. For the files of this room.
class Wiring {
public:
    /// Puts a live row into the lists, sums and counts it belongs to (not into the key index).
    static void link(Chain& chain, RowRef ref);
    static void unlink(Chain& chain, RowRef ref);
    static void addToIndex(Chain& chain, RowRef ref);
    static void removeFromIndex(Chain& chain, RowRef ref);
    /// Gives a row without a key field its joined key (see Chain::key).
    static void joinKey(Chain& chain, RowRef ref);
    /// Changes a key and the joined keys of all rows that name it.
    static void rename(Chain& chain, RowRef ref, Text key);
    /// The series with this name, made if it is new.
    [[nodiscard]] static SeriesId internSeries(Chain& chain, std::string_view name);
    /// Tier order, layers and the layer of each tier anew; after any change of tiers.
    static void refreshTiers(Chain& chain);
    /// Status roles and the counts of years anew; after a change of kinds or statuses, and once after loading.
    static void recount(Chain& chain);
    /// No year has a date; before dates are counted.
    static void clearYears(Chain& chain);
    /// A row's own role by its key.
    [[nodiscard]] static StatusRole roleOf(std::string_view statusKey) noexcept;

private:
    static void linkDeal(Chain& chain, DealId id);
    static void unlinkDeal(Chain& chain, DealId id);
    static void linkTranche(Chain& chain, TrancheId id);
    static void unlinkTranche(Chain& chain, TrancheId id);
    static void linkMetric(Chain& chain, MetricId id);
    static void unlinkMetric(Chain& chain, MetricId id);
    static void linkClaim(Chain& chain, ClaimId id);
    static void unlinkClaim(Chain& chain, ClaimId id);
    static bool* claimMarkOf(Chain& chain, RowRef of);
    static bool hasOtherClaims(const Chain& chain, RowRef of);
    static void countDeal(Chain& chain, DealId id, int by);
    static void countTranche(Chain& chain, const Tranche& tranche, int by);
    static void countYear(std::vector<std::uint32_t>& counts, Date date, int by);
    static void countDates(Chain& chain, Date starts, Date ends, int by);
    static bool isCounted(const Chain& chain, const Deal& deal) noexcept;
};

} // namespace ochain
