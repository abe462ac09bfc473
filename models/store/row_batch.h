// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "store/raw_statement.h"
#include "store/row_encoding.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace ochain {

/// One value as SQLite gave it.
struct Cell {
    union {
        std::int64_t integer = 0; ///< the number; of a text or blob, where it begins in the batch
        double real;
    };
    std::uint32_t size = 0; ///< bytes of a text or blob
    std::int32_t type = SQLITE_NULL;
};

/// Some thousand rows of a statement, copied, so that one thread can read ahead while another takes them in. Its room
/// is used again for the next batch.
class RowBatch {
public:
    /// Few hand-overs between the threads, each of which may cost a turn of the scheduler on a busy machine.
    static constexpr std::size_t kMostRows = 16384;

    /// Fills the batch with the next rows.
    /// @param digest  takes them in too, whatever is in them
    /// @return SQLITE_ROW if there may be more, SQLITE_DONE at the end, else the code of the failure behind the last
    /// row
    [[nodiscard]] int fill(RawStatement& statement, TableDigest& digest);

    [[nodiscard]] std::size_t rows() const noexcept { return m_rows; }
    [[nodiscard]] const Cell* row(std::size_t row) const noexcept { return m_cells.data() + row * m_columns; }
    /// Of a table with keys, whose column comes behind the id; empty if it is no text.
    [[nodiscard]] std::string_view key(std::size_t at) const noexcept
    {
        const Cell& cell = row(at)[1];
        return cell.type == SQLITE_TEXT ? text(cell) : std::string_view();
    }
    [[nodiscard]] std::string_view text(const Cell& cell) const noexcept
    {
        return {m_texts.data() + cell.integer, cell.size};
    }

private:
    void take(sqlite3_value* value, Cell& cell);
    [[nodiscard]] Digest digestOf(const Cell* cells);

    std::size_t m_rows = 0;
    std::size_t m_columns = 0;
    std::vector<Cell> m_cells; ///< room for the most rows, whether they are there or not
    std::string m_texts;
    RowEncoding m_encoding;
};

} // namespace ochain
