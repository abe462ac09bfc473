// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "layout_check.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <utility>

namespace ochain::test {

using namespace layout;

namespace {

struct Segment {
    double left = 0;
    double right = 0;
    double value = 0;
};

std::vector<std::vector<Segment>> segmentsByGap(const Layout& layout)
{
    std::vector<std::vector<Segment>> gaps(static_cast<std::size_t>(std::max(layout.columns, 0)));
    for (const PlacedLink& link : layout.links) {
        if (link.reversed)
            continue;
        auto column = static_cast<std::size_t>(layout.nodes[link.source].column);
        double y = link.y0;
        for (const double via : link.via) {
            gaps[column++].push_back({y, via, link.value});
            y = via;
        }
        gaps[column].push_back({y, link.y1, link.value});
    }
    return gaps;
}

/// Something that takes room in a column.
struct Span {
    double y0 = 0;
    double y1 = 0;
    bool isNode = false;
};

class Inspection {
public:
    Inspection(const Graph& graph, const Layout& layout)
        : m_graph(graph), m_layout(layout), m_tolerance(layout.height * 1e-7)
    {}

    std::vector<std::string> run()
    {
        if (m_layout.nodes.size() != m_graph.nodes.size() || m_layout.links.size() != m_graph.links.size())
            return {"nodes or links are missing"};
        inspectNumbers();
        if (!m_flaws.empty())
            return m_flaws;
        inspectNodes();
        inspectLinks();
        inspectColumns();
        for (const bool leaving : {true, false}) {
            inspectSides(leaving);
            inspectFans(leaving);
        }
        inspectLoops();
        inspectQuality();
        return m_flaws;
    }

private:
    void require(bool holds, const std::string& what)
    {
        if (!holds)
            m_flaws.push_back(what);
    }

    [[nodiscard]] bool isWithin(double y) const { return y >= -m_tolerance && y <= m_layout.height + m_tolerance; }

    void inspectNumbers()
    {
        for (const PlacedNode& node : m_layout.nodes)
            require(std::isfinite(node.y0) && std::isfinite(node.y1), "a node stands nowhere");
        for (const PlacedLink& link : m_layout.links) {
            const bool via = std::all_of(link.via.begin(), link.via.end(), [](double y) { return std::isfinite(y); });
            const Loop& loop = link.loop;
            require(via && std::isfinite(link.y0) && std::isfinite(link.y1), "a link ends nowhere");
            require(std::isfinite(loop.y) && std::isfinite(loop.sourceTurn) && std::isfinite(loop.targetTurn),
                    "a loop runs nowhere");
        }
        require(std::isfinite(m_layout.scale) && m_layout.scale >= 0, "the scale is no number");
        require(m_layout.top <= 0 && m_layout.bottom >= m_layout.height, "top and bottom lie inside");
    }

    void inspectNodes()
    {
        std::vector<double> out(m_graph.nodes.size(), 0.0);
        std::vector<double> in(out);
        for (const Link& link : m_graph.links) {
            out[link.source] += link.value;
            in[link.target] += link.value;
        }
        for (std::size_t n = 0; n < m_layout.nodes.size(); ++n) {
            const PlacedNode& node = m_layout.nodes[n];
            const std::string name = "node " + std::to_string(n);
            require(node.y0 < node.y1, name + " has no height");
            require(isWithin(node.y0) && isWithin(node.y1), name + " stands outside");
            require(node.column >= 0 && node.column < m_layout.columns, name + " stands in no column");
            if (m_graph.nodes[n].column)
                require(node.column == *m_graph.nodes[n].column, name + " stands in another column than given");
            const double value = std::max(out[n], in[n]);
            if (value > 0)
                require(std::abs(node.y1 - node.y0 - value * m_layout.scale) <= m_tolerance,
                        name + " is not as high as its value");
        }
    }

    void inspectLinks()
    {
        for (std::size_t l = 0; l < m_layout.links.size(); ++l) {
            const PlacedLink& link = m_layout.links[l];
            const std::string name = "link " + std::to_string(l);
            require(link.source == m_graph.links[l].source && link.target == m_graph.links[l].target,
                    name + " has other ends");
            require(link.value == m_graph.links[l].value, name + " has another value");
            const int from = m_layout.nodes[link.source].column;
            const int to = m_layout.nodes[link.target].column;
            require(link.reversed == (to <= from), name + " is reversed wrongly");
            const std::size_t between = to > from ? static_cast<std::size_t>(to - from - 1) : 0;
            require(link.via.size() == between, name + " does not pass each column between");
        }
    }

