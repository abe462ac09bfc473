// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "analyses/figure_cell.h"
#include "analyses/part.h"
#include "chain/progress.h"
#include "rollups/measure.h"
#include "schedule/lens.h"

#include <optional>
#include <vector>

namespace ochain {

/// What a figure is looked at through: a chain, with its scenario if any, a lens and a cell of it.
struct FigureView {
    const Chain& chain;
    Lens lens;
    FigureCell cell;
};

/// Why a figure is another than it was (data/README.md, section 7).
struct FigureDifference {
    Figure value, against;
    /// One for each setting that was switched and moved the figure, in the order in which they are: within each deals,
    /// largest first, of derived measures by measure, and of each deal its pieces, or the series of its formula. On
    /// every level the lines add up to what they tell apart, the first to value - against.
    std::vector<Part> parts;
};

/// Tells a difference apart, of two chains that may be one and two cells of the same measure, whose group, layer or
/// deal is the same in both. Rows are the same if they have one key.
/// @param progress  as for explain()
[[nodiscard]] std::optional<FigureDifference> explainDifference(const FigureView& value, const FigureView& against,
                                                                const Progress& progress = {});

/// The same cell in another chain, by the keys of its group, layer or deal; nothing where that has them not.
[[nodiscard]] std::optional<FigureCell> sameCell(const Chain& other, const Chain& chain, const FigureCell& cell);

} // namespace ochain
