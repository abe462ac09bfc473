// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/error.h"
#include "figures/capacity_figure.h"
#include "figures/chart_head.h"
#include "figures/compared_figure.h"
#include "figures/figure_options.h"
#include "figures/flow_figure.h"
#include "figures/money_figure.h"
#include "figures/tree_figure.h"

#include <string>
#include <variant>

namespace ochain {

/// What any of the charts shows.
using ChartFigure = std::variant<FlowFigure, CapacityFigure, MoneyFigure, ComparedFigure, TreeFigure>;
[[nodiscard]] const ChartHead& headOf(const ChartFigure& figure) noexcept;

/// By the name on the command line: flow, capacity, money. NotFound names the views there are; Cancelled where the
/// options say so. May run on another thread while nobody touches chain and rollups.
[[nodiscard]] Result<ChartFigure> buildFigure(const std::string& view, const Chain& chain, const Rollups& rollups,
                                              const FigureOptions& options);
/// The same under two lenses in one chart, by what they differ. Errors likewise.
/// @param periodAgainst  the period of the other lens, which stands against that of the options
[[nodiscard]] Result<ChartFigure> buildComparedFigure(const std::string& view, const ComparedSides& sides,
                                                      const FigureOptions& options, Period periodAgainst);

} // namespace ochain
