// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "analyses/figure_cell.h"
#include "chain/chain.h"
#include "rollups/period_figure.h"
#include "rollups/tally.h"

#include <vector>

namespace ochain {

/// How one of the series that a cell is made of is read, of a group or of a deal alone.
struct CellReading {
    Measure series = Measure::Revenue; ///< a stored one, or a count
    Measure as = Measure::Revenue;     ///< the measure whose way it is read: Funding adds up, Backlog looks ahead
    LayerNumber layer;                 ///< of capacities
    int sign = 1;                      ///< in the cell
    PeriodKind kind = PeriodKind::Total;
    QuarterSpan span;

    /// Its figure of what a tally holds, before the sign. Not of counts.
    [[nodiscard]] Figure of(const Tally& tally) const;
};

/// The readings of a cell; none where a measure does not exist for a period, or the calendar does not have it. Of
/// binding one for each layer.
[[nodiscard]] std::vector<CellReading> readingsOf(const Chain& chain, const Calendar& calendar, const FigureCell& cell);

} // namespace ochain
