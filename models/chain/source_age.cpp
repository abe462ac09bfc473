// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "chain/source_age.h"

namespace ochain {

Date newestSource(const Chain& chain, RowRef row)
{
    Date newest;
    const auto take = [&](SourceId source) {
        const Date published = source.isSet() ? chain.sources()[source].published : Date{};
        if (published.isSet() && (!newest.isSet() || firstDay(published) > firstDay(newest)))
            newest = published;
    };
    const auto takeAll = [&](RowRef of) {
        chain.forEachCitation(of, [&](CitationId, const Citation& citation) { take(citation.source); });
        chain.forEachClaim(of, [&](ClaimId, const Claim& claim) { take(claim.source); });
    };
    takeAll(row);
    if (row.table == Table::Deals)
        chain.forEachTranche(DealId{row.row}, [&](TrancheId id, const Tranche&) {
            takeAll({Table::Tranches, id.value});
        });
    return newest;
}

Day yearBefore(Day day) noexcept
{
    const Date date = dateOf(day);
    return dayNumber(date.year() - 1, date.month(), date.day());
}

bool isOpenWithoutSourceSince(const Chain& chain, DealId deal, Day day)
{
    const StatusRole role = chain.statuses()[chain.deals()[deal].status].role;
    if (role == StatusRole::Completed || role == StatusRole::Cancelled)
        return false;
    const Date newest = newestSource(chain, {Table::Deals, deal.value});
    return newest.isSet() && firstDay(newest) < day;
}

} // namespace ochain
