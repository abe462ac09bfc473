// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/row_set.h"
#include "chain/rows.h"

#include <cstdint>
#include <vector>

namespace ochain {

/// The rows of one table of a chain as a list in the order they were entered (by rowid), with the place of each row in O(1).
class RowOrder {
public:
    template <class Row, class RowId>
    void fill(const RowSet<Row, RowId>& rows);

    [[nodiscard]] int size() const noexcept { return static_cast<int>(m_rows.size()); }
    [[nodiscard]] std::uint32_t at(int place) const noexcept { return m_rows[static_cast<std::size_t>(place)].row; }
    /// The place of a row; -1 if it is not in the list.
    [[nodiscard]] int placeOf(std::uint32_t row) const noexcept { return row < m_places.size() ? m_places[row] : -1; }
    /// Where a row with this rowid belongs.
    [[nodiscard]] int placeFor(std::int64_t rowid) const noexcept;
    void insert(int place, std::uint32_t row, std::int64_t rowid);
    void remove(int place);

private:
    struct Entry {
        std::int64_t rowid = 0;
        std::uint32_t row = 0;
    };
    void renumber(std::size_t from);

    std::vector<Entry> m_rows;
    std::vector<int> m_places; ///< by row; -1 where the row is not in the list
};

} // namespace ochain
