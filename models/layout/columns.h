// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "flow_layout.h"

#include <cstdint>
#include <vector>

namespace ochain::layout {

/// For each link whether it is turned so that the rest has no cycle: the turned ones have the least total value there
/// is in strongly connected parts of up to 16 nodes, and little in larger ones. Self-links are always turned.
[[nodiscard]] std::vector<bool> feedbackLinks(const Graph& graph);

/// A column for each node: the given one, else the longest path from the left over the links that are not feedback.
[[nodiscard]] std::vector<std::uint32_t> findColumns(const Graph& graph);

} // namespace ochain::layout
