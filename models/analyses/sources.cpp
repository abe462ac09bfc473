// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "analyses/sources.h"

#include "chain/known_rows.h"

#include <algorithm>

namespace ochain {

namespace {

Basis basisOf(const Chain& chain, RowRef row, Day knownAsOf)
{
    switch (row.table) {
    case Table::Deals:
        return knownDeal(chain, DealId{row.row}, knownAsOf).basis;
    case Table::Tranches:
        return knownTranche(chain, TrancheId{row.row}, knownAsOf).basis;
    case Table::Metrics:
        return knownMetric(chain, MetricId{row.row}, knownAsOf).basis;
    default:
        return Basis::Reported;
    }
}

} // namespace

std::vector<PartSource> sourcesOf(const Chain& chain, RowRef row, Day knownAsOf, Day today)
{
    std::vector<PartSource> lines;
    if (row.row == kNoRow)
        return lines;
    const Basis basis = basisOf(chain, row, knownAsOf);
    const auto add = [&](SourceId source, std::string_view locator, SaidBy saidBy) {
        const Date published = chain.sources()[source].published;
        const auto age = published.isSet() ? std::optional(today - firstDay(published)) : std::nullopt;
        lines.push_back({source, locator, saidBy, age, basis});
    };
    chain.forEachCitation(row, [&](CitationId, const Citation& citation) {
        add(citation.source, chain.text(citation.locator), citation.saidBy);
    });
    chain.forEachClaim(row, [&](ClaimId, const Claim& claim) {
        const bool isKnown = knownAsOf == kNoDay || !claim.asOf.isSet() || firstDay(claim.asOf) <= knownAsOf;
        const bool isNew = std::none_of(lines.begin(), lines.end(),
                                        [&](const PartSource& line) { return line.source == claim.source; });
        if (claim.isAdopted && isKnown && isNew && claim.source.isSet())
            add(claim.source, {}, SaidBy::Unsaid);
    });
    std::stable_sort(lines.begin(), lines.end(), [&chain](const PartSource& a, const PartSource& b) {
        return startNumber(chain.sources()[a.source].published) > startNumber(chain.sources()[b.source].published);
    });
    return lines;
}

} // namespace ochain
