// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "commands/lens_options.h"

#include "chain/sentence.h"
#include "rollups/snapshot.h"
#include "session/session.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json_fwd.hpp>

#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace ochain {

/// Fields in the order in which they were put.
using AnalysisJson = nlohmann::ordered_json;

/// What an analysis is made of: the chain, with its scenario if any, rolled up under the lens.
struct AnalysedChain {
    std::unique_ptr<Session> session;
    Lens lens;
    Period period = kTotal;
    Snapshot snapshot;
};

/// The options that every analysis has: FILE, --at, --format and the lens.
class AnalysisOptions {
public:
    void addTo(CLI::App& command);

    /// Opens the file and rolls it up. Errors: those of the lens and the period, and when the command was told to end.
    [[nodiscard]] Result<AnalysedChain> open();
    /// "table", "csv" or "json".
    [[nodiscard]] const std::string& format() const noexcept { return m_format; }
    /// What the JSON says of lens and period: an object.
    [[nodiscard]] AnalysisJson lensWords(Period period) const;

private:
    std::string m_file, m_at;
    std::string m_format = "table";
    LensOptions m_lens;
};

/// What a result takes for given, for its JSON and below its table.
[[nodiscard]] AnalysisJson notesJson(const std::vector<Sentence>& notes);
void printNotes(const std::vector<Sentence>& notes);

/// Prints an object to standard output, a line of its own for each of its rows.
void printAnalysis(const AnalysisJson& object);

/// Lines of cells for people; columns of words stand at the left, those of figures at the right.
class TextTable {
public:
    /// @param words  how many columns from the left hold words
    TextTable(std::vector<std::string> heads, std::size_t words) : m_lines{std::move(heads)}, m_words(words) {}

    /// @param cells  as many as there are heads
    void add(std::vector<std::string> cells) { m_lines.push_back(std::move(cells)); }
    [[nodiscard]] bool isEmpty() const noexcept { return m_lines.size() < 2; }
    void print() const;

private:
    std::vector<std::vector<std::string>> m_lines;
    std::size_t m_words;
};

} // namespace ochain
