// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "before.h"
#include "layered.h"

#include <optional>
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

/// Where items should stand, apart from what bends segments least.
struct Anchors {
    const Before* before = nullptr;            ///< null: a fresh layout
    std::vector<std::optional<double>> pinned; ///< middles of the nodes that the user holds, by item; may be empty
};

/// Tops of all items: in their columns in the given order, at least `spacing` apart, within [0, height]. Fresh: so that
/// the segments' heights differ little between their ends, counted by value; segments that can be level without cost to
/// others are exactly level. With a layout before: as near to where they stood as can be; what is new, and what was
/// level, is made level as far as that costs no more than what was bent already.
[[nodiscard]] std::vector<double> placeItems(const Layered& layered, const Order& order, const Measures& measures,
                                             double height, const Anchors& anchors);

} // namespace ochain::layout
