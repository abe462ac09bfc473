// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/chain.h"
#include "chain/error.h"
#include "graphs/graph.h"
#include "graphs/graph_words.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace ochain {

enum class GraphFormat : std::uint8_t {
    EdgeList, ///< CSV of Gephi
    GraphMl,
    Json, ///< of d3
};

inline constexpr std::size_t kMaxGraphBytes = 64'000'000; ///< of GraphML and JSON, which are held whole
inline constexpr std::size_t kMaxEdgeListBytes = 1'000'000'000;

/// The format of a graph by the ending of its file, whatever its case: .graphml, .json, .csv. A CSV that is named as a
/// table is that table, and no graph.
[[nodiscard]] std::optional<GraphFormat> graphFormatOf(const std::filesystem::path& file);
/// Reads a file; what is wrong within it is in the reading. Errors: it is not there, no plain file, too large.
[[nodiscard]] Result<GraphReading> readGraphFile(const std::filesystem::path& file, GraphFormat format);
/// Takes hostile text.
[[nodiscard]] GraphReading readGraphText(std::string_view text, GraphFormat format);
/// Nodes and deals of a chain in a format.
[[nodiscard]] std::string graphTextOf(const Chain& chain, GraphFormat format, const GraphWords& words);

} // namespace ochain
