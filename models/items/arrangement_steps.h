// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "items/deal_arrangement.h"

#include <cstddef>
#include <optional>
#include <utility>
#include <vector>

namespace ochain {

/// What has to go and come that one arrangement of deals becomes another one in which those that stay keep their order.
struct ArrangementSteps {
    std::vector<std::pair<int, int>> gone; ///< first and last place of stretches before
    std::vector<std::pair<int, int>> come; ///< the same after
};

/// @param mostStretches  nothing if there are more
/// @return nothing either if rows have to move
[[nodiscard]] std::optional<ArrangementSteps> stepsBetween(const DealArrangement& before, const DealArrangement& after,
                                                           std::size_t mostStretches);

} // namespace ochain
