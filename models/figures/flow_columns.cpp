// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "figures/flow_columns.h"

#include <algorithm>

namespace ochain {

FlowColumns::FlowColumns(const Chain& chain)
    : m_chain(chain), m_columnOfTier(chain.tiers().slotCount(), 0), m_isSplit(chain.tiers().slotCount(), false)
{
    const std::size_t tiers = chain.tiers().slotCount();
    std::vector<std::vector<bool>> trades(tiers, std::vector<bool>(tiers, false)); // supplier's stage, customer's stage
    chain.deals().forEach([&](DealId, const Deal& deal) {
        if (chain.classOf(deal) == DealClass::Trade && chain.kinds()[deal.kind].isAboutMoney)
            trades[stageOf(chain.nodes()[deal.supplier].tier).value][stageOf(chain.nodes()[deal.customer].tier).value] =
                true;
    });
    for (const TierId tier : chain.tierOrder())
        if (!chain.tiers()[tier].parent.isSet())
            layRoot(tier, trades);
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
    m_isSplit[root.value] = width > 1;
    m_columnOfTier[root.value] = m_count + width - 1;
    for (const TierId tier : m_chain.tierOrder())
        for (std::size_t at = 0; at < stages.size(); ++at)
            if (tier != root && m_chain.rootOf(tier) == root && stageOf(tier) == stages[at])
                m_columnOfTier[tier.value] = m_count + width - 1 - steps[at];
    m_count += width;
}

QString FlowColumns::heading(int column, const std::vector<TierId>& stages, Language language) const
{
    QStringList names;
    for (const TierId tier : m_chain.tierOrder()) {
        if (of(tier) != column || std::find(stages.begin(), stages.end(), tier) == stages.end())
            continue;
        const TierId root = m_chain.rootOf(tier);
        const QString name = shortName(m_chain, m_isSplit[root.value] ? tier : root, language);
        if (!names.contains(name))
            names << name;
    }
    return names.join(QStringLiteral(" · "));
}

} // namespace ochain
