// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rollups/notes.h"

#include "chain/claimed_rows.h"
#include "chain/deal_terms.h"
#include "chain/field_reader.h"
#include "chain/known_rows.h"
#include "chain/source_age.h"
#include "rollups/repeated_deals.h"
#include "rollups/same_day_metrics.h"
#include "rollups/site_power.h"
#include "schedule/schedule.h"

#include <algorithm>
#include <string_view>

#include <fmt/format.h>

namespace ochain {

namespace {

/// Looks through a chain for what is flagged.
class Notes {
public:
    Notes(const Chain& chain, Day today) : m_chain(chain), m_today(today), m_calendar(chain.calendar()) {}

    Problems run()
    {
        for (const std::uint32_t row : m_chain.inOrder(Table::Deals))
            lookAtDeal(DealId{row});
        for (const std::uint32_t row : m_chain.inOrder(Table::Tranches))
            lookForSource({Table::Tranches, row}, m_chain.tranches()[TrancheId{row}].basis, tranche_field::Basis);
        for (const std::uint32_t row : m_chain.inOrder(Table::Metrics))
            lookAtMetric(MetricId{row});
        for (const std::uint32_t row : m_chain.inOrder(Table::Events))
            if (!isCited({Table::Events, row}))
                report(Rule::NoCitation, {Table::Events, row}, std::nullopt,
                       QT_TRANSLATE_NOOP("Sentence", "has no citation; add a source"));
        for (const std::uint32_t row : m_chain.inOrder(Table::Nodes))
            lookAtNode(NodeId{row});
        for (const std::uint32_t row : m_chain.inOrder(Table::Sources))
            lookAtSource(SourceId{row});
        lookForRepeated();
        lookForSameDay();
        lookForShortSites();
        std::erase_if(m_problems, [this](const Problem& problem) { return isDismissed(problem); });
        noteOldSources();
        return std::move(m_problems);
    }

private:
    template <class... Args>
    void report(Rule rule, RowRef at, std::optional<Field> field, const char* format, Args&&... args)
    {
        m_problems.push_back(problemAt(rule, at.table, m_chain.key(at), field, format, std::forward<Args>(args)...));
    }
    [[nodiscard]] bool isCited(RowRef ref) const
    {
        bool isCited = false;
        m_chain.forEachCitation(ref, [&](CitationId, const Citation&) { isCited = true; });
        m_chain.forEachClaim(ref, [&](ClaimId, const Claim&) { isCited = true; });
        return isCited;
    }
    void lookForSource(RowRef ref, Basis basis, Field basisField)
    {
        if (basis == Basis::Assumed || basis == Basis::Derived || isCited(ref))
            return;
        if (basis == Basis::Reported)
            report(Rule::ReportedWithoutSource, ref, basisField,
                   QT_TRANSLATE_NOOP("Sentence", "is reported, but by no source; add a citation or change the basis"));
        else
            report(Rule::NoCitation, ref, std::nullopt, QT_TRANSLATE_NOOP("Sentence", "has no citation; add a source"));
    }

    /// Whether somebody looked at a note and found it fine. That of a claim stands at the row the claim is about.
    [[nodiscard]] bool isDismissed(const Problem& problem) const
    {
        RowRef row{problem.table, m_chain.find(problem.table, problem.row)};
        if (row.row != kNoRow && row.table == Table::Claims)
            row = m_chain.claims()[ClaimId{row.row}].of;
        if (row.row == kNoRow)
            return false;
        const std::string key =
            fmt::format("{}/{}/{}", ruleName(problem.rule), tableSpec(row.table).name, m_chain.key(row));
        return m_chain.find(Table::Dismissals, key) != kNoRow;
    }

    void lookForRepeated()
    {
        for (const auto& [deal, earlier] : repeatedDeals(m_chain))
            report(
                Rule::ToldBefore, {Table::Deals, deal.value}, std::nullopt,
                QT_TRANSLATE_NOOP(
                    "Sentence",
                    "has the parties, the kind and the amounts of “{0}”; if both tell the same, erase one or make it part of the other"),
                m_chain.key({Table::Deals, earlier.value}));
    }

