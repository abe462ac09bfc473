// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/chain.h"
#include "rollups/deal_flows.h"
#include "rollups/rollups.h"

namespace ochain {

/// How many rows lie above one in its tree.
template <class Rows, class RowId>
[[nodiscard]] int depthOf(const Rows& rows, RowId id) noexcept
{
    int depth = 0;
    for (RowId above = rows[id].parent; above.isSet(); above = rows[above].parent)
        ++depth;
    return depth;
}

/// The nearest row at or above both; unset if they are in different trees.
template <class Rows, class RowId>
[[nodiscard]] RowId commonAncestor(const Rows& rows, RowId a, RowId b) noexcept
{
    int depthA = depthOf(rows, a);
    int depthB = depthOf(rows, b);
    for (; depthA > depthB; --depthA)
        a = rows[a].parent;
    for (; depthB > depthA; --depthB)
        b = rows[b].parent;
    while (a != b) {
        a = rows[a].parent;
        b = rows[b].parent;
    }
    return a;
}

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
