// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "feedback.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <utility>

namespace ochain::layout {

namespace {

constexpr std::size_t kExactPart = 16;          ///< 2^16 subsets are tried in a few milliseconds ...
constexpr std::size_t kExactSteps = 50'000'000; ///< ... but not for hundreds of such parts
constexpr std::size_t kMaxRounds = 20;          ///< of improving the order of a larger part ...
constexpr std::size_t kMaxSteps = 100'000'000;  ///< ... and of all of them together

struct Arrow {
    std::uint32_t to = 0;
    double value = 0;
};
using Arrows = std::vector<std::vector<Arrow>>;

Arrows outgoing(const Graph& graph)
{
    Arrows out(graph.nodes.size());
    for (const Link& link : graph.links) {
        if (link.source != link.target)
            out[link.source].push_back({link.target, link.value});
    }
    return out;
}

/// Strongly connected parts after Tarjan, with a stack of our own instead of recursion.
class StrongParts {
public:
    explicit StrongParts(const Arrows& out)
        : m_out(out), m_index(out.size(), 0), m_low(out.size(), 0), m_onStack(out.size(), false)
    {
        for (std::uint32_t v = 0; v < out.size(); ++v) {
            if (m_index[v] == 0)
                visit(v);
        }
    }

    [[nodiscard]] const std::vector<std::vector<std::uint32_t>>& parts() const { return m_parts; }

private:
    struct Frame {
        std::uint32_t node = 0;
        std::size_t next = 0;
    };

    void open(std::uint32_t v)
    {
        m_index[v] = m_low[v] = ++m_count;
        m_stack.push_back(v);
        m_onStack[v] = true;
        m_frames.push_back({v, 0});
    }

    void visit(std::uint32_t root)
    {
        open(root);
        while (!m_frames.empty()) {
            Frame& frame = m_frames.back();
            if (frame.next < m_out[frame.node].size()) {
                const std::uint32_t v = frame.node;
                const std::uint32_t w = m_out[v][frame.next++].to;
                if (m_index[w] == 0)
                    open(w);
                else if (m_onStack[w])
                    m_low[v] = std::min(m_low[v], m_index[w]);
                continue;
            }
            close(frame.node);
        }
    }

    void close(std::uint32_t v)
    {
        if (m_low[v] == m_index[v]) {
            std::vector<std::uint32_t> part;
            std::uint32_t w = kNobody;
            do {
                w = m_stack.back();
                m_stack.pop_back();
                m_onStack[w] = false;
                part.push_back(w);
            } while (w != v);
            std::sort(part.begin(), part.end());
            m_parts.push_back(std::move(part));
        }
        m_frames.pop_back();
        if (!m_frames.empty()) {
            const std::uint32_t parent = m_frames.back().node;
            m_low[parent] = std::min(m_low[parent], m_low[v]);
        }
    }

