// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "networks/rival_figures.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <utility>

namespace ochain {

namespace {

/// A field of a row.
using FigurePlace = std::pair<RowRef, Field>;

/// By what part of itself a figure is taken to be uncertain (one standard deviation), by who gives it, in the order of
/// SourceKind; and where nobody is named, by its basis.
constexpr std::array<double, kSourceKindNames.size()> kPartBySource{.02, .05, .02, .10, .15, .15, .25, .15, .20};
constexpr std::array<double, kBasisNames.size()> kPartByBasis{.10, .20, .15, .30};
constexpr double kRangeInDeviations = 6; ///< between low and high

/// The number in a text of a field, in its unit; nothing where it is empty or no number.
std::optional<double> numberIn(const FieldSpec& field, std::string_view text)
{
    const auto given = [](const auto& quantity) -> std::optional<double> {
        if (!quantity || quantity->isAbsent())
            return std::nullopt;
        return static_cast<double>(quantity->value);
    };
    switch (field.type) {
    case FieldType::Usd:
        return given(parseUsd(text));
    case FieldType::Megawatts:
        return given(parseMegawatts(text));
    case FieldType::Percent:
        return given(parsePercent(text));
    case FieldType::Decimal: {
        const Result<double> number = parseDecimal(text);
        return number && !std::isnan(*number) ? std::optional(*number) : std::nullopt;
    }
    default:
        return std::nullopt;
    }
}

bool isFigure(RowRef row, Field field)
{
    if (row.table != Table::Deals && row.table != Table::Tranches && row.table != Table::Metrics)
        return false;
    const FieldType type = fieldSpec(row.table, field).type;
    return type == FieldType::Usd || type == FieldType::Megawatts || type == FieldType::Percent ||
           type == FieldType::Decimal;
}

/// By row in the order of entry, then by field, the row's own figure first.
auto orderOf(const Chain& chain, const RivalFigure& figure)
{
    return std::tuple(figure.row.table, chain.rowid(figure.row), figure.field, figure.claim.isSet());
}

/// Finds the figures that hang together and what holds them.
class RivalGraph {
public:
    explicit RivalGraph(const Chain& chain) : m_chain(chain) {}

    /// All that hangs on a figure, itself among it, reconciled.
    void addFrom(const FigurePlace& start, RivalFigures& found)
    {
        if (m_isSeen.contains(start))
            return;
        m_figures.clear();
        m_stated.clear();
        m_balances.clear();
        m_places.clear();
        const std::size_t first = found.figures.size();
        place(start);
        for (std::size_t i = 0; i < m_figures.size(); ++i) // grows on the way
            if (!m_figures[i].claim.isSet()) {
                addSums({m_figures[i].row, m_figures[i].field});
                addRivals(i);
            }
        const Reconciliation result = reconciled(m_stated, m_balances);
        for (std::size_t i = 0; i < m_figures.size(); ++i) {
            m_figures[i].reconciled = result.quantities[i];
            found.figures.push_back(m_figures[i]);
        }
        std::stable_sort(
            found.figures.begin() + static_cast<std::ptrdiff_t>(first), found.figures.end(),
            [this](const RivalFigure& a, const RivalFigure& b) { return orderOf(m_chain, a) < orderOf(m_chain, b); });
        found.iterations = std::max(found.iterations, result.iterations);
        found.residual = std::max(found.residual, result.residual);
    }

private:
    /// The number of a row's own figure among those that hang together.
    std::uint32_t place(const FigurePlace& at)
    {
        const auto [known, isNew] = m_places.try_emplace(at, static_cast<std::uint32_t>(m_figures.size()));
        if (isNew) {
            m_isSeen.insert(at);
            RivalFigure figure;
            figure.row = at.first;
            figure.field = at.second;
            figure.stated = numberIn(fieldSpec(at.first.table, at.second), m_chain.value(at.first, at.second));
            figure.deviation = figure.stated ? ownDeviation(at, *figure.stated) : 0;
            add(figure);
        }
        return known->second;
    }
    void add(const RivalFigure& figure)
    {
        m_figures.push_back(figure);
        m_stated.push_back({figure.stated, figure.deviation});
    }

    /// By the range of a metric, else by who says it, else by its basis.
    [[nodiscard]] double ownDeviation(const FigurePlace& at, double stated) const
    {
        const RowRef row = at.first; // not bound: lambdas below capture them
        const Field field = at.second;
        if (row.table == Table::Metrics && field == metric_field::Value) {
            const Metric& metric = m_chain.metrics()[MetricId{row.row}];
            if (metric.high > metric.low) // not where either is no number
                return (metric.high - metric.low) / kRangeInDeviations;
        }
        double part = kPartByBasis[static_cast<std::size_t>(basisOf(row))];
        double best = 1;
        m_chain.forEachClaim(row, [&](ClaimId, const Claim& claim) {
            if (claim.field == field && claim.isAdopted &&
                m_chain.text(claim.value) == std::string_view(m_chain.value(row, field)))
                best = std::min(best, partOf(claim.source));
        });
        return std::abs(stated) * (best < 1 ? best : part);
    }
    [[nodiscard]] Basis basisOf(RowRef row) const
    {
        if (row.table == Table::Deals)
            return m_chain.deals()[DealId{row.row}].basis;
        return row.table == Table::Tranches ? m_chain.tranches()[TrancheId{row.row}].basis
                                            : m_chain.metrics()[MetricId{row.row}].basis;
    }
    [[nodiscard]] double partOf(SourceId source) const
    {
        const SourceKind kind = source.isSet() ? m_chain.sources()[source].kind : SourceKind::Unsaid;
        return kPartBySource[static_cast<std::size_t>(kind)];
    }

