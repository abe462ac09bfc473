// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/chain.h"

#include <vector>

namespace ochain {

inline constexpr std::size_t kMaxProblems = 10'000; ///< no list of problems grows further

/// Whether a table without keys knows its rows by this field.
[[nodiscard]] bool isPartOfJoinedKey(Table table, Field field) noexcept;

/// The rules (data/README.md, section 6) that a single row, with its tranches and parts, can break.
void checkRow(const Chain& chain, RowRef ref, Problems& problems);
/// What an edit has done, each list sorted and each row in it once.
struct EditedRows {
    std::vector<RowRef> touched;
    std::vector<RowRef> placed; ///< those of them that came into another row, see fieldOfNesting()
    std::vector<RowRef> erased; ///< dead, but not released yet
};
/// The rules that an edit can break: those of the rows touched and of the rows that hang on them, what lies in what,
/// and references to the rows erased.
void checkEdited(const Chain& chain, const EditedRows& rows, Problems& problems);
/// Every broken rule of all rows.
[[nodiscard]] Problems errorsOf(const Chain& chain);

} // namespace ochain
