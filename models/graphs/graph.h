// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/sentence.h"
#include "chain/table.h"

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace ochain {

/// Where something stands in the file of a graph.
struct GraphPlace {
    std::size_t line = 0; ///< counted from 1; 0: `entry` says where, if that is known at all
    std::string entry;    ///< "links[2]", of a file whose lines nobody reads
};

/// A node as a file has it, all in the file's own words.
struct GraphNode {
    GraphPlace place;
    std::string id; ///< what edges call it
    std::string label;
    std::string tier;
    std::string kind;
};

/// An edge as a file has it: it runs from the supplier of a deal to its customer.
struct GraphEdge {
    GraphPlace place;
    std::size_t source = 0; ///< places among the nodes
    std::size_t target = 0;
    std::string id;
    std::string label;
    std::string weight;
    std::vector<std::pair<Field, std::string>> fields; ///< of the deal, which the file says by their names
};

/// A graph between a file and a chain.
struct Graph {
    std::vector<GraphNode> nodes;
    std::vector<GraphEdge> edges;
    bool isListOfEdges = false;       ///< nodes are there as edges name them, and may be named in several ways
    bool isUndirected = false;        ///< the file says so of some edge; they were read as they are written
    char separator = ',';             ///< of a list of edges: beside semicolons decimals may have a comma
    std::vector<std::string> untaken; ///< names of columns and attributes that are nothing to a chain, each once
    std::vector<Sentence> notes;      ///< what else is to be said on how it was read
};

/// Something that is wrong with a file.
struct GraphFault {
    GraphPlace place;
    Sentence sentence;
};

inline constexpr std::size_t kMaxGraphFaults = 1000; ///< more are not listed

/// What was read of a file; with any fault the graph is of no use.
struct GraphReading {
    Graph graph;
    std::vector<GraphFault> faults;
};

} // namespace ochain
