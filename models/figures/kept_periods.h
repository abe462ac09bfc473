// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "figures/capacity_figure.h"
#include "figures/money_figure.h"

namespace ochain {

/// Leaves only the periods of the places [first, end); everything that goes by period goes with them.
void keepPlaces(CapacityFigure& figure, std::size_t first, std::size_t end);
void keepPlaces(MoneyFigure& figure, std::size_t first, std::size_t end);

/// Leaves only the periods from options.from to options.to, in part or whole; all of them if none would be left.
void keepPeriods(CapacityFigure& figure, const FigureOptions& options);
void keepPeriods(MoneyFigure& figure, const FigureOptions& options);

} // namespace ochain
