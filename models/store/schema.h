// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "store/connection.h"
#include "store/migrations.h"

namespace ochain {

/// Whether the schema of a file is just what the migrations up to its version make: no table, index, view or trigger
/// more, less or other. A foreign one is refused by name.
[[nodiscard]] Result<void> checkSchema(Connection& connection, int version);
/// Whether one table is there and as that version makes it; for files that are read as far as they can be.
[[nodiscard]] bool hasTable(Connection& connection, std::string_view table, int version);

} // namespace ochain
