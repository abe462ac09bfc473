// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "store/digest.h"
#include "store/row_encoding.h"

#include <string_view>

struct sqlite3;

namespace ochain {

/// Keeps the digests of the tables in step with a connection's writing: SQLite itself tells of each row before it
/// changes it, whichever statement does, so that none is forgotten. Must not outlive the connection.
class DigestLedger {
public:
    explicit DigestLedger(sqlite3* database);
    ~DigestLedger();
    DigestLedger(const DigestLedger&) = delete;
    DigestLedger& operator=(const DigestLedger&) = delete;

    /// Begins with what the tables hold before a transaction writes.
    void begin(const TableDigests& before) noexcept;
    /// What they hold now. Throws SQLite::Exception if a row that was changed could not be looked at.
    [[nodiscard]] const TableDigests& now() const;
    /// The tables that were written to.
    [[nodiscard]] const DigestSet& touched() const noexcept { return m_touched; }
    /// Stops; what is written then does not count.
    void end() noexcept { m_isOpen = false; }

private:
    static void rowChanges(void* ledger, sqlite3* database, int operation, const char* schema, const char* table,
                           long long before, long long after) noexcept;
    void take(int operation, std::size_t place) noexcept;
    template <class Value>
    void encode(Value&& valueOf, int columns);

    sqlite3* m_database;
    TableDigests m_now{};
    DigestSet m_touched;
    RowEncoding m_row;
    bool m_isOpen = false;
    int m_failure = 0; ///< SQLite's code
};

} // namespace ochain