    static constexpr std::uint32_t kNobody = std::numeric_limits<std::uint32_t>::max();
    const Arrows& m_out;
    std::uint32_t m_count = 0;
    std::vector<std::uint32_t> m_index;
    std::vector<std::uint32_t> m_low;
    std::vector<bool> m_onStack;
    std::vector<std::uint32_t> m_stack;
    std::vector<Frame> m_frames;
    std::vector<std::vector<std::uint32_t>> m_parts;
};

/// One strongly connected part with its nodes renumbered from 0.
struct Part {
    Arrows out;
    Arrows in;
    [[nodiscard]] std::size_t size() const { return out.size(); }
};

Part cutOut(const Arrows& out, const std::vector<std::uint32_t>& nodes, std::vector<std::uint32_t>& local)
{
    Part part;
    part.out.resize(nodes.size());
    part.in.resize(nodes.size());
    for (std::uint32_t i = 0; i < nodes.size(); ++i)
        local[nodes[i]] = i + 1;
    for (std::uint32_t i = 0; i < nodes.size(); ++i) {
        for (const Arrow& arrow : out[nodes[i]]) {
            if (local[arrow.to] == 0)
                continue;
            part.out[i].push_back({local[arrow.to] - 1, arrow.value});
            part.in[local[arrow.to] - 1].push_back({i, arrow.value});
        }
    }
    for (const std::uint32_t node : nodes)
        local[node] = 0;
    return part;
}

/// The linear order with the least value against it: over all sets of nodes that may stand first, by which of them
/// stands last.
std::vector<std::uint32_t> exactOrder(const Part& part)
{
    const std::size_t n = part.size();
    std::vector<std::vector<double>> value(n, std::vector<double>(n, 0.0));
    for (std::size_t v = 0; v < n; ++v) {
        for (const Arrow& arrow : part.out[v])
            value[v][arrow.to] += arrow.value;
    }
    const std::size_t sets = std::size_t{1} << n;
    std::vector<double> best(sets, std::numeric_limits<double>::infinity());
    std::vector<std::uint8_t> last(sets, 0);
    best[0] = 0;
    for (std::size_t set = 0; set + 1 < sets; ++set) {
        for (std::size_t v = 0; v < n; ++v) {
            if ((set >> v) & 1U)
                continue;
            double against = best[set]; // links from v back into the set
            for (std::size_t u = 0; u < n; ++u)
                against += ((set >> u) & 1U) != 0 ? value[v][u] : 0.0;
            const std::size_t with = set | (std::size_t{1} << v);
            if (against < best[with]) {
                best[with] = against;
                last[with] = static_cast<std::uint8_t>(v);
            }
        }
    }
    std::vector<std::uint32_t> order(n);
    std::size_t set = sets - 1;
    for (std::size_t i = n; i-- > 0;) {
        order[i] = last[set];
        set &= ~(std::size_t{1} << last[set]);
    }
    return order;
}

/// After Eades, Lin and Smyth, with values: the node whose remaining links give the most more than they take comes
/// next.
std::vector<std::uint32_t> greedyOrder(const Part& part)
{
    const std::size_t n = part.size();
    std::vector<double> surplus(n, 0.0);
    for (std::size_t v = 0; v < n; ++v) {
        for (const Arrow& arrow : part.out[v]) {
            surplus[v] += arrow.value;
            surplus[arrow.to] -= arrow.value;
        }
    }
    // Heap with outdated entries: each change of a surplus pushes a new one.
    std::vector<std::pair<double, std::uint32_t>> heap;
    for (std::uint32_t v = 0; v < n; ++v)
        heap.emplace_back(surplus[v], v);
    std::make_heap(heap.begin(), heap.end());
    std::vector<bool> taken(n, false);
    std::vector<std::uint32_t> order;
    const auto update = [&](std::uint32_t v, double change) {
        if (taken[v])
            return;
        surplus[v] += change;
        heap.emplace_back(surplus[v], v);
        std::push_heap(heap.begin(), heap.end());
    };
    while (!heap.empty()) {
        const auto [value, v] = heap.front();
        std::pop_heap(heap.begin(), heap.end());
        heap.pop_back();
        if (taken[v] || value != surplus[v])
            continue;
        taken[v] = true;
        order.push_back(v);
        for (const Arrow& arrow : part.out[v])
            update(arrow.to, arrow.value);
        for (const Arrow& arrow : part.in[v])
            update(arrow.to, -arrow.value);
    }
    return order;
}

/// Moves one node to where the least value runs against the order. @return whether it moved
bool sift(const Part& part, std::uint32_t v, std::vector<std::uint32_t>& order, std::vector<double>& pull)
{
    for (const Arrow& arrow : part.out[v])
        pull[arrow.to] += arrow.value; // costs when `to` stands before v
    for (const Arrow& arrow : part.in[v])
        pull[arrow.to] -= arrow.value;
    const auto at = std::find(order.begin(), order.end(), v);
    order.erase(at);
    const auto was = static_cast<std::size_t>(at - order.begin());
    double cost = 0;
    double costThere = 0;
    double best = 0;
    std::size_t place = 0;
    for (std::size_t i = 0; i <= order.size(); ++i) {
        if (i == was)
            costThere = cost;
        if (cost < best) {
            best = cost;
            place = i;
        }
        if (i < order.size())
            cost += pull[order[i]];
    }
    for (const Arrow& arrow : part.out[v])
        pull[arrow.to] = 0;
    for (const Arrow& arrow : part.in[v])
        pull[arrow.to] = 0;
    const bool moves = best < costThere - 1e-12 * std::max(1.0, std::abs(costThere));
    order.insert(order.begin() + static_cast<std::ptrdiff_t>(moves ? place : was), v);
    return moves;
}

/// @param exactSteps what is left of the work that exact orders may take
std::vector<std::uint32_t> goodOrder(const Part& part, std::size_t& exactSteps)
{
    if (part.size() <= kExactPart) {
        const std::size_t steps = (std::size_t{1} << part.size()) * part.size() * part.size();
        if (steps <= exactSteps) {
            exactSteps -= steps;
            return exactOrder(part);
        }
    }
    std::vector<std::uint32_t> order = greedyOrder(part);
    std::vector<double> pull(part.size(), 0.0);
    const std::size_t rounds = std::min(kMaxRounds, kMaxSteps / (part.size() * part.size()));
    bool moved = true;
    for (std::size_t round = 0; moved && round < rounds; ++round) {
        moved = false;
        for (std::uint32_t v = 0; v < part.size(); ++v)
            moved = sift(part, v, order, pull) || moved;
    }
    return order;
}

} // namespace

std::vector<bool> feedbackLinks(const Graph& graph)
{
    const Arrows out = outgoing(graph);
    const StrongParts strong(out);
    std::vector<std::uint32_t> part(graph.nodes.size(), 0);
    std::vector<std::uint32_t> rank(graph.nodes.size(), 0);
    std::vector<std::uint32_t> local(graph.nodes.size(), 0);
    std::size_t exactSteps = kExactSteps;
    for (std::uint32_t p = 0; p < strong.parts().size(); ++p) {
        const std::vector<std::uint32_t>& nodes = strong.parts()[p];
        for (const std::uint32_t node : nodes)
            part[node] = p;
        if (nodes.size() < 2)
            continue;
        const std::vector<std::uint32_t> order = goodOrder(cutOut(out, nodes, local), exactSteps);
        for (std::uint32_t i = 0; i < order.size(); ++i)
            rank[nodes[order[i]]] = i;
    }
    std::vector<bool> turned(graph.links.size(), false);
    for (std::size_t l = 0; l < graph.links.size(); ++l) {
        const Link& link = graph.links[l];
        turned[l] = part[link.source] == part[link.target] && rank[link.source] >= rank[link.target];
    }
    return turned;
}

} // namespace ochain::layout
