// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/chain.h"
#include "items/roles.h"

#include <QModelIndex>
#include <QString>

#include <cstdint>
#include <map>
#include <unordered_map>

namespace ochain {

/// What the cells of each column of a table add up to, and how many figures that is. Of deals of which one is part of
/// another, the part stands in the sum of the whole already: how much that is is told beside (data/README.md,
/// section 3).
class CellSums {
public:
    /// @param chain  must outlive the sums
    explicit CellSums(const Chain& chain) : m_chain(chain) {}

    /// Takes a cell of a column of dollars or gigawatts; others add nothing.
    void take(const QModelIndex& cell, ColumnContent content);
    /// "Value $620B, $300B of it part of others · Capacity 4.5 GW"; a column alone is not named. Empty where no column
    /// has two figures.
    [[nodiscard]] QString text() const;

private:
    struct Sum {
        QString title;
        ColumnContent content = ColumnContent::Text;
        std::int64_t total = 0;
        int figures = 0;
        bool isTooLarge = false;
        std::unordered_map<std::uint32_t, std::int64_t> deals; ///< their figures
    };
    [[nodiscard]] std::int64_t inOthers(const Sum& sum) const;
    [[nodiscard]] QString sumText(const Sum& sum, bool isAlone) const;

    const Chain& m_chain;
    std::map<int, Sum> m_sums; ///< by column
};

} // namespace ochain
