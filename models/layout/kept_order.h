// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "flow_layout.h"
#include "layered.h"

#include <chrono>
#include <cstdint>
#include <optional>
#include <vector>

namespace ochain::layout {

/// The relative order that items have to keep: by column, top to bottom. What the previous layout shows stays as it
/// was, but where the user set an order: those nodes take, in that order, the places they had.
[[nodiscard]] Order keptOrder(const Layered& layered, const Options& options);

/// The order to draw: kept items as they are, the others where they cost least.
[[nodiscard]] Order findOrder(const Layered& layered, const Options& options,
                              std::optional<std::chrono::steady_clock::time_point> end);

} // namespace ochain::layout
