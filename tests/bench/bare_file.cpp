// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bench/bare_file.h"

#include "chain/table.h"

#include <cstring>
#include <stdexcept>

#include <sqlite3.h>

namespace ochain::bench {

BareFile::BareFile(const std::filesystem::path& file)
{
    check(sqlite3_open_v2(file.c_str(), &m_database, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, nullptr));
}

BareFile::~BareFile()
{
    sqlite3_finalize(m_update);
    sqlite3_close(m_database);
}

void BareFile::check(int code) const
{
    if (code == SQLITE_OK || code == SQLITE_ROW || code == SQLITE_DONE)
        return;
    throw std::runtime_error(std::string("SQLite: ") +
                             (m_database != nullptr ? sqlite3_errmsg(m_database) : sqlite3_errstr(code)));
}

sqlite3_stmt* BareFile::prepare(const std::string& sql) const
{
    sqlite3_stmt* statement = nullptr;
    check(sqlite3_prepare_v2(m_database, sql.c_str(), -1, &statement, nullptr));
    return statement;
}

std::string BareFile::columnsOf(const std::string& table) const
{
    std::string columns;
    sqlite3_stmt* const statement = prepare("SELECT name FROM pragma_table_info('" + table + "')");
    while (sqlite3_step(statement) == SQLITE_ROW) {
        columns += columns.empty() ? "\"" : ", \"";
        columns += reinterpret_cast<const char*>(sqlite3_column_text(statement, 0));
        columns += '"';
    }
    check(sqlite3_finalize(statement));
    return columns;
}

void BareFile::scanTable(const std::string& table, Scan& scan) const
{
    sqlite3_stmt* const statement = prepare("SELECT " + columnsOf(table) + " FROM \"" + table + "\"");
    const int columns = sqlite3_column_count(statement);
    while (sqlite3_step(statement) == SQLITE_ROW) {
        ++scan.rows;
        for (int i = 0; i < columns; ++i)
            switch (sqlite3_column_type(statement, i)) {
            case SQLITE_INTEGER:
                scan.checksum += static_cast<std::uint64_t>(sqlite3_column_int64(statement, i));
                break;
            case SQLITE_FLOAT: {
                const double number = sqlite3_column_double(statement, i);
                std::uint64_t bits = 0;
                std::memcpy(&bits, &number, sizeof bits);
                scan.checksum += bits;
                break;
            }
            case SQLITE_TEXT: {
                const unsigned char* const text = sqlite3_column_text(statement, i);
                const int bytes = sqlite3_column_bytes(statement, i);
                scan.checksum += static_cast<std::uint64_t>(bytes) + (bytes > 0 ? text[bytes - 1] : 0U);
                break;
            }
            default:
                break;
            }
    }
    check(sqlite3_finalize(statement));
}

BareFile::Scan BareFile::scan()
{
    Scan scan;
    for (const TableSpec& spec : allTables())
        scanTable(std::string(spec.name), scan);
    scanTable("event_nodes", scan);
    return scan;
}

void BareFile::prepareCommits()
{
    check(sqlite3_exec(m_database, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL", nullptr, nullptr, nullptr));
    m_update = prepare("UPDATE deals SET value_cents = ?1 WHERE id = ?2");
}

void BareFile::commit(std::int64_t deal, std::int64_t cents)
{
    check(sqlite3_bind_int64(m_update, 1, cents));
    check(sqlite3_bind_int64(m_update, 2, deal));
    check(sqlite3_step(m_update));
    check(sqlite3_reset(m_update));
}

} // namespace ochain::bench
