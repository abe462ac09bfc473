// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "before.h"
#include "flow_layout.h"
#include "layered.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace ochain::layout {

/// Nodes that the user holds at a place of their column: resolved against the layout before, so that each has an index
/// among the nodes of its column.
class Pins {
public:
    Pins(const Layered& layered, const Options& options, const Before* before);

    [[nodiscard]] bool isPinned(std::uint32_t node) const { return m_isPinned[node] != 0; }
    /// Moves the pinned nodes of an order to their places, or puts them in; the others keep their order.
    void apply(Order& order) const;
    /// For each item what stands between which pinned nodes of its column (see OrderSearch), or kNone; empty if nothing
    /// is pinned. @param order with all pinned nodes at their places
    [[nodiscard]] std::vector<std::uint32_t> zones(const Order& order) const;
    /// Heights that pinned nodes' middles should have, by node.
    [[nodiscard]] std::optional<double> wantedMiddle(std::uint32_t node) const;

private:
    struct Held {
        std::uint32_t node = 0;
        std::uint32_t place = 0;  ///< nodes above it in its column
        std::optional<double> y;  ///< wanted middle
        std::optional<double> at; ///< height at which it goes in between the long links there
    };

    [[nodiscard]] std::optional<std::uint32_t> placeOf(const Pin& pin, double height) const;
    void applyTo(std::vector<std::uint32_t>& items, const std::vector<Held>& held) const;

    const Layered& m_layered;
    const Before* m_before;
    std::vector<char> m_isPinned;
    std::vector<std::vector<Held>> m_held; ///< by column, from the top
};

} // namespace ochain::layout
