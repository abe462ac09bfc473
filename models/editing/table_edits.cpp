// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "editing/table_edits.h"

#include "chain/edit_builder.h"
#include "editing/typed_text.h"
#include "formats/format.h"

#include <algorithm>

namespace ochain {

QString refusedText(const Document::Refused& refused)
{
    if (refused.error)
        return errorText(*refused.error);
    return refused.problems.empty() ? QString() : sentenceText(refused.problems.front().sentence);
}

std::optional<QString> applyTyped(Document& document, RowRef row, Field field, const QString& text)
{
    const Chain& chain = document.chain();
    const ReadResult reading = readTyped(chain, row.table, field, text, besideIn(chain, row));
    if (!reading)
        return sentenceText(reading.error());
    EditBuilder builder(chain);
    const std::string key(chain.key(row));
    if (const auto problem = builder.set(row.table, key, field, reading->canonical))
        return sentenceText(problem->sentence);
    for (const FilledField& filled : reading->also)
        if (const auto problem = builder.set(row.table, key, filled.field, filled.canonical))
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
