// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/made_schema.h"

#include "store/migrations.h"

#include <charconv>
#include <cstddef>

#include <SQLiteCpp/Statement.h>

namespace ochain {

namespace {

// A piece of text is written as its length, a space and itself.

void put(std::string& out, std::string_view piece)
{
    out += std::to_string(piece.size());
    out += ' ';
    out += piece;
}

std::string take(std::string_view& text)
{
    std::size_t length = 0;
    const char* const after = std::from_chars(text.data(), text.data() + text.size(), length).ptr;
    text.remove_prefix(static_cast<std::size_t>(after - text.data()) + 1);
    std::string piece(text.substr(0, length));
    text.remove_prefix(length);
    return piece;
}

} // namespace

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

Schema madeSchema(int version)
{
    SQLite::Database database(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    for (int v = 1; v <= version; ++v)
        runMigration(database, v);
    return schemaOf(database);
}

std::string textOf(const Schema& schema)
{
    std::string text;
    for (const auto& [object, sql] : schema) {
        put(text, object.first);
        put(text, object.second);
        put(text, sql);
    }
    return text;
}

Schema schemaIn(std::string_view text)
{
    Schema schema;
    while (!text.empty()) {
        std::string kind = take(text);
        std::string name = take(text);
        schema.emplace(std::pair(std::move(kind), std::move(name)), take(text));
    }
    return schema;
}

} // namespace ochain
