// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "items/headline.h"

#include "chain/group.h"

namespace ochain {

FigureCell headlineOf(const Document& document, Group group)
{
    const auto [chain, rollups] = document.viewed();
    const Period period = document.lens().period;
    const TierId tier = group.kind == Group::Kind::Node ? chain.nodes()[NodeId{group.row}].tier : TierId{group.row};
    const LayerNumber own = chain.layerOf(tier);
    if (own.isSet() && rollups.has(group, Measure::CapacityOut, own))
        return {group, Measure::CapacityOut, own, period, {}};
    for (const Measure measure : {Measure::Revenue, Measure::Spend, Measure::CapitalOut, Measure::CapitalIn})
        if (rollups.has(group, measure, kNoLayer))
            return {group, measure, kNoLayer, period, {}};
    return {group, Measure::Revenue, kNoLayer, period, {}};
}

FigureCell headlineOf(const Document& document, DealId deal, bool prefersCapacity)
{
    const Period period = document.lens().period;
    const auto [chain, rollups] = document.viewed();
    const bool hasMoney = rollups.dealMoney(chain, deal, period).value != 0;
    const bool hasCapacity = rollups.dealCapacity(chain, deal, period).value != 0;
    const bool isOfCapacity = hasCapacity && (prefersCapacity || !hasMoney);
    return isOfCapacity ? FigureCell::capacityOf(deal, period) : FigureCell::moneyOf(deal, period);
}

} // namespace ochain
