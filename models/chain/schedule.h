// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/chain.h"
#include "chain/lens.h"

#include <optional>
#include <string>
#include <vector>

namespace ochain {

/// A phase of a deal as the lens shows it: amounts scaled by the status where the lens is weighted, and the days over which
/// they are spread. `sign` is -1 only under the overlap lens, where gross pieces stand against unique ones.
struct Piece {
    Cents value = kAbsent;
    Kilowatts capacity = kAbsent;
    Day starts = kNoDay;
    Day ends = kNoDay;
    Profile profile = Profile::None;
    int sign = 1;
    std::uint32_t tranche = kNoRow; ///< the tranche it is; kNoRow: what the tranches leave, or the whole deal
    Basis basis = Basis::Reported;
};

/// A deal as the lens shows it: whether it counts, its pieces, or its money quarter by quarter if a formula gives it.
struct Schedule {
    bool counts = false;      ///< known by then, not cancelled, not left out as assumed
    DealClass dealClass = DealClass::Trade;
    Profile profile = Profile::None;
    std::uint32_t layer = 0;  ///< of the supplier
    bool lacksMoney = false;    ///< of a money kind, trade or capital, without any amount of money
    bool lacksCapacity = false; ///< trade, profile other than none, without capacity
    bool formulaFails = false;  ///< counts as undisclosed because the formula has no usable result
    Day starts = kNoDay;      ///< of the deal after the fall-backs, kNoDay: open
    Day ends = kNoDay;
    std::vector<Piece> pieces;
    std::vector<Cents> formulaQuarters; ///< cents by quarter of the calendar; empty without a formula

    void clear();
};

/// Money accrued on a piece by the start of a day.
/// @return US cents, floor(value * elapsed / length); exact, never above the value. Straight-line accrual, section 3.
[[nodiscard]] Cents accrued(Cents value, Day starts, Day ends, Day day) noexcept;
/// Capacity standing at the end of the last day before `day`: deployed so far, or in term (section 3).
[[nodiscard]] Kilowatts standing(const Piece& piece, Day day) noexcept;

/// Computes a deal's schedule under a lens into `out` (its memory is used again).
/// @param calendar  of the chain; formulas run to its end
void scheduleDeal(const Chain& chain, const Lens& lens, const Calendar& calendar, DealId deal, Schedule& out);

} // namespace ochain
