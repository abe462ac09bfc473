// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "analyses/deal_parts.h"

#include "analyses/cell_terms.h"
#include "chain/known_rows.h"
#include "schedule/part_takes.h"

#include <algorithm>
#include <utility>

namespace ochain {

namespace {

/// The quarters of a calendar that a reading of money that flows adds up.
QuarterSpan quartersRead(const CellReading& reading, const Calendar& calendar)
{
    const QuarterSpan all{0, calendar.quarters() - 1};
    if (reading.kind == PeriodKind::Total)
        return all;
    if (reading.span.isEmpty()) // without dates, or later: a formula gives nothing there
        return {};
    if (reading.as == Measure::Backlog)
        return {reading.span.last + 1, all.last};
    return reading.as == Measure::Funding ? QuarterSpan{0, reading.span.last} : reading.span;
}

Period periodOf(const Calendar& calendar, Quarter quarter)
{
    return {PeriodKind::Quarter, calendar.firstYear() + quarter / 4, quarter % 4 + 1};
}

Day middleOf(const Calendar& calendar, Quarter quarter)
{
    const Day first = calendar.startOf(quarter);
    return first + (calendar.endOf(quarter) - first) / 2;
}

} // namespace

DealParts::DealParts(const Chain& chain, const Lens& lens, const Calendar& calendar) : m_chain(chain), m_lens(lens)
{
    Lens now = statedLens(lens);
    const auto put = [&](Stage stage) {
        const bool isAsBefore = stage != Stated && m_stages[stage - 1]->lens() == now;
        m_stages[stage] = isAsBefore ? m_stages[stage - 1] : std::make_shared<DealAmounts>(chain, now, calendar);
    };
    put(Stated);
    now.commitments = lens.commitments;
    put(Committed);
    now.overlaps = lens.overlaps;
    put(Unique);
    now.megawatts = lens.megawatts;
    put(Converted);
    now.basis = lens.basis;
    put(Weighed);
}

Part DealParts::line(PartKind kind, std::int64_t amount) const
{
    Part part;
    part.kind = kind;
    part.amount = amount;
    part.deal = m_deal;
    return part;
}

std::vector<Part> DealParts::of(DealId deal, const CellReading& reading)
{
    std::vector<Part> parts;
    if (isCount(reading.series))
        return parts;
    m_deal = deal;
    for (std::size_t i = 0; i < m_stages.size(); ++i)
        if (i == 0 || m_stages[i] != m_stages[i - 1])
            m_stages[i]->moveTo(deal);
    if (m_lens.overlaps != Overlaps::Overlap) {
        addPieces(reading, parts);
        addFormula(reading, parts);
        addStep(PartKind::Commitment, Committed, reading, parts);
    }
    addTaken(reading, parts);
    addStep(PartKind::Boundary, Converted, reading, parts);
    addStep(PartKind::Weight, Weighed, reading, parts);
    gatherRest(parts);
    return parts;
}

void DealParts::addPieces(const CellReading& reading, std::vector<Part>& parts)
{
    DealAmounts& stated = at(Stated);
    for (const Piece& piece : stated.piecesOf(reading)) {
        Part part = line(PartKind::Piece, stated.amountOf(piece, reading));
        part.tranche = piece.tranche;
        part.basis = piece.basis;
        if (part.amount != 0)
            parts.push_back(std::move(part));
    }
}

/// What a formula gives, and apart from it what it would give on after the calendar.
void DealParts::addFormula(const CellReading& reading, std::vector<Part>& parts)
{
    DealAmounts& stated = at(Stated);
    if (stated.schedule().formulaQuarters.empty() || isCapacity(reading.series))
        return;
    const std::int64_t counts = stated.formulaAmount(reading);
    const Calendar& calendar = stated.calendar();
    const Day ends = stated.schedule().ends;
    const bool looksAhead = reading.kind == PeriodKind::Total || reading.as == Measure::Backlog;
    if (looksAhead && ends != kNoDay && ends > calendar.ends()) {
        DealAmounts onward(m_chain, stated.lens(), Calendar(calendar.firstYear(), dateOf(ends - 1).year()));
        onward.moveTo(m_deal);
        if (const std::int64_t all = onward.formulaAmount(reading); all != counts && onward.schedule().hasMoney) {
            parts.push_back(formulaLine(onward, reading));
            parts.push_back(line(PartKind::Horizon, counts - all));
            return;
        }
    }
    if (counts != 0)
        parts.push_back(formulaLine(stated, reading));
}

Part DealParts::formulaLine(DealAmounts& amounts, const CellReading& reading)
{
    const Calendar& calendar = amounts.calendar();
    const QuarterSpan span = quartersRead(reading, calendar);
    Part formula = line(PartKind::Formula, amounts.formulaAmount(reading));
    for (Quarter q = span.first; q <= span.last; ++q) {
        const Cents cents = amounts.schedule().formulaQuarters[static_cast<std::size_t>(q)];
        if (cents.value == 0)
            continue;
        Part quarter = line(PartKind::InQuarter, reading.sign * cents.value);
        quarter.quarter = periodOf(calendar, q);
        quarter.inputs = inputsOn(amounts, middleOf(calendar, q));
        formula.parts.push_back(std::move(quarter));
    }
    if (!formula.parts.empty())
        formula.inputs = formula.parts.back().inputs;
    gatherRest(formula.parts);
    return formula;
}

std::vector<FormulaInput> DealParts::inputsOn(DealAmounts& amounts, Day day)
{
    std::vector<FormulaInput> inputs;
    const KnownDeal known = knownDeal(m_chain, m_deal, m_lens.knownAsOf);
    const Formula* const formula = amounts.book().formula(m_chain.text(known.formula));
    if (formula == nullptr)
        return inputs;
    for (const std::string& name : formula->names()) {
        const SeriesCurve& curve = amounts.book().curve(m_chain, amounts.lens(), name);
        if (!curve.isEmpty())
            inputs.push_back({name, curve.at(day), day, curve.metricsAt(day)});
    }
    return inputs;
}

/// What parts take from a whole, or under the overlap lens what they hold in common with it.
void DealParts::addTaken(const CellReading& reading, std::vector<Part>& parts)
{
    if (m_lens.overlaps == Overlaps::Gross || m_chain.deals()[m_deal].firstPart == kNoRow)
        return;
    const std::size_t first = parts.size();
    addTakes(reading, parts);
    std::int64_t told = m_lens.overlaps == Overlaps::Overlap ? 0 : at(Committed).amount(reading);
    for (std::size_t i = first; i < parts.size(); ++i)
        told += parts[i].amount;
    if (const std::int64_t floor = at(Unique).amount(reading) - told; floor != 0)
        parts.push_back(line(PartKind::Floor, floor));
}

/// A line for each part of the deal that takes something, as it would be if a whole could be less than nothing.
void DealParts::addTakes(const CellReading& reading, std::vector<Part>& parts)
{
    DealAmounts& whole = at(Committed);
    const bool isOfCapacity = isCapacity(reading.series);
    const std::vector<Piece> pieces = whole.piecesOf(reading); // a whole has no tranches, so one at most
    if (pieces.empty())
        return;
    const int sign = m_lens.overlaps == Overlaps::Overlap ? -1 : 1;
    Piece left = pieces.front();
    std::int64_t before = whole.amountOf(left, reading);
    forEachTake(m_chain, m_lens, m_deal, whole.schedule().dealClass, whole.schedule().layer,
                [&](DealId part, const Amounts& taken) {
                    if (isOfCapacity)
                        left.capacity -= orZero(taken.capacity);
                    else
                        left.value -= orZero(taken.value);
                    const std::int64_t after = whole.amountOf(left, reading);
                    if (after != before) {
                        parts.push_back(line(PartKind::PartOf, sign * (after - before)));
                        parts.back().deal = part;
                        parts.back().basis = knownDeal(m_chain, part, m_lens.knownAsOf).basis;
                    }
                    before = after;
                });
}

/// What the next setting of the lens takes, if anything.
void DealParts::addStep(PartKind kind, Stage stage, const CellReading& reading, std::vector<Part>& parts)
{
    if (m_stages[stage] == m_stages[stage - 1])
        return;
    const std::int64_t taken = at(stage).amount(reading) - at(static_cast<Stage>(stage - 1)).amount(reading);
    if (taken != 0)
        parts.push_back(line(kind, taken));
}

} // namespace ochain
