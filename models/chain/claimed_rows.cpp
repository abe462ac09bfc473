// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "chain/claimed_rows.h"

#include "chain/deal_terms.h"
#include "chain/field_reader.h"
#include "chain/known_rows.h"
#include "chain/limits.h"

#include <algorithm>
#include <string>
#include <vector>

namespace ochain {

namespace {

/// An adopted claim on a field that the rules look at, and the day from which on it counts.
struct Adopted {
    Day day = kNoDay;
    ClaimId id;
};

/// Calls f(id, claim) for each adopted claim on a deal or on one of its tranches.
template <class F>
void forEachAdopted(const Chain& chain, DealId id, F&& f)
{
    if (!chain.deals()[id].hasClaims)
        return;
    const auto look = [&](RowRef row) {
        chain.forEachClaim(row, [&](ClaimId claimId, const Claim& claim) {
            if (claim.isAdopted)
                f(claimId, claim);
        });
    };
    look({Table::Deals, id.value});
    chain.forEachTranche(id, [&](TrancheId tranche, const Tranche&) { look({Table::Tranches, tranche.value}); });
}

/// Goes through the days of a deal's claims.
class ClaimedDays {
public:
    ClaimedDays(const Chain& chain, DealId id) : m_chain(chain), m_id(id)
    {
        forEachAdopted(chain, id, [this](ClaimId claimId, const Claim& claim) { // without a date: always known
            m_claims.push_back({claim.asOf.isSet() ? firstDay(claim.asOf) : kNoDay + 1, claimId});
        });
        std::sort(m_claims.begin(), m_claims.end(), [&](const Adopted& a, const Adopted& b) {
            return a.day != b.day ? a.day < b.day : chain.claims()[a.id].head.rowid < chain.claims()[b.id].head.rowid;
        });
    }

