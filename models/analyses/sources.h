// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/chain.h"

#include <optional>
#include <string_view>
#include <vector>

namespace ochain {

/// What a line of an explanation rests on.
struct PartSource {
    SourceId source;
    std::string_view locator; ///< page, item or time; of the chain's memory
    SaidBy saidBy = SaidBy::Unsaid;
    std::optional<int> ageDays;    ///< since it was published; none without a date
    Basis basis = Basis::Reported; ///< of the row that it stands behind
};

/// The sources of a deal, a tranche or a metric: those it cites, then those of adopted claims about it that it does not
/// cite; newest first.
/// @param knownAsOf  of the lens: later claims are left out; kNoDay: none is
/// @param today      the day that ages are counted to
[[nodiscard]] std::vector<PartSource> sourcesOf(const Chain& chain, RowRef row, Day knownAsOf, Day today);

} // namespace ochain
