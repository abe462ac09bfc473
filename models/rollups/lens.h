// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/date.h"
#include "chain/error.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace ochain {

enum class Believed : std::uint8_t { Headline, Weighted };
enum class Overlaps : std::uint8_t { Unique, Gross, Overlap };

/// What every figure is seen through, besides its period (the domain rules, section 5).
struct Lens {
    Day knownAsOf = kNoDay; ///< kNoDay: without this clock, rows count as they stand
    Believed believed = Believed::Headline;
    bool withAssumed = true;
    Overlaps overlaps = Overlaps::Unique;

    bool operator==(const Lens&) const = default;
};

} // namespace ochain
