// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/migrations.h"

#include "schema_files.h"

#include <cstddef>
#include <string>

namespace ochain {

void runMigration(SQLite::Database& database, int version)
{
    const EmbeddedFile& file = schemaFiles()[static_cast<std::size_t>(version - 1)];
    database.exec(std::string(file.text));
    database.exec("PRAGMA user_version = " + std::to_string(version));
}

} // namespace ochain
