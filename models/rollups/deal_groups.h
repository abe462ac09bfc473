// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/ancestry.h"
#include "chain/chain.h"
#include "chain/group.h"
#include "rollups/deal_flows.h"

namespace ochain {

/// Whether a node is a site: capacity that reaches one binds there, and not all of what the site lies in.
[[nodiscard]] inline bool isSite(const Chain& chain, NodeId node) noexcept
{
    return chain.text(chain.nodes()[node].kind) == "site";
}
/// Whether a node is a site or lies in one, below `outer`; an unset outer: at all.
[[nodiscard]] inline bool isAtSite(const Chain& chain, NodeId node, NodeId outer = {}) noexcept
{
    for (; node != outer; node = chain.nodes()[node].parent)
        if (isSite(chain, node))
            return true;
    return false;
}

/// Calls f(Group, Side) for every group a deal between two nodes crosses the border of or lies in: tiers by the nodes'
/// own tiers, nodes by what they are inside of.
template <class F>
void forEachGroup(const Chain& chain, NodeId supplier, NodeId customer, F&& f)
{
    const auto& nodes = chain.nodes();
    const NodeId common = commonAncestor(nodes, supplier, customer);
    for (NodeId id = supplier; id != common; id = nodes[id].parent)
        f(Group::of(id), Side::Outbound);
    bool isBelowSite = false; // what is passed on the way up
    for (NodeId id = customer; id != common; id = nodes[id].parent) {
        f(Group::of(id), isBelowSite ? Side::InboundAtSite : Side::Inbound);
        isBelowSite = isBelowSite || isSite(chain, id);
    }
    isBelowSite = isBelowSite || isAtSite(chain, common);
    for (NodeId id = common; id.isSet(); id = nodes[id].parent)
        f(Group::of(id), Side::Internal);

    const auto& tiers = chain.tiers();
    const TierId supplierTier = nodes[supplier].tier;
    const TierId customerTier = nodes[customer].tier;
    const TierId commonTier = commonAncestor(tiers, supplierTier, customerTier);
    for (TierId id = supplierTier; id != commonTier; id = tiers[id].parent)
        f(Group::of(id), Side::Outbound);
    for (TierId id = customerTier; id != commonTier; id = tiers[id].parent)
        f(Group::of(id), isBelowSite ? Side::InboundAtSite : Side::Inbound);
    for (TierId id = commonTier; id.isSet(); id = tiers[id].parent)
        f(Group::of(id), Side::Internal);
}

} // namespace ochain
