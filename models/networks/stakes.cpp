// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "networks/stakes.h"

#include "chain/known_rows.h"
#include "schedule/lens.h"
#include "schedule/schedule.h"

#include <optional>

namespace ochain {

namespace {

bool isHeldUnder(Commitment commitment) noexcept
{
    return commitment == Commitment::Firm || commitment == Commitment::Unsaid;
}

/// What a deal gives by itself, whatever it is a part of.
std::optional<Stake> stakeOf(const Chain& chain, DealId id, const Lens& lens)
{
    const Deal& deal = chain.deals()[id];
    const DealClass dealClass = chain.classOf(deal);
    const bool isControl = dealClass == DealClass::Control;
    if (!isControl && dealClass != DealClass::Capital)
        return std::nullopt;
    const BasisPoints share = knownEquity(chain, id, lens.knownAsOf);
    const KnownDeal known = knownDeal(chain, id, lens.knownAsOf);
    if ((!isControl && share.isAbsent()) || !countsUnder(chain, lens, known))
        return std::nullopt;
    return Stake{deal.supplier, deal.customer, share, isHeldUnder(known.commitment), isControl, id};
}

} // namespace

std::vector<Stake> stakesOf(const Chain& chain, Day asOf)
{
    Lens lens;
    lens.knownAsOf = asOf;
    std::vector<Stake> stakes;
    chain.deals().forEach([&](DealId id, const Deal& deal) {
        const std::optional<Stake> stake = stakeOf(chain, id, lens);
        if (!stake)
            return;
        const std::optional<Stake> whole = deal.partOf.isSet() ? stakeOf(chain, deal.partOf, lens) : std::nullopt;
        const bool isInWhole =
            whole && !whole->share.isAbsent() && whole->owner == stake->owner && whole->entity == stake->entity;
        if (!isInWhole)
            stakes.push_back(*stake);
    });
    return stakes;
}

} // namespace ochain
