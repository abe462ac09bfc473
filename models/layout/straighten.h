// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "bars.h"
#include "positions.h"

#include <vector>

namespace ochain::layout {

/// Moves groups of items held together by level segments to the weighted median of what their other segments want, as
/// far as the items above and below leave room: chains become exactly straight. With a layout before, only segments
/// that are new or were level then want anything; what was bent then holds its items where they were.
void straighten(const Layered& layered, const Order& order, const Measures& measures, const Bars& bars, double height,
                const Anchors& anchors, std::vector<double>& top);

} // namespace ochain::layout
