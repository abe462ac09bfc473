// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/raw_statement.h"

#include <SQLiteCpp/Exception.h>

namespace ochain {

RawStatement::RawStatement(sqlite3* database, std::string_view sql)
{
    const int code = sqlite3_prepare_v3(database, sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT,
                                        &m_statement, nullptr);
    if (code != SQLITE_OK)
        throw SQLite::Exception(database, code);
}

bool RawStatement::step()
{
    const int code = sqlite3_step(m_statement);
    if (code == SQLITE_ROW)
        return true;
    if (code == SQLITE_DONE)
        return false;
    sqlite3* database = sqlite3_db_handle(m_statement);
    sqlite3_reset(m_statement); // keeps the code and the message that the exception takes
    throw SQLite::Exception(database, code);
}

void RawStatement::run()
{
    step();
    reset();
}

void RawStatement::bind(int parameter, std::string_view value) noexcept
{
    sqlite3_bind_text(m_statement, parameter, value.empty() ? "" : value.data(), static_cast<int>(value.size()),
                      SQLITE_STATIC);
}

void RawStatement::bindBlob(int parameter, std::string_view bytes) noexcept
{
    sqlite3_bind_blob(m_statement, parameter, bytes.empty() ? "" : bytes.data(), static_cast<int>(bytes.size()),
                      SQLITE_STATIC);
}

std::string_view RawStatement::text(int column) noexcept
{
    // Asked for as a blob SQLite hands out the bytes where they lie; as text it would copy them to end them with a NUL.
    const void* bytes = sqlite3_column_blob(m_statement, column);
    const int size = sqlite3_column_bytes(m_statement, column);
    return bytes == nullptr ? std::string_view()
                            : std::string_view(static_cast<const char*>(bytes), static_cast<std::size_t>(size));
}

} // namespace ochain
