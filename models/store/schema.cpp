// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/schema.h"

#include "newest_schema.h"
#include "store/made_schema.h"

#include <map>
#include <mutex>
#include <string>
#include <utility>

#include <SQLiteCpp/Statement.h>

namespace ochain {

namespace {

/// The schema that the migrations make, found once for each version.
const Schema& expectedSchema(int version)
{
    static std::mutex mutex;
    static std::map<int, Schema> known;
    const std::scoped_lock lock(mutex);
    const auto found = known.find(version);
    if (found != known.end())
        return found->second;
    return known
        .emplace(version, version == kSchemaVersion ? schemaIn(newestSchema().front().text) : madeSchema(version))
        .first->second;
}

std::string nameOf(const Schema::value_type& object)
{
    return object.first.first + " " + object.first.second;
}

tl::unexpected<Error> foreign(const Connection& connection, const char* format, const std::string& object)
{
    return failure(ErrorKind::NotOurs, format, connection.file().string(), object);
}

} // namespace

Result<void> checkSchema(Connection& connection, int version)
{
    return guarded(connection.file(), connection.handle(), [&]() -> Result<void> {
        if (connection.text("PRAGMA encoding") != "UTF-8")
            return foreign(
                connection,
                QT_TRANSLATE_NOOP(
                    "Sentence",
                    "“{0}” is not as O-chain makes its files: its {1} is another; export it with the program that made it"),
                "encoding");
        const Schema& expected = expectedSchema(version);
        const Schema found = schemaOf(connection.database());
        for (const Schema::value_type& object : found) {
            const auto same = expected.find(object.first);
            if (same == expected.end())
                return foreign(
                    connection,
                    QT_TRANSLATE_NOOP(
                        "Sentence",
                        "“{0}” is not as O-chain makes its files: {1} does not belong in it; remove it or go back to a copy of the file"),
                    nameOf(object));
            if (same->second != object.second)
                return foreign(
                    connection,
                    QT_TRANSLATE_NOOP(
                        "Sentence",
                        "“{0}” is not as O-chain makes its files: {1} was changed; go back to a copy of the file"),
                    nameOf(object));
        }
        for (const Schema::value_type& object : expected)
            if (!found.contains(object.first))
                return foreign(
                    connection,
                    QT_TRANSLATE_NOOP(
                        "Sentence",
                        "“{0}” is not as O-chain makes its files: {1} is missing; go back to a copy of the file"),
                    nameOf(object));
        return {};
    });
}

bool hasTable(Connection& connection, std::string_view table, int version)
{
    const Schema& expected = expectedSchema(version);
    const auto wanted = expected.find({"table", std::string(table)});
    SQLite::Statement query(connection.database(),
                            "SELECT tbl_name || char(10) || sql FROM sqlite_schema WHERE type = 'table' AND name = ?");
    query.bind(1, std::string(table));
    return wanted != expected.end() && query.executeStep() && query.getColumn(0).getString() == wanted->second;
}

} // namespace ochain
