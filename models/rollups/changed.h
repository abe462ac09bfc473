// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/calendar.h"
#include "chain/edit.h"
#include "chain/group.h"
#include "chain/ids.h"
#include "rollups/measure.h"

#include <cstdint>
#include <vector>

namespace ochain {

/// What one edit moved. Deltas are of totals; `first` to `last` are the quarters in which a figure changed (first >
/// last: none, only the total or unscheduled).
struct Changed {
    struct Item {
        Group group;
        Measure measure = Measure::Revenue; ///< a stored one: Revenue, Spend, CapitalIn, CapitalOut, CapacityIn,
                                            ///< CapacityOut, InternalTrade, InternalCapital, GuaranteedOut,
                                            ///< GuaranteedIn, Deals; Binding, which has no totals, where capacity
                                            ///< reached a site or left it
        LayerNumber layer;                  ///< of capacities
        std::int64_t totalBefore = 0;
        std::int64_t totalAfter = 0;
        Quarter first = 0;
        Quarter last = -1;
    };
    std::vector<Item> items;  ///< by group, measure, layer; only what changed (a count of undisclosed deals too)
    std::vector<RowRef> rows; ///< rows inserted, changed or erased by the edit
    /// Deals that may count otherwise than before, by id, each once. Those that are gone are among them (the id is dead
    /// then) and those that came (the id may be that of one gone by an earlier edit), so that whoever keeps something
    /// of each deal looks at these again and at no others.
    std::vector<DealId> deals;
    bool everything = false; ///< calendar, weights, kinds, tiers or parents moved: all figures and deals may have,
                             ///< `items` and `deals` name but some
    bool movesNodes = false; ///< nodes came to lie in other groups
    Edit edit;               ///< what was applied
};

/// How much work the last apply() was.
struct RollupStats {
    std::uint64_t dealsVisited = 0;  ///< scheduled anew
    std::uint64_t seriesVisited = 0; ///< metric series that may read differently
    std::uint64_t figuresMoved = 0;  ///< a measure of a group, for capacities of one layer, that was added to
    bool wasFull = false;            ///< everything was computed anew
};

} // namespace ochain
