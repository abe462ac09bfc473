// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "flow_layout.h"

#include <cstdint>
#include <vector>

namespace ochain::layout {

/// A column for each node: the given one, else the longest path from the left over the links that are not feedback.
[[nodiscard]] std::vector<std::uint32_t> findColumns(const Graph& graph);

} // namespace ochain::layout
