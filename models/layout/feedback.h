// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "flow_layout.h"

#include <vector>

namespace ochain::layout {

/// The links to turn so that no cycle is left, by index: in each strongly connected part those that run against a line
/// of its nodes with as little value against it as found; exactly the least for parts of up to 16 nodes, unless there
/// are dozens of them. Links of a node to itself are turned. Never recurses.
[[nodiscard]] std::vector<bool> feedbackLinks(const Graph& graph);

} // namespace ochain::layout