    /// Calls f(day, deal as known then) for each day.
    template <class F>
    void forEachDay(F&& f)
    {
        for (m_at = 0; m_at < m_claims.size();) {
            m_day = m_claims[m_at].day;
            f(m_day, knownDeal(m_chain, m_id, m_day));
            while (m_at < m_claims.size() && m_claims[m_at].day == m_day)
                ++m_at;
        }
    }
    /// The claim of the day being looked at that is about this row, else the first of that day.
    [[nodiscard]] ClaimId claimOn(RowRef row) const
    {
        for (std::size_t i = m_at; i < m_claims.size() && m_claims[i].day == m_day; ++i)
            if (m_chain.claims()[m_claims[i].id].of == row)
                return m_claims[i].id;
        return m_claims[m_at].id;
    }
    template <class... Args>
    [[nodiscard]] Problem problem(Rule rule, RowRef row, const char* format, Args&&... args) const
    {
        return problemAt(rule, Table::Claims, m_chain.key({Table::Claims, claimOn(row).value}),
                         Field{claim_field::Value}, format, std::forward<Args>(args)...);
    }

private:
    const Chain& m_chain;
    DealId m_id;
    std::vector<Adopted> m_claims;
    std::size_t m_at = 0;
    Day m_day = kNoDay;
};

/// A day of a claim for a person; what was always known was so on the first of all days.
std::string dayText(Day day)
{
    return formatDate(day == kNoDay + 1 ? Date{kMinYear * 10000 + 101} : dateOf(day));
}

/// Whether a deal has no more claims and tranches than are looked at; more are refused by the checks.
bool isOfSize(const Chain& chain, DealId id)
{
    return adoptedClaims(chain, id) <= kMaxDealClaims && trancheCount(chain, id) <= kMaxTranches;
}

} // namespace

std::size_t adoptedClaims(const Chain& chain, DealId id)
{
    std::size_t count = 0;
    forEachAdopted(chain, id, [&count](ClaimId, const Claim&) { ++count; });
    return count;
}

std::size_t trancheCount(const Chain& chain, DealId id)
{
    std::size_t count = 0;
    chain.forEachTranche(id, [&count](TrancheId, const Tranche&) { ++count; });
    return count;
}

std::vector<Day> claimedDays(const Chain& chain, DealId id)
{
    std::vector<Day> days;
    if (chain.deals()[id].hasClaims && isOfSize(chain, id))
        forEachAdopted(chain, id, [&days](ClaimId, const Claim& claim) {
            if (claim.asOf.isSet())
                days.push_back(firstDay(claim.asOf));
        });
    std::sort(days.begin(), days.end());
    days.erase(std::unique(days.begin(), days.end()), days.end());
    days.push_back(kNoDay);
    return days;
}

void checkClaimedDates(const Chain& chain, DealId id, Problems& problems)
{
    if (!chain.deals()[id].hasClaims)
        return;
    ClaimedDays days(chain, id);
    std::vector<RowRef> said; // each row once, at the first day on which it is wrong
    const auto report = [&](RowRef row, Rule rule, Day day, Date starts, Date ends) {
        if (std::find(said.begin(), said.end(), row) != said.end())
            return;
        said.push_back(row);
        problems.push_back(days.problem(
            rule, row,
            QT_TRANSLATE_NOOP(
                "Sentence",
                "by what was known on {0}, {1} “{2}” runs from {3} to {4}, and ends before it starts; correct this claim, or adopt one with it for the other date"),
            dayText(day), tableSpec(row.table).name, chain.key(row), formatDate(starts), formatDate(ends)));
    };
    days.forEachDay([&](Day day, const KnownDeal& deal) {
        const Date starts = startOf(chain, deal);
        const bool isDealWrong = endsBeforeStart(starts, deal.ends);
        if (isDealWrong)
            report({Table::Deals, id.value}, deal.starts.isSet() ? Rule::EndBeforeStart : Rule::PieceEndBeforeStart,
                   day, starts, deal.ends);
        chain.forEachTranche(id, [&](TrancheId trancheId, const Tranche&) {
            const KnownTranche tranche = knownTranche(chain, trancheId, day);
            const RowRef row{Table::Tranches, trancheId.value};
            const Date from = tranche.starts.isSet() ? tranche.starts : starts;
            const Date to = tranche.ends.isSet() ? tranche.ends : deal.ends;
            if (endsBeforeStart(tranche.starts, tranche.ends))
                report(row, Rule::EndBeforeStart, day, from, to);
            else if (!isDealWrong && endsBeforeStart(from, to))
                report(row, Rule::PieceEndBeforeStart, day, from, to);
        });
    });
}

void noteClaimedAmounts(const Chain& chain, DealId id, Problems& problems)
{
    if (!chain.deals()[id].hasClaims || chain.deals()[id].firstTranche == kNoRow || !isOfSize(chain, id))
        return;
    ClaimedDays days(chain, id);
    const RowRef row{Table::Deals, id.value};
    bool isSaid = false; // a deal once, at the first day: the later ones follow from it
    days.forEachDay([&](Day day, const KnownDeal& deal) {
        Wide cents = 0;
        Wide kilowatts = 0;
        bool isOutside = false;
        chain.forEachTranche(id, [&](TrancheId trancheId, const Tranche&) {
            const KnownTranche tranche = knownTranche(chain, trancheId, day);
            cents += orZero(tranche.value).value;
            kilowatts += orZero(tranche.capacity).value;
            isOutside =
                isOutside ||
                (tranche.starts.isSet() && deal.starts.isSet() && firstDay(tranche.starts) < firstDay(deal.starts)) ||
                (tranche.ends.isSet() && deal.ends.isSet() && endDay(tranche.ends) > endDay(deal.ends));
        });
        const bool isTooMuch = (!deal.value.isAbsent() && cents > deal.value.value) ||
                               (!deal.capacity.isAbsent() && kilowatts > deal.capacity.value);
        if (isSaid || (!isTooMuch && !isOutside))
            return;
        isSaid = true;
        problems.push_back(days.problem(
            Rule::ClaimsDisagree, row,
            isTooMuch
                ? QT_TRANSLATE_NOOP(
                      "Sentence",
                      "by what was known on {0} the phases of “{1}” hold more than the deal itself; give them claims of that time too")
                : QT_TRANSLATE_NOOP(
                      "Sentence",
                      "by what was known on {0} a phase of “{1}” lies outside the dates of the deal; give it claims of that time too"),
            dayText(day), chain.key(row)));
    });
}

} // namespace ochain
