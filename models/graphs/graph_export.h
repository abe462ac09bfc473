// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/chain.h"
#include "graphs/graph.h"
#include "graphs/graph_words.h"

namespace ochain {

/// Nodes and deals of a chain as a graph, in the order they were entered: ids are keys, labels names, weights what a
/// deal itself says of its value. Phases, claims, sources and all else that no graph has are left out.
/// @param isListOfEdges  nodes are there as edges name them: those without deals are left out, and ids are names where
///                       one node alone is called so
[[nodiscard]] Graph exportGraph(const Chain& chain, bool isListOfEdges, const GraphWords& words);

} // namespace ochain
