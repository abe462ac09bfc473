// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "figures/flow_columns.h"

#include <algorithm>

namespace ochain {

FlowColumns::FlowColumns(const Chain& chain)
    : m_chain(chain), m_columnOfTier(chain.tiers().slotCount(), 0), m_columnOfNode(chain.nodes().slotCount(), 0),
      m_firstOfRoot(chain.tiers().slotCount(), 0), m_lastOfRoot(chain.tiers().slotCount(), 0)
{
    const std::size_t tiers = chain.tiers().slotCount();
    std::vector<std::vector<bool>> trades(tiers, std::vector<bool>(tiers, false)); // supplier's stage, customer's stage
    chain.deals().forEach([&](DealId, const Deal& deal) {
        // what a company supplies to itself says nothing about the order of the stages
        if (chain.classOf(deal) == DealClass::Trade && chain.kinds()[deal.kind].isAboutMoney &&
            topOf(deal.supplier) != topOf(deal.customer))
            trades[stageOf(chain.nodes()[deal.supplier].tier).value][stageOf(chain.nodes()[deal.customer].tier).value] =
                true;
    });
    for (const TierId tier : chain.tierOrder())
        if (!chain.tiers()[tier].parent.isSet())
            layRoot(tier, trades);
    layNodes();
}

NodeId FlowColumns::topOf(NodeId node) const
{
    for (NodeId parent = m_chain.nodes()[node].parent; parent.isSet(); parent = m_chain.nodes()[node].parent)
        node = parent;
    return node;
}

void FlowColumns::layNodes()
{
    m_chain.nodes().forEach([&](NodeId id, const Node& node) {
        int column = of(node.tier);
        const TierId root = m_chain.rootOf(node.tier);
        for (NodeId owner = node.parent; owner.isSet(); owner = m_chain.nodes()[owner].parent)
            if (m_lastOfRoot[m_chain.rootOf(m_chain.nodes()[owner].tier).value] < m_firstOfRoot[root.value])
                column = m_firstOfRoot[root.value];
        m_columnOfNode[id.value] = column;
    });
}

int FlowColumns::buyersOf(int column) const
{
    bool isNext = false;
    for (const TierId tier : m_chain.tierOrder()) {
        if (m_chain.tiers()[tier].parent.isSet())
            continue;
        if (isNext)
            return m_lastOfRoot[tier.value];
        isNext = m_firstOfRoot[tier.value] <= column && column <= m_lastOfRoot[tier.value];
    }
    return column + 1;
}

TierId FlowColumns::stageOf(TierId tier) const
{
    TierId stage = tier;
    for (TierId parent = m_chain.tiers()[tier].parent; parent.isSet(); parent = m_chain.tiers()[parent].parent) {
        if (!m_chain.tiers()[parent].parent.isSet())
            return stage;
        stage = parent;
    }
    return stage;
}

void FlowColumns::layRoot(TierId root, const std::vector<std::vector<bool>>& trades)
{
    std::vector<TierId> stages;
    for (const TierId tier : m_chain.tierOrder())
        if (m_chain.tiers()[tier].parent == root)
            stages.push_back(tier);
    // Only trade that runs with the order of the tiers counts, so that there is no cycle; steps to the root's last
    // column, from the back: a stage stands left of all it supplies.
    std::vector<int> steps(stages.size(), 0);
    for (std::size_t at = stages.size(); at-- > 0;)
        for (std::size_t later = at + 1; later < stages.size(); ++later)
            if (trades[stages[at].value][stages[later].value])
                steps[at] = std::max(steps[at], steps[later] + 1);
    const int width = stages.empty() ? 1 : *std::max_element(steps.begin(), steps.end()) + 1;
    m_firstOfRoot[root.value] = m_count;
    m_lastOfRoot[root.value] = m_count + width - 1;
    m_columnOfTier[root.value] = m_count + width - 1;
    for (const TierId tier : m_chain.tierOrder())
        for (std::size_t at = 0; at < stages.size(); ++at)
            if (tier != root && m_chain.rootOf(tier) == root && stageOf(tier) == stages[at])
                m_columnOfTier[tier.value] = m_count + width - 1 - steps[at];
    m_count += width;
}

QString FlowColumns::heading(const std::vector<TierId>& stages) const
{
    QStringList names;
    for (const TierId tier : m_chain.tierOrder()) {
        if (std::find(stages.begin(), stages.end(), tier) == stages.end())
            continue;
        const TierId root = m_chain.rootOf(tier);
        const bool isSplit = m_firstOfRoot[root.value] < m_lastOfRoot[root.value];
        const QString name = shortName(m_chain, isSplit ? tier : root);
        if (!names.contains(name))
            names << name;
    }
    return names.join(QStringLiteral(" · "));
}

} // namespace ochain
