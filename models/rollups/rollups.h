// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/calendar.h"
#include "chain/chain.h"
#include "chain/group.h"
#include "chain/progress.h"
#include "rollups/bound.h"
#include "rollups/changed.h"
#include "rollups/measure.h"
#include "schedule/lens.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace ochain {

struct RollupState;
struct Schedule;
struct Touched;

/// Amount of one deal by itself under the lens (measures "money" and "capacity" of --by deal).
struct DealFigures {
    bool counts = false; ///< under the lens at all
    bool hasMoney = false;
    bool hasCapacity = false;
    LayerNumber layer; ///< of the supplier
};

/// Every rollup of a chain under one lens, kept up to date edit by edit. Exact integers: after any edits each figure
/// equals that of a computation from scratch. A value: a copy is a snapshot, which may be read, edited and dropped on
/// another thread while the original goes on. Reading one is const and thread-safe while nothing is applied to that
/// one. RollupBuilder computes, RollupUpdate takes edits in, GroupFigures and DealReader read.
class Rollups {
public:
    Rollups();
    ~Rollups();
    /// A snapshot: shares what neither has changed since, so that it costs next to nothing.
    Rollups(const Rollups& other);
    Rollups& operator=(const Rollups& other);
    Rollups(Rollups&&) noexcept;
    Rollups& operator=(Rollups&&) noexcept;

    /// Computes everything. `progress` (may be empty) is called now and then with the share done (0 to 1); false from
    /// it cancels: compute() returns false and the rollups stay as they were.
    bool compute(const Chain& chain, const Lens& lens, const Progress& progress = {});
    /// Applies an edit to the chain and to the rollups, or says why not and changes neither.
    [[nodiscard]] tl::expected<Changed, Problems> apply(Chain& chain, Edit edit);
    /// What an edit that is not applied yet can move.
    [[nodiscard]] Touched touchedBy(const Chain& chain, const Edit& edit) const;

    [[nodiscard]] const Lens& lens() const noexcept;
    [[nodiscard]] const Calendar& calendar() const noexcept;
    [[nodiscard]] const RollupStats& lastStats() const noexcept;

    // --- figures of groups ---
    /// One figure; 0 where a measure does not exist for a period (gap, funding, backlog of Total). Binding: its
    /// kilowatts.
    /// @param layer  of CapacityIn and CapacityOut; else ignored
    [[nodiscard]] Figure figure(Group group, Measure measure, LayerNumber layer, Period period) const;
    /// The same for all quarters (kind Quarter) or years (kind Year) of the calendar at once, cheaper than one by one.
    [[nodiscard]] std::vector<Figure> figures(Group group, Measure measure, LayerNumber layer,
                                              PeriodKind granularity) const;
    /// The layer that binds; nothing if no layer stands.
    [[nodiscard]] std::optional<BindingFigure> binding(Group group, Period period) const;
    /// Which way the deals without an amount could move a figure. Of a sum all raise it. Of net, gap and funding they
    /// stand on the side that comes in or on the one that goes out, of funding all that meet the calendar up to the
    /// period's end. Of binding those of its layer raise it, those of layers in which nothing stands could come to bind
    /// below it. Counts hide nothing.
    [[nodiscard]] Hidden hidden(Group group, Measure measure, LayerNumber layer, Period period) const;
    /// Whether anything at all is kept for that measure and layer of the group: if not, all its figures are zero and
    /// hide nothing.
    [[nodiscard]] bool has(Group group, Measure measure, LayerNumber layer) const;

    // --- figures of deals ---
    /// Computes a deal's schedule into `out` (its memory is used again).
    void schedule(const Chain& chain, DealId deal, Schedule& out) const;
    [[nodiscard]] DealFigures deal(const Chain& chain, DealId deal) const;
    /// DealFigures::counts alone, which needs no schedule under most lenses.
    [[nodiscard]] bool counts(const Chain& chain, DealId deal) const;
    [[nodiscard]] Figure dealMoney(const Chain& chain, DealId deal, Period period) const;    ///< cents under the lens
    [[nodiscard]] Figure dealCapacity(const Chain& chain, DealId deal, Period period) const; ///< kW at the period's end
    /// All quarters or years at once.
    [[nodiscard]] std::vector<Figure> dealMoney(const Chain& chain, DealId deal, PeriodKind granularity) const;
    [[nodiscard]] std::vector<Figure> dealCapacity(const Chain& chain, DealId deal, PeriodKind granularity) const;

    /// Bytes held, for benchmarks.
    [[nodiscard]] std::size_t memory() const noexcept;

private:
    std::unique_ptr<RollupState> m_state;
};

} // namespace ochain