    void inspectColumns()
    {
        std::vector<std::vector<Span>> columns(static_cast<std::size_t>(std::max(m_layout.columns, 0)));
        for (const PlacedNode& node : m_layout.nodes)
            columns[static_cast<std::size_t>(node.column)].push_back({node.y0, node.y1, true});
        for (const PlacedLink& link : m_layout.links) {
            const double half = link.value * m_layout.scale / 2;
            auto column = static_cast<std::size_t>(m_layout.nodes[link.source].column);
            for (const double y : link.via)
                columns[++column].push_back({y - half, y + half, false});
        }
        for (std::vector<Span>& column : columns) {
            std::sort(column.begin(), column.end(),
                      [](const Span& a, const Span& b) { return a.y0 + a.y1 < b.y0 + b.y1; });
            for (std::size_t i = 0; i + 1 < column.size(); ++i) {
                const bool apart = column[i].y1 <= column[i + 1].y0 + m_tolerance;
                require(apart, column[i].isNode && column[i + 1].isNode   ? "a node lies on a node"
                               : column[i].isNode || column[i + 1].isNode ? "a long link lies on a node"
                                                                          : "a long link lies on a long link");
            }
        }
    }

    /// The links of one side of a node lie side by side within it.
    void inspectSides(bool leaving)
    {
        std::vector<std::vector<Span>> sides(m_layout.nodes.size());
        for (const PlacedLink& link : m_layout.links) {
            const double half = link.value * m_layout.scale / 2;
            const double y = leaving ? link.y0 : link.y1;
            sides[leaving ? link.source : link.target].push_back({y - half, y + half, false});
        }
        for (std::size_t n = 0; n < sides.size(); ++n) {
            std::vector<Span>& side = sides[n];
            std::sort(side.begin(), side.end(), [](const Span& a, const Span& b) { return a.y0 + a.y1 < b.y0 + b.y1; });
            for (std::size_t i = 0; i < side.size(); ++i) {
                const std::string name = "a link of node " + std::to_string(n);
                require(side[i].y0 >= m_layout.nodes[n].y0 - m_tolerance &&
                            side[i].y1 <= m_layout.nodes[n].y1 + m_tolerance,
                        name + " ends beside it");
                require(i == 0 || side[i - 1].y1 <= side[i].y0 + m_tolerance, name + " ends on another");
            }
            inspectSum(n, side);
        }
    }

    /// Links with values leave no room between them, and none above.
    void inspectSum(std::size_t n, const std::vector<Span>& side)
    {
        double sum = 0;
        for (const Span& span : side)
            sum += span.y1 - span.y0;
        if (sum <= m_tolerance)
            return;
        const std::string name = "the links of node " + std::to_string(n);
        require(std::abs(side.front().y0 - m_layout.nodes[n].y0) <= m_tolerance, name + " do not start at its top");
        require(std::abs(side.back().y1 - side.front().y0 - sum) <= m_tolerance, name + " leave room between them");
    }

    /// Two links of one node never cross on their way to the next column.
    void inspectFans(bool leaving)
    {
        std::vector<std::vector<std::pair<double, double>>> fans(m_layout.nodes.size());
        for (const PlacedLink& link : m_layout.links) {
            if (link.reversed)
                continue;
            const double far = link.via.empty() ? (leaving ? link.y1 : link.y0)
                               : leaving        ? link.via.front()
                                                : link.via.back();
            fans[leaving ? link.source : link.target].emplace_back(leaving ? link.y0 : link.y1, far);
        }
        for (std::size_t n = 0; n < fans.size(); ++n) {
            std::sort(fans[n].begin(), fans[n].end());
            for (std::size_t i = 0; i + 1 < fans[n].size(); ++i) {
                if (fans[n][i + 1].first - fans[n][i].first > m_tolerance)
                    require(fans[n][i].second <= fans[n][i + 1].second + m_tolerance,
                            "two links of node " + std::to_string(n) + " cross");
            }
        }
    }

    /// Lanes lie apart, clear of the boxes between, and a loop within another's columns lies inside it.
    void inspectLoops()
    {
        std::vector<const PlacedLink*> loops;
        for (const PlacedLink& link : m_layout.links) {
            if (link.reversed)
                loops.push_back(&link);
        }
        for (std::size_t i = 0; i < loops.size(); ++i) {
            inspectLane(*loops[i]);
            for (std::size_t k = i + 1; k < loops.size(); ++k) {
                if (loops[i]->loop.above == loops[k]->loop.above)
                    inspectLanes(*loops[i], *loops[k]);
            }
        }
    }

    [[nodiscard]] std::pair<int, int> spanOf(const PlacedLink& loop) const
    {
        return {m_layout.nodes[loop.target].column, m_layout.nodes[loop.source].column};
    }

    void inspectLane(const PlacedLink& loop)
    {
        const auto [first, last] = spanOf(loop);
        const double half = loop.value * m_layout.scale / 2;
        require(loop.loop.y - half >= m_layout.top - m_tolerance && loop.loop.y + half <= m_layout.bottom + m_tolerance,
                "a loop lies outside the picture");
        for (const PlacedNode& node : m_layout.nodes) {
            if (node.column < first || node.column > last)
                continue;
            require(loop.loop.above ? loop.loop.y + half <= node.y0 + m_tolerance
                                    : loop.loop.y - half >= node.y1 - m_tolerance,
                    "a loop runs over a node");
        }
    }

