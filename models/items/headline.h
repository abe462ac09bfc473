// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "analyses/figure_cell.h"
#include "document/document.h"

namespace ochain {

/// The figure that says most about a group in the period looked at: capacity out of its own layer, else revenue, else
/// spend or capital, whichever comes first of those it has.
[[nodiscard]] FigureCell headlineOf(const Document& document, Group group);
/// The figure of a deal that says most about it in the period looked at: its money, else its capacity.
/// @param prefersCapacity  the other way round
[[nodiscard]] FigureCell headlineOf(const Document& document, DealId deal, bool prefersCapacity);

} // namespace ochain
