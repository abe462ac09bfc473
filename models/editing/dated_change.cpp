// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "editing/dated_change.h"

#include "chain/field_reader.h"
#include "editing/claim_history.h"
#include "editing/rival_claims.h"

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

namespace ochain {

namespace {

/// Whether a field is itself what tells since when its row is known.
bool isAboutKnowledge(Table table, Field field)
{
    return (table == Table::Deals && field == deal_field::Announced) ||
           (table == Table::Metrics && (field == metric_field::Known || field == metric_field::AsOf));
}

bool namesField(std::string_view fields, std::string_view name)
{
    while (!fields.empty()) {
        const std::size_t end = std::min(fields.find(';'), fields.size());
        if (fields.substr(0, end) == name)
            return true;
        fields.remove_prefix(std::min(end + 1, fields.size()));
    }
    return false;
}

/// The one source that a row cites for a field; empty for none and for several.
std::string sourceCitedFor(const Chain& chain, RowRef row, Field field)
{
    std::vector<SourceId> sources;
    chain.forEachCitation(row, [&](CitationId, const Citation& citation) {
        if (namesField(chain.text(citation.fields), fieldSpec(row.table, field).name))
            sources.push_back(citation.source);
    });
    return sources.size() == 1 ? std::string(chain.key({Table::Sources, sources.front().value})) : std::string();
}

/// Adopts a claim, which may stand there as a rival already.
std::optional<Problem> orderAdopted(EditBuilder& builder, const Chain& chain, const DatedChange& change,
                                    const std::string& value, Date asOf, const std::string& source)
{
    const std::vector<std::pair<Field, std::string>> fields{
        {claim_field::Table, std::string(tableSpec(change.row.table).name)},
        {claim_field::RowKey, std::string(chain.key(change.row))},
        {claim_field::Field, std::string(fieldSpec(change.row.table, change.field).name)},
        {claim_field::AsOf, formatDate(asOf)},
        {claim_field::Value, value},
        {claim_field::Source, source},
        {claim_field::Adopted, "1"}};
    const std::string key = joinedKey(Table::Claims, fields);
    if (chain.find(Table::Claims, key) != kNoRow)
        return builder.set(Table::Claims, key, claim_field::Adopted, "1");
    return builder.addRow(Table::Claims, fields);
}

} // namespace

std::optional<Problem> orderDatedChange(EditBuilder& builder, const Chain& chain, const DatedChange& change)
{
    const auto& [row, field, before, after, date, source] = change;
    const std::string_view key = chain.key(row);
    if (!canHaveClaims(row.table, field))
        return problemAt(Rule::UnknownField, row.table, key, field,
                         QT_TRANSLATE_NOOP("Sentence",
                                           "has no history: that have dates, amounts, shares, status, commitment, "
                                           "boundary, profile and basis of deals, phases and metrics; set it without "
                                           "a day"));
    const Day day = firstDay(date);
    const ClaimHistory history = claimsOn(chain, row, field);
    const Date since = isAboutKnowledge(row.table, field) ? Date{} : knownSince(chain, row);
    if (since.isSet() && firstDay(since) > day)
        return problemAt(Rule::OutOfRange, row.table, key, field,
                         QT_TRANSLATE_NOOP("Sentence",
                                           "is known from {0} on and cannot have changed on {1}; give a later day, or "
                                           "correct the date from which on it is known"),
                         formatDate(since), formatDate(date));
    if (!history.adopted.empty())
        if (const Claim& last = chain.claims()[history.adopted.back()]; dayOf(last) > day)
            return problemAt(Rule::OutOfRange, row.table, key, field,
                             QT_TRANSLATE_NOOP("Sentence",
                                               "became “{0}” on {1}, later than {2}, and that stands today; give a day "
                                               "from {1} on, or erase that claim"),
                             chain.text(last.value), formatDate(last.asOf), formatDate(date));
    if (history.adopted.empty() && !before.empty() && before != after)
        if (std::optional<Problem> problem =
                orderAdopted(builder, chain, change, before, since, sourceCitedFor(chain, row, field)))
            return problem;
    return orderAdopted(builder, chain, change, after, date, source);
}

} // namespace ochain
