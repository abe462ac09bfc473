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
    m_flows.compute(m_schedule, m_calendar);
}

Figure DealAmounts::figure(const CellReading& reading) const
{
    const DealCounts& counts = m_flows.counts();
    switch (reading.series) {
    case Measure::Deals:
        return {counts.deals, 0};
    case Measure::DealsUndisclosedMoney:
        return {counts.lacksMoney, 0};
    case Measure::DealsUndisclosedCapacity:
        return {counts.lacksCapacity, 0};
    default:
        return reading.of(isCapacity(reading.series) ? m_flows.capacity() : m_flows.money());
    }
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
    const std::int64_t stated = isOfCapacity ? piece.capacity.value : piece.value.value;
    Piece alone = piece;
    alone.value = isOfCapacity ? Cents{} : Cents{std::abs(stated)};
    alone.capacity = isOfCapacity ? Kilowatts{std::abs(stated)} : Kilowatts{};
    m_money.clear();
    m_capacity.clear();
    addPiece(alone, m_schedule.dealClass, m_money.flow, m_capacity.flow, m_calendar);
    const std::int64_t amount = reading.of(isOfCapacity ? m_capacity : m_money).value;
    return (stated < 0 ? -1 : 1) * reading.sign * amount;
}

std::int64_t DealAmounts::formulaAmount(const CellReading& reading) const
{
    if (m_schedule.formulaQuarters.empty() || !m_schedule.counts || isCapacity(reading.series))
        return 0;
    return amount(reading); // a deal with a formula has no other money
}

} // namespace ochain
