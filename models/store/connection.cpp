// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/connection.h"

#include "store/side_files.h"

#include <array>
#include <utility>

#include <SQLiteCpp/Statement.h>

namespace ochain {

namespace {

namespace fs = std::filesystem;

constexpr int kBusyMs = 3000;          ///< how long another program is waited for
constexpr int kBusyForWalMs = 200;     ///< changing the journal mode is not worth a longer wait
constexpr int kCheckpointPages = 4000; ///< 16 MB: a checkpoint costs many commits, a longer log slows reading down

/// Opens log and index, if the file has them.
constexpr const char* kFirstRead = "SELECT count(*) FROM sqlite_schema";

struct Limit {
    int what;
    int most;
};
/// Above all that the program itself does.
constexpr std::array<Limit, 8> kLimits{{{SQLITE_LIMIT_LENGTH, 4'000'000},
                                        {SQLITE_LIMIT_SQL_LENGTH, 100'000},
                                        {SQLITE_LIMIT_COLUMN, 64},
                                        {SQLITE_LIMIT_EXPR_DEPTH, 64},
                                        {SQLITE_LIMIT_VARIABLE_NUMBER, 64},
                                        {SQLITE_LIMIT_FUNCTION_ARG, 8},
                                        {SQLITE_LIMIT_TRIGGER_DEPTH, 4},
                                        {SQLITE_LIMIT_WORKER_THREADS, 0}}};

/// A file name as URI, for what only a URI can say; every byte that is not plain is escaped.
std::string immutableUri(const fs::path& file)
{
    std::string uri = "file://";
    for (const char c : file.string()) {
        constexpr std::array<char, 17> kHex{"0123456789abcdef"};
        const auto byte = static_cast<unsigned char>(c);
        const bool isPlain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '/' ||
                             c == '.' || c == '-' || c == '_';
        if (isPlain)
            uri += c;
        else {
            uri += '%';
            uri += kHex[byte >> 4U];
            uri += kHex[byte & 15U];
        }
    }
    return uri + "?immutable=1";
}

std::unique_ptr<SQLite::Database> openDatabase(const fs::path& file, Reach reach)
{
    const bool opensToWrite = reach == Reach::ReadWrite || reach == Reach::Alone; // to keep others out needs the right
    const int access = opensToWrite ? SQLite::OPEN_READWRITE : SQLite::OPEN_READONLY;
    const bool isImmutable = reach == Reach::Immutable || reach == Reach::Salvage;
    // A connection is used by one thread at a time, so SQLite's own locks would only cost.
    return std::make_unique<SQLite::Database>(isImmutable ? immutableUri(file) : file.string(),
                                              access | SQLite::OPEN_NOMUTEX | (isImmutable ? SQLite::OPEN_URI : 0),
                                              kBusyMs, guardedVfs());
}

} // namespace

Connection::Connection(fs::path file, Reach reach, std::unique_ptr<SQLite::Database> database)
    : m_file(std::move(file)), m_reach(reach), m_database(std::move(database))
{}

Result<Connection> Connection::open(const fs::path& file, Reach reach)
{
    // SQLite gives names such as "file:x" and ":memory:" a meaning of their own; none begins with a slash.
    const fs::path absolute = fs::absolute(file);
    if (const Result<void> side = checkSideFiles(absolute); !side)
        return tl::unexpected(side.error());
    sqlite3* handle = nullptr;
    return guarded(absolute, nullptr, [&]() -> Result<Connection> {
        Connection connection(absolute, reach, openDatabase(absolute, reach));
        handle = connection.handle();
        return guarded(absolute, handle, [&]() -> Result<Connection> {
            connection.setUp();
            return std::move(connection);
        });
    });
}

Result<Connection> Connection::make(const fs::path& file)
{
    const fs::path absolute = fs::absolute(file);
    return guarded(absolute, nullptr, [&]() -> Result<Connection> {
        Connection connection(
            absolute, Reach::ReadWrite,
            std::make_unique<SQLite::Database>(
                absolute.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE | SQLite::OPEN_NOMUTEX, kBusyMs,
                "unix-none")); // nobody else knows the file, and its writer may hold it by a lock of another kind
        return guarded(absolute, connection.handle(), [&]() -> Result<Connection> {
            connection.database().exec(
                "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -65536");
            connection.setUp();
            // What is written comes from a chain, whose references hold; looking each up again costs most of the time.
            connection.database().exec("PRAGMA foreign_keys = OFF");
            return std::move(connection);
        });
    });
}

void Connection::setUp()
{
    sqlite3* const database = handle();
    sqlite3_extended_result_codes(database, 1);
    for (const Limit& limit : kLimits)
        sqlite3_limit(database, limit.what, limit.most);
    const auto configure = [&](int what, int value) { sqlite3_db_config(database, what, value, nullptr); };
    configure(SQLITE_DBCONFIG_DEFENSIVE, m_reach == Reach::Salvage ? 0 : 1);
    configure(SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0);
    configure(SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0);
    configure(SQLITE_DBCONFIG_ENABLE_TRIGGER, 0);
    configure(SQLITE_DBCONFIG_ENABLE_VIEW, 0);
    configure(SQLITE_DBCONFIG_ENABLE_FKEY, 1);
    configure(SQLITE_DBCONFIG_DQS_DML, 0);
    configure(SQLITE_DBCONFIG_DQS_DDL, 0);
    if (m_reach == Reach::Salvage)
        // The connection cannot write at all; here it makes SQLite live with a schema or a length that is not as it
        // should be.
        m_database->exec("PRAGMA writable_schema = ON");
    if (m_reach == Reach::Alone) {
        m_database->exec("PRAGMA locking_mode = EXCLUSIVE; PRAGMA query_only = ON");
        leaveAllBeside();
    }
    m_database->exec("PRAGMA cell_size_check = ON; PRAGMA temp_store = MEMORY; PRAGMA mmap_size = 0");
    static_cast<void>(number(kFirstRead));
}

std::int64_t Connection::number(const char* sql)
{
    return m_database->execAndGet(sql).getInt64();
}

std::string Connection::text(const char* sql)
{
    return m_database->execAndGet(sql).getString();
}

void Connection::useWal()
{
    m_database->setBusyTimeout(kBusyForWalMs);
    try {
        static_cast<void>(text("PRAGMA journal_mode = WAL"));
        static_cast<void>(number(kFirstRead)); // only now is the log made
    } catch (const SQLite::Exception& failed) {
        // Somebody reads it in the other mode just now, or the place has no shared memory: a commit is slower then, not
        // less safe.
        const int code = failed.getErrorCode() & 0xFF;
        if (code != SQLITE_BUSY && code != SQLITE_LOCKED && code != SQLITE_CANTOPEN && code != SQLITE_READONLY)
            throw;
        static_cast<void>(number(kFirstRead)); // unless it cannot even be read so
    }
    m_database->setBusyTimeout(kBusyMs);
    m_database->exec("PRAGMA synchronous = FULL");
    m_database->exec("PRAGMA wal_autocheckpoint = " + std::to_string(kCheckpointPages));
    noteIndex();
}

bool Connection::hasMoved() const noexcept
{
    int moved = 0;
    return sqlite3_file_control(handle(), "main", SQLITE_FCNTL_HAS_MOVED, &moved) == SQLITE_OK && moved != 0;
}

void Connection::noteIndex()
{
    m_log = openLogOf(handle());
    m_indexPath = std::string(sqlite3_db_filename(handle(), "main")) + "-shm";
    m_index = m_log ? identityAt(m_indexPath.c_str()) : std::nullopt;
}

bool Connection::hasLostLog()
{
    const std::optional<FileIdentity> log = openLogOf(handle());
    if (!log || m_reach == Reach::Alone)
        return false;
    if (log != m_log)
        noteIndex(); // another program has turned to a log since
    return identityAt(sqlite3_filename_wal(sqlite3_db_filename(handle(), "main"))) != log || !m_index ||
           identityAt(m_indexPath.c_str()) != m_index;
}

bool Connection::mendLog()
{
    const char* const path = sqlite3_filename_wal(sqlite3_db_filename(handle(), "main"));
    const std::optional<FileIdentity> log = identityAt(path);
    const std::optional<FileIdentity> index = identityAt(m_indexPath.c_str());
    std::error_code ignored;
    const bool isLogOfOthers =
        log && log != m_log && fs::file_size(path, ignored) > 0; // whoever opens makes an empty one
    if (isLogOfOthers || (index && index != m_index) || !m_index || m_reach != Reach::ReadWrite || hasMoved())
        return false;
    // Nobody can have it open but this connection if its log can be brought in and left.
    leaveWal();
    sqlite3_busy_timeout(handle(), kBusyMs);
    if (isInWal())
        return false;
    try {
        useWal();
    } catch (const std::exception&) {
        return false;
    }
    return !hasLostLog();
}

void Connection::leaveAllBeside() noexcept
{
    sqlite3_db_config(handle(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
}

void Connection::leaveWal() noexcept
{
    if (!m_database || m_reach != Reach::ReadWrite)
        return;
    sqlite3_busy_timeout(handle(), 0); // if somebody else has it open it stays as it is: theirs to close
    sqlite3_exec(handle(), "PRAGMA journal_mode = DELETE", nullptr, nullptr, nullptr);
}

} // namespace ochain
