// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/chain.h"

namespace ochain {

// What a deal comes to where its own fields leave room (data/README.md, section 3).

/// The start of a deal, as it stands (Deal) or as known on a day (KnownDeal): its own; without one the day it was
/// announced, if it is operating or completed.
template <class AnyDeal>
[[nodiscard]] Date startOf(const Chain& chain, const AnyDeal& deal) noexcept
{
    if (deal.starts.isSet())
        return deal.starts;
    const StatusRole role = chain.statuses()[deal.status].role;
    return role == StatusRole::Operating || role == StatusRole::Completed ? deal.announced : Date{};
}

/// Money and capacity of a deal or of several rows together; each may be absent.
struct Amounts {
    Cents value;
    Kilowatts capacity;
};

/// What the tranches of a deal hold together; an amount that no tranche has is absent.
/// @param asOf  the day of the knowledge clock; kNoDay: as they stand
[[nodiscard]] Amounts heldByTranches(const Chain& chain, DealId deal, Day asOf = kNoDay);

/// The totals of a deal: its own, and where it has none, what its tranches hold together.
/// @param own  the deal's own amounts as of that day
[[nodiscard]] inline Amounts totalsOf(const Chain& chain, DealId deal, Amounts own, Day asOf = kNoDay)
{
    if (!own.value.isAbsent() && !own.capacity.isAbsent())
        return own;
    const Amounts held = heldByTranches(chain, deal, asOf);
    return {own.value.isAbsent() ? held.value : own.value, own.capacity.isAbsent() ? held.capacity : own.capacity};
}
[[nodiscard]] inline Amounts totalsOf(const Chain& chain, DealId deal)
{
    return totalsOf(chain, deal, {chain.deals()[deal].value, chain.deals()[deal].capacity});
}

} // namespace ochain
