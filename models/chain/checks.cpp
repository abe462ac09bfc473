// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "chain/checks.h"

#include "chain/claimed_rows.h"
#include "chain/deal_terms.h"
#include "chain/field_reader.h"
#include "chain/formula.h"
#include "chain/limits.h"
#include "chain/nesting.h"
#include "chain/references.h"
#include "chain/table_dispatch.h"

#include <algorithm>

namespace ochain {

namespace {

/// Finds what is wrong with one deal and its tranches.
class DealCheck {
public:
    DealCheck(const Chain& chain, DealId id, Problems& problems)
        : m_chain(chain), m_id(id), m_deal(chain.deals()[id]), m_problems(problems)
    {}

    void run()
    {
        if (m_deal.supplier == m_deal.customer)
            report(Rule::SelfDeal, deal_field::Customer,
                   QT_TRANSLATE_NOOP("Sentence", "supplier and customer are both “{0}”; a deal needs two parties"),
                   m_chain.key({Table::Nodes, m_deal.supplier.value}));
        checkDates();
        if (m_deal.formula != Text{})
            checkFormula();
        if (!isOfSize())
            return;
        if (m_deal.firstTranche != kNoRow)
            checkTranches();
        checkClaimedDates(m_chain, m_id, m_problems);
    }

private:
    template <class... Args>
    void report(Rule rule, Field field, const char* format, Args&&... args)
    {
        m_problems.push_back(
            problemAt(rule, Table::Deals, m_chain.text(m_deal.head.key), field, format, std::forward<Args>(args)...));
    }
    template <class... Args>
    void reportTranche(const Tranche& tranche, Rule rule, Field field, const char* format, Args&&... args)
    {
        m_problems.push_back(problemAt(rule, Table::Tranches, m_chain.text(tranche.head.key), field, format,
                                       std::forward<Args>(args)...));
    }

    void checkDates()
    {
        const Date starts = startOf(m_chain, m_deal);
        if (endsBeforeStart(m_deal.starts, m_deal.ends))
            report(Rule::EndBeforeStart, deal_field::Ends,
                   QT_TRANSLATE_NOOP("Sentence", "ends {0}, before it starts ({1}); give a later date"),
                   formatDate(m_deal.ends), formatDate(m_deal.starts));
        else if (endsBeforeStart(starts, m_deal.ends))
            report(Rule::PieceEndBeforeStart, deal_field::Ends,
                   QT_TRANSLATE_NOOP(
                       "Sentence",
                       "ends {0}, before it was announced ({1}), which stands in for the missing start; give a start"),
                   formatDate(m_deal.ends), formatDate(starts));
    }

    /// What is too much is not looked at: each tranche is compared with each day of a claim.
    bool isOfSize()
    {
        const std::size_t tranches = trancheCount(m_chain, m_id);
        if (tranches > kMaxTranches)
            report(Rule::OutOfRange, deal_field::Key,
                   QT_TRANSLATE_NOOP("Sentence", "has {0} phases; {1} are the most, make several deals of it"),
                   std::to_string(tranches), std::to_string(kMaxTranches));
        const std::size_t claims = adoptedClaims(m_chain, m_id);
        if (claims > kMaxDealClaims)
            report(Rule::OutOfRange, deal_field::Key,
                   QT_TRANSLATE_NOOP("Sentence", "has {0} adopted claims, those of its phases among them; {1} are the "
                                                 "most, keep those that tell something"),
                   std::to_string(claims), std::to_string(kMaxDealClaims));
        return tranches <= kMaxTranches && claims <= kMaxDealClaims;
    }

    void checkFormula()
    {
        if (!m_deal.value.isAbsent())
            report(Rule::ValueBesideFormula, deal_field::Formula,
                   QT_TRANSLATE_NOOP("Sentence", "has a value and a formula; clear one of them"));
        const Result<Formula> formula = Formula::parse(m_chain.text(m_deal.formula));
        if (!formula) {
            m_problems.push_back({Rule::FormulaSyntax, Table::Deals, std::string(m_chain.text(m_deal.head.key)),
                                  deal_field::Formula, formula.error().sentence});
            return;
        }
        for (const std::string& name : formula->names())
            if (!m_chain.findSeries(name).isSet())
                report(Rule::UnknownSeries, deal_field::Formula,
                       QT_TRANSLATE_NOOP(
                           "Sentence",
                           "the formula names “{0}”, and no metric has that series; correct the name or add a metric"),
                       name);
    }

