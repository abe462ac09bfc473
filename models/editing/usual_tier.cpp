// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "editing/usual_tier.h"

#include <algorithm>
#include <map>

namespace ochain {

TierId usualTier(const Chain& chain, KindId kind, Field end)
{
    std::map<TierId, std::size_t> counts;
    chain.deals().forEach([&](DealId, const Deal& deal) {
        if (deal.kind == kind)
            ++counts[chain.nodes()[end == deal_field::Supplier ? deal.supplier : deal.customer].tier];
    });
    const auto most = std::max_element(counts.begin(), counts.end(),
                                       [](const auto& a, const auto& b) { return a.second < b.second; });
    return most == counts.end() ? TierId{} : most->first;
}

} // namespace ochain
