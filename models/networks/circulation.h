// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <vector>

namespace ochain {

/// Money from one place to another, at least 0.
struct FlowArc {
    std::uint32_t from = 0;
    std::uint32_t to = 0;
    std::int64_t cents = 0;
};

/// What of flows goes round in circles.
struct Circulation {
    std::vector<std::int64_t> roundBy; ///< what of each flow goes round, as they were given
    std::int64_t gross = 0;            ///< all flows together
    std::int64_t round = 0;            ///< of it, what goes round
    std::int64_t outside =
        0; ///< what those who pay more than they get bring in: all that is left once nothing goes round
};

/// Takes out of flows what two places pay each other, and of what is left between each two a circulation as large as
/// can be: maximum of Σ c with 0 ≤ c ≤ flow and as much into each place as out of it (a network simplex with integers,
/// of LEMON). What is left goes round nowhere.
/// @param arcs  at most one from a place to another; sums below 2^62
[[nodiscard]] Circulation circulationOf(const std::vector<FlowArc>& arcs, std::uint32_t places);

} // namespace ochain
