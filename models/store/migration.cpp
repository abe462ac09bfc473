// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/migration.h"

#include "store/copies.h"
#include "store/page_check.h"
#include "store/schema.h"
#include "store/stored_digests.h"
#include "store/watched_statements.h"

#include <optional>
#include <string>
#include <system_error>
#include <utility>

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Transaction.h>

namespace ochain {

namespace {

namespace fs = std::filesystem;

Result<fs::path> backUp(Connection& connection, int version, const Progress& progress)
{
    // A connection that writes cannot be the source of a copy: another one reads what was there before the transaction.
    SQLite::Database source(connection.file().string(), SQLite::OPEN_READONLY, 3000, guardedVfs());
    return copyBeside(source, connection.file(), "v" + std::to_string(version), progress);
}

/// A copy of a file that is about to be changed: goes away with this unless it is kept.
class SpareCopy {
public:
    explicit SpareCopy(fs::path file) : m_file(std::move(file)) {}
    ~SpareCopy()
    {
        std::error_code ignored;
        if (!m_file.empty())
            fs::remove(m_file, ignored);
    }
    SpareCopy(SpareCopy&& other) noexcept : m_file(std::exchange(other.m_file, {})) {}
    SpareCopy& operator=(SpareCopy&&) = delete;
    void keep() noexcept { m_file.clear(); }

private:
    fs::path m_file;
};

/// What migrating does, in a transaction.
/// @return the copy of the file as it was
Result<SpareCopy> bringUpToDate(Connection& connection, int version, const Progress& progress)
{
    constexpr double kChecked = 0.3; // shares of the time, about
    constexpr double kCopied = 0.5;
    constexpr double kChanged = 0.7;
    // A damaged file would be vouched for as it is: it is read as far as it goes instead.
    const std::optional<std::string> fault = pageFault(connection, part(progress, 0, kChecked));
    if (!fault)
        throw SQLite::Exception("checking", SQLITE_INTERRUPT);
    if (!fault->empty())
        return tl::unexpected(sqliteError(connection.file(), SQLITE_CORRUPT, 0, *fault));
    Result<fs::path> copied = backUp(connection, version, part(progress, kChecked, kCopied));
    if (!copied)
        return tl::unexpected(std::move(copied.error()));
    SpareCopy copy(std::move(*copied));
    {
        const Progress changing = part(progress, kCopied, kChanged);
        const WatchedStatements watched(connection.handle(), changing);
        for (int next = version + 1; next <= kSchemaVersion; ++next)
            runMigration(connection.database(), next);
    }
    if (version < kDigestVersion)
        writeDigests(connection.handle(), part(progress, kChanged, 1));
    return copy;
}

/// Foreign keys are off while it lives: a table that is made anew is dropped before another takes its name. (SQLite
/// heeds that only outside of transactions.)
class WithoutForeignKeys {
public:
    explicit WithoutForeignKeys(SQLite::Database& database) : m_database(database)
    {
        m_database.exec("PRAGMA foreign_keys = OFF");
    }
    ~WithoutForeignKeys() { static_cast<void>(m_database.tryExec("PRAGMA foreign_keys = ON")); }
    WithoutForeignKeys(const WithoutForeignKeys&) = delete;
    WithoutForeignKeys& operator=(const WithoutForeignKeys&) = delete;

private:
    SQLite::Database& m_database;
};

} // namespace

Result<int> versionOf(Connection& connection)
{
    return guarded(connection.file(), connection.handle(), [&]() -> Result<int> {
        const std::int64_t version = connection.number("PRAGMA user_version");
        if (version <= 0)
            return failure(
                ErrorKind::NotOurs,
                QT_TRANSLATE_NOOP("Sentence",
                                  "“{0}” was not made to its end; delete it and make it again with “ochain init”"),
                connection.file().string());
        if (version > kSchemaVersion)
            return failure(
                ErrorKind::Newer,
                QT_TRANSLATE_NOOP(
                    "Sentence",
                    "“{0}” was made by a newer O-chain (file version {1}, this program knows {2}); install the newer program, or have it export CSV"),
                connection.file().string(), std::to_string(version), std::to_string(kSchemaVersion));
        return static_cast<int>(version);
    });
}

Result<void> migrate(Connection& connection, const Progress& progress)
{
    const Sentence doing{QT_TRANSLATE_NOOP("Sentence", "bringing the file up to date"), {}};
    return guarded(connection.file(), connection.handle(),
                   [&]() -> Result<void> {
                       const WithoutForeignKeys off(connection.database());
                       SQLite::Transaction transaction(connection.database(), SQLite::TransactionBehavior::IMMEDIATE);
                       const Result<int> version = versionOf(connection); // another program may have been faster
                       if (!version)
                           return tl::unexpected(version.error());
                       if (*version == kSchemaVersion)
                           return {};
                       Result<SpareCopy> copy = bringUpToDate(connection, *version, progress);
                       if (!copy)
                           return tl::unexpected(std::move(copy.error()));
                       copy->keep(); // where a commit fails nobody knows whether it is in the file
                       transaction.commit();
                       return {};
                   })
        .map_error([&](Error error) { return std::move(error).during(doing); });
}

} // namespace ochain
