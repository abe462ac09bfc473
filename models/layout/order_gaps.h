// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "layered.h"
#include "ranked_order.h"

#include <cstdint>
#include <vector>

namespace ochain::layout {

/// Takes items out of their columns and puts them back into the best gaps. What is out is joined to nothing.
class OrderGaps {
public:
    explicit OrderGaps(const Layered& layered) : m_layered(layered) {}

    /// @return the crossings that go with the item
    double takeOut(RankedOrder& order, std::uint32_t item);
    /// Puts an item where it crosses least and ranks and zones allow it.
    /// @param draw 0 to 1, chooses among equals
    /// @param threshold costs that differ by no more are equal
    /// @return the crossings that come with it
    double putBack(RankedOrder& order, std::uint32_t item, double draw, double threshold);
    /// Work done so far, in segments and positions looked at.
    [[nodiscard]] std::uint64_t steps() const { return m_steps; }

private:
    double findDeltas(const RankedOrder& order, std::uint32_t item);

    const Layered& m_layered;
    std::vector<double> m_slope;       ///< scratch: by position in a neighbouring column
    std::vector<double> m_delta;       ///< scratch: by position in the item's column
    std::vector<double> m_here;        ///< scratch: by position in a neighbouring column
    std::vector<Arc> m_present;        ///< scratch
    std::vector<std::uint32_t> m_gaps; ///< scratch
    std::uint64_t m_steps = 0;
};

} // namespace ochain::layout
