// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "before.h"
#include "flow_layout.h"
#include "layered.h"
#include "pins.h"

#include <chrono>
#include <optional>

namespace ochain::layout {

struct FoundOrder {
    Order order;
    double bound = 0; ///< no order has fewer weighted crossings
};

/// The order to draw. With a layout before what remains stays in its order (unless that is only where to start from)
/// and what is new goes where it costs least. An order set by the user overrides that: those nodes take, in that order,
/// the places they had. Pinned nodes stand where they are held. @param before null: there is no layout before
[[nodiscard]] FoundOrder findOrder(const Layered& layered, const Options& options, const Before* before,
                                   const Pins& pins, std::optional<std::chrono::steady_clock::time_point> end);

} // namespace ochain::layout
