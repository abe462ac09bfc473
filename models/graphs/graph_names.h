// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/chain.h"
#include "graphs/graph_words.h"

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace ochain {

/// Rows of a table by what people call them: key or name in either language, whatever the case. As forms find rows.
class GraphNames {
public:
    /// @param table  of rows with names; chain and words must outlive it
    GraphNames(const Chain& chain, Table table, const GraphWords& words);

    /// The rows called so: the one of that key alone, else all of that name.
    [[nodiscard]] std::vector<std::uint32_t> called(std::string_view name) const;
    /// What to write for a row so that it is found again: its name, or its key where another row is called so.
    [[nodiscard]] std::string addressOf(std::uint32_t row) const;
    /// The name of a row: English, else Chinese, else its key.
    [[nodiscard]] std::string nameOf(std::uint32_t row) const;
    [[nodiscard]] std::string folded(std::string_view name) const;
    /// "power, land, construction": the keys of all rows, for a sentence.
    [[nodiscard]] std::string keys() const;
    [[nodiscard]] std::string keys(const std::vector<std::uint32_t>& rows) const;

private:
    void add(std::string name, std::uint32_t row);

    const Chain& m_chain;
    Table m_table;
    const GraphWords& m_words;
    Field m_english;
    Field m_chinese;
    std::unordered_map<std::string, std::vector<std::uint32_t>> m_rows; ///< by folded name or key
};

} // namespace ochain
