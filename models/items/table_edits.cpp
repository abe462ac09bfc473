// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "items/table_edits.h"

#include "chain/edit_builder.h"
#include "figures/format.h"
#include "figures/parse_input.h"

#include <algorithm>

namespace ochain {

namespace {

/// The key of the row that a person means: by key, or by its name in either language.
std::string keyMeant(const Chain& chain, Table table, const QString& text)
{
    std::string typed = text.trimmed().toStdString();
    if (typed.empty() || chain.find(table, typed) != kNoRow)
        return typed;
    for (std::uint32_t row = 0; row < chain.slotCount(table); ++row) {
        const RowRef ref{table, row};
        if (!chain.isAlive(ref))
            continue;
        for (const Language language : {Language::English, Language::Chinese})
            if (nameOf(chain, ref, language).compare(text.trimmed(), Qt::CaseInsensitive) == 0)
                return std::string(chain.key(ref));
    }
    return typed;
}

} // namespace

QString refusedText(const Document::Refused& refused)
{
    if (refused.error)
        return errorText(*refused.error);
    return refused.problems.empty() ? QString() : sentenceText(refused.problems.front().sentence);
}

std::optional<QString> applyTyped(Document& document, RowRef row, Field field, const QString& text, Language language)
{
    const Chain& chain = document.chain();
    const FieldSpec& spec = fieldSpec(row.table, field);
    std::string canonicalText;
    if (spec.type == FieldType::Reference) {
        canonicalText = keyMeant(chain, spec.target, text);
    } else {
        auto reading = readField(row.table, field, text, language);
        if (!reading)
            return sentenceText(reading.error());
        canonicalText = std::move(reading->canonical);
    }
    EditBuilder builder(chain);
    if (const auto problem = builder.set(row.table, chain.key(row), field, canonicalText))
        return sentenceText(problem->sentence);
    const auto applied = document.apply(std::move(builder).build({}, {}));
    return applied ? std::nullopt : std::optional(refusedText(applied.error()));
}

std::vector<DealId> dealsWithChangedCitations(const Chain& chain, const Edit& edit)
{
    std::vector<DealId> deals;
    const auto take = [&](Table table, std::string_view key) {
        const std::uint32_t row = chain.find(table, key);
        if (row == kNoRow)
            return;
        if (table == Table::Deals)
            deals.push_back(DealId{row});
        else if (table == Table::Tranches)
            deals.push_back(chain.tranches()[TrancheId{row}].deal);
    };
    for (const RowChange& change : edit.changes) {
        if (change.table != Table::Citations)
            continue;
        for (const FieldChange& field : change.fields)
            if (field.field == citation_field::RowKey)
                for (const std::string& key : {field.before, field.after})
                    for (const Table table : {Table::Deals, Table::Tranches})
                        take(table, key);
    }
    std::sort(deals.begin(), deals.end());
    deals.erase(std::unique(deals.begin(), deals.end()), deals.end());
    return deals;
}

} // namespace ochain
