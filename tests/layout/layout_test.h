// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "layout/flow_layout.h"

#include <QString>

#include <algorithm>
#include <string>
#include <vector>

namespace ochain::test {

inline QString textOf(const std::vector<std::string>& lines)
{
    QString text;
    for (const std::string& line : lines)
        text += QString::fromStdString(line) + QLatin1Char('\n');
    return text;
}

/// Little work, for tests of what holds for any layout.
inline layout::Options brief()
{
    layout::Options options;
    options.effort = 0.002;
    return options;
}

/// Every coordinate the same, to the last bit.
inline bool isSame(const layout::Layout& a, const layout::Layout& b)
{
    using namespace layout;
    const auto sameNode = [](const PlacedNode& x, const PlacedNode& y) {
        return x.column == y.column && x.y0 == y.y0 && x.y1 == y.y1;
    };
    const auto sameLink = [](const PlacedLink& x, const PlacedLink& y) {
        return x.source == y.source && x.target == y.target && x.y0 == y.y0 && x.y1 == y.y1 && x.via == y.via &&
               x.reversed == y.reversed && x.loop.above == y.loop.above && x.loop.y == y.loop.y &&
               x.loop.sourceTurn == y.loop.sourceTurn && x.loop.targetTurn == y.loop.targetTurn;
    };
    return a.scale == b.scale && a.columns == b.columns &&
           std::equal(a.nodes.begin(), a.nodes.end(), b.nodes.begin(), b.nodes.end(), sameNode) &&
           std::equal(a.links.begin(), a.links.end(), b.links.begin(), b.links.end(), sameLink);
}

/// The same nodes as in this layout, by index.
inline layout::Previous sameNodes(const layout::Layout& layout)
{
    layout::Previous previous{&layout, {}};
    for (std::uint32_t n = 0; n < layout.nodes.size(); ++n)
        previous.node.emplace_back(n);
    return previous;
}

inline layout::Options after(const layout::Layout& layout)
{
    layout::Options options = brief();
    options.previous = sameNodes(layout);
    return options;
}

inline layout::Graph nodesIn(const std::vector<int>& columns, std::vector<layout::Link> links)
{
    layout::Graph graph;
    for (const int column : columns)
        graph.nodes.push_back({column});
    graph.links = std::move(links);
    return graph;
}

inline layout::Graph nodesAnywhere(std::size_t nodes, std::vector<layout::Link> links)
{
    layout::Graph graph;
    graph.nodes.resize(nodes);
    graph.links = std::move(links);
    return graph;
}

} // namespace ochain::test
