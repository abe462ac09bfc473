// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/chain.h"

#include <string>
#include <vector>

namespace ochain {

/// The claims on one field of one row.
struct ClaimHistory {
    std::vector<ClaimId> adopted; ///< as the clock goes through them: by day, those of one day as they were entered
    std::vector<ClaimId> rivals;  ///< by day too

    [[nodiscard]] bool isEmpty() const noexcept { return adopted.empty() && rivals.empty(); }
};
[[nodiscard]] ClaimHistory claimsOn(const Chain& chain, RowRef row, Field field);
/// The fields of a row that have claims, in their order.
[[nodiscard]] std::vector<Field> claimedFields(const Chain& chain, RowRef row);

/// The day from which on a claim counts; one without a date has always been known, and comes first of all.
[[nodiscard]] Day dayOf(const Claim& claim) noexcept;

/// The date on which a row became known, by itself: a deal's and its tranches' announcement, the day on which a metric
/// was said or else the one it is for. Unset: it has always been known.
[[nodiscard]] Date knownSince(const Chain& chain, RowRef row);

} // namespace ochain
