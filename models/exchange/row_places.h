// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <vector>

namespace ochain {

/// Numbers in rising order for rows that have these: either each row that stands before its turn gets the next number
/// free behind the row before it, or the numbers there are, are dealt out anew; whichever moves fewer rows. The first
/// is better where rows came in between, the second where rows changed places.
[[nodiscard]] std::vector<std::int64_t> placesOf(const std::vector<std::int64_t>& numbers);

} // namespace ochain
