// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "editing/claim_history.h"

#include <algorithm>
#include <utility>

namespace ochain {

ClaimHistory claimsOn(const Chain& chain, RowRef row, Field field)
{
    ClaimHistory history;
    chain.forEachClaim(row, [&](ClaimId id, const Claim& claim) {
        if (claim.field == field)
            (claim.isAdopted ? history.adopted : history.rivals).push_back(id);
    });
    const auto comesBefore = [&chain](ClaimId a, ClaimId b) {
        const Claim& one = chain.claims()[a];
        const Claim& other = chain.claims()[b];
        return std::pair(dayOf(one), one.head.rowid) < std::pair(dayOf(other), other.head.rowid);
    };
    std::sort(history.adopted.begin(), history.adopted.end(), comesBefore);
    std::sort(history.rivals.begin(), history.rivals.end(), comesBefore);
    return history;
}

std::vector<Field> claimedFields(const Chain& chain, RowRef row)
{
    std::vector<Field> fields;
    chain.forEachClaim(row, [&fields](ClaimId, const Claim& claim) { fields.push_back(claim.field); });
    std::sort(fields.begin(), fields.end());
    fields.erase(std::unique(fields.begin(), fields.end()), fields.end());
    return fields;
}

Day dayOf(const Claim& claim) noexcept
{
    return firstDay(claim.asOf); // kNoDay, the least of all, without a date
}

Date knownSince(const Chain& chain, RowRef row)
{
    switch (row.table) {
    case Table::Deals:
        return chain.deals()[DealId{row.row}].announced;
    case Table::Tranches:
        return chain.deals()[chain.tranches()[TrancheId{row.row}].deal].announced;
    case Table::Metrics: {
        const Metric& metric = chain.metrics()[MetricId{row.row}];
        return metric.known.isSet() ? metric.known : metric.asOf;
    }
    default:
        return {};
    }
}

} // namespace ochain
