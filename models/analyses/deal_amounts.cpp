// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "analyses/deal_amounts.h"

#include "rollups/piece_flow.h"

#include <algorithm>
#include <cstdlib>
#include <tuple>

namespace ochain {

DealAmounts::DealAmounts(const Chain& chain, const Lens& lens, const Calendar& calendar)
    : m_chain(chain), m_lens(lens), m_calendar(calendar), m_scheduler(m_chain, m_lens, m_calendar, m_book)
{
    m_flows.reset(m_calendar);
    m_money.flow.resize(m_calendar.quarters());
    m_capacity.flow.resize(m_calendar.quarters());
}

void DealAmounts::moveTo(DealId deal)
{
    m_scheduler.schedule(deal, m_schedule);
}

Figure DealAmounts::figure(const CellReading& reading)
{
    const bool isPlain = m_schedule.counts && !m_schedule.lacksMoney && !m_schedule.lacksCapacity &&
                         m_schedule.formulaQuarters.empty() && !isCount(reading.series);
    const bool isOfCapacity = isCapacity(reading.series);
    if (isPlain) { // most are: no need to lay out both units, and to ask what they hide
        m_money.clear();
        m_capacity.clear();
        for (const Piece& piece : m_schedule.pieces)
            layOut(piece, reading);
        return reading.of(isOfCapacity ? m_capacity : m_money);
    }
    m_flows.compute(m_schedule, m_calendar);
    if (isCount(reading.series))
        return {countIn(m_flows.counts(), reading.series), 0};
    return reading.of(isOfCapacity ? m_flows.capacity() : m_flows.money());
}

/// Adds a piece's amount of the unit that is read.
void DealAmounts::layOut(const Piece& piece, const CellReading& reading)
{
    Piece alone = piece;
    if (isCapacity(reading.series))
        alone.value = {};
    else
        alone.capacity = {};
    addPiece(alone, m_schedule.dealClass, m_money.flow, m_capacity.flow, m_calendar);
}

std::vector<Piece> DealAmounts::piecesOf(const CellReading& reading) const
{
    std::vector<Piece> pieces;
    if (!m_schedule.counts)
        return pieces;
    for (const Piece& piece : m_schedule.pieces)
        if (!(isCapacity(reading.series) ? piece.capacity.isAbsent() : piece.value.isAbsent()))
            pieces.push_back(piece);
    const auto rank = [this](const Piece& piece) {
        const bool isTranche = piece.tranche != kNoRow;
        return std::tuple(!isTranche, piece.starts == kNoDay, piece.starts,
                          isTranche ? m_chain.tranches()[TrancheId{piece.tranche}].head.rowid : 0);
    };
    std::stable_sort(pieces.begin(), pieces.end(),
                     [&rank](const Piece& a, const Piece& b) { return rank(a) < rank(b); });
    return pieces;
}

std::int64_t DealAmounts::amountOf(const Piece& piece, const CellReading& reading)
{
    const bool isOfCapacity = isCapacity(reading.series);
    const bool isLack = (isOfCapacity ? piece.capacity.value : piece.value.value) < 0;
    Piece held = piece;
    held.value.value = std::abs(piece.value.value);
    held.capacity.value = std::abs(piece.capacity.value);
    m_money.clear();
    m_capacity.clear();
    layOut(held, reading);
    const std::int64_t amount = reading.of(isOfCapacity ? m_capacity : m_money).value;
    return (isLack ? -1 : 1) * reading.sign * amount;
}

std::int64_t DealAmounts::formulaAmount(const CellReading& reading)
{
    if (m_schedule.formulaQuarters.empty() || !m_schedule.counts || isCapacity(reading.series))
        return 0;
    return amount(reading); // a deal with a formula has no other money
}

} // namespace ochain
