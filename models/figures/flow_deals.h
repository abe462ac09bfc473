// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "figures/figure_options.h"
#include "rollups/rollups.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace ochain {

/// A deal of which something is to be drawn: it moves something in the period, or may.
struct FlowDeal {
    DealId deal;
    Figure figure;            ///< cents or kW under the lens in the period
    std::int64_t assumed = 0; ///< of it
};

/// What the deals of a chain give to a flow, in the order of their ids, and what of them lies in no period.
struct FlowDeals {
    std::vector<FlowDeal> moving;
    std::size_t undated = 0; ///< deals whose amount is in no period
    std::int64_t undatedAmount = 0;
    std::size_t later = 0; ///< deals that have an amount after the horizon
    std::int64_t laterAmount = 0;
};

/// Reads every deal once; of a large chain in two halves at the same time, which takes most of the time that a flow
/// takes. Incomplete if the options were cancelled.
/// @param layer  of FlowMode::Capacity
[[nodiscard]] FlowDeals flowDealsOf(const Chain& chain, const Rollups& rollups, const FigureOptions& options,
                                    LayerNumber layer);

} // namespace ochain
