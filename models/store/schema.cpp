// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/schema.h"

#include "schema_files.h"

#include <map>
#include <mutex>
#include <string>
#include <utility>

#include <SQLiteCpp/Statement.h>

namespace ochain {

namespace {

/// Kind and name of each object of a schema to its table and its SQL. Nothing that SQLite makes by itself is passed
/// over: no file of ours is ever analyzed, and statistics that others leave decide how rows are found.
using Schema = std::map<std::pair<std::string, std::string>, std::string>;

Schema schemaOf(SQLite::Database& database)
{
    Schema schema;
    SQLite::Statement query(database, "SELECT type, name, tbl_name || char(10) || ifnull(sql, '') FROM sqlite_schema");
    while (query.executeStep()) {
        std::string& sql = schema[{query.getColumn(0).getString(), query.getColumn(1).getString()}];
        sql += query.getColumn(2).getString(); // of two objects of one name it is that of none
    }
    return schema;
}

/// The schema that the migrations make, computed once for each version.
const Schema& expectedSchema(int version)
{
    static std::mutex mutex;
    static std::map<int, Schema> known;
    const std::scoped_lock lock(mutex);
    const auto found = known.find(version);
    if (found != known.end())
        return found->second;
    SQLite::Database database(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    for (int v = 1; v <= version; ++v)
        runMigration(database, v);
    return known.emplace(version, schemaOf(database)).first->second;
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

void runMigration(SQLite::Database& database, int version)
{
    const EmbeddedFile& file = schemaFiles()[static_cast<std::size_t>(version - 1)];
    database.exec(std::string(file.text));
    database.exec("PRAGMA user_version = " + std::to_string(version));
}

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
