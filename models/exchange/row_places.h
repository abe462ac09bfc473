// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/chain.h"
#include "chain/edit.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace ochain {

/// Numbers in rising order for rows that have these: either each row that stands before its turn gets the next number
/// free behind the row before it, or the numbers there are, are dealt out anew; whichever moves fewer rows. The first
/// is better where rows came in between, the second where rows changed places.
[[nodiscard]] std::vector<std::int64_t> placesOf(const std::vector<std::int64_t>& numbers);

/// Puts the rows of a table in order by the end of an edit: rows stand in the order of their numbers. New rows without
/// a number have one behind all others until then, so that nothing is in the way of what the edit erases, nor when it
/// is turned round.
/// @param chain  as it is before the edit
/// @param keys   of all rows that the table has after it, in the order they are to have
void putRowsInOrder(Edit& edit, const Chain& chain, Table table, const std::vector<std::string_view>& keys);

} // namespace ochain
