// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/page_check.h"

#include "store/watched_statements.h"

#include <SQLiteCpp/Statement.h>

namespace ochain {

namespace {

/// CHECKs are not kept while it lives.
class ChecksIgnored {
public:
    explicit ChecksIgnored(Connection& connection) : m_connection(connection) { set("ON"); }
    ~ChecksIgnored() { set("OFF"); }
    ChecksIgnored(const ChecksIgnored&) = delete;
    ChecksIgnored& operator=(const ChecksIgnored&) = delete;

private:
    void set(const char* value) noexcept
    {
        const std::string sql = std::string("PRAGMA ignore_check_constraints = ") + value;
        sqlite3_exec(m_connection.handle(), sql.c_str(), nullptr, nullptr, nullptr);
    }
    Connection& m_connection;
};

} // namespace

std::optional<std::string> pageFault(Connection& connection, const Progress& progress)
{
    const ChecksIgnored ignored(connection);
    const WatchedStatements watched(connection.handle(), progress);
    try {
        SQLite::Statement check(connection.database(), "PRAGMA integrity_check(1)");
        std::string words = check.executeStep() ? check.getColumn(0).getString() : std::string("integrity_check");
        return words == "ok" ? std::string() : words;
    } catch (const SQLite::Exception& failed) {
        if (failed.getErrorCode() == SQLITE_INTERRUPT)
            return std::nullopt;
        if (isOfSurroundings(failed.getErrorCode()))
            throw;
        return failed.what();
    }
}

} // namespace ochain
