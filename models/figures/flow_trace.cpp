// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "figures/flow_trace.h"

#include <algorithm>
#include <cmath>
#include <unordered_set>

namespace ochain {

namespace {

constexpr int kMostRounds = 500;
constexpr const char* kDealSeed = "deal:";
constexpr double kSettled = 1e-9;

/// One direction: downstream from the seeds' right sides, or upstream from their left.
class Pursuit {
public:
    Pursuit(const FlowFigure& figure, const std::unordered_set<std::string>& seeds, bool isDown)
        : m_figure(figure), m_isDown(isDown), m_node(figure.nodes.size(), 0.0), m_link(figure.links.size(), 0.0),
          m_isSeed(figure.nodes.size(), false), m_hasReachedNode(figure.nodes.size(), false),
          m_hasReachedLink(figure.links.size(), false), m_through(figure.nodes.size(), 0.0)
    {
        std::vector<double> sides[2];
        for (std::vector<double>& side : sides)
            side.assign(figure.nodes.size(), 0.0);
        for (const FlowLink& link : figure.links) {
            sides[0][link.source] += static_cast<double>(link.amount);
            sides[1][link.target] += static_cast<double>(link.amount);
        }
        for (std::size_t node = 0; node < figure.nodes.size(); ++node) {
            m_through[node] = std::max(sides[0][node], sides[1][node]);
            m_isSeed[node] = seeds.count(figure.nodes[node].id) > 0;
            m_node[node] = m_isSeed[node] ? 1.0 : 0.0;
            m_hasReachedNode[node] = m_isSeed[node];
        }
        const bool hasDeals = std::any_of(seeds.begin(), seeds.end(),
                                          [](const std::string& seed) { return seed.rfind(kDealSeed, 0) == 0; });
        for (std::size_t link = 0; link < figure.links.size(); ++link)
            if (seeds.count(figure.links[link].id) > 0) {
                m_link[link] = 1.0;
                m_hasReachedLink[link] = true;
            } else if (hasDeals) {
                seedByDeals(link, seeds);
            }
    }

    void follow()
    {
        for (int round = 0; round < kMostRounds && flowOnce() > kSettled; ++round) {
        }
        while (reachOnce()) {
        }
    }

    void addTo(FlowTrace& trace) const
    {
        for (std::size_t node = 0; node < m_node.size(); ++node) {
            trace.nodes[node] = std::max(trace.nodes[node], m_node[node]);
            if (m_hasReachedNode[node])
                trace.reachedNodes[node] = true;
        }
        for (std::size_t link = 0; link < m_link.size(); ++link) {
            trace.links[link] = std::max(trace.links[link], m_link[link]);
            if (m_hasReachedLink[link])
                trace.reachedLinks[link] = true;
        }
    }

private:
    /// A deal lights what it has of a ribbon.
    void seedByDeals(std::size_t at, const std::unordered_set<std::string>& seeds)
    {
        const FlowLink& link = m_figure.links[at];
        std::int64_t lit = 0;
        for (const auto& [deal, amount] : link.amounts)
            lit += seeds.count(dealSeed(deal)) > 0 ? amount : 0;
        const bool isLit = lit > 0 || std::any_of(link.evidence.deals.begin(), link.evidence.deals.end(),
                                                  [&](DealId deal) { return seeds.count(dealSeed(deal)) > 0; });
        m_hasReachedLink[at] = isLit;
        m_link[at] = lit > 0 && link.amount > 0 ? static_cast<double>(lit) / static_cast<double>(link.amount) : 0.0;
    }

    [[nodiscard]] std::uint32_t from(const FlowLink& link) const { return m_isDown ? link.source : link.target; }
    [[nodiscard]] std::uint32_t to(const FlowLink& link) const { return m_isDown ? link.target : link.source; }

    /// @return the greatest change of a box's share
    double flowOnce()
    {
        std::vector<double> arrived(m_node.size(), 0.0);
        for (std::size_t at = 0; at < m_link.size(); ++at) {
            const FlowLink& link = m_figure.links[at];
            m_link[at] = std::max(m_link[at], m_node[from(link)]);
            arrived[to(link)] += m_link[at] * static_cast<double>(link.amount);
        }
        double change = 0;
        for (std::size_t node = 0; node < m_node.size(); ++node) {
            if (m_isSeed[node] || m_through[node] <= 0)
                continue;
            const double share = std::min(1.0, arrived[node] / m_through[node]);
            change = std::max(change, std::abs(share - m_node[node]));
            m_node[node] = share;
        }
        return change;
    }

    /// A flow without an amount leads on from what is reached, but no share of what lies behind it is known.
    bool reachOnce()
    {
        bool hasChanged = false;
        for (std::size_t at = 0; at < m_link.size(); ++at) {
            const FlowLink& link = m_figure.links[at];
            const bool leadsOn = link.amount > 0 ? m_link[at] > 0 : m_hasReachedNode[from(link)];
            if (!leadsOn && !m_hasReachedLink[at])
                continue;
            hasChanged |= !m_hasReachedLink[at] || !m_hasReachedNode[to(link)];
            m_hasReachedLink[at] = true;
            m_hasReachedNode[to(link)] = true;
        }
        return hasChanged;
    }

    const FlowFigure& m_figure;
    bool m_isDown;
    std::vector<double> m_node;
    std::vector<double> m_link;
    std::vector<bool> m_isSeed;
    std::vector<bool> m_hasReachedNode;
    std::vector<bool> m_hasReachedLink;
    std::vector<double> m_through;
};

} // namespace

std::string dealSeed(DealId deal)
{
    return kDealSeed + std::to_string(deal.value);
}

FlowTrace traceFlow(const FlowFigure& figure, const std::vector<std::string>& seeds)
{
    FlowTrace trace;
    trace.nodes.assign(figure.nodes.size(), 0.0);
    trace.links.assign(figure.links.size(), 0.0);
    trace.reachedNodes.assign(figure.nodes.size(), false);
    trace.reachedLinks.assign(figure.links.size(), false);
    const std::unordered_set<std::string> wanted(seeds.begin(), seeds.end());
    if (wanted.empty())
        return trace;
    for (const bool isDown : {true, false}) {
        Pursuit pursuit(figure, wanted, isDown);
        pursuit.follow();
        pursuit.addTo(trace);
    }
    trace.isEmpty = std::find(trace.reachedNodes.begin(), trace.reachedNodes.end(), true) == trace.reachedNodes.end();
    return trace;
}

} // namespace ochain
