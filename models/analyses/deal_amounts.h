// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "analyses/cell_reading.h"
#include "chain/chain.h"
#include "rollups/deal_flows.h"
#include "schedule/formula_book.h"
#include "schedule/schedule.h"

#include <vector>

namespace ochain {

/// What single deals and their pieces amount to in a cell, under one lens: scheduled and laid out as the rollups do it.
/// One deal after another; for one thread. The chain must outlive it and stay as it is.
class DealAmounts {
public:
    DealAmounts(const Chain& chain, const Lens& lens, const Calendar& calendar);
    DealAmounts(const DealAmounts&) = delete;
    DealAmounts& operator=(const DealAmounts&) = delete;

    void moveTo(DealId deal);
    // of the deal moved to last
    [[nodiscard]] const Schedule& schedule() const noexcept { return m_schedule; }
    /// Its pieces that have an amount of the unit that is read, as they come in time; what tranches
    /// leave is the last.
    [[nodiscard]] std::vector<Piece> piecesOf(const CellReading& reading) const;
    /// Before the sign of the reading. Of a count 1 or 0.
    [[nodiscard]] Figure figure(const CellReading& reading) const;
    /// The amount of a piece with the sign of the reading and its own; the piece may hold less than nothing, which is
    /// spread as what it lacks.
    [[nodiscard]] std::int64_t amountOf(const Piece& piece, const CellReading& reading);
    [[nodiscard]] std::int64_t amount(const CellReading& reading) const { return reading.sign * figure(reading).value; }
    /// What the formula gives; 0 without one, and of capacity.
    [[nodiscard]] std::int64_t formulaAmount(const CellReading& reading) const;

    [[nodiscard]] FormulaBook& book() noexcept { return m_book; }
    [[nodiscard]] const Lens& lens() const noexcept { return m_lens; }
    [[nodiscard]] const Calendar& calendar() const noexcept { return m_calendar; }

private:
    const Chain& m_chain;
    Lens m_lens;
    Calendar m_calendar;
    FormulaBook m_book;
    Scheduler m_scheduler; ///< refers to those above
    Schedule m_schedule;
    DealFlows m_flows;
    Tally m_money, m_capacity; ///< of one piece
};

} // namespace ochain
