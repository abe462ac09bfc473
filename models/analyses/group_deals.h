// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/group.h"
#include "rollups/deal_groups.h"

#include <cstdint>
#include <vector>

namespace ochain {

/// Calls f(DealId, const Deal&, Side) for every deal with an end in a group, each once, until f returns false.
template <class F>
void forEachDealOf(const Chain& chain, Group group, F&& f)
{
    const std::vector<bool> isMember = membersOf(chain, group);
    const NodeId outer = group.kind == Group::Kind::Node ? NodeId{group.row} : NodeId{};
    bool goesOn = true;
    for (std::uint32_t row = 0; row < isMember.size() && goesOn; ++row) {
        if (!isMember[row])
            continue;
        chain.forEachSupplied(NodeId{row}, [&](DealId id, const Deal& deal) {
            goesOn = goesOn && f(id, deal, isMember[deal.customer.value] ? Side::Internal : Side::Outbound);
        });
        chain.forEachBought(NodeId{row}, [&](DealId id, const Deal& deal) {
            if (goesOn && !isMember[deal.supplier.value])
                goesOn = f(id, deal, isAtSite(chain, deal.customer, outer) ? Side::InboundAtSite : Side::Inbound);
        });
    }
}

} // namespace ochain
