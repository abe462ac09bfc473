// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/error.h"
#include "store/failures.h"
#include "store/file_check.h"

#include <filesystem>
#include <memory>
#include <string>

#include <SQLiteCpp/Database.h>

namespace ochain {

/// How a file is reached, from the most rights to the least.
enum class Reach {
    ReadWrite,
    ReadOnly,
    Immutable, ///< as if nobody could change it: where not even the files beside it may be made or read
    Salvage,   ///< immutable, and a damaged file opens as far as it can be read
};

/// A connection to one database file, set up for input that nobody vouches for: defensive, no extensions, no triggers
/// or views, narrow limits. To be used by one thread at a time.
class Connection {
public:
    /// Opens and sets up; the first read has succeeded when this returns.
    [[nodiscard]] static Result<Connection> open(const std::filesystem::path& file, Reach reach);
    /// Makes a new, empty database for a bulk of rows: no journal, not durable before it is closed and synced.
    [[nodiscard]] static Result<Connection> make(const std::filesystem::path& file);

    [[nodiscard]] SQLite::Database& database() noexcept { return *m_database; }
    [[nodiscard]] sqlite3* handle() const noexcept { return m_database->getHandle(); }
    [[nodiscard]] const std::filesystem::path& file() const noexcept { return m_file; }
    [[nodiscard]] Reach reach() const noexcept { return m_reach; }
    /// Whether another file, or none, stands where this one was opened.
    [[nodiscard]] bool hasMoved() const noexcept;

    /// A number from a pragma or a query of one row; throws SQLite::Exception.
    [[nodiscard]] std::int64_t number(const char* sql);
    [[nodiscard]] std::string text(const char* sql);
    /// Turns to write-ahead logging where the place allows it; stays with the rollback journal where it does not.
    void useWal();
    /// Makes it one plain file again if nobody else has it open.
    void leaveWal() noexcept;

private:
    Connection(std::filesystem::path file, Reach reach, std::unique_ptr<SQLite::Database> database);
    void setUp();

    std::filesystem::path m_file;
    Reach m_reach = Reach::ReadOnly;
    std::unique_ptr<SQLite::Database> m_database;
};

} // namespace ochain
