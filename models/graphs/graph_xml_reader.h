// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "graphs/graph.h"

#include <string_view>

namespace ochain {

/// Reads GraphML: one graph of nodes and edges, whose data are told by the names of their keys; labels as yEd writes
/// them, too. A document type, which could define entities, is refused, and so are graphs within nodes, hyperedges and
/// ports. Takes hostile text; its length is the caller's to bound.
[[nodiscard]] GraphReading readGraphMl(std::string_view text);

} // namespace ochain
