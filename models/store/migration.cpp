// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/migration.h"

#include "store/copies.h"
#include "store/page_check.h"
#include "store/schema.h"
#include "store/stored_digests.h"

#include <string>
#include <utility>

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Transaction.h>

namespace ochain {

namespace {

namespace fs = std::filesystem;

Result<void> backUp(Connection& connection, int version)
{
    // A connection that writes cannot be the source of a copy: another one reads what was there before the transaction.
    SQLite::Database source(connection.file().string(), SQLite::OPEN_READONLY, 3000, guardedVfs());
    return copyBeside(source, connection.file(), "v" + std::to_string(version)).map([](const fs::path&) {});
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

Result<void> migrate(Connection& connection)
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
                       // A damaged file would be vouched for as it is: it is read as far as it goes instead.
                       if (const std::string fault = pageFault(connection).value_or(std::string()); !fault.empty())
                           return tl::unexpected(sqliteError(connection.file(), SQLITE_CORRUPT, 0, fault));
                       if (Result<void> copied = backUp(connection, *version); !copied)
                           return copied;
                       for (int next = *version + 1; next <= kSchemaVersion; ++next)
                           runMigration(connection.database(), next);
                       if (*version < kDigestVersion)
                           writeDigests(connection.handle());
                       transaction.commit();
                       return {};
                   })
        .map_error([&](Error error) { return std::move(error).during(doing); });
}

} // namespace ochain
