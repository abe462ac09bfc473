// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/date.h"
#include "chain/error.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace ochain {

/// Amounts as stated, or scaled by the weight of each deal's status. (How good a single row is, is its Basis.)
enum class FigureBasis : std::uint8_t { Headline, Weighted };
enum class Overlaps : std::uint8_t { Unique, Gross, Overlap };

/// What every figure is seen through, besides its period (data/README.md, section 5).
struct Lens {
    Day knownAsOf = kNoDay; ///< kNoDay: without this clock, rows count as they stand
    FigureBasis basis = FigureBasis::Headline;
    bool withAssumed = true;
    Overlaps overlaps = Overlaps::Unique;

    bool operator==(const Lens&) const = default;
};

} // namespace ochain
