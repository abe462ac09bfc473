// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/chain.h"
#include "items/list_difference.h"

#include <cstdint>
#include <vector>

namespace ochain {

/// The rows of one table of a chain as a list in the order they were entered (by rowid), with the place of each row in
/// O(1). An edit says which rows it touched, so that the list follows without being compared with the whole table.
class RowOrder {
public:
    explicit RowOrder(Table table) : m_table(table) {}

    /// Takes all rows alive.
    void fill(const Chain& chain);

    [[nodiscard]] int size() const noexcept { return static_cast<int>(m_rows.size()); }
    [[nodiscard]] std::uint32_t at(int place) const noexcept { return m_rows[static_cast<std::size_t>(place)].row; }
    /// The place of a row; -1 if it is not in the list.
    [[nodiscard]] int placeOf(std::uint32_t row) const noexcept { return row < m_places.size() ? m_places[row] : -1; }

    /// Brings the list up to the chain after an edit that touched `touched` (rows of other tables are passed over), in
    /// as few announced runs as there are gaps.
    /// @return touched rows that stay in the list, to be announced as changed
    std::vector<std::uint32_t> follow(const Chain& chain, const std::vector<RowRef>& touched,
                                      const RowAnnouncer& announce);

private:
    struct Entry {
        std::int64_t rowid = 0;
        std::uint32_t row = 0;
    };
    void remove(std::vector<int> places, const RowAnnouncer& announce);
    void insert(std::vector<Entry> entries, const RowAnnouncer& announce);
    void renumber(std::size_t from);

    Table m_table;
    std::vector<Entry> m_rows;
    std::vector<int> m_places; ///< by row; -1 where the row is not in the list
};

} // namespace ochain
