// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/chain.h"
#include "chain/deal_terms.h"
#include "chain/known_rows.h"
#include "schedule/schedule.h"

namespace ochain {

/// Calls f(DealId part, const Amounts& taken) for each part of a whole that counts under the lens: money is taken by
/// those of the whole's class, capacity by those in its layer; what a part does not take is absent. A part with a
/// formula takes nothing (data/README.md, section 3).
/// @param dealClass, layer  of the whole
template <class F>
void forEachTake(const Chain& chain, const Lens& lens, DealId whole, DealClass dealClass, LayerNumber layer, F&& f)
{
    chain.forEachPart(whole, [&](DealId id, const Deal& part) {
        const KnownDeal known = knownDeal(chain, id, lens.knownAsOf);
        if (!countsUnder(chain, lens, known))
            return;
        Amounts taken;
        if (chain.text(known.formula).empty()) {
            const DealClass classOfPart = chain.classOf(part);
            const Amounts totals = totalsOf(chain, id, {known.value, known.capacity}, lens.knownAsOf);
            if (classOfPart == dealClass)
                taken.value = totals.value;
            const bool isCapacity = classOfPart == DealClass::Trade && known.profile != Profile::None;
            if (isCapacity && chain.layerOf(part.supplier) == layer)
                taken.capacity = totals.capacity;
        }
        f(id, taken);
    });
}

} // namespace ochain
