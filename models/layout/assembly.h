// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "before.h"
#include "flow_layout.h"
#include "layered.h"
#include "pins.h"

namespace ochain::layout {

/// Makes a layout from an order: heights, places, ends of the links at their nodes, loops. Its quality is left open.
/// @param before null: there is no layout before
[[nodiscard]] Layout assemble(const Graph& graph, const Layered& layered, const Order& order, const Options& options,
                              const Before* before, const Pins& pins);

} // namespace ochain::layout
