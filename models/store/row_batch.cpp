// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/row_batch.h"

namespace ochain {

namespace {
constexpr std::size_t kEnoughBytes = std::size_t{4} << 20U; ///< of texts in one batch
}

int RowBatch::fill(RawStatement& statement, TableDigest& digest)
{
    m_columns = static_cast<std::size_t>(statement.columns());
    m_cells.resize(kMostRows * m_columns);
    m_texts.clear();
    Cell* cell = m_cells.data();
    for (m_rows = 0; m_rows < kMostRows && m_texts.size() < kEnoughBytes; ++m_rows) {
        const int code = statement.stepCode();
        if (code != SQLITE_ROW)
            return code;
        const Cell* const row = cell;
        for (int column = 0; column < static_cast<int>(m_columns); ++column)
            take(statement.value(column), *cell++);
        digest.add(digestOf(row));
    }
    return SQLITE_ROW;
}

Digest RowBatch::digestOf(const Cell* cells)
{
    m_encoding.clear();
    for (const Cell* cell = cells; cell != cells + m_columns; ++cell)
        switch (cell->type) {
        case SQLITE_INTEGER:
            m_encoding.add(cell->integer);
            break;
        case SQLITE_FLOAT:
            m_encoding.add(cell->real);
            break;
        case SQLITE_TEXT:
            m_encoding.add(text(*cell));
            break;
        case SQLITE_BLOB:
            m_encoding.addBlob(text(*cell));
            break;
        default:
            m_encoding.addNull();
        }
    return m_encoding.digest();
}

void RowBatch::take(sqlite3_value* value, Cell& cell)
{
    cell.type = sqlite3_value_type(value);
    if (cell.type == SQLITE_INTEGER)
        cell.integer = sqlite3_value_int64(value);
    else if (cell.type == SQLITE_FLOAT)
        cell.real = sqlite3_value_double(value);
    else if (cell.type == SQLITE_TEXT || cell.type == SQLITE_BLOB) {
        // As a blob the bytes are handed out where they lie; as text SQLite would copy them to end them with a NUL.
        const auto* bytes = static_cast<const char*>(sqlite3_value_blob(value));
        cell.size = static_cast<std::uint32_t>(sqlite3_value_bytes(value));
        cell.integer = static_cast<std::int64_t>(m_texts.size());
        if (bytes != nullptr)
            m_texts.append(bytes, cell.size);
    }
}

} // namespace ochain
