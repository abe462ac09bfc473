// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "chain/deal_terms.h"

#include "chain/known_rows.h"

namespace ochain {

namespace {

void addUp(std::int64_t& sum, std::int64_t amount) noexcept
{
    if (amount != kAbsent)
        sum = sum == kAbsent ? amount : sum + amount;
}

} // namespace

Amounts heldByTranches(const Chain& chain, DealId deal, Day asOf)
{
    Amounts held;
    chain.forEachTranche(deal, [&](TrancheId id, const Tranche&) {
        const KnownTranche tranche = knownTranche(chain, id, asOf);
        addUp(held.value, tranche.value);
        addUp(held.capacity, tranche.capacity);
    });
    return held;
}

} // namespace ochain
