// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "figures/flow_figure.h"

#include <string>
#include <vector>

namespace ochain {

/// What flows through a part of a flow figure, up and down. A ratio, not a rollup: nothing is computed on from it.
struct FlowTrace {
    std::vector<double>
        nodes; ///< 0 to 1, by FlowFigure::nodes: of all that passes the box, what flows through the seeds
    std::vector<double> links;      ///< 0 to 1, by FlowFigure::links
    std::vector<bool> reachedNodes; ///< also those that only flows without an amount lead to
    std::vector<bool> reachedLinks;
    bool isEmpty = true; ///< nothing in the figure is a seed
};

/// Follows what flows through seeds, each box passing on of every flow the same share: what reaches a box ÷ max(what
/// comes in, what goes out), so that a box never passes on more than it got (models/figures/README.md, Trace).
/// Cycles converge, as no share is above 1; the greatest change left is below 1e-9, or 500 rounds have been made.
/// @param seeds  ids of nodes and links, and dealSeed() of a deal, which has its share in every ribbon it is in; those
///               that are not in the figure are passed over
[[nodiscard]] FlowTrace traceFlow(const FlowFigure& figure, const std::vector<std::string>& seeds);

/// "deal:42": a deal as a seed, by its row.
[[nodiscard]] std::string dealSeed(DealId deal);

} // namespace ochain
