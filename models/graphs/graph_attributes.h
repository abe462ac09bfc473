// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "graphs/graph.h"

#include <optional>
#include <string_view>

namespace ochain {

/// A text without blanks around it, each run of blanks within it one: names in files may be broken into lines.
[[nodiscard]] std::string oneLineOf(std::string_view text);

// Columns and attributes of the three formats, by their names in any case. What the graph does not know is noted as
// untaken.

/// Gives a node what an attribute says of it: label, name, tier, group, kind.
void takeAttribute(Graph& graph, GraphNode& node, std::string_view name, std::string_view text);
/// Gives an edge what an attribute says of it: id, label, weight, value, type, fields of deals.
/// @return what is wrong with it
[[nodiscard]] std::optional<Sentence> takeAttribute(Graph& graph, GraphEdge& edge, std::string_view name,
                                                    std::string_view text);
/// Notes an attribute that is nothing to a chain.
void leaveAttribute(Graph& graph, std::string_view name);

} // namespace ochain
