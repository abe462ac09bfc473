// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/sentence.h"
#include "store/edit_digester.h"
#include "store/raw_statement.h"

#include <cstdint>
#include <string_view>

namespace ochain {

// The rows of the journal in the columns over which an edit's digest goes, in this order.
inline constexpr int kEditColumns = 8;
inline constexpr char kSelectEditRows[] = "SELECT seq, time, author, why, kind, of, accepts, tables, digest FROM edits";
inline constexpr int kChangeColumns = 10;
inline constexpr char kSelectChangeRows[] =
    "SELECT seq, n, part, \"table\", op, key, row_id, field, old, new FROM changes";

/// Under this name the journal has the number of a row, where that changes: it is the place in the order of entry, and
/// no field of the CSV files.
inline constexpr std::string_view kNumberField = "id";

/// That an edit of the journal has something that cannot be, such as the table “contracts”.
[[nodiscard]] Sentence journalFault(std::int64_t seq, std::string_view what, std::string_view word);

/// Adds a row as it stands to the digest of its edit.
void addRow(EditDigester& digester, RawStatement& row, int columns);

} // namespace ochain
