// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>

#include <SQLiteCpp/Database.h>

namespace ochain {

/// Kind and name of each object of a schema to its table and its SQL. Nothing that SQLite makes by itself is passed
/// over: no file of ours is ever analyzed, and statistics that others leave decide how rows are found.
using Schema = std::map<std::pair<std::string, std::string>, std::string>;

/// The schema of a database as it is. Throws SQLite::Exception.
[[nodiscard]] Schema schemaOf(SQLite::Database& database);
/// The schema that the migrations up to a version make, in a database of its own. Throws SQLite::Exception.
[[nodiscard]] Schema madeSchema(int version);

/// A schema as text, and back; the build writes down the newest, which takes longer to make than a small chain to load.
[[nodiscard]] std::string textOf(const Schema& schema);
/// @param text  as textOf() has made it
[[nodiscard]] Schema schemaIn(std::string_view text);

} // namespace ochain
