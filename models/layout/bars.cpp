// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bars.h"

#include <numeric>

namespace ochain::layout {

Bars::Bars(const Layered& layered, const Measures& measures)
{
    for (std::uint32_t s = 0; s < layered.strands.size(); ++s)
        add(layered, measures, s);
    m_first.assign(layered.items() + 1, 0);
    for (const Bar& bar : m_bars) {
        ++m_first[bar.left + 1];
        ++m_first[bar.right + 1];
    }
    std::partial_sum(m_first.begin(), m_first.end(), m_first.begin());
    m_list.resize(2 * m_bars.size());
    std::vector<std::uint32_t> next(m_first.begin(), m_first.end() - 1);
    for (std::uint32_t b = 0; b < m_bars.size(); ++b) {
        m_list[next[m_bars[b].left]++] = b;
        m_list[next[m_bars[b].right]++] = b;
    }
}

void Bars::add(const Layered& layered, const Measures& measures, std::uint32_t strand)
{
    const Strand& s = layered.strands[strand];
    const std::uint32_t between = layered.column[s.target] - layered.column[s.source] - 1;
    std::uint32_t from = s.source;
    double end = measures.tail[strand];
    for (std::uint32_t i = 0; i < between; ++i) {
        const std::uint32_t to = s.waypoint + i;
        const double middle = measures.height[to] / 2;
        m_bars.push_back({from, to, end - middle, s.weight, strand, i + 1});
        from = to;
        end = middle;
    }
    m_bars.push_back({from, s.target, end - measures.head[strand], s.weight, strand, between + 1});
}

} // namespace ochain::layout