    /// What others say of a figure is that figure.
    void addRivals(std::size_t of)
    {
        const RivalFigure own = m_figures[of];
        m_chain.forEachClaim(own.row, [&](ClaimId id, const Claim& claim) {
            const std::optional<double> number =
                claim.field == own.field && !claim.isAdopted
                    ? numberIn(fieldSpec(own.row.table, own.field), m_chain.text(claim.value))
                    : std::nullopt;
            if (!number)
                return;
            RivalFigure rival;
            rival.row = own.row;
            rival.field = own.field;
            rival.claim = id;
            rival.stated = number;
            rival.deviation = std::abs(*number) * partOf(claim.source);
            m_balances.push_back(
                {{1, static_cast<std::uint32_t>(of), {}}, {-1, static_cast<std::uint32_t>(m_figures.size()), {}}});
            add(rival);
        });
    }

    /// Where phases, or parts, come to just what their deal says, they still do when it is another.
    void addSums(const FigurePlace& at)
    {
        const auto [row, field] = at;
        if (row.table == Table::Tranches) {
            const bool isCapacity = field == tranche_field::CapacityMw;
            if (isCapacity || field == tranche_field::ValueUsd)
                addSumOf(m_chain.tranches()[TrancheId{row.row}].deal, isCapacity);
        }
        if (row.table != Table::Deals || (field != deal_field::CapacityMw && field != deal_field::ValueUsd))
            return;
        const DealId deal{row.row};
        addSumOf(deal, field == deal_field::CapacityMw);
        if (const DealId whole = m_chain.deals()[deal].partOf; whole.isSet())
            addSumOf(whole, field == deal_field::CapacityMw);
    }
    void addSumOf(DealId deal, bool isCapacity)
    {
        std::vector<FigurePlace> addends;
        const Field ofTranche = isCapacity ? tranche_field::CapacityMw : tranche_field::ValueUsd;
        const Field ofDeal = isCapacity ? deal_field::CapacityMw : deal_field::ValueUsd;
        m_chain.forEachTranche(deal, [&](TrancheId id, const Tranche&) {
            addends.emplace_back(RowRef{Table::Tranches, id.value}, ofTranche);
        });
        m_chain.forEachPart(deal, [&](DealId id, const Deal&) {
            addends.emplace_back(RowRef{Table::Deals, id.value}, ofDeal);
        });
        const FigurePlace sum{{Table::Deals, deal.value}, ofDeal};
        if (addends.empty() || !isSum(sum, addends) || !m_sums.insert(sum).second)
            return;
        Balance balance{{-1, place(sum), {}}};
        for (const FigurePlace& addend : addends)
            balance.push_back({1, place(addend), {}});
        m_balances.push_back(std::move(balance));
    }

    [[nodiscard]] bool isSum(const FigurePlace& sum, const std::vector<FigurePlace>& addends) const
    {
        const auto numberOf = [this](const FigurePlace& at) {
            return numberIn(fieldSpec(at.first.table, at.second), m_chain.value(at.first, at.second));
        };
        const std::optional<double> whole = numberOf(sum);
        double all = 0;
        for (const FigurePlace& addend : addends) {
            const std::optional<double> number = numberOf(addend);
            if (!number)
                return false;
            all += *number;
        }
        return whole && *whole == all;
    }

    const Chain& m_chain;
    std::set<FigurePlace> m_isSeen; ///< in what was reconciled so far, too
    std::set<FigurePlace> m_sums;   ///< likewise, whose balance was added
    std::vector<RivalFigure> m_figures;
    std::vector<StatedQuantity> m_stated;
    std::vector<Balance> m_balances;
    std::map<FigurePlace, std::uint32_t> m_places;
};

bool isOf(const Chain& chain, RowRef row, Group group)
{
    if (row.table == Table::Metrics)
        return isIn(chain, chain.metrics()[MetricId{row.row}].node, group);
    const DealId id = row.table == Table::Deals ? DealId{row.row} : chain.tranches()[TrancheId{row.row}].deal;
    return isIn(chain, chain.deals()[id].supplier, group) || isIn(chain, chain.deals()[id].customer, group);
}

} // namespace

RivalFigures rivalFiguresOf(const Chain& chain, std::optional<Group> group)
{
    std::vector<std::tuple<Table, std::int64_t, Field, RowRef>> rivalled;
    chain.claims().forEach([&](ClaimId, const Claim& claim) {
        if (!claim.isAdopted && isFigure(claim.of, claim.field) && (!group || isOf(chain, claim.of, *group)))
            rivalled.emplace_back(claim.of.table, chain.rowid(claim.of), claim.field, claim.of);
    });
    std::sort(rivalled.begin(), rivalled.end());
    RivalFigures found;
    RivalGraph graph(chain);
    for (const auto& [table, rowid, field, row] : rivalled)
        graph.addFrom({row, field}, found);
    return found;
}

std::vector<Sentence> assumptionsOfRivals()
{
    return {
        {QT_TRANSLATE_NOOP(
             "Sentence",
             "A proposal beside the figures: what sources say apart, each weighed by how exact it is taken to be, and nothing is written"),
         {}},
        {QT_TRANSLATE_NOOP(
             "Sentence",
             "One standard deviation is taken to be 2 % of what a filing or a regulator says, 5 % of a release, 10 % of the press, 15 % of analyses, articles and aggregators, 25 % of social media, 20 % where nobody is named"),
         {}},
        {QT_TRANSLATE_NOOP(
             "Sentence",
             "A metric with a range has a sixth of it; a figure without an adopted claim 10 % if it is reported, 15 % derived, 20 % estimated, 30 % assumed"),
         {}},
        {QT_TRANSLATE_NOOP(
             "Sentence",
             "Where phases or parts come to just what their deal says, they are held to it; sources are independent"),
         {}}};
}

} // namespace ochain
