// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/chain.h"
#include "chain/deal_terms.h"
#include "schedule/lens.h"

#include <optional>
#include <string>
#include <vector>

namespace ochain {

class FormulaBook;
struct KnownDeal;

/// A tranche of a deal as the lens shows it: amounts scaled by the status where the lens is weighted, and the days over
/// which they are spread. `sign` is -1 only under the overlap lens, where gross pieces stand against unique ones.
struct Piece {
    Cents value;
    Kilowatts capacity;
    Day starts = kNoDay;
    Day ends = kNoDay;
    Profile profile = Profile::None;
    int sign = 1;
    std::uint32_t tranche = kNoRow; ///< the tranche it is; kNoRow: what the tranches leave, or the whole deal
    Basis basis = Basis::Reported;
    Commitment commitment = Commitment::Unsaid; ///< its own, else the deal's
    BoundaryId boundary;                        ///< its own, else the deal's

    /// Money needs both days to be spread. (Claims can put the end before the start: then there is no telling when.)
    [[nodiscard]] bool hasMoneyDates() const noexcept { return starts != kNoDay && starts < ends; }
    /// Capacity in term stands from its start on, so that it needs no end.
    [[nodiscard]] bool hasCapacityDates() const noexcept
    {
        return starts != kNoDay && (ends == kNoDay ? profile == Profile::Term : starts < ends);
    }
    /// A guarantee stands from its start on, so that it needs no end.
    [[nodiscard]] bool hasGuaranteeDates() const noexcept
    {
        return starts != kNoDay && (ends == kNoDay || starts < ends);
    }
};

/// A deal as the lens shows it: whether it counts, its pieces, or its money quarter by quarter if a formula gives it.
struct Schedule {
    bool counts = false; ///< known by then, not cancelled, not left out as assumed, some of it as firm as asked for
    DealClass dealClass = DealClass::Trade;
    Profile profile = Profile::None;
    LayerNumber layer;          ///< of the supplier
    bool hasMoney = false;      ///< an amount of money (zero included), or a formula that gives one
    bool hasCapacity = false;   ///< a capacity, zero included
    bool lacksMoney = false;    ///< of a money kind, control left aside, without any amount of money
    bool lacksCapacity = false; ///< trade, profile other than none, without capacity
    bool formulaFails = false;  ///< counts as undisclosed because the formula has no usable result, or no start
    Day starts = kNoDay;        ///< of the deal after the fall-backs, kNoDay: open
    Day ends = kNoDay;
    std::vector<Piece> pieces;
    std::vector<Cents> formulaQuarters; ///< by quarter of the calendar; empty without a formula

    void clear();
};

/// Straight-line accrual of one amount over its days, exact without 128-bit products: with value = q * length + r,
/// floor(value * elapsed / length) is q * elapsed + floor(r * elapsed / length), and r * elapsed stays below length
/// squared.
class Accrual {
public:
    /// @param value  at least 0
    /// @param ends   after starts
    Accrual(std::int64_t value, Day starts, Day ends) noexcept
        : m_perDay(value / (ends - starts)), m_rest(static_cast<double>(value % (ends - starts))),
          m_perLength(1.0 / (ends - starts)), m_starts(starts)
    {}
    /// What has accrued by the start of a day in [starts, ends].
    [[nodiscard]] std::int64_t by(Day day) const noexcept
    {
        const std::int64_t elapsed = day - m_starts;
        // Both factors are whole numbers below 2^18, so the product is exact and lies at least half a unit of 1/length
        // from the next whole quotient: the rounding of the multiplication cannot cross it.
        const double share = (m_rest * static_cast<double>(elapsed) + 0.5) * m_perLength;
        return m_perDay * elapsed + static_cast<std::int32_t>(share);
    }

private:
    std::int64_t m_perDay;
    double m_rest;
    double m_perLength;
    Day m_starts;
};

/// Money accrued on a piece by the start of a day.
/// @return US cents, floor(value * elapsed / length); exact, never above the value. Straight-line accrual
/// (data/README.md, section 3).
[[nodiscard]] std::int64_t accrued(std::int64_t value, Day starts, Day ends, Day day) noexcept;
/// Capacity standing at the end of the last day before `day`: deployed so far, or in term (data/README.md, section 3).
[[nodiscard]] Kilowatts standing(const Piece& piece, Day day) noexcept;

/// Whether a lens counts a deal at all, as far as that does not hang on how firm its pieces are: known by then, not
/// cancelled, not left out as assumed.
[[nodiscard]] bool countsUnder(const Chain& chain, const Lens& lens, const KnownDeal& deal);

/// Turns deals into schedules, one after the other. Keeps references: chain, lens, calendar and book must outlive it.
class Scheduler {
public:
    /// @param calendar  of the chain; formulas run to its end
    /// @param book      for the formulas, of this chain and lens
    Scheduler(const Chain& chain, const Lens& lens, const Calendar& calendar, FormulaBook& book)
        : m_chain(chain), m_lens(lens), m_calendar(calendar), m_book(book)
    {}
    /// Computes a deal's schedule into `out` (its memory is used again).
    void schedule(DealId deal, Schedule& out);

private:
    /// What the parts of a whole take from it.
    struct Taken {
        bool isAny = false; ///< a part counts
        Amounts amounts{Cents{0}, Kilowatts{0}};
    };

    [[nodiscard]] bool isAsked(Commitment commitment) const noexcept;
    [[nodiscard]] static Piece ownPiece(const KnownDeal& known, const Schedule& of);
    [[nodiscard]] Taken takenByParts(DealId whole, const Schedule& of) const;
    void addPieces(DealId deal, const KnownDeal& known, const Amounts& totals, Schedule& out);
    void addRemainder(const KnownDeal& known, const Amounts& totals, const Amounts& held, Schedule& out);
    void addUnique(const KnownDeal& known, const Amounts& totals, const Taken& taken, int sign, Schedule& out);
    void addPiece(const Piece& piece, BasisPoints weight, Schedule& out);
    bool evaluate(Text text, BasisPoints weight, Schedule& out);

    const Chain& m_chain;
    const Lens& m_lens;
    const Calendar& m_calendar;
    FormulaBook& m_book;
    bool m_hasAskedPiece = false; ///< of the deal under way: a piece that is as firm as the lens asks for
};

/// Computes one deal's schedule under a lens into `out` (its memory is used again). For many deals keep a Scheduler.
/// @param calendar  of the chain; formulas run to its end
void scheduleDeal(const Chain& chain, const Lens& lens, const Calendar& calendar, DealId deal, Schedule& out);

} // namespace ochain
