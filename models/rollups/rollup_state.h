// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/progress.h"
#include "rollups/changed.h"
#include "rollups/deal_flows.h"
#include "rollups/series_store.h"
#include "schedule/formula_book.h"
#include "schedule/schedule.h"

#include <mutex>

namespace ochain {

/// What the rollups hold: the series of all groups, and what schedules are computed with.
struct RollupState {
    RollupState() = default;
    /// What was computed is shared; parsed formulas and memory for edits are its own.
    RollupState(const RollupState& other);
    RollupState& operator=(const RollupState&) = delete;
    RollupState(RollupState&&) = delete;
    RollupState& operator=(RollupState&&) = delete;
    ~RollupState() = default;

    Lens lens;
    Calendar calendar;
    std::uint32_t layers = 0; ///< how many the chain had
    RollupStats stats;
    SeriesStore store{0, 0, 0};
    FormulaBook book;
    mutable FormulaBook readersBook; ///< for figures of single deals, which many threads may read
    mutable std::mutex readingBook;  ///< formulas are evaluated in place

    // memory used again by every edit
    Schedule schedule;
    DealFlows before;
    DealFlows after;

    /// Computes everything; see Rollups::compute().
    bool compute(const Chain& chain, const Lens& newLens, const Progress& progress);
    /// What one deal adds.
    void flowsOf(const Chain& chain, DealId deal, DealFlows& out)
    {
        Scheduler(chain, lens, calendar, book).schedule(deal, schedule);
        out.compute(schedule, calendar);
    }
};

} // namespace ochain