    void lookForSameDay()
    {
        for (const auto& [metric, last] : overruledMetrics(m_chain))
            report(
                Rule::SameDay, {Table::Metrics, metric.value}, metric_field::AsOf,
                QT_TRANSLATE_NOOP(
                    "Sentence",
                    "has the series and the day of “{0}”, and formulas read that one alone; erase one, or correct its day or since when it is known"),
                m_chain.key({Table::Metrics, last.value}));
    }

    void lookForShortSites()
    {
        for (const ShortSite& site : shortSites(m_chain))
            report(
                Rule::ShortOfPower, {Table::Nodes, site.site.value}, std::nullopt,
                QT_TRANSLATE_NOOP(
                    "Sentence",
                    "is built for {0} MW of IT load at the end of {1}, above 105 % of the {2} MW that its power contracts feed; look for power that is missing, or correct dates and boundaries"),
                formatMegawatts(site.built), formatPeriod(site.period), formatMegawatts(site.power));
    }

    /// One note for all: their age stands in a column.
    void noteOldSources()
    {
        const Day yearAgo = yearBefore(m_today);
        std::size_t old = 0;
        m_chain.deals().forEach(
            [&](DealId id, const Deal&) { old += isOpenWithoutSourceSince(m_chain, id, yearAgo) ? 1 : 0; });
        if (old == 0)
            return;
        Problem problem = problemAt(
            Rule::OldSources, Table::Deals, {}, std::nullopt,
            QT_TRANSLATE_NOOP("Sentence",
                              "{0} open deals have no source of the last twelve months; sort the deals by the age of "
                              "their sources and look for news of them"),
            std::to_string(old));
        problem.isOfFile = true;
        m_problems.push_back(std::move(problem));
    }

    void lookAtTerms(DealId id, const Deal& deal, RowRef ref)
    {
        const auto differs = [](BoundaryId a, BoundaryId b) { return a.isSet() && b.isSet() && a != b; };
        if (deal.partOf.isSet() && differs(deal.boundary, m_chain.deals()[deal.partOf].boundary))
            report(Rule::BoundaryDiffers, ref, deal_field::Boundary,
                   QT_TRANSLATE_NOOP("Sentence",
                                     "is stated at another boundary than “{0}”, which it is part of and from which it "
                                     "takes its megawatts as stated; give both at one"),
                   m_chain.key({Table::Deals, deal.partOf.value}));
        m_chain.forEachTranche(id, [&](TrancheId tranche, const Tranche& row) {
            if (differs(row.boundary, deal.boundary))
                report(Rule::BoundaryDiffers, {Table::Tranches, tranche.value}, tranche_field::Boundary,
                       QT_TRANSLATE_NOOP("Sentence",
                                         "is stated at another boundary than its deal “{0}”, from whose megawatts it "
                                         "takes its own as stated; give both at one"),
                       m_chain.key(ref));
        });
        for (const Day day : claimedDays(m_chain, id))
            if (const std::optional<RowRef> row = firmTooEarly(id, day)) {
                const Status& status = m_chain.statuses()[knownDeal(m_chain, id, day).status];
                report(
                    Rule::FirmTooEarly, *row,
                    row->table == Table::Deals ? Field{deal_field::Commitment} : Field{tranche_field::Commitment},
                    QT_TRANSLATE_NOOP(
                        "Sentence",
                        "is firm while the deal is {0} ({1}): nothing was signed then; correct the commitment or the status, or give it a claim of the day it was signed"),
                    m_chain.text(status.head.key), day == kNoDay ? "today" : formatDate(dateOf(day)));
                break; // the later days follow from it
            }
    }

