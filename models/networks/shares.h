// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/quantity.h"

#include <cstdint>
#include <vector>

namespace ochain {

/// What part of their sum each amount is. The shares add up to kWhole exactly: each is rounded down, and the basis
/// points that are left go to those whose fraction is largest, of equals to the first.
/// @param amounts  at least 0; their sum below 2^62
/// @return one for each amount; all absent if the sum is 0
[[nodiscard]] std::vector<BasisPoints> sharesOf(const std::vector<std::int64_t>& amounts);
/// The same of parts of a whole that were computed by floating point and add up to about 1.
/// @param parts  finite, at least 0
[[nodiscard]] std::vector<BasisPoints> sharesOf(const std::vector<double>& parts);

/// Herfindahl index of amounts that are parts of a whole: Σ share² × 10,000 (data/README.md, section 8).
/// @param whole  at least the sum of the amounts, above 0
/// @return above 0 to 10,000
[[nodiscard]] double herfindahlOf(const std::vector<std::int64_t>& amounts, std::int64_t whole) noexcept;

} // namespace ochain
