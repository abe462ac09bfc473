// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/chain.h"
#include "graphs/graph_words.h"

#include <string>
#include <string_view>
#include <unordered_set>

namespace ochain {

/// Whether an id of a file can be the key of a row: it is in the form of keys and no mere counter such as 7, n7 or e12,
/// which in the next file stands for something else.
[[nodiscard]] bool canBeKey(Table table, std::string_view id);

/// Keys for the new rows of a table, none of them twice.
class GraphKeys {
public:
    GraphKeys(const Chain& chain, Table table, const GraphWords& words) : m_chain(chain), m_table(table), m_words(words)
    {}
    /// Keeps a key for a row. @return false: another row of the file has it
    bool reserve(const std::string& key) { return m_taken.insert(key).second; }
    [[nodiscard]] bool isTaken(const std::string& key) const { return m_taken.contains(key); }
    /// A key made from a name, that of no row; kept.
    [[nodiscard]] std::string fresh(std::string_view name, std::string_view fallback);
    /// A key as part of a longer one, as forms make the keys of new deals.
    [[nodiscard]] std::string partOf(std::string_view key) const;

private:
    const Chain& m_chain;
    Table m_table;
    const GraphWords& m_words;
    std::unordered_set<std::string> m_taken;
};

} // namespace ochain
