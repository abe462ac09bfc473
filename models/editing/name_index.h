// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/chain.h"

#include <QHash>
#include <QString>

#include <cstdint>
#include <optional>
#include <vector>

namespace ochain {

/// Rows of one table by what people call them, for whoever looks up thousands of names: it finds what rowCalled()
/// finds, which looks at every row each time. As of when it was made.
class NameIndex {
public:
    NameIndex(const Chain& chain, Table table);

    /// The only row that a text names by its key or a name in either language; nothing where none or several do.
    [[nodiscard]] std::optional<std::uint32_t> rowCalled(const QString& text) const;

private:
    const Chain& m_chain;
    Table m_table;
    QHash<QString, std::vector<std::uint32_t>> m_rows; ///< by name with its case folded
};

} // namespace ochain
