// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "layout/flow_layout.h"

#include <cstdint>
#include <string>
#include <vector>

namespace ochain::test {

struct Range {
    double least = 0;
    double most = 0;
};

/// Weighted crossings, read off the placed heights alone, pair by pair: naive on purpose. Where two links end so close
/// together that rounding decides which is above, the pair may count or not.
[[nodiscard]] Range crossingsAsDrawn(const layout::Layout& layout);

/// Least weighted crossings over all orders of all columns, found by trying them (only for a handful of nodes and links
/// that pass no column).
[[nodiscard]] double leastCrossings(const layout::Graph& graph);

/// Everything that has to hold for any layout of a graph. @return what does not, one sentence each
[[nodiscard]] std::vector<std::string> flaws(const layout::Graph& graph, const layout::Layout& layout);

/// Nodes of each column, top to bottom.
[[nodiscard]] std::vector<std::vector<std::uint32_t>> nodeOrder(const layout::Layout& layout);

} // namespace ochain::test
