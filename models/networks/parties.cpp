// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "networks/parties.h"

#include <utility>

namespace ochain {

Parties::Parties(const Chain& chain, std::vector<bool> isMember)
    : m_chain(chain), m_isMember(std::move(isMember)), m_trades(chain.nodes().slotCount(), Trades::Unknown)
{}

NodeId Parties::of(NodeId node)
{
    NodeId found = node;
    for (NodeId parent = m_chain.nodes()[node].parent; parent.isSet(); parent = m_chain.nodes()[parent].parent) {
        if (!m_isMember.empty() && m_isMember[parent.value])
            break;
        if (isTrading(parent))
            found = parent;
    }
    return found;
}

/// Whether a node itself buys or sells anything.
bool Parties::isTrading(NodeId node)
{
    Trades& trades = m_trades[node.value];
    if (trades == Trades::Unknown) {
        trades = Trades::No;
        const auto look = [&](DealId, const Deal& deal) {
            if (m_chain.classOf(deal) == DealClass::Trade)
                trades = Trades::Yes;
        };
        m_chain.forEachBought(node, look);
        m_chain.forEachSupplied(node, look);
    }
    return trades == Trades::Yes;
}

} // namespace ochain
