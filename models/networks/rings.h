// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/progress.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace ochain {

inline constexpr int kMostRingLength = 12;

/// Money that goes from one place to another.
struct RingArc {
    std::uint32_t from = 0;
    std::uint32_t to = 0;
    bool isCapital = false; ///< else trade
    std::int64_t cents = 0; ///< arcs without money are in no ring
};

/// A circular flow: a way through arcs that comes back to where it began and meets no place twice, with trade and
/// capital among them.
struct Ring {
    std::vector<std::uint32_t> arcs; ///< places in the list of arcs, beginning with the least arc
    std::int64_t cents = 0;          ///< of the least arc: what goes round
};

struct RingLimits {
    int length = 6;         ///< arcs at most, 2 to kMostRingLength
    std::size_t most = 100; ///< rings
};

struct Rings {
    std::vector<Ring> rings; ///< largest first
    bool isCut = false;      ///< there are more
};

/// The rings with the largest least arcs. Arcs come in by falling amount, of equals as they are listed; each closes the
/// rings in which it is the least, and once there are enough, all further ones are smaller. Of one least arc rings come
/// in the order in which their other arcs came in.
/// @param progress  asked now and then; false from it cancels, and there is nothing
[[nodiscard]] std::optional<Rings> largestRings(const std::vector<RingArc>& arcs, std::uint32_t places,
                                                const RingLimits& limits, const Progress& progress = {});

} // namespace ochain
