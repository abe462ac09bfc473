// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "analyses/cell_terms.h"

#include "analyses/group_deals.h"

#include <algorithm>

namespace ochain {

namespace {

/// Leaves of the readings of all layers that of the layer that binds (data/README.md, section 4).
void keepBinding(CellTerms& terms)
{
    std::vector<std::int64_t> standing(terms.readings.size(), 0);
    for (const CellTerm& term : terms.terms)
        standing[term.reading] += term.amount;
    std::optional<std::size_t> least;
    for (std::size_t i = 0; i < standing.size(); ++i)
        if (standing[i] > 0 && (!least || standing[i] < standing[*least]))
            least = i;
    if (!least)
        return void(terms = {});
    std::erase_if(terms.terms, [least](const CellTerm& term) { return term.reading != *least; });
    std::erase_if(terms.undisclosed, [least](const HiddenDeal& hidden) { return hidden.reading != *least; });
    for (CellTerm& term : terms.terms)
        term.reading = 0;
    terms.readings = {CellReading(terms.readings[*least])};
}

} // namespace

Lens statedLens(const Lens& lens) noexcept
{
    Lens stated;
    stated.knownAsOf = lens.knownAsOf;
    stated.withAssumed = lens.withAssumed;
    stated.overlaps = Overlaps::Gross;
    return stated;
}

CellReader::CellReader(const Chain& chain, const Lens& lens, const Calendar& calendar)
    : m_chain(chain), m_amounts(chain, lens, calendar)
{
    const Lens stated = statedLens(lens);
    if (lens != stated &&
        lens.overlaps != Overlaps::Overlap) // what two hold in common is not taken from what is stated
        m_stated = std::make_unique<DealAmounts>(chain, stated, calendar);
}

std::optional<std::size_t> CellReader::readingFor(const Deal& deal, Side side, const CellTerms& terms) const
{
    const DealClass dealClass = m_chain.classOf(deal);
    for (std::size_t i = 0; i < terms.readings.size(); ++i) {
        const CellReading& reading = terms.readings[i];
        if (isCount(reading.series)) {
            if (side != Side::Internal)
                return i;
        } else if (isCapacity(reading.series)) {
            const bool isOfLayer = dealClass == DealClass::Trade && side != Side::Internal &&
                                   capacityMeasure(side) == reading.series &&
                                   m_chain.layerOf(deal.supplier) == reading.layer;
            if (isOfLayer && !(m_isBinding && side == Side::InboundAtSite))
                return i;
        } else if (dealClass != DealClass::Control && !(dealClass == DealClass::Contingent && side == Side::Internal) &&
                   moneyMeasure(dealClass, side) == reading.series) {
            return i;
        }
    }
    return std::nullopt;
}

void CellReader::add(DealId id, std::size_t reading, CellTerms& terms)
{
    m_amounts.moveTo(id);
    const Figure figure = m_amounts.figure(terms.readings[reading]);
    CellTerm term{reading, id, terms.readings[reading].sign * figure.value, 0};
    if (figure.undisclosed > 0)
        terms.undisclosed.push_back({reading, id});
    if (term.amount == 0 && m_stated && !isCount(terms.readings[reading].series)) {
        m_stated->moveTo(id);
        term.stated = m_stated->amount(terms.readings[reading]);
    }
    if (term.amount != 0 || term.stated != 0)
        terms.terms.push_back(term);
}

bool CellReader::addGroup(Group group, CellTerms& terms, const Progress& progress)
{
    constexpr std::size_t kBetweenQuestions = 4096;
    std::size_t seen = 0;
    bool goesOn = true;
    forEachDealOf(m_chain, group, [&](DealId id, const Deal& deal, Side side) {
        if (seen++ % kBetweenQuestions == 0 && progress)
            goesOn = progress(static_cast<double>(seen) / static_cast<double>(m_chain.deals().size()));
        if (const std::optional<std::size_t> reading = readingFor(deal, side, terms); reading && goesOn)
            add(id, *reading, terms);
        return goesOn;
    });
    if (goesOn && m_isBinding)
        keepBinding(terms);
    return goesOn;
}

std::optional<CellTerms> CellReader::read(const FigureCell& cell, const Progress& progress)
{
    CellTerms terms;
    terms.readings = readingsOf(m_chain, m_amounts.calendar(), cell);
    m_isBinding = cell.measure == Measure::Binding && !cell.deal.isSet();
    if (cell.deal.isSet() && !terms.readings.empty())
        add(cell.deal, 0, terms);
    else if (!terms.readings.empty() && !addGroup(cell.group, terms, progress))
        return std::nullopt;
    for (const CellTerm& term : terms.terms)
        terms.figure.value += term.amount;
    if (cell.measure == Measure::Gap && !cell.deal.isSet()) {
        terms.floor = std::max<std::int64_t>(0, -terms.figure.value);
        terms.figure.value += terms.floor;
    }
    terms.figure.undisclosed = static_cast<std::uint32_t>(terms.undisclosed.size());
    return terms;
}

} // namespace ochain
