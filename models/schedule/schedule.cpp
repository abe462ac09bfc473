// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "schedule/schedule.h"

#include "chain/known_rows.h"
#include "schedule/formula_book.h"
#include "schedule/part_takes.h"

#include <algorithm>
#include <cmath>

namespace ochain {

void Schedule::clear()
{
    std::vector<Piece> keptPieces = std::move(pieces);
    std::vector<Cents> keptQuarters = std::move(formulaQuarters);
    *this = Schedule{};
    keptPieces.clear();
    keptQuarters.clear();
    pieces = std::move(keptPieces);
    formulaQuarters = std::move(keptQuarters);
}

std::int64_t accrued(std::int64_t value, Day starts, Day ends, Day day) noexcept
{
    if (day <= starts)
        return 0;
    return day >= ends ? value : Accrual(value, starts, ends).by(day);
}

Kilowatts standing(const Piece& piece, Day day) noexcept
{
    if (piece.capacity.isAbsent() || !piece.hasCapacityDates() || day <= piece.starts)
        return {0};
    if (piece.profile == Profile::Term)
        return piece.ends == kNoDay || day <= piece.ends ? piece.capacity : Kilowatts{0};
    return {piece.profile == Profile::Deploy ? accrued(piece.capacity.value, piece.starts, piece.ends, day) : 0};
}

/// Whether the lens counts what is committed like this.
bool Scheduler::isAsked(Commitment commitment) const noexcept
{
    switch (m_lens.commitments) {
    case Commitments::All:
        break;
    case Commitments::Firm:
        return commitment == Commitment::Firm;
    case Commitments::Unsaid:
        return commitment == Commitment::Unsaid;
    }
    return true;
}

bool countsUnder(const Chain& chain, const Lens& lens, const KnownDeal& deal)
{
    if (chain.statuses()[deal.status].role == StatusRole::Cancelled)
        return false;
    if (!lens.withAssumed && deal.basis == Basis::Assumed)
        return false;
    return lens.knownAsOf == kNoDay || !deal.announced.isSet() || firstDay(deal.announced) <= lens.knownAsOf;
}

/// What parts take from a whole together.
Scheduler::Taken Scheduler::takenByParts(DealId whole, const Schedule& of) const
{
    Taken taken;
    forEachTake(m_chain, m_lens, whole, of.dealClass, of.layer, [&taken](DealId, const Amounts& one) {
        taken.isAny = true;
        addGiven(taken.amounts.value, one.value);
        addGiven(taken.amounts.capacity, one.capacity);
    });
    return taken;
}

void Scheduler::addPiece(const Piece& piece, BasisPoints weight, Schedule& out)
{
    if ((piece.value.isAbsent() && piece.capacity.isAbsent()) || !isAsked(piece.commitment))
        return;
    m_hasAskedPiece = true;
    out.pieces.push_back(piece);
    Piece& added = out.pieces.back();
    if (m_lens.megawatts == MegawattsOf::It && piece.boundary.isSet() && !piece.capacity.isAbsent())
        added.capacity = weighted(piece.capacity, m_chain.boundaries()[piece.boundary].toIt);
    if (m_lens.basis != FigureBasis::Weighted)
        return;
    if (!piece.value.isAbsent())
        added.value = weighted(piece.value, weight);
    if (!piece.capacity.isAbsent())
        added.capacity = weighted(added.capacity, weight);
}

/// A piece over the deal's own days, with the deal's own terms and no amounts yet.
Piece Scheduler::ownPiece(const KnownDeal& known, const Schedule& of)
{
    Piece piece;
    piece.starts = of.starts;
    piece.ends = of.ends;
    piece.profile = of.profile;
    piece.basis = known.basis;
    piece.commitment = known.commitment;
    piece.boundary = known.boundary;
    return piece;
}

/// The pieces of a deal by itself; `totals` has only the amounts that the deal's class and profile let count.
void Scheduler::addPieces(DealId deal, const KnownDeal& known, const Amounts& totals, Schedule& out)
{
    const BasisPoints weight = m_chain.statuses()[known.status].weight;
    Amounts held;
    m_chain.forEachTranche(deal, [&](TrancheId id, const Tranche&) {
        const KnownTranche tranche = knownTranche(m_chain, id, m_lens.knownAsOf);
        Piece piece;
        if (!totals.value.isAbsent())
            piece.value = tranche.value;
        if (!totals.capacity.isAbsent())
            piece.capacity = tranche.capacity;
        piece.profile = out.profile;
        piece.tranche = id.value;
        piece.basis = tranche.basis;
        piece.commitment = tranche.commitment == Commitment::Unsaid ? known.commitment : tranche.commitment;
        piece.boundary = tranche.boundary.isSet() ? tranche.boundary : known.boundary;
        if (m_lens.withAssumed || tranche.basis != Basis::Assumed) {
            piece.starts = tranche.starts.isSet() ? firstDay(tranche.starts) : out.starts;
            piece.ends = tranche.ends.isSet() ? endDay(tranche.ends) : out.ends;
        } // else without any day: unscheduled
        addGiven(held.value, piece.value);
        addGiven(held.capacity, piece.capacity);
        addPiece(piece, weight, out);
    });
    addRemainder(known, totals, held, out);
}

void Scheduler::addRemainder(const KnownDeal& known, const Amounts& totals, const Amounts& held, Schedule& out)
{
    const auto left = [](auto total, decltype(total) taken) {
        if (total.isAbsent() || taken.isAbsent())
            return total;
        return total > taken ? total - taken : decltype(total){};
    };
    Piece rest = ownPiece(known, out);
    rest.value = left(totals.value, held.value);
    rest.capacity = left(totals.capacity, held.capacity);
    const bool isNothing = orZero(rest.value).value == 0 && orZero(rest.capacity).value == 0;
    if (isNothing && !(held.value.isAbsent() && held.capacity.isAbsent()))
        return; // the tranches leave nothing
    addPiece(rest, m_chain.statuses()[known.status].weight, out);
}

void Scheduler::addUnique(const KnownDeal& known, const Amounts& totals, const Taken& taken, int sign, Schedule& out)
{
    Piece rest = ownPiece(known, out);
    if (!totals.value.isAbsent())
        rest.value = std::max(Cents{0}, totals.value - taken.amounts.value);
    if (!totals.capacity.isAbsent())
        rest.capacity = std::max(Kilowatts{0}, totals.capacity - taken.amounts.capacity);
    rest.sign = sign;
    addPiece(rest, m_chain.statuses()[known.status].weight, out);
}

/// Fills the quarters of a formula; false if it gives no usable amount.
bool Scheduler::evaluate(Text text, BasisPoints weight, Schedule& out)
{
    Formula* const formula = m_book.formula(m_chain.text(text));
    if (formula == nullptr)
        return false;
    std::vector<const SeriesCurve*> curves;
    for (const std::string& name : formula->names()) {
        curves.push_back(&m_book.curve(m_chain, m_lens, name));
        if (curves.back()->isEmpty())
            return false;
    }
    out.formulaQuarters.assign(static_cast<std::size_t>(m_calendar.quarters()), Cents{0});
    std::vector<double> values(curves.size());
    for (Quarter q = 0; q < m_calendar.quarters(); ++q) {
        const Day first = m_calendar.startOf(q);
        const Day end = m_calendar.endOf(q);
        const Day days = std::min(end, out.ends == kNoDay ? end : out.ends) - std::max(first, out.starts);
        if (days <= 0)
            continue;
        for (std::size_t i = 0; i < curves.size(); ++i)
            values[i] = curves[i]->at(first + (end - first) / 2);
        const double cents = std::nearbyint(formula->evaluate(values) * days / 365.25 * 100);
        if (!(cents >= 0) || cents > static_cast<double>(kMaxCents.value))
            return false;
        const Cents amount{static_cast<std::int64_t>(cents)};
        out.formulaQuarters[static_cast<std::size_t>(q)] =
            m_lens.basis == FigureBasis::Weighted ? weighted(amount, weight) : amount;
    }
    return true;
}

void Scheduler::schedule(DealId deal, Schedule& out)
{
    out.clear();
    const Deal& row = m_chain.deals()[deal];
    const KnownDeal known = knownDeal(m_chain, deal, m_lens.knownAsOf);
    const DealKind& kind = m_chain.kinds()[row.kind];
    const Status& status = m_chain.statuses()[known.status];
    out.dealClass = kind.dealClass;
    out.profile = known.profile;
    out.layer = m_chain.layerOf(row.supplier);
    out.starts = firstDay(startOf(m_chain, known));
    out.ends = endDay(known.ends);
    out.counts = countsUnder(m_chain, m_lens, known);
    if (!out.counts)
        return;

    const bool mayHaveMoney = out.dealClass != DealClass::Control;
    const bool mayHaveCapacity = out.dealClass == DealClass::Trade && out.profile != Profile::None;
    const bool hasFormula = mayHaveMoney && !m_chain.text(known.formula).empty();
    Amounts totals = totalsOf(m_chain, deal, {known.value, known.capacity}, m_lens.knownAsOf);
    if (!mayHaveMoney || hasFormula)
        totals.value = {};
    if (!mayHaveCapacity)
        totals.capacity = {};

    out.hasMoney = !totals.value.isAbsent();
    if (hasFormula) { // which gives dollars a year, and a guarantee is none
        out.hasMoney = out.dealClass != DealClass::Contingent && out.starts != kNoDay &&
                       evaluate(known.formula, status.weight, out);
        out.formulaFails = !out.hasMoney;
    }
    // Parts take nothing from a formula, so nothing of it overlaps.
    if (hasFormula && (!out.hasMoney || m_lens.overlaps == Overlaps::Overlap || !isAsked(known.commitment)))
        out.formulaQuarters.clear();
    out.hasCapacity = !totals.capacity.isAbsent();
    out.lacksMoney = mayHaveMoney && kind.isAboutMoney && !out.hasMoney;
    out.lacksCapacity = mayHaveCapacity && !out.hasCapacity;

    // Without amounts the deal as a whole is one piece, and so is what a formula gives.
    const bool isOnePiece = hasFormula || (totals.value.isAbsent() && totals.capacity.isAbsent());
    m_hasAskedPiece = isOnePiece && isAsked(known.commitment);
    const bool mayOverlap = m_lens.overlaps != Overlaps::Gross && row.firstPart != kNoRow;
    const Taken taken = mayOverlap ? takenByParts(deal, out) : Taken{};
    const bool showsWhole = m_lens.overlaps == Overlaps::Gross || (m_lens.overlaps == Overlaps::Overlap) == taken.isAny;
    if (showsWhole || m_lens.commitments != Commitments::All) // its pieces say whether it counts, shown or not
        addPieces(deal, known, totals, out);
    if (!showsWhole)
        out.pieces.clear();
    if (taken.isAny)
        addUnique(known, totals, taken, m_lens.overlaps == Overlaps::Overlap ? -1 : 1, out);
    if (m_lens.commitments != Commitments::All)
        out.counts = m_hasAskedPiece;
}

void scheduleDeal(const Chain& chain, const Lens& lens, const Calendar& calendar, DealId deal, Schedule& out)
{
    FormulaBook book;
    Scheduler(chain, lens, calendar, book).schedule(deal, out);
}

} // namespace ochain