    /// The deal or the tranche of it that was firm on a day on which nothing was signed.
    [[nodiscard]] std::optional<RowRef> firmTooEarly(DealId id, Day day) const
    {
        const KnownDeal known = knownDeal(m_chain, id, day);
        const std::string_view status = m_chain.text(m_chain.statuses()[known.status].head.key);
        if (status != "rumoured" && status != "announced")
            return std::nullopt;
        if (known.commitment == Commitment::Firm)
            return RowRef{Table::Deals, id.value};
        std::optional<RowRef> found;
        m_chain.forEachTranche(id, [&](TrancheId tranche, const Tranche&) {
            if (knownTranche(m_chain, tranche, day).commitment == Commitment::Firm)
                found = RowRef{Table::Tranches, tranche.value};
        });
        return found;
    }

    void lookAtDeal(DealId id)
    {
        const Deal& deal = m_chain.deals()[id];
        const RowRef ref{Table::Deals, id.value};
        lookForSource(ref, deal.basis, deal_field::Basis);
        const Status& status = m_chain.statuses()[deal.status];
        if (status.role == StatusRole::Completed && endDay(deal.ends) != kNoDay && endDay(deal.ends) - 1 > m_today)
            report(Rule::CompletedInFuture, ref, deal_field::Status,
                   QT_TRANSLATE_NOOP("Sentence", "is completed, but ends {0}; correct the status or the end"),
                   formatDate(deal.ends));
        const TierId from = m_chain.rootOf(m_chain.nodes()[deal.supplier].tier);
        const TierId to = m_chain.rootOf(m_chain.nodes()[deal.customer].tier);
        if (m_chain.classOf(deal) == DealClass::Trade && placeOf(from) > placeOf(to))
            report(
                Rule::BackwardTrade, ref, deal_field::Supplier,
                QT_TRANSLATE_NOOP(
                    "Sentence", "runs backwards, from {0} to {1}; check that supplier and customer are not exchanged"),
                m_chain.key({Table::Tiers, from.value}), m_chain.key({Table::Tiers, to.value}));
        lookAtTerms(id, deal, ref);
        lookAtSchedule(id, deal, ref);
        noteClaimedAmounts(m_chain, id, m_problems);
    }

    void lookAtSchedule(DealId id, const Deal& deal, RowRef ref)
    {
        Lens gross;
        gross.overlaps = Overlaps::Gross;
        scheduleDeal(m_chain, gross, m_calendar, id, m_schedule);
        if (m_schedule.formulaFails)
            report(
                Rule::FormulaFails, ref, deal_field::Formula,
                QT_TRANSLATE_NOOP(
                    "Sentence",
                    "the formula gives no usable amount in some quarter, or the deal has no start; it counts as undisclosed"));
        Cents cents{0};
        Kilowatts kilowatts{0};
        for (const Piece& piece : m_schedule.pieces) {
            const bool isGuarantee = m_schedule.dealClass == DealClass::Contingent;
            if (isGuarantee ? !piece.hasGuaranteeDates() : !piece.hasMoneyDates())
                cents += orZero(piece.value);
            if (!piece.hasCapacityDates())
                kilowatts += orZero(piece.capacity);
        }
        if (cents > Cents{0})
            report(Rule::UnscheduledAmount, ref, deal_field::ValueUsd,
                   QT_TRANSLATE_NOOP("Sentence",
                                     "${0} have no dates and count in no period; give a start and an end, or phases"),
                   formatUsd(cents));
        if (kilowatts > Kilowatts{0})
            report(Rule::UnscheduledAmount, ref, deal_field::CapacityMw,
                   QT_TRANSLATE_NOOP("Sentence",
                                     "{0} MW have no dates and count in no period; give a start and an end, or phases"),
                   formatMegawatts(kilowatts));
        if (deal.firstPart != kNoRow)
            lookAtParts(id, deal, ref);
    }