    void inspectLanes(const PlacedLink& a, const PlacedLink& b)
    {
        const auto [firstA, lastA] = spanOf(a);
        const auto [firstB, lastB] = spanOf(b);
        if (lastA < firstB || lastB < firstA)
            return;
        const double apart = (a.value + b.value) * m_layout.scale / 2;
        require(std::abs(a.loop.y - b.loop.y) >= apart - m_tolerance, "a loop runs over a loop");
        const bool aWithin = firstA >= firstB && lastA <= lastB && lastA - firstA < lastB - firstB;
        const bool bWithin = firstB >= firstA && lastB <= lastA && lastB - firstB < lastA - firstA;
        if (!aWithin && !bWithin)
            return;
        const double sign = a.loop.above ? 1 : -1;
        const double inwards = sign * (a.loop.y - b.loop.y);
        require(aWithin ? inwards >= -m_tolerance : inwards <= m_tolerance, "a shorter loop lies outside a longer one");
    }

    void inspectQuality()
    {
        const Quality& quality = m_layout.quality;
        const Range drawn = crossingsAsDrawn(m_layout);
        require(quality.bound <= quality.weighted, "the bound is above the layout");
        require(quality.optimal == (quality.bound >= quality.weighted), "optimal and bound disagree");
        require(drawn.least <= quality.weighted * (1 + 1e-9) && quality.weighted <= drawn.most * (1 + 1e-9),
                "crossings as drawn are " + std::to_string(drawn.least) + ", said to be " +
                    std::to_string(quality.weighted));
    }

    const Graph& m_graph;
    const Layout& m_layout;
    double m_tolerance = 0;
    std::vector<std::string> m_flaws;
};

} // namespace

Range crossingsAsDrawn(const Layout& layout)
{
    const double close = layout.height * 1e-11;
    Range sum;
    for (const std::vector<Segment>& gap : segmentsByGap(layout)) {
        for (std::size_t i = 0; i < gap.size(); ++i) {
            for (std::size_t j = i + 1; j < gap.size(); ++j) {
                const double left = gap[i].left - gap[j].left;
                const double right = gap[i].right - gap[j].right;
                const bool isSure = std::abs(left) > close && std::abs(right) > close;
                const double weight = gap[i].value * gap[j].value;
                sum.least += isSure && left * right < 0 ? weight : 0;
                sum.most += !isSure || left * right < 0 ? weight : 0;
            }
        }
    }
    return sum;
}

namespace {

double crossingsOf(const Graph& graph, const std::vector<std::uint32_t>& place)
{
    double sum = 0;
    for (std::size_t i = 0; i < graph.links.size(); ++i) {
        for (std::size_t j = i + 1; j < graph.links.size(); ++j) {
            const Link& a = graph.links[i];
            const Link& b = graph.links[j];
            if (*graph.nodes[a.source].column != *graph.nodes[b.source].column)
                continue;
            const bool above = place[a.source] < place[b.source];
            const bool sameEnd = a.source == b.source || a.target == b.target;
            if (!sameEnd && above != (place[a.target] < place[b.target]))
                sum += a.value * b.value;
        }
    }
    return sum;
}

} // namespace

double leastCrossings(const Graph& graph)
{
    std::vector<std::vector<std::uint32_t>> columns;
    for (std::uint32_t n = 0; n < graph.nodes.size(); ++n) {
        const auto c = static_cast<std::size_t>(*graph.nodes[n].column);
        columns.resize(std::max(columns.size(), c + 1));
        columns[c].push_back(n);
    }
    std::vector<std::uint32_t> place(graph.nodes.size(), 0);
    double least = std::numeric_limits<double>::infinity();
    // Counts through the permutations of all columns like the digits of a number.
    for (bool more = true; more;) {
        for (const std::vector<std::uint32_t>& column : columns) {
            for (std::uint32_t i = 0; i < column.size(); ++i)
                place[column[i]] = i;
        }
        least = std::min(least, crossingsOf(graph, place));
        more = std::any_of(columns.begin(), columns.end(), [](std::vector<std::uint32_t>& column) {
            return std::next_permutation(column.begin(), column.end());
        });
    }
    return least;
}

std::vector<std::string> flaws(const Graph& graph, const Layout& layout)
{
    return Inspection(graph, layout).run();
}

std::vector<std::vector<std::uint32_t>> nodeOrder(const Layout& layout)
{
    std::vector<std::vector<std::uint32_t>> order(static_cast<std::size_t>(std::max(layout.columns, 0)));
    std::vector<std::uint32_t> nodes(layout.nodes.size());
    std::iota(nodes.begin(), nodes.end(), 0U);
    std::sort(nodes.begin(), nodes.end(),
              [&](std::uint32_t a, std::uint32_t b) { return layout.nodes[a].y0 < layout.nodes[b].y0; });
    for (const std::uint32_t node : nodes)
        order[static_cast<std::size_t>(layout.nodes[node].column)].push_back(node);
    return order;
}

} // namespace ochain::test
