// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/group.h"
#include "rollups/deal_groups.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace ochain {

/// Asks the processor for a deal that will be looked at next: they lie all over the memory of a large chain.
inline void prefetchDeal(const Chain& chain, std::uint32_t row) noexcept
{
    constexpr std::size_t kLine = 64;
    if (row == kNoRow)
        return;
    const char* const deal = reinterpret_cast<const char*>(&chain.deals()[DealId{row}]);
    for (std::size_t offset = 0; offset < sizeof(Deal); offset += kLine)
        __builtin_prefetch(deal + offset);
}

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
            prefetchDeal(chain, deal.bySupplier.next);
            goesOn = goesOn && f(id, deal, isMember[deal.customer.value] ? Side::Internal : Side::Outbound);
        });
        chain.forEachBought(NodeId{row}, [&](DealId id, const Deal& deal) {
            prefetchDeal(chain, deal.byCustomer.next);
            if (goesOn && !isMember[deal.supplier.value])
                goesOn = f(id, deal, isAtSite(chain, deal.customer, outer) ? Side::InboundAtSite : Side::Inbound);
        });
    }
}

} // namespace ochain
