// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "flow_layout.h"
#include "json_fields.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <tl/expected.hpp>

namespace ochain::layout {

/// A graph read from text, with the ids that have to go back.
struct NamedGraph {
    Graph graph;
    Json nodes; ///< as read, for the ids to go back
    Json links;
    Ids ids;
};

/// A layout read back, with where the nodes of a new graph are in it.
struct PreviousLayout {
    Layout layout;
    std::vector<std::optional<std::uint32_t>> node;
};

/// Both take hostile text. @return one sentence of what is wrong and where
[[nodiscard]] tl::expected<NamedGraph, std::string> readGraph(std::string_view text);
[[nodiscard]] tl::expected<PreviousLayout, std::string> readPrevious(std::string_view text, const NamedGraph& graph);

} // namespace ochain::layout
