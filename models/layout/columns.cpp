// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "columns.h"

#include "feedback.h"

#include <algorithm>
#include <cassert>
#include <cstdint>

namespace ochain::layout {

namespace {

/// Longest paths over links that form no cycle; nodes with a given column keep it and pass it on.
class LongestPaths {
public:
    LongestPaths(const Graph& graph, const std::vector<bool>& turned)
        : m_graph(graph), m_out(graph.nodes.size()), m_waiting(graph.nodes.size(), 0)
    {
        for (std::size_t l = 0; l < graph.links.size(); ++l) {
            const Link& link = graph.links[l];
            if (link.source == link.target)
                continue;
            const std::uint32_t from = turned[l] ? link.target : link.source;
            const std::uint32_t to = turned[l] ? link.source : link.target;
            m_out[from].push_back(to);
            ++m_waiting[to];
        }
    }

    [[nodiscard]] std::vector<std::uint32_t> columns()
    {
        std::vector<std::uint32_t> column(m_graph.nodes.size(), 0);
        std::vector<std::uint32_t> ready;
        for (std::uint32_t v = 0; v < column.size(); ++v) {
            if (m_waiting[v] == 0)
                ready.push_back(v);
        }
        for (std::size_t i = 0; i < ready.size(); ++i) {
            const std::uint32_t v = ready[i];
            if (const std::optional<int> given = m_graph.nodes[v].column)
                column[v] = static_cast<std::uint32_t>(*given);
            for (const std::uint32_t to : m_out[v]) {
                column[to] = std::max(column[to], column[v] + 1);
                if (--m_waiting[to] == 0)
                    ready.push_back(to);
            }
        }
        assert(ready.size() == column.size());
        return column;
    }

private:
    const Graph& m_graph;
    std::vector<std::vector<std::uint32_t>> m_out;
    std::vector<std::uint32_t> m_waiting;
};

} // namespace

std::vector<std::uint32_t> findColumns(const Graph& graph)
{
    const bool allGiven =
        std::all_of(graph.nodes.begin(), graph.nodes.end(), [](const Node& n) { return n.column.has_value(); });
    if (allGiven) {
        std::vector<std::uint32_t> column;
        for (const Node& node : graph.nodes)
            column.push_back(static_cast<std::uint32_t>(*node.column));
        return column;
    }
    return LongestPaths(graph, feedbackLinks(graph)).columns();
}

} // namespace ochain::layout
