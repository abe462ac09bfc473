// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/error.h"
#include "store/failures.h"
#include "store/file_check.h"
#include "store/guarded_vfs.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include <SQLiteCpp/Database.h>

namespace ochain {

/// How a file is reached, from the most rights to the least.
enum class Reach {
    ReadWrite,
    ReadOnly,
    Alone,     ///< reading, with all others kept out: needs no file that is shared with them, where none can be made
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
    /// Whether the log that is written to, or its index, is no longer the one beside the file: what is written now
    /// would be in no file.
    [[nodiscard]] bool hasLostLog();
    /// After the log was lost, brings what is in it into the file and goes on with a new one, if nobody else has begun
    /// one yet. @return whether that is so
    [[nodiscard]] bool mendLog();

    /// A number from a pragma or a query of one row; throws SQLite::Exception.
    [[nodiscard]] std::int64_t number(const char* sql);
    [[nodiscard]] std::string text(const char* sql);
    /// Turns to write-ahead logging where the place allows it; stays with the rollback journal where it does not.
    void useWal();
    /// Makes it one plain file again if nobody else has it open.
    void leaveWal() noexcept;
    /// Whether commits go into a log.
    [[nodiscard]] bool isInWal() const noexcept { return openLogOf(handle()).has_value(); }
    /// Keeps what is beside the file as it is when this is closed.
    void leaveAllBeside() noexcept;

private:
    Connection(std::filesystem::path file, Reach reach, std::unique_ptr<SQLite::Database> database);
    void setUp();
    void noteIndex();

    std::filesystem::path m_file;
    Reach m_reach = Reach::ReadOnly;
    std::optional<FileIdentity> m_log;   ///< as it was noted with its index
    std::optional<FileIdentity> m_index; ///< of the log
    std::string m_indexPath;
    std::unique_ptr<SQLite::Database> m_database;
};

} // namespace ochain
