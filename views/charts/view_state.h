// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/chain.h"
#include "figures/figure_options.h"

#include <QString>

#include <optional>

namespace ochain {

/// What a view of a chart remembers: mode, layer, group, grouping, what is expanded, orders, years.
struct ViewState {
    FigureOptions options;
    std::optional<bool> isPinned; ///< of a view with a pin
};

/// One line of JSON.
[[nodiscard]] QString textOf(const ViewState& state);
/// Reads such a line, or what a picture tells of its view; what it does not say, or what the chain does not have, is as
/// in `otherwise`. Nothing if it is no such line.
[[nodiscard]] std::optional<ViewState> stateIn(const QString& text, const Chain& chain, const FigureOptions& otherwise);

} // namespace ochain
