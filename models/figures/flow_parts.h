// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "figures/evidence.h"
#include "figures/figure_options.h"
#include "figures/flow_boxes.h"

#include <map>

namespace ochain {

/// One deal between two boxes; left is who supplies or is paid.
struct FlowPart {
    DealAmount deal;
    std::uint32_t left = 0;
    std::uint32_t right = 0;
    std::int64_t assumed = 0;
    bool isCapital = false;
    bool isWithin = false; ///< passed on inside a company
    /// A promise to pay if another does not: no amount moves, and `promised` is what stands.
    bool isGuarantee = false;
    std::int64_t promised = 0;
};

/// Deals whose two ends lie in one box: they have no ribbon.
struct InsideBox {
    std::int64_t amount = 0; ///< cents or kW
    std::size_t deals = 0;
    std::size_t undisclosed = 0;
};

/// What the deals of a chain bring into a flow.
struct FlowParts {
    std::vector<FlowPart> parts;
    std::map<std::uint32_t, InsideBox> inside; ///< by box
    std::size_t undisclosed = 0;               ///< deals without amount that would be in the picture
    std::size_t undated = 0;                   ///< deals whose amount is in no period
    std::int64_t undatedAmount = 0;
    std::size_t later = 0; ///< deals that have an amount after the horizon
    std::int64_t laterAmount = 0;
};

/// Sorts the deals into boxes: a part for each that moves something under the lens in the period; what a company's
/// products earn is passed on to the company, where that stands further left and did not pay itself; boxes too small to
/// be seen are gathered.
/// @param layer  of FlowMode::Capacity
[[nodiscard]] FlowParts collectFlow(const Chain& chain, const Rollups& rollups, const FigureOptions& options,
                                    FlowBoxes& boxes, LayerNumber layer);

} // namespace ochain
