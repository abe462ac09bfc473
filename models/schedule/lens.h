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
/// Which amounts count by who is bound to them.
enum class Commitments : std::uint8_t {
    All,
    Firm,
    Unsaid, ///< those of which nobody has said: what Firm leaves out for want of word, told beside it
};
/// Capacity as stated, or converted to critical IT load.
enum class MegawattsOf : std::uint8_t { Stated, It };

/// What every figure is seen through, besides its period (data/README.md, section 5).
struct Lens {
    Day knownAsOf = kNoDay; ///< kNoDay: without this clock, rows count as they stand
    FigureBasis basis = FigureBasis::Headline;
    bool withAssumed = true;
    Overlaps overlaps = Overlaps::Unique;
    Commitments commitments = Commitments::All;
    MegawattsOf megawatts = MegawattsOf::Stated;

    bool operator==(const Lens&) const = default;
};

} // namespace ochain
