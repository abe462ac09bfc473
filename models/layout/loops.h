// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "flow_layout.h"

#include <cstdint>
#include <vector>

namespace ochain::layout {

/// Lanes of the reversed links, whose sides are chosen, found once the nodes stand. Lanes nest: a loop over fewer
/// columns runs inside one over more, and of two over the same columns that of the node nearer to the lanes runs
/// inside, so that no two cut each other more than they must.
/// @param loops  the reversed links, by index into layout.links; sets their `loop` and the layout's top and bottom
/// @return the loops from the inside out
std::vector<std::uint32_t> laneLoops(Layout& layout, const std::vector<std::uint32_t>& loops, double gap);

} // namespace ochain::layout
