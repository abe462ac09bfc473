// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/migration.h"

#include "files/safe_file.h"
#include "files/unfinished.h"
#include "store/schema.h"

#include <string>
#include <utility>

#include <SQLiteCpp/Backup.h>
#include <SQLiteCpp/Transaction.h>

namespace ochain {

namespace {

namespace fs = std::filesystem;

Result<void> backUp(Connection& connection, int version)
{
    const fs::path part = temporaryBeside(connection.file());
    noteUnfinished(part);
    Result<void> copied = guarded(part, nullptr, [&]() -> Result<void> {
        SQLite::Database copy(part.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
        // A connection that writes cannot be the source of a copy: another one reads what was there before the
        // transaction.
        SQLite::Database source(connection.file().string(), SQLite::OPEN_READONLY, 3000);
        if (const int code = SQLite::Backup(copy, source).executeStep(-1); code != SQLITE_DONE)
            throw SQLite::Exception("copying", code);
        copy.exec("PRAGMA journal_mode = DELETE");
        return {};
    });
    if (!copied) {
        std::error_code ignored;
        fs::remove(part, ignored);
        return copied;
    }
    constexpr int kMostBackups = 1000;
    for (int n = 1; n <= kMostBackups; ++n) {
        const std::string suffix =
            ".v" + std::to_string(version) + (n == 1 ? std::string() : "-" + std::to_string(n)) + ".bak";
        const fs::path name = beside(connection.file(), suffix.c_str());
        std::error_code ignored;
        if (fs::exists(name, ignored))
            continue;
        return putInPlace(part, name, false);
    }
    std::error_code ignored;
    fs::remove(part, ignored);
    return failure(
        ErrorKind::Io,
        QT_TRANSLATE_NOOP("Sentence", "there are too many old copies beside “{0}”; delete some that end in .bak"),
        connection.file().string());
}

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
                       SQLite::Transaction transaction(connection.database(), SQLite::TransactionBehavior::IMMEDIATE);
                       const Result<int> version = versionOf(connection); // another program may have been faster
                       if (!version)
                           return tl::unexpected(version.error());
                       if (*version == kSchemaVersion)
                           return {};
                       if (Result<void> copied = backUp(connection, *version); !copied)
                           return copied;
                       for (int next = *version + 1; next <= kSchemaVersion; ++next)
                           runMigration(connection.database(), next);
                       transaction.commit();
                       return {};
                   })
        .map_error([&](Error error) { return std::move(error).during(doing); });
}

} // namespace ochain
