// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/rows.h"
#include "chain/shared_list.h"
#include "chain/table.h"

#include <array>
#include <cstdint>

namespace ochain {

/// For rows of any table the first row of a list that hangs on them, or another number; kNoRow for none.
class RowHeads {
public:
    [[nodiscard]] std::uint32_t of(RowRef row) const noexcept
    {
        const SharedList<Head>& heads = m_heads[static_cast<std::size_t>(row.table)];
        return row.row < heads.size() ? heads[row.row].row : kNoRow;
    }
    /// The number for changing it.
    [[nodiscard]] std::uint32_t& edit(RowRef row)
    {
        SharedList<Head>& heads = m_heads[static_cast<std::size_t>(row.table)];
        if (row.row >= heads.size())
            heads.resize(std::size_t{row.row} + 1);
        return heads.edit(row.row).row;
    }

private:
    struct Head {
        std::uint32_t row = kNoRow;
    };
    std::array<SharedList<Head>, kTableCount> m_heads;
};

} // namespace ochain
