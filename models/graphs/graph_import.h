// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/chain.h"
#include "chain/edit.h"
#include "chain/progress.h"
#include "graphs/graph.h"
#include "graphs/graph_words.h"

#include <string>
#include <vector>

namespace ochain {

/// What is named for a graph as a whole.
struct GraphOptions {
    std::string kind;                    ///< key or name, for edges that the file gives none; empty: none is named
    std::string tier;                    ///< key or name, for new nodes that the file gives none
    Field weight = deal_field::ValueUsd; ///< of deals: what the weight of an edge is
};

/// What an import of a graph would do to a chain.
struct GraphImport {
    Edit edit;
    Problems problems;           ///< each with its place in the file; with any, `edit` is of no use
    std::vector<Sentence> notes; ///< how the file was read where that is not plain
    bool isCancelled = false;    ///< `progress` was false: `edit` is of no use
};

/// The edit that brings a graph into a chain: edges become deals from supplier to customer, or say something of those
/// that are there; nodes are found by key or name, and added if there are none. Nothing is ever cleared or erased, and
/// the same graph once more changes nothing (README.md has the rules).
/// @param file  its name, for sentences
[[nodiscard]] GraphImport importGraph(const Chain& chain, const GraphReading& reading, const std::string& file,
                                      const GraphOptions& options, const GraphWords& words,
                                      const Progress& progress = {});

} // namespace ochain
