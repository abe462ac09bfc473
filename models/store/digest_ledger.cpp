// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/digest_ledger.h"

#include <new>
#include <type_traits>

#include <SQLiteCpp/Exception.h>
#include <sqlite3.h>

namespace ochain {

static_assert(std::is_same_v<sqlite3_int64, long long>);

DigestLedger::DigestLedger(sqlite3* database) : m_database(database)
{
    sqlite3_preupdate_hook(m_database, &DigestLedger::rowChanges, this);
}

DigestLedger::~DigestLedger()
{
    sqlite3_preupdate_hook(m_database, nullptr, nullptr);
}

void DigestLedger::begin(const TableDigests& before) noexcept
{
    m_now = before;
    m_touched.reset();
    m_failure = SQLITE_OK;
    m_isOpen = true;
}

const TableDigests& DigestLedger::now() const
{
    if (m_failure != SQLITE_OK)
        throw SQLite::Exception("looking at a changed row", m_failure);
    return m_now;
}

void DigestLedger::rowChanges(void* ledger, sqlite3* /*database*/, int operation, const char* schema, const char* table,
                              long long /*before*/, long long /*after*/) noexcept
{
    auto& self = *static_cast<DigestLedger*>(ledger);
    if (!self.m_isOpen || std::string_view(schema) != "main")
        return; // a table of the connection's own
    const std::string_view name(table);
    for (std::size_t place = 0; place < kDigestCount; ++place)
        if (digestedTable(place) == name)
            return self.take(operation, place);
}

template <class Value>
void DigestLedger::encode(Value&& valueOf, int columns)
{
    m_row.clear();
    for (int column = 0; column < columns; ++column) {
        sqlite3_value* value = nullptr;
        if (const int code = valueOf(m_database, column, &value); code != SQLITE_OK) {
            m_failure = code;
            return;
        }
        m_row.add(value);
    }
}

void DigestLedger::take(int operation, std::size_t place) noexcept
{
    const int columns = digestedColumns(place);
    try {
        if (operation != SQLITE_INSERT) {
            encode(sqlite3_preupdate_old, columns);
            m_now[place].remove(m_row.digest());
        }
        if (operation != SQLITE_DELETE) {
            encode(sqlite3_preupdate_new, columns);
            m_now[place].add(m_row.digest());
        }
    } catch (const std::bad_alloc&) {
        m_failure = SQLITE_NOMEM;
    }
    m_touched.set(place);
}

} // namespace ochain
