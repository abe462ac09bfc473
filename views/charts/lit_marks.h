// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/chain.h"
#include "figures/chart_figure.h"

#include <string>
#include <vector>

namespace ochain {

/// Ids of what a selected node, tier or deal lights in a figure; none if the figure has nothing of it, as money never
/// has: its marks are measures, of which a company or a deal is only a part.
[[nodiscard]] std::vector<std::string> litBy(const ChartFigure& figure, const Chain& chain, RowRef row);

} // namespace ochain
