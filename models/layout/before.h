// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "flow_layout.h"
#include "layered.h"

#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

namespace ochain::layout {

/// What the layout before knows about the items of a new graph. Items are the same if they are in the same column;
/// strands are recognised by their ends. Keeps references to both graphs.
class Before {
public:
    /// @param height the new height: places before are given in its unit
    Before(const Layered& layered, const Previous& previous, double height);

    /// Middle of the item, if it was there.
    [[nodiscard]] std::optional<double> middle(std::uint32_t item) const;
    /// Top of the node, if it was there.
    [[nodiscard]] std::optional<double> top(std::uint32_t node) const;
    /// One link of the strand as it was placed, counted from the top, or null.
    [[nodiscard]] const PlacedLink* link(std::uint32_t strand, std::size_t which = 0) const;
    /// For each link whether one between the same nodes was a loop above (or below) the boxes.
    [[nodiscard]] std::vector<std::optional<bool>> loopSides(const std::vector<Link>& links) const;
    /// Whether the strand was not there, or was with another value.
    [[nodiscard]] bool isChanged(std::uint32_t strand) const;
    /// Whether the strand's first link ran level into the item at this column (1: the one after its source).
    [[nodiscard]] bool wasLevel(std::uint32_t strand, std::uint32_t step) const;
    /// Items of each column that were there, in the order they had.
    [[nodiscard]] Order order() const;
    /// New height to old.
    [[nodiscard]] double ratio() const { return m_ratio; }

private:
    [[nodiscard]] std::optional<std::uint32_t> nodeBefore(std::uint32_t node) const;
    using Ends = std::pair<std::uint32_t, std::uint32_t>;
    [[nodiscard]] Ends ends(std::uint32_t link) const;
    [[nodiscard]] std::pair<std::size_t, std::size_t> linksOf(std::uint32_t strand) const;
    [[nodiscard]] std::optional<double> middleOfWaypoint(std::uint32_t item) const;

    const Layered& m_layered;
    const Previous& m_previous;
    double m_ratio = 1;                 ///< new height to old
    std::vector<std::uint32_t> m_links; ///< forward ones, by ends
};

} // namespace ochain::layout
