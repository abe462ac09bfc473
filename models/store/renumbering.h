// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/edit.h"
#include "chain/error.h"

#include <span>

struct sqlite3;

namespace ochain {

/// Gives rows the numbers that an edit moves them to, all at once, and turns everything that refers to them. Within the
/// open transaction, and with foreign keys off: SQLite would look for referrers of each number on the way.
/// Conflict: a row to be moved is not there. InvalidInput: no number is left. Throws SQLite::Exception.
[[nodiscard]] Result<void> renumberRows(sqlite3* database, std::span<const RowChange> moves);

} // namespace ochain
