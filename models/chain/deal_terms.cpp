// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "chain/deal_terms.h"

#include "chain/known_rows.h"

namespace ochain {

Amounts heldByTranches(const Chain& chain, DealId deal, Day asOf)
{
    Amounts held;
    chain.forEachTranche(deal, [&](TrancheId id, const Tranche&) {
        const KnownTranche tranche = knownTranche(chain, id, asOf);
        addGiven(held.value, tranche.value);
        addGiven(held.capacity, tranche.capacity);
    });
    return held;
}

} // namespace ochain
