// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "items/deal_sieve.h"
#include "items/keyed_rows.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace ochain {

/// All deals of a table in the order that was asked for, and which of them are shown.
struct DealArrangement {
    static constexpr int kHidden = -1;  ///< the filter leaves it out
    static constexpr int kUnknown = -2; ///< no deal of the table

    DealsWanted wanted; ///< by which it was made
    /// By deal: what it is sorted by, turned round for the descending order so that absent values come last in either;
    /// empty in the order of entry.
    std::vector<std::int64_t> keys;
    std::vector<std::uint32_t> all;   ///< deals by key, equals in the order of entry
    std::vector<std::uint32_t> shown; ///< those that are shown, in that order
    std::vector<int> places;          ///< by deal: its place among those shown, kHidden or kUnknown
    std::optional<DealSieve> sieve;   ///< that chose them

    /// The place of a deal, kHidden or kUnknown.
    [[nodiscard]] int placeOf(std::uint32_t deal) const noexcept
    {
        return deal < places.size() ? places[deal] : kUnknown;
    }
    /// Places anew from one on. @param end  behind the last; those from there on are as they were
    void renumber(std::size_t from, std::size_t end);
};

/// A key that sorts upwards as deals do under an order.
[[nodiscard]] constexpr std::int64_t directed(std::int64_t key, Qt::SortOrder order) noexcept
{
    return order == Qt::AscendingOrder || key == kAbsentKey ? key : ~key;
}

/// Arranges the deals of a model as wanted: what was sorted so already is only filtered. Reads the chain; on any thread
/// while the document is not touched.
/// @param now   as they are arranged
/// @param areKeysStale  what they are sorted by may be something else by now
/// @return nothing if it gave up
[[nodiscard]] std::optional<DealArrangement> arranged(const DealsWanted& wanted, const DealArrangement& now,
                                                      bool areKeysStale, const DealsModel& model, DealKeys& keys,
                                                      const GoesOn& goesOn);

} // namespace ochain
