// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "analyses/difference.h"

#include "analyses/cell_terms.h"
#include "analyses/deal_moves.h"
#include "chain/known_rows.h"
#include "rollups/deal_flows.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <span>
#include <tuple>
#include <utility>

namespace ochain {

namespace {

/// What is switched, in the order of data/README.md, section 7: each with what it sets.
struct Switch {
    PartKind kind;
    void (*set)(ViewStep& state, const ViewStep& to);
};
constexpr std::array<Switch, 8> kSwitches{{
    {PartKind::AsOf, [](ViewStep& state, const ViewStep& to) { state.lens.knownAsOf = to.lens.knownAsOf; }},
    {PartKind::Scenario,
     [](ViewStep& state, const ViewStep& to) {
         state.chain = to.chain;
         const Period period = state.cell.period;
         state.cell = to.cell;
         state.cell.period = period;
     }},
    {PartKind::Assumed, [](ViewStep& state, const ViewStep& to) { state.lens.withAssumed = to.lens.withAssumed; }},
    {PartKind::Commitment, [](ViewStep& state, const ViewStep& to) { state.lens.commitments = to.lens.commitments; }},
    {PartKind::Overlap, [](ViewStep& state, const ViewStep& to) { state.lens.overlaps = to.lens.overlaps; }},
    {PartKind::Boundary, [](ViewStep& state, const ViewStep& to) { state.lens.megawatts = to.lens.megawatts; }},
    {PartKind::Weighing, [](ViewStep& state, const ViewStep& to) { state.lens.basis = to.lens.basis; }},
    {PartKind::Period, [](ViewStep& state, const ViewStep& to) { state.cell.period = to.cell.period; }},
}};

bool isSame(const ViewStep& a, const ViewStep& b)
{
    return a.chain == b.chain && a.lens == b.lens && a.cell.period == b.cell.period;
}

std::optional<CellTerms> termsOf(const ViewStep& state, const Progress& progress)
{
    return CellReader(*state.chain, state.lens, state.chain->calendar()).read(state.cell, progress);
}

/// The lines of one switch.
class Switched {
public:
    Switched(const ViewStep& before, const CellTerms& termsBefore, const ViewStep& after, const CellTerms& termsAfter)
        : m_before(before), m_after(after), m_termsBefore(termsBefore), m_termsAfter(termsAfter),
          m_dealMoves(before, after)
    {}

    std::vector<Part> lines()
    {
        for (const CellTerm& term : m_termsAfter.terms)
            take(term, m_termsAfter, false);
        for (const CellTerm& term : m_termsBefore.terms)
            take(term, m_termsBefore, true);
        merge();
        const bool isDerived = m_termsAfter.readings.size() > 1 || m_termsBefore.readings.size() > 1 ||
                               (!m_moves.empty() && m_moves.front().series != m_moves.back().series);
        std::vector<Part> parts;
        for (auto first = m_moves.begin(); first != m_moves.end();) {
            const auto last =
                std::find_if(first, m_moves.end(), [first](const Move& move) { return move.series != first->series; });
            const SeriesKey series = first->series;
            std::vector<Part> deals = dealLines({first, last});
            if (isDerived)
                parts.push_back(measureLine(series.measure, series.layer, std::move(deals)));
            else
                parts = std::move(deals);
            first = last;
        }
        if (m_termsAfter.floor != m_termsBefore.floor) {
            Part floor;
            floor.kind = PartKind::Floor;
            floor.amount = m_termsAfter.floor - m_termsBefore.floor;
            parts.push_back(std::move(floor));
        }
        return parts;
    }

private:
    /// A deal of the chain after, or, where that has it no more, of the one before; with its terms on both sides.
    struct Move {
        SeriesKey series;
        bool isEarlier = false;
        DealId deal;
        std::int64_t amount = 0;
        const CellTerm* before = nullptr;
        const CellTerm* after = nullptr;

        [[nodiscard]] auto name() const { return std::tuple(series, isEarlier, deal); }
    };

    void take(const CellTerm& term, const CellTerms& of, bool isBefore)
    {
        if (term.amount == 0)
            return;
        const CellReading& reading = of.readings[term.reading];
        Move move{{reading.series, reading.layer}, false, term.deal, term.amount, nullptr, &term};
        if (isBefore) {
            const DealId now{rowIn(*m_after.chain, *m_before.chain, {Table::Deals, term.deal.value})};
            move = {{reading.series, layerNow(reading.layer)},
                    !now.isSet(),
                    now.isSet() ? now : term.deal,
                    -term.amount,
                    &term,
                    nullptr};
        }
        m_moves.push_back(move);
    }

