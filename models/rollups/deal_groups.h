// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/ancestry.h"
#include "chain/chain.h"
#include "chain/group.h"
#include "rollups/deal_flows.h"

namespace ochain {

/// Calls f(Group, Side) for the groups of one tree that have one end of a deal or both.
template <class Rows, class RowId, class F>
void forEachSide(const Rows& rows, RowId supplier, RowId customer, F&& f)
{
    const RowId common = commonAncestor(rows, supplier, customer);
    for (RowId id = supplier; id != common; id = rows[id].parent)
        f(Group::of(id), Side::Outbound);
    for (RowId id = customer; id != common; id = rows[id].parent)
        f(Group::of(id), Side::Inbound);
    for (RowId id = common; id.isSet(); id = rows[id].parent)
        f(Group::of(id), Side::Internal);
}

/// Calls f(Group, Side) for every group a deal between two nodes crosses the border of or lies in: tiers by the nodes'
/// own tiers, nodes by what they are inside of.
template <class F>
void forEachGroup(const Chain& chain, NodeId supplier, NodeId customer, F&& f)
{
    forEachSide(chain.tiers(), chain.nodes()[supplier].tier, chain.nodes()[customer].tier, f);
    forEachSide(chain.nodes(), supplier, customer, f);
}

} // namespace ochain
