// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "graphs/graph.h"

#include <string_view>

namespace ochain {

/// Reads a graph as d3 draws them: {"nodes": [{"id" or "name", "group"}], "links": [{"source", "target", "value"}]},
/// whose links name their ends by ids or by places in the list. As other programs write them, too: "edges" for links,
/// "elements" around both, what an item says in "data" or "attributes" within it. Takes hostile text; its length is the
/// caller's to bound.
[[nodiscard]] GraphReading readGraphJson(std::string_view text);

} // namespace ochain
