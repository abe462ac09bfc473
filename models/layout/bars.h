// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "layered.h"
#include "positions.h"

#include <cstdint>
#include <vector>

namespace ochain::layout {

/// A segment between tops of items: level when top(right) - top(left) equals `offset`.
struct Bar {
    std::uint32_t left = 0;
    std::uint32_t right = 0;
    double offset = 0;
    double weight = 0;
    std::uint32_t strand = 0;
    std::uint32_t step = 0; ///< 1: the first of its strand
};

/// All segments, and those of each item.
class Bars {
public:
    struct Range {
        const std::uint32_t* first = nullptr;
        const std::uint32_t* last = nullptr;
        [[nodiscard]] const std::uint32_t* begin() const { return first; }
        [[nodiscard]] const std::uint32_t* end() const { return last; }
    };

    Bars(const Layered& layered, const Measures& measures);

    [[nodiscard]] const std::vector<Bar>& all() const { return m_bars; }
    [[nodiscard]] Range of(std::uint32_t item) const
    {
        return {m_list.data() + m_first[item], m_list.data() + m_first[item + 1]};
    }

private:
    void add(const Layered& layered, const Measures& measures, std::uint32_t strand);

    std::vector<Bar> m_bars;
    std::vector<std::uint32_t> m_first; ///< of each item in m_list, + 1
    std::vector<std::uint32_t> m_list;
};

} // namespace ochain::layout
