// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "analyses/deal_moves.h"

#include "chain/known_rows.h"

#include <algorithm>
#include <set>
#include <string>
#include <tuple>
#include <utility>

namespace ochain {

namespace {

std::string_view formulaOf(const ViewStep& state, DealId deal)
{
    return state.chain->text(knownDeal(*state.chain, deal, state.lens.knownAsOf).formula);
}

} // namespace

std::uint32_t rowIn(const Chain& other, const Chain& chain, RowRef ref)
{
    if (&other == &chain || ref.row == kNoRow)
        return ref.row;
    const std::string_view key = chain.key(ref);
    if (other.isAlive(ref) && other.key(ref) == key) // as it is where rows neither came nor went
        return ref.row;
    return other.find(ref.table, key);
}

DealMoves::DealMoves(const ViewStep& before, const ViewStep& after)
    : m_beforeState(before), m_afterState(after), m_before(*before.chain, before.lens, before.chain->calendar()),
      m_after(*after.chain, after.lens, after.chain->calendar())
{}

std::vector<Part> DealMoves::of(const std::optional<Side>& before, const std::optional<Side>& after)
{
    std::vector<Part> parts;
    const Side& any = after ? *after : *before;
    if (isCount(any.reading.series))
        return parts;
    std::vector<PieceAmount> pieces;
    if (after) {
        m_after.moveTo(after->deal);
        addPieces(m_after, after->reading, false, pieces);
    }
    if (before) {
        m_before.moveTo(before->deal);
        addPieces(m_before, before->reading, true, pieces);
    }
    for (const PieceAmount& piece : pieces) {
        if (piece.amount == 0)
            continue;
        Part part;
        part.kind = PartKind::Piece;
        part.deal = any.deal;
        part.tranche = piece.tranche;
        part.basis = piece.basis;
        part.amount = piece.amount;
        part.isEarlier = piece.isEarlier || !after;
        parts.push_back(std::move(part));
    }
    addFormula(before, after, parts);
    gatherRest(parts);
    return parts;
}

void DealMoves::addPieces(DealAmounts& amounts, const CellReading& reading, bool isBefore,
                          std::vector<PieceAmount>& pieces) const
{
    for (const Piece& piece : amounts.piecesOf(reading)) {
        PieceAmount one{piece.tranche, false, piece.basis, amounts.amountOf(piece, reading) * (isBefore ? -1 : 1)};
        if (isBefore && piece.tranche != kNoRow) {
            one.tranche = rowIn(*m_afterState.chain, *m_beforeState.chain, {Table::Tranches, piece.tranche});
            one.isEarlier = one.tranche == kNoRow;
            one.tranche = one.isEarlier ? piece.tranche : one.tranche;
        }
        const auto same = std::find_if(pieces.begin(), pieces.end(), [&one](const PieceAmount& other) {
            return other.tranche == one.tranche && other.isEarlier == one.isEarlier;
        });
        if (same == pieces.end())
            pieces.push_back(one);
        else
            same->amount += one.amount;
    }
}

/// What the formula of a deal gives more or less, told apart by series where it has one in both states.
void DealMoves::addFormula(const std::optional<Side>& before, const std::optional<Side>& after,
                           std::vector<Part>& parts)
{
    const std::int64_t now = after ? m_after.formulaAmount(after->reading) : 0;
    const std::int64_t then = before ? m_before.formulaAmount(before->reading) : 0;
    if (now == 0 && then == 0)
        return;
    const bool isBySeries = before && after && m_before.schedule().hasMoney && m_after.schedule().hasMoney;
    const std::int64_t told = isBySeries ? addSeries(*before, *after, parts) : 0;
    if (now - then == told)
        return;
    Part formula;
    formula.kind = PartKind::Formula;
    formula.deal = after ? after->deal : before->deal;
    formula.amount = now - then - told;
    formula.isEarlier = !after;
    parts.push_back(std::move(formula));
}

std::vector<std::string> DealMoves::seriesOf(const Side& before, const Side& after)
{
    std::set<std::string> names;
    for (const auto& [state, side, amounts] :
         {std::tuple(&m_beforeState, &before, &m_before), std::tuple(&m_afterState, &after, &m_after)})
        if (const Formula* const formula = amounts->book().formula(formulaOf(*state, side->deal)))
            names.insert(formula->names().begin(), formula->names().end());
    return {names.begin(), names.end()};
}

/// A line for each series that moves the formula as it was, put on one after another. @return what they say together
std::int64_t DealMoves::addSeries(const Side& before, const Side& after, std::vector<Part>& parts)
{
    const std::vector<std::string> names = seriesOf(before, after);
    const std::int64_t first = m_before.formulaAmount(before.reading);
    std::int64_t last = first;
    for (std::size_t switched = 1; switched <= names.size(); ++switched) {
        DealAmounts mixed(*m_beforeState.chain, m_beforeState.lens, m_before.calendar());
        for (std::size_t i = 0; i < names.size(); ++i) { // what the book knows already it does not look up again
            const ViewStep& from = i < switched ? m_afterState : m_beforeState;
            static_cast<void>(mixed.book().curve(*from.chain, from.lens, names[i]));
        }
        mixed.moveTo(before.deal);
        const std::int64_t now = mixed.formulaAmount(before.reading);
        if (now != last) {
            Part series;
            series.kind = PartKind::Series;
            series.deal = after.deal;
            series.series = names[switched - 1];
            series.amount = now - last;
            parts.push_back(std::move(series));
        }
        last = now;
    }
    return last - first;
}

} // namespace ochain
