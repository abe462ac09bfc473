// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "figures/usual_group.h"

namespace ochain {

std::string usualGroup(const Chain& chain, const Rollups& rollups)
{
    constexpr const char* kUsual = "openai-group";
    if (chain.find<NodeId>(kUsual).isSet())
        return kUsual;
    std::string busiest;
    std::int64_t most = 0;
    for (const std::uint32_t row : chain.inOrder(Table::Nodes)) {
        const NodeId node{row};
        const std::int64_t deals = rollups.figure(Group::of(node), Measure::Deals, kNoLayer, kTotal).value;
        if (!chain.nodes()[node].parent.isSet() && deals > most) {
            most = deals;
            busiest = chain.key({Table::Nodes, row});
        }
    }
    if (!busiest.empty() || chain.size(Table::Tiers) == 0)
        return busiest;
    return std::string(chain.key({Table::Tiers, chain.inOrder(Table::Tiers).front()}));
}

} // namespace ochain