    void lookAtParts(DealId id, const Deal& whole, RowRef ref)
    {
        Cents cents{0};
        Kilowatts kilowatts{0};
        m_chain.forEachPart(id, [&](DealId partId, const Deal& part) {
            const bool isSameClass = m_chain.classOf(part) == m_chain.classOf(whole);
            const bool isCancelled = m_chain.statuses()[part.status].role == StatusRole::Cancelled;
            const bool isSameLayer = m_chain.layerOf(part.supplier) == m_chain.layerOf(whole.supplier) &&
                                     m_chain.classOf(part) == DealClass::Trade &&
                                     m_chain.profileOf(part) != Profile::None;
            if (isCancelled || !m_chain.text(part.formula).empty())
                return; // takes nothing
            const Amounts totals = totalsOf(m_chain, partId);
            if (isSameClass)
                cents += orZero(totals.value);
            if (isSameLayer)
                kilowatts += orZero(totals.capacity);
        });
        if (!whole.value.isAbsent() && cents > whole.value)
            report(
                Rule::PartsExceedWhole, ref, deal_field::ValueUsd,
                QT_TRANSLATE_NOOP("Sentence", "its parts add up to ${0}, more than its own ${1}; correct one of them"),
                formatUsd(cents), formatUsd(whole.value));
        if (!whole.capacity.isAbsent() && kilowatts > whole.capacity)
            report(Rule::PartsExceedWhole, ref, deal_field::CapacityMw,
                   QT_TRANSLATE_NOOP("Sentence",
                                     "its parts add up to {0} MW, more than its own {1} MW; correct one of them"),
                   formatMegawatts(kilowatts), formatMegawatts(whole.capacity));
    }

    void lookAtMetric(MetricId id)
    {
        const Metric& metric = m_chain.metrics()[id];
        const RowRef ref{Table::Metrics, id.value};
        lookForSource(ref, metric.basis, metric_field::Basis);
        if (metric.low > metric.value || metric.value > metric.high ||
            metric.low > metric.high) // false for what is absent
            report(Rule::LowAboveHigh, ref, metric_field::Value,
                   QT_TRANSLATE_NOOP("Sentence", "low {0}, value {1} and high {2} are not in order"),
                   formatDecimal(metric.low), formatDecimal(metric.value), formatDecimal(metric.high));
    }

    void lookAtNode(NodeId id)
    {
        const Node& node = m_chain.nodes()[id];
        const RowRef ref{Table::Nodes, id.value};
        if (node.firstSupplied == kNoRow && node.firstBought == kNoRow)
            report(Rule::NodeWithoutDeals, ref, std::nullopt,
                   QT_TRANSLATE_NOOP("Sentence", "has no deals; add one or erase the node"));
        std::int64_t stakes = 0;
        m_chain.forEachBought(id, [&](DealId, const Deal& deal) {
            const bool isStake = m_chain.classOf(deal) != DealClass::Trade && !deal.equity.isAbsent() &&
                                 !deal.partOf.isSet() && m_chain.statuses()[deal.status].role != StatusRole::Cancelled;
            stakes += isStake ? deal.equity.value : 0;
        });
        if (stakes > kWhole.value)
            report(Rule::StakesAboveWhole, ref, std::nullopt,
                   QT_TRANSLATE_NOOP("Sentence", "stakes in it add up to {0} %; check which contain others"),
                   formatPercent(BasisPoints{static_cast<std::int32_t>(std::min<std::int64_t>(stakes, INT32_MAX))}));
    }

    void lookAtSource(SourceId id)
    {
        const std::string_view url = m_chain.text(m_chain.sources()[id].url);
        if (!url.empty() && !url.starts_with("https://") && !url.starts_with("http://"))
            report(Rule::UrlScheme, {Table::Sources, id.value}, source_field::Url,
                   QT_TRANSLATE_NOOP("Sentence", "“{0}” is no web address; it should begin with https://"), url);
    }

    /// The place of a root among the roots.
    [[nodiscard]] std::ptrdiff_t placeOf(TierId root) const
    {
        const auto& order = m_chain.tierOrder();
        return std::find(order.begin(), order.end(), root) - order.begin();
    }

    const Chain& m_chain;
    Day m_today;
    Calendar m_calendar;
    Schedule m_schedule;
    Problems m_problems;
};

} // namespace

Problems notesOf(const Chain& chain, Day today)
{
    return Notes(chain, today).run();
}

} // namespace ochain
