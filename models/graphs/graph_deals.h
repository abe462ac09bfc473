// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/edit_builder.h"
#include "exchange/csv_cells.h"
#include "graphs/graph_import.h"
#include "graphs/graph_keys.h"
#include "graphs/graph_names.h"
#include "graphs/graph_problems.h"

#include <string>
#include <unordered_map>
#include <vector>

namespace ochain {

/// Turns the edges of a graph into deals of an edit (README.md says by which rules).
class GraphDeals {
public:
    /// All must outlive it. @param nodes  the key of each node of the graph
    GraphDeals(const Chain& chain, const Graph& graph, const std::vector<std::string>& nodes,
               const GraphOptions& options, const GraphWords& words, GraphProblems& problems);

    /// @return false: `progress` was
    [[nodiscard]] bool addTo(EditBuilder& builder, std::vector<Sentence>& notes, const Progress& progress);

private:
    /// Where a deal runs and what it carries.
    struct Course {
        std::string supplier;
        std::string customer;
        std::string kind;
    };
    void reserveIds();
    void put(EditBuilder& builder, const GraphEdge& edge, std::vector<Sentence>& notes);
    [[nodiscard]] std::string kindSaid(const GraphEdge& edge) const;
    [[nodiscard]] std::string kindOf(const GraphEdge& edge);
    [[nodiscard]] bool isOn(std::uint32_t deal, const Course& course) const;
    [[nodiscard]] std::string keyOf(const GraphEdge& edge, const Course& course);
    [[nodiscard]] std::string madeKey(const Course& course);
    [[nodiscard]] bool isIdUsable(const GraphEdge& edge, const Course& course);
    [[nodiscard]] CsvHeader headerOf(const GraphEdge& edge, CsvRecord& record);
    void putFields(EditBuilder& builder, const GraphEdge& edge, const std::string& key, std::vector<Sentence>& notes);
    void putStandard(EditBuilder& builder, const GraphEdge& edge, const std::string& key, const Course& course);
    [[nodiscard]] bool isThere(const GraphEdge& edge, Field field, const std::string& text);
    void noteRest(std::vector<Sentence>& notes);

    const Chain& m_chain;
    const Graph& m_graph;
    const std::vector<std::string>& m_nodes;
    const GraphOptions& m_options;
    const GraphWords& m_words;
    GraphProblems& m_problems;
    GraphNames m_kinds;
    GraphKeys m_newKeys;
    std::string m_kind;                                 ///< key; empty: none was named
    std::unordered_map<std::string, std::size_t> m_ids; ///< ids that are keys, and the edge that has each
    std::unordered_map<std::string, int> m_parallel;    ///< by key made: how many edges have got it, numbered
    std::size_t m_withoutKind = 0;
    std::size_t m_otherKinds = 0; ///< edges whose kind in the file is none of the chain
    std::string m_otherKind;
    std::size_t m_labels = 0; ///< labels that are more than the name of the kind
};

} // namespace ochain
