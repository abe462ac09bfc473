// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "layered.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace ochain::layout {

/// What placing one arc's owner above another item costs more than placing it below, for each position of that item's
/// other end: the owner's weight that ends further down less what ends further up.
inline void slopeOf(const Arc* begin, const Arc* end, const std::vector<std::uint32_t>& position,
                    std::vector<double>& slope, std::size_t size)
{
    if (end - begin == 1) { // most items are waypoints
        const auto there = static_cast<std::ptrdiff_t>(position[begin->item]);
        slope.resize(size);
        std::fill(slope.begin(), slope.begin() + there, begin->weight);
        slope[position[begin->item]] = 0;
        std::fill(slope.begin() + there + 1, slope.end(), -begin->weight);
        return;
    }
    slope.assign(size, 0.0);
    double total = 0;
    for (const Arc* a = begin; a != end; ++a) {
        slope[position[a->item]] += a->weight;
        total += a->weight;
    }
    double above = 0;
    for (double& s : slope) {
        const double here = s;
        s = total - 2 * above - here;
        above += here;
    }
}

} // namespace ochain::layout
