// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "analyses/figure_cell.h"
#include "figures/chart_parts.h"

#include <optional>

namespace ochain {

/// Which figure a mark of a chart stands for, to be explained: of a bar its measure in its period, of an area the
/// capacity of its layer, of a box the largest of what its company or tier pays and gets, of a ribbon that of its deal.
/// Nothing of a mark that is no one figure: a ribbon of several deals, one of the customers beside the money.
/// @param options  that the figure was built with
[[nodiscard]] std::optional<FigureCell> cellOf(const ChartPart& part, const ChartFigure& figure, const Chain& chain,
                                               const Rollups& rollups, const FigureOptions& options);

} // namespace ochain