    void checkTranches()
    {
        if (m_deal.firstPart != kNoRow)
            report(Rule::PartsBesideTranches, deal_field::PartOf,
                   QT_TRANSLATE_NOOP("Sentence", "has phases and parts (“{0}” is part of it); remove one or the other"),
                   m_chain.key({Table::Deals, m_deal.firstPart}));
        Wide cents = 0;
        Wide kilowatts = 0;
        m_chain.forEachTranche(m_id, [&](TrancheId, const Tranche& tranche) {
            cents += orZero(tranche.value).value;
            kilowatts += orZero(tranche.capacity).value;
            checkTranche(tranche);
        });
        if (!m_deal.value.isAbsent() && cents > m_deal.value.value)
            report(Rule::TranchesExceedTotal, deal_field::ValueUsd,
                   QT_TRANSLATE_NOOP(
                       "Sentence", "its phases hold ${0}, more than the deal's ${1}; raise the deal or lower a phase"),
                   formatUsd(Cents{static_cast<std::int64_t>(cents)}), formatUsd(m_deal.value));
        if (!m_deal.capacity.isAbsent() && kilowatts > m_deal.capacity.value)
            report(
                Rule::TranchesExceedTotal, deal_field::CapacityMw,
                QT_TRANSLATE_NOOP(
                    "Sentence", "its phases hold {0} MW, more than the deal's {1} MW; raise the deal or lower a phase"),
                formatMegawatts(Kilowatts{static_cast<std::int64_t>(kilowatts)}), formatMegawatts(m_deal.capacity));
    }

    void checkTranche(const Tranche& tranche)
    {
        if (!tranche.value.isAbsent() && m_deal.formula != Text{})
            reportTranche(tranche, Rule::ValueBesideFormula, tranche_field::ValueUsd,
                          QT_TRANSLATE_NOOP("Sentence", "has a value while its deal has a formula; clear one of them"));
        if (endsBeforeStart(tranche.starts, tranche.ends)) {
            reportTranche(tranche, Rule::EndBeforeStart, tranche_field::Ends,
                          QT_TRANSLATE_NOOP("Sentence", "ends {0}, before it starts ({1}); give a later date"),
                          formatDate(tranche.ends), formatDate(tranche.starts));
            return;
        }
        if (tranche.starts.isSet() && m_deal.starts.isSet() && startNumber(tranche.starts) < startNumber(m_deal.starts))
            reportTranche(tranche, Rule::TrancheOutsideDeal, tranche_field::Starts,
                          QT_TRANSLATE_NOOP("Sentence", "starts {0}, before its deal ({1}); move one of them"),
                          formatDate(tranche.starts), formatDate(m_deal.starts));
        if (tranche.ends.isSet() && m_deal.ends.isSet() && endNumber(tranche.ends) > endNumber(m_deal.ends))
            reportTranche(tranche, Rule::TrancheOutsideDeal, tranche_field::Ends,
                          QT_TRANSLATE_NOOP("Sentence", "ends {0}, after its deal ({1}); move one of them"),
                          formatDate(tranche.ends), formatDate(m_deal.ends));
        const Date starts = tranche.starts.isSet() ? tranche.starts : startOf(m_chain, m_deal);
        const Date ends = tranche.ends.isSet() ? tranche.ends : m_deal.ends;
        if (endsBeforeStart(starts, ends) && !endsBeforeStart(startOf(m_chain, m_deal), m_deal.ends))
            reportTranche(
                tranche, Rule::PieceEndBeforeStart, tranche.ends.isSet() ? tranche_field::Ends : tranche_field::Starts,
                QT_TRANSLATE_NOOP(
                    "Sentence",
                    "runs from {0} to {1} once the dates it lacks are taken from its deal; give it its own dates"),
                formatDate(starts), formatDate(ends));
    }

