// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "graphs/graph_names.h"

#include <algorithm>

namespace ochain {

GraphNames::GraphNames(const Chain& chain, Table table, const GraphWords& words)
    : m_chain(chain), m_table(table), m_words(words), m_english(fieldNamed(table, "name_en").value_or(0)),
      m_chinese(fieldNamed(table, "name_zh").value_or(0))
{
    for (const std::uint32_t row : chain.inOrder(table)) {
        add(std::string(chain.key({table, row})), row);
        add(folded(chain.value({table, row}, m_english)), row);
        add(folded(chain.value({table, row}, m_chinese)), row);
    }
}

void GraphNames::add(std::string name, std::uint32_t row)
{
    if (name.empty())
        return;
    std::vector<std::uint32_t>& rows = m_rows[std::move(name)];
    if (rows.empty() || rows.back() != row)
        rows.push_back(row);
}

std::string GraphNames::folded(std::string_view name) const
{
    return m_words.folded ? m_words.folded(name) : std::string(name);
}

std::vector<std::uint32_t> GraphNames::called(std::string_view name) const
{
    if (const std::uint32_t row = m_chain.find(m_table, name); row != kNoRow)
        return {row};
    const auto found = m_rows.find(folded(name));
    return found == m_rows.end() ? std::vector<std::uint32_t>() : found->second;
}

std::string GraphNames::nameOf(std::uint32_t row) const
{
    for (const Field field : {m_english, m_chinese})
        if (std::string name = m_chain.value({m_table, row}, field); !name.empty())
            return name;
    return std::string(m_chain.key({m_table, row}));
}

std::string GraphNames::addressOf(std::uint32_t row) const
{
    std::string name = nameOf(row);
    return called(name).size() == 1 && called(name).front() == row ? name : std::string(m_chain.key({m_table, row}));
}

std::string GraphNames::keys() const
{
    return keys(m_chain.inOrder(m_table));
}

std::string GraphNames::keys(const std::vector<std::uint32_t>& rows) const
{
    std::string all;
    for (const std::uint32_t row : rows)
        all.append(all.empty() ? "" : ", ").append(m_chain.key({m_table, row}));
    return all;
}

} // namespace ochain