    /// Makes one of the two sides of a deal, and leaves out what did not move.
    void merge()
    {
        std::sort(m_moves.begin(), m_moves.end(), [](const Move& a, const Move& b) { return a.name() < b.name(); });
        std::size_t kept = 0;
        for (std::size_t i = 0; i < m_moves.size(); ++i) {
            Move move = m_moves[i];
            if (i + 1 < m_moves.size() && m_moves[i + 1].name() == move.name()) {
                const Move& other = m_moves[++i];
                move.amount += other.amount;
                (other.before != nullptr ? move.before : move.after) =
                    other.before != nullptr ? other.before : other.after;
            }
            if (move.amount != 0)
                m_moves[kept++] = move;
        }
        m_moves.resize(kept);
    }

    /// A layer of the chain before as that after counts it.
    LayerNumber layerNow(LayerNumber layer) const
    {
        if (!layer.isSet() || m_before.chain == m_after.chain)
            return layer;
        const TierId tier{rowIn(*m_after.chain, *m_before.chain, {Table::Tiers, m_before.chain->tierOf(layer).value})};
        return tier.isSet() ? m_after.chain->layerOf(tier) : kNoLayer;
    }

    /// The largest first, and one for the rest.
    std::vector<Part> dealLines(std::span<Move> moves)
    {
        const auto isLarger = [](const Move& a, const Move& b) {
            return std::pair(-std::abs(a.amount), a.name()) < std::pair(-std::abs(b.amount), b.name());
        };
        const std::size_t shown = std::min(moves.size(), kMostLines);
        std::partial_sort(moves.begin(), moves.begin() + static_cast<std::ptrdiff_t>(shown), moves.end(), isLarger);
        std::vector<Part> parts;
        for (const Move& move : moves.first(shown))
            parts.push_back(dealLine(move));
        if (shown == moves.size())
            return parts;
        Part rest;
        rest.kind = PartKind::Rest;
        rest.count = moves.size() - shown;
        for (const Move& move : moves.subspan(shown))
            rest.amount += move.amount;
        parts.push_back(std::move(rest));
        return parts;
    }

    Part dealLine(const Move& move)
    {
        Part part;
        part.amount = move.amount;
        part.isEarlier = move.isEarlier;
        part.sides = move.before == nullptr  ? PartSides::ValueOnly
                     : move.after == nullptr ? PartSides::AgainstOnly
                                             : PartSides::Both;
        part.deal = move.deal;
        const ViewStep& of = part.isEarlier ? m_before : m_after;
        part.basis = knownDeal(*of.chain, part.deal, of.lens.knownAsOf).basis;
        const auto side = [](const CellTerm* term, const CellTerms& terms) {
            return term == nullptr ? std::nullopt
                                   : std::optional(DealMoves::Side{term->deal, terms.readings[term->reading]});
        };
        part.parts = m_dealMoves.of(side(move.before, m_termsBefore), side(move.after, m_termsAfter));
        return part;
    }

    const ViewStep& m_before;
    const ViewStep& m_after;
    const CellTerms& m_termsBefore;
    const CellTerms& m_termsAfter;
    DealMoves m_dealMoves;
    std::vector<Move> m_moves;
};

} // namespace

std::optional<FigureDifference> explainDifference(const FigureView& value, const FigureView& against,
                                                  const Progress& progress)
{
    const ViewStep to{&value.chain, value.lens, value.cell};
    ViewStep now{&against.chain, against.lens, against.cell};
    std::optional<CellTerms> terms = termsOf(now, progress);
    if (!terms)
        return std::nullopt;
    FigureDifference difference;
    difference.against = terms->figure;
    for (const Switch& each : kSwitches) {
        ViewStep next = now;
        each.set(next, to);
        if (isSame(next, now))
            continue;
        std::optional<CellTerms> termsNext = termsOf(next, progress);
        if (!termsNext)
            return std::nullopt;
        Part line;
        line.kind = each.kind;
        line.amount = termsNext->figure.value - terms->figure.value;
        line.parts = Switched(now, *terms, next, *termsNext).lines();
        if (!line.parts.empty())
            difference.parts.push_back(std::move(line));
        now = next;
        terms = std::move(termsNext);
    }
    difference.value = terms->figure;
    return difference;
}

std::optional<FigureCell> sameCell(const Chain& other, const Chain& chain, const FigureCell& cell)
{
    const auto find = [&](Table table, std::uint32_t row) { return rowIn(other, chain, {table, row}); };
    FigureCell same = cell;
    if (cell.deal.isSet()) {
        same.deal = DealId{find(Table::Deals, cell.deal.value)};
        return same.deal.isSet() ? std::optional(same) : std::nullopt;
    }
    const bool isNode = cell.group.kind == Group::Kind::Node;
    same.group.row = find(isNode ? Table::Nodes : Table::Tiers, cell.group.row);
    if (cell.layer.isSet()) {
        const TierId tier{find(Table::Tiers, chain.tierOf(cell.layer).value)};
        same.layer = tier.isSet() ? other.layerOf(tier) : kNoLayer;
        if (!same.layer.isSet())
            return std::nullopt;
    }
    return same.group.row == kNoRow ? std::nullopt : std::optional(same);
}

} // namespace ochain
