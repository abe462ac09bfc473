// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "figures/flow_figure.h"

#include <optional>
#include <vector>

namespace ochain {

/// What the rollups say of the group of a flow of money: nothing for a group that is not there and for overlaps alone,
/// which are no money that anybody could have left.
[[nodiscard]] std::optional<FlowBalance> balanceOf(const Chain& chain, const Rollups& rollups,
                                                   const FigureOptions& options);

/// Where a balance is tied to in a picture: places in FlowFigure::nodes with their parts of it.
struct BalanceTie {
    std::uint32_t node = 0;
    std::int64_t amount = 0;
};
/// Spreads the rest of a balance over those boxes of the group that have more on one side than on the other, the
/// largest difference first. Empty where they cannot carry all of it: then parts of the group stand in boxes with
/// others.
/// @param isOfGroup  by node: whether all in the box belongs to the group
[[nodiscard]] std::vector<BalanceTie> tiesOf(const FlowFigure& figure, const std::vector<bool>& isOfGroup);

/// "OpenAI Group PBC, of the deals in this chain: ≥ $150B comes in, ≥ $105B goes out; left over: $45.7B".
[[nodiscard]] QString balanceWords(const FlowBalance& balance, const QString& name);
/// The rest by itself, its size without the sign: "$45.7B (7+12)".
[[nodiscard]] QString restText(const FlowBalance& balance, HiddenStyle style);

} // namespace ochain
