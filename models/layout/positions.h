// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "layered.h"

#include <vector>

namespace ochain::layout {

/// Room an item takes in its column, and where on it a segment ends.
struct Measures {
    double scale = 0;
    std::vector<double> height; ///< of each item
    std::vector<double>
        spacing; ///< of each item: least distance from the bottom of the item above it (or the top of the chart)
    std::vector<double> tail; ///< of each strand: middle of its end at the source, from the source's top
    std::vector<double> head; ///< of each strand: middle of its end at the target, from the target's top
};

/// Tops of all items: in their columns in the given order, at least `spacing` apart, within [0, height], so that the
/// segments' heights differ little between their ends, counted by value; segments that can be level without cost to
/// others are exactly level.
[[nodiscard]] std::vector<double> placeItems(const Layered& layered, const Order& order, const Measures& measures,
                                             double height);

} // namespace ochain::layout
