// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "figures/compared_figure.h"
#include "figures/figure_options.h"
#include "figures/flow_figure.h"

namespace ochain {

/// The flow under two lenses as one: every box and ribbon that either has, a ribbon as wide as the larger of its two
/// amounts, with what it has more or less. The same boxes stand apart under both.
/// @param periodAgainst  of the other lens
[[nodiscard]] FlowFigure buildComparedFlow(const ComparedSides& sides, const FigureOptions& options,
                                           Period periodAgainst);

} // namespace ochain
