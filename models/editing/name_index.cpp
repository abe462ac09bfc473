// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "editing/name_index.h"

#include "document/names.h"
#include "editing/typed_text.h"
#include "language/language.h"

namespace ochain {

NameIndex::NameIndex(const Chain& chain, Table table) : m_chain(chain), m_table(table)
{
    for (std::uint32_t row = 0; row < chain.slotCount(table); ++row) {
        if (!chain.isAlive({table, row}))
            continue;
        for (const Language each : {Language::English, Language::Chinese}) {
            std::vector<std::uint32_t>& rows = m_rows[nameIn(each, chain, {table, row}).toCaseFolded()];
            if (rows.empty() || rows.back() != row)
                rows.push_back(row);
        }
    }
}

std::optional<std::uint32_t> NameIndex::rowCalled(const QString& text) const
{
    const QString name = text.trimmed();
    if (const std::uint32_t row = m_chain.find(m_table, name.toStdString()); row != kNoRow)
        return row;
    const auto found = m_rows.constFind(name.toCaseFolded());
    const bool isOne = found != m_rows.constEnd() && found->size() == 1;
    const std::uint32_t byKey = m_chain.find(m_table, name.toLower().toStdString());
    if (isOne && (byKey == kNoRow || byKey == found->front()))
        return found->front();
    return ochain::rowCalled(m_chain, m_table, name); // several, none, or by what is no name
}

} // namespace ochain
