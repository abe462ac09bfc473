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
/// Cycles of parents and of part_of in the whole chain.
void checkCycles(const Chain& chain, Problems& problems);
/// The rules that an edit can break: those of the rows touched and of the rows that hang on them, cycles, and
/// references to the rows erased (dead, but not released yet).
void checkEdited(const Chain& chain, const std::vector<RowRef>& touched, const std::vector<RowRef>& erased,
                 Problems& problems);
/// Every broken rule of all rows.
[[nodiscard]] Problems errorsOf(const Chain& chain);

} // namespace ochain
