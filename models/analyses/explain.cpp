// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "analyses/explain.h"

#include "analyses/cell_terms.h"
#include "analyses/deal_parts.h"
#include "chain/known_rows.h"

#include <algorithm>
#include <cstdlib>
#include <iterator>
#include <tuple>
#include <utility>

namespace ochain {

namespace {

/// Builds the lines of one cell.
class Explainer {
public:
    Explainer(const Chain& chain, const Lens& lens, const Calendar& calendar)
        : m_chain(chain), m_lens(lens), m_dealParts(chain, lens, calendar)
    {}

    void explain(const CellTerms& terms, Explanation& out)
    {
        if (out.cell.deal.isSet()) {
            if (!terms.readings.empty())
                out.parts = m_dealParts.of(out.cell.deal, terms.readings.front());
            return;
        }
        const bool isDerived = terms.readings.size() > 1;
        for (std::size_t i = 0; i < terms.readings.size(); ++i) {
            std::vector<Part> deals = dealLines(terms, i);
            if (!isDerived)
                out.parts = std::move(deals);
            else if (!deals.empty())
                out.parts.push_back(measureLine(terms.readings[i].series, terms.readings[i].layer, std::move(deals)));
        }
        if (terms.floor != 0) {
            Part floor;
            floor.kind = PartKind::Floor;
            floor.amount = terms.floor;
            out.parts.push_back(std::move(floor));
        }
    }

private:
    /// Those of a reading, the largest first; what the lens leaves nothing of comes last, by what it would be.
    std::vector<Part> dealLines(const CellTerms& terms, std::size_t reading)
    {
        std::vector<CellTerm> ordered;
        std::copy_if(terms.terms.begin(), terms.terms.end(), std::back_inserter(ordered),
                     [reading](const CellTerm& term) { return term.reading == reading; });
        const auto rank = [](const CellTerm& term) {
            return std::tuple(-std::abs(term.amount), -std::abs(term.stated), term.deal);
        };
        const auto isBefore = [&rank](const CellTerm& a, const CellTerm& b) { return rank(a) < rank(b); };
        const std::size_t shown = std::min(ordered.size(), kMostLines);
        const auto end = ordered.begin() + static_cast<std::ptrdiff_t>(shown);
        std::partial_sort(ordered.begin(), end, ordered.end(), isBefore);
        std::vector<Part> parts;
        for (std::size_t i = 0; i < shown; ++i)
            parts.push_back(dealLine(ordered[i], terms.readings[reading]));
        if (shown == ordered.size())
            return parts;
        Part rest;
        rest.kind = PartKind::Rest;
        rest.count = ordered.size() - shown;
        for (auto each = end; each != ordered.end(); ++each)
            rest.amount += each->amount;
        parts.push_back(std::move(rest));
        return parts;
    }

    Part dealLine(const CellTerm& term, const CellReading& reading)
    {
        Part part;
        part.amount = term.amount;
        part.deal = term.deal;
        part.basis = knownDeal(m_chain, term.deal, m_lens.knownAsOf).basis;
        part.parts = m_dealParts.of(term.deal, reading);
        return part;
    }

    const Chain& m_chain;
    const Lens& m_lens;
    DealParts m_dealParts;
};

/// The first by their numbers in the file.
std::vector<DealId> firstOf(const Chain& chain, const std::vector<HiddenDeal>& hidden)
{
    std::vector<DealId> deals;
    deals.reserve(hidden.size());
    for (const HiddenDeal& each : hidden)
        deals.push_back(each.deal);
    const auto isBefore = [&chain](DealId a, DealId b) {
        return chain.deals()[a].head.rowid < chain.deals()[b].head.rowid;
    };
    const std::size_t kept = std::min(deals.size(), kMostLines);
    std::partial_sort(deals.begin(), deals.begin() + static_cast<std::ptrdiff_t>(kept), deals.end(), isBefore);
    deals.resize(kept);
    return deals;
}

} // namespace

std::optional<Explanation> explain(const Chain& chain, const Lens& lens, const FigureCell& cell,
                                   const Progress& progress)
{
    const Calendar calendar = chain.calendar();
    const std::optional<CellTerms> terms = CellReader(chain, lens, calendar).read(cell, progress);
    if (!terms)
        return std::nullopt;
    Explanation out;
    out.cell = cell;
    out.figure = terms->figure;
    if (cell.measure == Measure::Binding && !cell.deal.isSet() && !terms->readings.empty())
        out.binding = terms->readings.front().layer;
    for (const CellTerm& term : terms->terms)
        out.deals += term.amount != 0 ? 1 : 0;
    out.undisclosed = firstOf(chain, terms->undisclosed);
    Explainer(chain, lens, calendar).explain(*terms, out);
    return out;
}

} // namespace ochain
