// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <SQLiteCpp/Database.h>

namespace ochain {

inline constexpr int kSchemaVersion = 4; ///< user_version of the files this program writes

/// Makes the tables of a version in a database that has those of the version before (0: none), and sets user_version.
/// Throws SQLite::Exception.
void runMigration(SQLite::Database& database, int version);

} // namespace ochain
