// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/chain.h"
#include "items/keyed_rows.h"

#include <cstdint>
#include <vector>

namespace ochain {

/// Ranks of the rows of one table by their names in the order of the language, so that sorting compares numbers.
class NameRanks {
public:
    explicit NameRanks(Table table) : m_table(table) {}

    /// Ranks all rows, unless that is done and nothing has been renamed since. @return false: it gave up, all is as it
    /// was
    [[nodiscard]] bool make(const Chain& chain, const GoesOn& goesOn);
    /// As they were ranked last; -1 for no row, and for one that came since.
    [[nodiscard]] std::int64_t of(std::uint32_t row) const noexcept { return row < m_ranks.size() ? m_ranks[row] : -1; }
    /// Names may be others by now.
    void forget() noexcept { m_isStale = true; }
    [[nodiscard]] Table table() const noexcept { return m_table; }

private:
    Table m_table;
    std::vector<int> m_ranks;
    bool m_isStale = true;
};

} // namespace ochain
