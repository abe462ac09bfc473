// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "loops.h"

#include <algorithm>
#include <cstddef>
#include <tuple>

namespace ochain::layout {

namespace {

/// Share of the height that the gaps between all lanes of one side may take.
constexpr double kMostGaps = 0.25;

double middleOf(const PlacedNode& node)
{
    return (node.y0 + node.y1) / 2;
}

/// How far the picture reaches up and down in each column, so that lanes can lie close to it.
class Skyline {
public:
    explicit Skyline(const Layout& layout)
        : m_top(static_cast<std::size_t>(layout.columns), layout.height), m_bottom(m_top.size(), 0.0)
    {
        for (const PlacedNode& node : layout.nodes)
            include(node.column, node.y0, node.y1);
        for (const PlacedLink& link : layout.links) {
            const double half = link.value * layout.scale / 2;
            int column = layout.nodes[link.source].column + 1;
            for (const double y : link.via)
                include(column++, y - half, y + half);
        }
    }

    /// Takes a lane over the columns and the gaps beside them. @return its middle
    double take(int first, int last, bool above, double thickness, double gap)
    {
        const auto from = static_cast<std::size_t>(std::max(first - 1, 0));
        const auto to = std::min(static_cast<std::size_t>(last) + 1, m_top.size() - 1);
        if (above) {
            double y = m_top[from];
            for (std::size_t c = from; c <= to; ++c)
                y = std::min(y, m_top[c]);
            for (std::size_t c = from; c <= to; ++c)
                m_top[c] = y - gap - thickness;
            return y - gap - thickness / 2;
        }
        double y = m_bottom[from];
        for (std::size_t c = from; c <= to; ++c)
            y = std::max(y, m_bottom[c]);
        for (std::size_t c = from; c <= to; ++c)
            m_bottom[c] = y + gap + thickness;
        return y + gap + thickness / 2;
    }

private:
    void include(int column, double y0, double y1)
    {
        const auto c = static_cast<std::size_t>(column);
        m_top[c] = std::min(m_top[c], y0);
        m_bottom[c] = std::max(m_bottom[c], y1);
    }

    std::vector<double> m_top;
    std::vector<double> m_bottom;
};

std::vector<std::uint32_t> fromInsideOut(const Layout& layout, std::vector<std::uint32_t> loops)
{
    const auto key = [&](std::uint32_t l) {
        const PlacedLink& link = layout.links[l];
        const PlacedNode& source = layout.nodes[link.source];
        const PlacedNode& target = layout.nodes[link.target];
        const double sign = link.loop.above ? 1.0 : -1.0;
        return std::tuple(source.column - target.column, sign * middleOf(source), sign * middleOf(target), l);
    };
    std::sort(loops.begin(), loops.end(), [&](std::uint32_t a, std::uint32_t b) { return key(a) < key(b); });
    return loops;
}

/// Distances of the rising and falling parts: the inner loop's nearest to its node. Both sides share them, as they may
/// pass each other.
void spaceTurns(Layout& layout, const std::vector<std::uint32_t>& loops, double gap)
{
    std::vector<double> sourceReach(static_cast<std::size_t>(layout.columns), 0.0);
    std::vector<double> targetReach(sourceReach.size(), 0.0);
    for (const std::uint32_t l : loops) {
        PlacedLink& link = layout.links[l];
        const double thickness = link.value * layout.scale;
        double& source = sourceReach[static_cast<std::size_t>(layout.nodes[link.source].column)];
        double& target = targetReach[static_cast<std::size_t>(layout.nodes[link.target].column)];
        link.loop.sourceTurn = source + gap + thickness / 2;
        link.loop.targetTurn = target + gap + thickness / 2;
        source += gap + thickness;
        target += gap + thickness;
    }
}

} // namespace

std::vector<std::uint32_t> laneLoops(Layout& layout, const std::vector<std::uint32_t>& loops, double gap)
{
    layout.top = 0;
    layout.bottom = layout.height;
    if (loops.empty())
        return {};
    std::vector<std::uint32_t> ordered = fromInsideOut(layout, loops);
    const double room = layout.height * kMostGaps / static_cast<double>(loops.size());
    const double laneGap = std::min(gap, room);
    Skyline skyline(layout);
    for (const std::uint32_t l : ordered) {
        PlacedLink& link = layout.links[l];
        const double thickness = link.value * layout.scale;
        link.loop.y = skyline.take(layout.nodes[link.target].column, layout.nodes[link.source].column, link.loop.above,
                                   thickness, laneGap);
        layout.top = std::min(layout.top, link.loop.y - thickness / 2);
        layout.bottom = std::max(layout.bottom, link.loop.y + thickness / 2);
    }
    spaceTurns(layout, ordered, laneGap);
    return ordered;
}

} // namespace ochain::layout
