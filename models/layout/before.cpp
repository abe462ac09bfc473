// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "before.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace ochain::layout {

namespace {

constexpr double kSameValue = 1e-12; ///< of the value
constexpr double kLevel = 0.5e-9;    ///< of the height; less than what straightening takes for level

} // namespace

Before::Before(const Layered& layered, const Previous& previous, double height)
    : m_layered(layered), m_previous(previous)
{
    const Layout& before = *previous.layout;
    if (before.height > 0)
        m_ratio = height / before.height;
    for (std::uint32_t l = 0; l < before.links.size(); ++l) {
        const PlacedLink& link = before.links[l];
        if (!link.reversed && link.source < before.nodes.size() && link.target < before.nodes.size())
            m_links.push_back(l);
    }
    std::stable_sort(m_links.begin(), m_links.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return ends(a) < ends(b); });
}

Before::Ends Before::ends(std::uint32_t link) const
{
    return {m_previous.layout->links[link].source, m_previous.layout->links[link].target};
}

std::optional<std::uint32_t> Before::nodeBefore(std::uint32_t node) const
{
    if (node >= m_previous.node.size() || !m_previous.node[node] ||
        *m_previous.node[node] >= m_previous.layout->nodes.size())
        return {};
    const std::uint32_t before = *m_previous.node[node];
    if (m_previous.layout->nodes[before].column != static_cast<int>(m_layered.column[node]))
        return {};
    return before;
}

std::pair<std::size_t, std::size_t> Before::linksOf(std::uint32_t strand) const
{
    const std::optional<std::uint32_t> source = nodeBefore(m_layered.strands[strand].source);
    const std::optional<std::uint32_t> target = nodeBefore(m_layered.strands[strand].target);
    if (!source || !target)
        return {0, 0};
    const Ends wanted(*source, *target);
    const auto first = std::lower_bound(m_links.begin(), m_links.end(), wanted,
                                        [&](std::uint32_t l, const Ends& key) { return ends(l) < key; });
    auto last = first;
    while (last != m_links.end() && ends(*last) == wanted)
        ++last;
    return {static_cast<std::size_t>(first - m_links.begin()), static_cast<std::size_t>(last - m_links.begin())};
}

const PlacedLink* Before::link(std::uint32_t strand, std::size_t which) const
{
    const auto [first, last] = linksOf(strand);
    return which < last - first ? &m_previous.layout->links[m_links[first + which]] : nullptr;
}

std::optional<double> Before::top(std::uint32_t node) const
{
    const std::optional<std::uint32_t> before = nodeBefore(node);
    return before ? std::optional(m_ratio * m_previous.layout->nodes[*before].y0) : std::nullopt;
}

std::vector<std::optional<bool>> Before::loopSides(const std::vector<Link>& links) const
{
    std::vector<std::pair<Ends, bool>> sides;
    for (const PlacedLink& link : m_previous.layout->links) {
        if (link.reversed)
            sides.push_back({{link.source, link.target}, link.loop.above});
    }
    std::stable_sort(sides.begin(), sides.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<std::optional<bool>> above(links.size());
    for (std::size_t l = 0; l < links.size(); ++l) {
        const std::optional<std::uint32_t> source = nodeBefore(links[l].source);
        const std::optional<std::uint32_t> target = nodeBefore(links[l].target);
        if (!source || !target)
            continue;
        const Ends wanted(*source, *target);
        const auto found = std::lower_bound(sides.begin(), sides.end(), wanted,
                                            [](const auto& side, const Ends& key) { return side.first < key; });
        if (found != sides.end() && found->first == wanted)
            above[l] = found->second;
    }
    return above;
}

bool Before::isChanged(std::uint32_t strand) const
{
    const auto [first, last] = linksOf(strand);
    if (first == last)
        return true;
    double value = 0;
    for (std::size_t i = first; i < last; ++i)
        value += m_previous.layout->links[m_links[i]].value;
    const double now = m_layered.strands[strand].value;
    return std::abs(value - now) > kSameValue * std::max(value, now);
}

bool Before::wasLevel(std::uint32_t strand, std::uint32_t step) const
{
    const PlacedLink* const placed = link(strand);
    if (placed == nullptr || step > placed->via.size() + 1)
        return false;
    const double from = step == 1 ? placed->y0 : placed->via[step - 2];
    const double to = step == placed->via.size() + 1 ? placed->y1 : placed->via[step - 1];
    return std::abs(from - to) <= kLevel * m_previous.layout->height;
}

std::optional<double> Before::middle(std::uint32_t item) const
{
    if (!m_layered.isNode(item))
        return middleOfWaypoint(item);
    const std::optional<std::uint32_t> before = nodeBefore(item);
    if (!before)
        return {};
    const PlacedNode& placed = m_previous.layout->nodes[*before];
    return m_ratio * (placed.y0 + placed.y1) / 2;
}

std::optional<double> Before::middleOfWaypoint(std::uint32_t item) const
{
    const std::uint32_t strand = m_layered.strandOf[item - m_layered.nodes];
    const auto [first, last] = linksOf(strand);
    const std::uint32_t index = item - m_layered.strands[strand].waypoint;
    if (first == last)
        return {};
    const PlacedLink& top = m_previous.layout->links[m_links[first]];
    const PlacedLink& bottom = m_previous.layout->links[m_links[last - 1]];
    if (index >= top.via.size() || index >= bottom.via.size())
        return {};
    if (last - first == 1)
        return m_ratio * top.via[index];
    // Several links side by side: the middle between their outer edges.
    const double half = m_previous.layout->scale / 2;
    return m_ratio * (top.via[index] - top.value * half + bottom.via[index] + bottom.value * half) / 2;
}

Order Before::order() const
{
    std::vector<std::vector<std::pair<double, std::uint32_t>>> places(m_layered.columns);
    for (std::uint32_t item = 0; item < m_layered.items(); ++item) {
        if (const std::optional<double> at = middle(item))
            places[m_layered.column[item]].emplace_back(*at, item);
    }
    Order order(m_layered.columns);
    for (std::size_t c = 0; c < order.size(); ++c) {
        std::sort(places[c].begin(), places[c].end());
        for (const auto& [at, item] : places[c])
            order[c].push_back(item);
    }
    return order;
}

} // namespace ochain::layout
