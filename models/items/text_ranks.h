// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "items/keyed_rows.h"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace ochain {

/// How far apart the ranks of texts are that follow each other, so that others find room between them.
inline constexpr std::int64_t kRankStep = std::int64_t{1} << 20U;

/// The rank of each text among all of them, byte by byte as std::string_view compares; the same for equal ones, and
/// kAbsentKey for those that are empty. All are ranked at once, eight bytes at a time.
/// @return nothing if it gave up
[[nodiscard]] std::optional<std::vector<std::int64_t>> textRanks(const std::vector<std::string_view>& texts,
                                                                 const GoesOn& goesOn);

} // namespace ochain
