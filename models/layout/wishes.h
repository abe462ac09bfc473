// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "layered.h"

#include <cstdint>
#include <tuple>
#include <utility>
#include <vector>

namespace ochain::layout {

/// What two pairs of items in neighbouring columns would save if they stood the same way (or the opposite way) up.
struct Wish {
    std::uint32_t left = 0; ///< pair
    std::uint32_t right = 0;
    bool wantsSame = true;
    double weight = 0; ///< crossings saved, over the cheaper way that has to be paid in any case
};

/// All wishes of a graph. Two segments that share no end cross or not depending on the order of the pair of their left
/// ends and of the pair of their right ends; what all segments between the same two pairs say is summed up.
class Wishes {
public:
    explicit Wishes(const Layered& layered);
    /// Work that finding them takes, about 2 ns a step.
    [[nodiscard]] static std::uint64_t stepsToFind(const Layered& layered);

    [[nodiscard]] std::uint32_t pairs() const { return m_firstPair.back(); }
    [[nodiscard]] std::vector<Wish>& all() { return m_wishes; }
    /// Indices of the wishes of a pair.
    [[nodiscard]] std::pair<const std::uint32_t*, const std::uint32_t*> of(std::uint32_t pair) const
    {
        return {m_ofPair.data() + m_first[pair], m_ofPair.data() + m_first[pair + 1]};
    }
    [[nodiscard]] bool isIdle(std::uint32_t pair) const { return m_first[pair] == m_first[pair + 1]; }

    /// Items of a column are numbered from 0; pairs have the same number in both directions.
    [[nodiscard]] std::uint32_t size(std::uint32_t column) const { return m_size[column]; }
    [[nodiscard]] std::uint32_t pair(std::uint32_t column, std::uint32_t a, std::uint32_t b) const
    {
        const std::uint32_t low = a < b ? a : b;
        const std::uint32_t high = a < b ? b : a;
        return m_firstPair[column] + high * (high - 1) / 2 + low;
    }
    /// Column and the two items of a pair, the lower number first.
    [[nodiscard]] std::tuple<std::uint32_t, std::uint32_t, std::uint32_t> ends(std::uint32_t pair) const
    {
        return {m_columnOf[pair], m_low[pair], m_high[pair]};
    }

private:
    void numberPairs(const Layered& layered);
    void findInGap(const Layered& layered, const std::vector<std::uint32_t>& from, double smallest);
    void listByPair();

    std::vector<std::uint32_t> m_size;      ///< items of each column
    std::vector<std::uint32_t> m_local;     ///< of each item its number in its column
    std::vector<std::uint32_t> m_firstPair; ///< columns + 1
    std::vector<std::uint32_t> m_columnOf;  ///< of each pair
    std::vector<std::uint32_t> m_low;
    std::vector<std::uint32_t> m_high;
    std::vector<Wish> m_wishes;
    std::vector<std::uint32_t> m_first; ///< pairs + 1
    std::vector<std::uint32_t> m_ofPair;
};

} // namespace ochain::layout
