// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "items/headline.h"

#include "chain/group.h"

namespace ochain {

FigureCell headlineOf(const Document& document, Group group)
{
    const Chain& chain = document.chain();
    const Rollups& rollups = document.rollups();
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
    const bool hasMoney = document.rollups().dealMoney(document.chain(), deal, period).value != 0;
    const bool hasCapacity = document.rollups().dealCapacity(document.chain(), deal, period).value != 0;
    const bool isOfCapacity = hasCapacity && (prefersCapacity || !hasMoney);
    return isOfCapacity ? FigureCell::capacityOf(deal, period) : FigureCell::moneyOf(deal, period);
}

} // namespace ochain
