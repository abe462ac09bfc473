// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "before.h"
#include "flow_layout.h"
#include "layered.h"

namespace ochain::layout {

/// Chooses for each backward link whether it runs above or below the boxes (Loop::above of @p layout): where it crosses
/// less, by value, of the links that pass its ends and of the other loops. Depends on the order alone, so that ends can
/// be stacked before anything is placed. Loops that were there before keep their side.
void chooseLoopSides(const Graph& graph, const Layered& layered, const Order& order, const Before* before,
                     Layout& layout);

} // namespace ochain::layout
