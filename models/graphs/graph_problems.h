// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/problem.h"
#include "graphs/graph.h"

#include <string>

namespace ochain {

/// A sentence about a place in a file: "edges.csv, line 3: …".
[[nodiscard]] Sentence sentenceAt(const std::string& file, const GraphPlace& place, const Sentence& sentence);

/// What is wrong with the file of a graph, place by place.
class GraphProblems {
public:
    explicit GraphProblems(std::string file) : m_file(std::move(file)) {}

    void add(const GraphPlace& place, const Sentence& sentence, Rule rule = Rule::MalformedValue);
    /// What is wrong with a row, with the place that it comes from.
    void add(const GraphPlace& place, Problem problem);
    /// Of the file as a whole, or of what was named for all of it.
    void add(const Sentence& sentence) { add({}, sentence); }
    [[nodiscard]] bool isEmpty() const noexcept { return m_problems.empty(); }
    [[nodiscard]] bool isFull() const noexcept { return m_problems.size() >= kMaxGraphFaults; }
    [[nodiscard]] const std::string& file() const noexcept { return m_file; }
    [[nodiscard]] Problems take() && { return std::move(m_problems); }

private:
    std::string m_file;
    Problems m_problems;
};

} // namespace ochain
