// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/chain.h"
#include "figures/palette.h"
#include "rollups/rollups.h"

#include <QString>

#include <cstdint>
#include <vector>

namespace ochain {

/// What one deal gives over time under the lens, over the years in which something moves and the one
/// in which nothing does any more.
struct DealCurve {
    int firstYear = 0;
    std::vector<std::int64_t> kilowatts; ///< standing at the end of each quarter; empty: none in any year
    std::vector<std::int64_t> cents;     ///< of each year, of a guarantee standing at its end; empty: none in any year
    bool isGuarantee = false;
    MarkColours colours; ///< of the supplier's tier
    QString unplaced;    ///< what no year has, and why; empty if there is nothing of it

    [[nodiscard]] int years() const noexcept
    {
        return static_cast<int>(cents.empty() ? kilowatts.size() / 4 : cents.size());
    }
    [[nodiscard]] int lastYear() const noexcept { return firstYear + years() - 1; }
    /// At the end of a year that the curve has.
    [[nodiscard]] std::int64_t kilowattsAtEndOf(int year) const;
    bool operator==(const DealCurve&) const = default;
};

[[nodiscard]] DealCurve dealCurve(const Chain& chain, const Rollups& rollups, DealId deal);
/// A year of it in words: "2027: 2.5 GW at its end, $8.0B".
[[nodiscard]] QString curveYearText(const DealCurve& curve, int year);

} // namespace ochain
