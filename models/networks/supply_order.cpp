// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "networks/supply_order.h"

#include "networks/strong_parts.h"

#include <utility>

namespace ochain {

std::vector<std::vector<std::uint32_t>> suppliersFirst(const SupplyLinks& supply)
{
    std::vector<std::pair<std::uint32_t, std::uint32_t>> edges; // from who is supplied to who supplies
    for (std::uint32_t row = 0; row < supply.nodeSlots(); ++row)
        for (const std::uint32_t place : supply.into(NodeId{row}))
            if (supply.links()[place].contracted.value > 0)
                edges.emplace_back(row, supply.links()[place].supplier.value);
    const StrongParts parts = strongPartsOf(supply.nodeSlots(), std::move(edges));
    std::vector<std::vector<std::uint32_t>> components(parts.count);
    for (std::uint32_t row = 0; row < supply.nodeSlots(); ++row)
        components[parts.partOf[row]].push_back(row);
    return components;
}

} // namespace ochain
