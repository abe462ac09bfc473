// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "document/entered_rows.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

namespace ochain {

namespace {

using RowKey = std::pair<Table, std::string>;

/// The only row that an edit fills; nothing if it does anything else but add nodes which that row names.
std::optional<RowKey> filledBy(const Edit& edit)
{
    std::optional<RowKey> filled;
    for (const RowChange& change : edit.changes) {
        if (change.op == Op::Insert && change.table == Table::Nodes)
            continue;
        if (change.op != Op::Update || change.movedTo != 0 || filled)
            return std::nullopt;
        filled = {change.table, change.key};
    }
    return filled;
}

bool adds(const Edit& edit, const RowKey& row)
{
    return std::any_of(edit.changes.begin(), edit.changes.end(), [&row](const RowChange& change) {
        return change.op == Op::Insert && change.table == row.first && change.key == row.second;
    });
}

} // namespace

bool addsRowOf(const Edit& filling, const Edit& earlier)
{
    const std::optional<RowKey> row = filledBy(filling);
    return row && adds(earlier, *row);
}

bool goesOnWith(const Edit& later, const Edit& earlier)
{
    const std::optional<RowKey> row = filledBy(later);
    return row && later.why == earlier.why && later.author == earlier.author &&
           (adds(earlier, *row) || filledBy(earlier) == row);
}

std::vector<std::int64_t> undoneTogether(const std::vector<JournalEntry>& newestFirst)
{
    std::vector<const Edit*> done;
    for (const JournalEntry& entry : newestFirst)
        if (entry.edit.kind == EditKind::Change && !entry.isUndone)
            done.push_back(&entry.edit);
    if (done.empty())
        return {};
    std::vector<std::int64_t> seqs{done.front()->seq};
    for (std::size_t i = 1; i < done.size() && goesOnWith(*done[i - 1], *done[i]); ++i) {
        seqs.push_back(done[i]->seq);
        if (addsRowOf(*done[i - 1], *done[i]))
            return seqs;
    }
    return {seqs.front()}; // edits of a row that had long been there are steps of their own
}

} // namespace ochain
