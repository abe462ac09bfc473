// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "loop_sides.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

namespace ochain::layout {

namespace {

constexpr int kRounds = 20;                   ///< of turning single loops over
constexpr std::size_t kMostPairs = 4'000'000; ///< of loops and spans compared in a round

/// Value of the segments that end above and below an item in its column, on one side.
struct Passing {
    std::vector<double> above;
    std::vector<double> below;
};

Passing passing(const Layered& layered, const Order& order, const Arcs& arcs)
{
    Passing result{std::vector<double>(layered.items(), 0.0), std::vector<double>(layered.items(), 0.0)};
    const auto valueAt = [&](std::uint32_t item) {
        double sum = 0;
        for (const Arc* a = arcs.begin(item); a != arcs.end(item); ++a)
            sum += a->weight;
        return sum;
    };
    for (const std::vector<std::uint32_t>& items : order) {
        double sum = 0;
        for (const std::uint32_t item : items) {
            result.above[item] = sum;
            sum += valueAt(item);
        }
        sum = 0;
        for (auto item = items.rbegin(); item != items.rend(); ++item) {
            result.below[*item] = sum;
            sum += valueAt(*item);
        }
    }
    return result;
}

/// From the target's column to the source's.
struct Span {
    std::uint32_t first = 0;
    std::uint32_t last = 0;
    friend bool operator==(const Span& a, const Span& b) { return a.first == b.first && a.last == b.last; }
};

/// Loops over these spans on one side cross once, however they are laid: neither lies within the other.
bool interlock(const Span& a, const Span& b)
{
    return (a.first < b.first && b.first <= a.last && a.last < b.last) ||
           (b.first < a.first && a.first <= b.last && b.last < a.last);
}

class Sides {
public:
    Sides(const Graph& graph, const Layered& layered, const Order& order) : m_graph(graph), m_layered(layered)
    {
        const Passing leaving = passing(layered, order, layered.right);
        const Passing arriving = passing(layered, order, layered.left);
        for (std::uint32_t l = 0; l < graph.links.size(); ++l) {
            if (layered.strandOfLink[l] != kNone)
                continue;
            const Link& link = graph.links[l];
            m_loops.push_back({l, span(link), 0, leaving.above[link.source] + arriving.above[link.target],
                               leaving.below[link.source] + arriving.below[link.target]});
        }
        numberSpans();
    }

    void choose(const std::vector<std::optional<bool>>& before, Layout& layout)
    {
        for (LoopChoice& loop : m_loops) {
            const std::optional<bool> was = loop.link < before.size() ? before[loop.link] : std::nullopt;
            loop.isFixed = was.has_value();
            loop.above = was.value_or(loop.costAbove <= loop.costBelow);
            m_onSide[loop.above ? 1 : 0][loop.spanNumber] += valueOf(loop);
        }
        bool turned = m_spans.size() * m_loops.size() <= kMostPairs;
        for (int round = 0; turned && round < kRounds; ++round) {
            turned = false;
            for (LoopChoice& loop : m_loops)
                turned = turnIfBetter(loop) || turned;
        }
        for (const LoopChoice& loop : m_loops)
            layout.links[loop.link].loop.above = loop.above;
    }

private:
    struct LoopChoice {
        std::uint32_t link = 0;
        Span span;
        std::size_t spanNumber = 0;
        double costAbove = 0; ///< value of forward links that it would cross
        double costBelow = 0;
        bool above = true;
        bool isFixed = false;
    };

    [[nodiscard]] Span span(const Link& link) const
    {
        return {m_layered.column[link.target], m_layered.column[link.source]};
    }

    [[nodiscard]] double valueOf(const LoopChoice& loop) const { return m_graph.links[loop.link].value; }

    void numberSpans()
    {
        const auto isLess = [](const Span& a, const Span& b) {
            return std::pair(a.first, a.last) < std::pair(b.first, b.last);
        };
        for (const LoopChoice& loop : m_loops)
            m_spans.push_back(loop.span);
        std::sort(m_spans.begin(), m_spans.end(), isLess);
        m_spans.erase(std::unique(m_spans.begin(), m_spans.end()), m_spans.end());
        for (LoopChoice& loop : m_loops)
            loop.spanNumber = static_cast<std::size_t>(
                std::lower_bound(m_spans.begin(), m_spans.end(), loop.span, isLess) - m_spans.begin());
        for (std::vector<double>& side : m_onSide)
            side.assign(m_spans.size(), 0.0);
    }

    bool turnIfBetter(LoopChoice& loop)
    {
        if (loop.isFixed)
            return false;
        double here = loop.above ? loop.costAbove : loop.costBelow;
        double there = loop.above ? loop.costBelow : loop.costAbove;
        for (std::size_t s = 0; s < m_spans.size(); ++s) {
            if (!interlock(loop.span, m_spans[s]))
                continue;
            here += m_onSide[loop.above ? 1 : 0][s];
            there += m_onSide[loop.above ? 0 : 1][s];
        }
        if (there >= here * (1 - kWorthIt))
            return false;
        m_onSide[loop.above ? 1 : 0][loop.spanNumber] -= valueOf(loop);
        loop.above = !loop.above;
        m_onSide[loop.above ? 1 : 0][loop.spanNumber] += valueOf(loop);
        return true;
    }

    static constexpr double kWorthIt = 1e-9; ///< less is rounding

    const Graph& m_graph;
    const Layered& m_layered;
    std::vector<LoopChoice> m_loops;
    std::vector<Span> m_spans;
    std::array<std::vector<double>, 2> m_onSide; ///< value of the loops of each span: below, above
};

} // namespace

void chooseLoopSides(const Graph& graph, const Layered& layered, const Order& order, const Before* before,
                     Layout& layout)
{
    Sides(graph, layered, order)
        .choose(before != nullptr ? before->loopSides(graph.links) : std::vector<std::optional<bool>>(), layout);
}

} // namespace ochain::layout
