// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/chain.h"

namespace ochain {

/// The fields of a deal that figures depend on, as known on a day.
struct KnownDeal {
    StatusId status;
    Date announced, starts, ends;
    Kilowatts capacity;
    Cents value;
    Text formula;
    Profile profile = Profile::None; ///< never Inherit
    Basis basis = Basis::Reported;
    Commitment commitment = Commitment::Unsaid;
    BoundaryId boundary;
};

struct KnownTranche {
    Date starts, ends;
    Kilowatts capacity;
    Cents value;
    Basis basis = Basis::Reported;
    Commitment commitment = Commitment::Unsaid; ///< Unsaid: the deal's
    BoundaryId boundary;                        ///< unset: the deal's
};

struct KnownMetric {
    Date asOf, known;
    double value = kNoNumber;
    Basis basis = Basis::Reported;
};

// The knowledge clock (data/README.md, section 5): a field with adopted claims has the value of the last one dated
// on or before that day, and none before the first (a field that may not be empty then keeps the row's own). Claims of
// one day: the one entered last. A claim without a date has always been known; one whose text cannot be read is passed
// over. `asOf` kNoDay is no clock: the rows' own values.
[[nodiscard]] KnownDeal knownDeal(const Chain& chain, DealId id, Day asOf);
[[nodiscard]] KnownTranche knownTranche(const Chain& chain, TrancheId id, Day asOf);
/// The stake of a deal as known on a day; absent where there is none.
[[nodiscard]] BasisPoints knownEquity(const Chain& chain, DealId id, Day asOf);
[[nodiscard]] KnownMetric knownMetric(const Chain& chain, MetricId id, Day asOf);

} // namespace ochain
