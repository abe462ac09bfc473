// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rollups/repeated_deals.h"

#include "chain/deal_terms.h"

#include <map>
#include <tuple>

namespace ochain {

std::vector<std::pair<DealId, DealId>> repeatedDeals(const Chain& chain)
{
    using Terms = std::tuple<NodeId, NodeId, KindId, std::int64_t, std::int64_t>;
    std::map<Terms, std::vector<DealId>> earlier;
    std::vector<std::pair<DealId, DealId>> repeated;
    for (const std::uint32_t row : chain.inOrder(Table::Deals)) {
        const DealId id{row};
        const Deal& deal = chain.deals()[id];
        const Amounts totals = totalsOf(chain, id);
        const bool isCancelled = chain.statuses()[deal.status].role == StatusRole::Cancelled;
        if (isCancelled || (totals.value.isAbsent() && totals.capacity.isAbsent()))
            continue;
        std::vector<DealId>& alike =
            earlier[{deal.supplier, deal.customer, deal.kind, totals.value.value, totals.capacity.value}];
        for (const DealId other : alike)
            if (deal.partOf != other && chain.deals()[other].partOf != id) {
                repeated.emplace_back(id, other);
                break;
            }
        alike.push_back(id);
    }
    return repeated;
}

} // namespace ochain
