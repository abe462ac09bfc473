// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/edit_builder.h"
#include "graphs/graph_keys.h"
#include "graphs/graph_names.h"
#include "graphs/graph_problems.h"

#include <string>
#include <unordered_map>
#include <vector>

namespace ochain {

/// Finds the nodes of a graph in a chain, and adds those that are not there (README.md says by which rules).
class GraphNodes {
public:
    /// All must outlive it. @param tier  key or name of the tier for new nodes that the file gives none; may be empty
    GraphNodes(const Chain& chain, const Graph& graph, const std::string& tier, const GraphWords& words,
               GraphProblems& problems);

    /// Adds what is new to an edit. @param notes  gets what is to be said on it
    void addTo(EditBuilder& builder, std::vector<Sentence>& notes);
    /// The key of each node of the graph.
    [[nodiscard]] const std::vector<std::string>& keys() const noexcept { return m_keys; }

private:
    void find(std::size_t index);
    [[nodiscard]] std::vector<std::uint32_t> rowsMeant(const GraphNode& node);
    void isNew(std::size_t index);
    void makeKeys();
    void add(EditBuilder& builder, const GraphNode& node, const std::string& key);
    [[nodiscard]] std::string tierOf(const GraphNode& node);
    void complainOfTiers();

    const Chain& m_chain;
    const Graph& m_graph;
    GraphProblems& m_problems;
    GraphNames m_names;
    GraphNames m_tiers;
    GraphKeys m_newKeys;
    std::string m_tier; ///< key; empty: none was named
    std::vector<std::string> m_keys;
    std::vector<std::size_t> m_new;                          ///< nodes that are not in the chain
    std::unordered_map<std::string, std::size_t> m_newNamed; ///< by folded name
    std::unordered_map<std::string, std::size_t> m_found;    ///< by key: which node of the file is that of the chain
    std::vector<std::size_t> m_sameAs;                       ///< of each node: itself, or an earlier one that it is
    bool m_saysKinds;                                        ///< of some node: one without has none
    std::vector<std::string> m_withoutTier;
    std::size_t m_otherTiers = 0; ///< nodes whose tier in the file is none of the chain
    std::string m_otherTier;
};

} // namespace ochain