    const Chain& m_chain;
    DealId m_id;
    const Deal& m_deal;
    Problems& m_problems;
};

void checkClaim(const Chain& chain, ClaimId id, Problems& problems)
{
    const Claim& claim = chain.claims()[id];
    const std::string_view value = chain.text(claim.value);
    if (value.empty())
        return;
    if (std::optional<Problem> problem = checkForm(claim.of.table, {}, claim.field, value))
        problems.push_back({problem->rule, Table::Claims, std::string(chain.text(claim.head.key)), claim_field::Value,
                            std::move(problem->sentence)});
}

void checkOverride(const Chain& chain, OverrideId id, Problems& problems)
{
    const Override& row = chain.overrides()[id];
    if (std::optional<Problem> problem = checkForm(row.of.table, {}, row.field, chain.text(row.value)))
        problems.push_back({problem->rule, Table::Overrides, std::string(chain.text(row.head.key)),
                            override_field::Value, std::move(problem->sentence)});
}

void checkCitation(const Chain& chain, CitationId id, Problems& problems)
{
    const Citation& citation = chain.citations()[id];
    for (std::string_view rest = chain.text(citation.fields); !rest.empty();) {
        const std::string_view name = rest.substr(0, rest.find(';'));
        if (!fieldNamed(citation.of.table, name))
            problems.push_back(problemAt(Rule::UnknownField, Table::Citations, chain.text(citation.head.key),
                                         citation_field::Fields,
                                         QT_TRANSLATE_NOOP("Sentence", "table {0} has no field “{1}”"),
                                         tableSpec(citation.of.table).name, name));
        rest.remove_prefix(std::min(name.size() + 1, rest.size()));
    }
}

void checkSetting(const Chain& chain, SettingId id, Problems& problems)
{
    const Setting& setting = chain.settings()[id];
    if (chain.text(setting.head.key) != kHorizonKey || setting.value == Text{})
        return;
    const std::string_view value = chain.text(setting.value);
    if (const Result<std::int32_t> year = parseInteger(value); !year || !isHorizon(*year))
        problems.push_back(problemAt(Rule::OutOfRange, Table::Settings, kHorizonKey, Field{setting_field::Value},
                                     QT_TRANSLATE_NOOP("Sentence", "“{0}” is no horizon; give a year from {1} to {2}"),
                                     value, std::to_string(kMinYear), std::to_string(kMaxYear)));
}

void checkDismissal(const Chain& chain, DismissalId id, Problems& problems)
{
    const Dismissal& dismissal = chain.dismissals()[id];
    const std::string_view name = chain.text(dismissal.rule);
    if (const std::optional<Rule> rule = ruleNamed(name); !rule || severityOf(*rule) != Severity::Note)
        problems.push_back(problemAt(
            Rule::MalformedValue, Table::Dismissals, chain.text(dismissal.head.key), Field{dismissal_field::Rule},
            QT_TRANSLATE_NOOP("Sentence", "“{0}” is no note of the checks; name one as they print it"), name));
}

/// The deals whose rules an edit of these rows can break.
std::vector<DealId> dealsToCheck(const Chain& chain, const std::vector<RowRef>& touched,
                                 const std::vector<RowRef>& erased)
{
    std::vector<DealId> deals;
    bool touchesSeries =
        std::any_of(erased.begin(), erased.end(), [](RowRef ref) { return ref.table == Table::Metrics; });
    bool touchesStatuses = false;
    const auto addClaimed = [&](RowRef ref) {
        if (ref.table != Table::Claims)
            return;
        const RowRef of = chain.claims()[ClaimId{ref.row}].of;
        if (of.table == Table::Deals)
            deals.push_back(DealId{of.row});
        else if (of.table == Table::Tranches)
            deals.push_back(chain.tranches()[TrancheId{of.row}].deal);
    };
    std::for_each(touched.begin(), touched.end(), addClaimed);
    std::for_each(erased.begin(), erased.end(), addClaimed);
    for (const RowRef ref : touched) {
        touchesSeries = touchesSeries || ref.table == Table::Metrics;
        touchesStatuses = touchesStatuses || ref.table == Table::Statuses;
        if (ref.table == Table::Tranches) {
            deals.push_back(chain.tranches()[TrancheId{ref.row}].deal);
        } else if (ref.table == Table::Deals) {
            deals.push_back(DealId{ref.row});
            if (const DealId whole = chain.deals()[DealId{ref.row}].partOf; whole.isSet())
                deals.push_back(whole);
        }
    }
    if (touchesStatuses)
        chain.deals().forEach([&](DealId id, const Deal&) { deals.push_back(id); });
    if (touchesSeries)
        chain.formulaDeals().forEach([&deals](std::size_t, DealId deal) { deals.push_back(deal); });
    std::sort(deals.begin(), deals.end());
    deals.erase(std::unique(deals.begin(), deals.end()), deals.end());
    std::erase_if(deals, [&](DealId id) { return !chain.deals().isAlive(id); });
    return deals;
}

void checkNumberOfTiers(const Chain& chain, const std::vector<RowRef>& touched, Problems& problems)
{
    const auto tier =
        std::find_if(touched.begin(), touched.end(), [](RowRef ref) { return ref.table == Table::Tiers; });
    if (tier != touched.end() && chain.size(Table::Tiers) > kMaxTiers)
        problems.push_back(
            problemAt(Rule::OutOfRange, Table::Tiers, chain.key(*tier), std::nullopt,
                      QT_TRANSLATE_NOOP("Sentence", "there would be {0} tiers; {1} are the most, make nodes of them"),
                      std::to_string(chain.size(Table::Tiers)), std::to_string(kMaxTiers)));
}

} // namespace

bool isPartOfJoinedKey(Table table, Field field) noexcept
{
    switch (table) {
    case Table::Citations:
        return field < citation_field::Fields;
    case Table::Claims:
        return field != claim_field::Adopted && field != claim_field::NoteEn;
    case Table::Overrides:
        return field != override_field::Value;
    case Table::Dismissals:
        return field != dismissal_field::NoteEn;
    default:
        return field == 0;
    }
}

void checkRow(const Chain& chain, RowRef ref, Problems& problems)
{
    switch (ref.table) {
    case Table::Deals:
        return DealCheck(chain, DealId{ref.row}, problems).run();
    case Table::Citations:
        return checkCitation(chain, CitationId{ref.row}, problems);
    case Table::Claims:
        return checkClaim(chain, ClaimId{ref.row}, problems);
    case Table::Overrides:
        return checkOverride(chain, OverrideId{ref.row}, problems);
    case Table::Settings:
        return checkSetting(chain, SettingId{ref.row}, problems);
    case Table::Dismissals:
        return checkDismissal(chain, DismissalId{ref.row}, problems);
    default:
        return;
    }
}

void checkEdited(const Chain& chain, const EditedRows& rows, Problems& problems)
{
    for (const auto& [ref, by] : stillReferenced(chain, rows.erased))
        problems.push_back(problemAt(
            Rule::StillReferenced, ref.table, chain.key(ref), std::nullopt,
            QT_TRANSLATE_NOOP("Sentence", "cannot be erased while {0} “{1}” refers to it; change or erase that first"),
            tableSpec(by.table).name, chain.key(by)));
    checkNestingOf(chain, rows.placed, problems);
    checkNumberOfTiers(chain, rows.touched, problems);
    for (const RowRef ref : rows.touched)
        if (ref.table != Table::Deals)
            checkRow(chain, ref, problems);
    for (const DealId deal : dealsToCheck(chain, rows.touched, rows.erased)) {
        if (problems.size() >= kMaxProblems)
            return;
        checkRow(chain, {Table::Deals, deal.value}, problems);
    }
}

Problems errorsOf(const Chain& chain)
{
    Problems problems;
    checkNesting(chain, problems);
    for (const Table table : {Table::Deals, Table::Citations, Table::Claims, Table::Overrides})
        for (const std::uint32_t row : chain.inOrder(table))
            if (problems.size() < kMaxProblems)
                checkRow(chain, {table, row}, problems);
    return problems;
}

} // namespace ochain
