// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "editing/recent_changes.h"

#include "editing/rival_claims.h"

namespace ochain {

namespace {

/// The one row with a history that an edit is about; null if there is none or several: what came in bulk is no news.
const RowChange* onlyRowOf(const Edit& edit)
{
    const RowChange* only = nullptr;
    for (const RowChange& change : edit.changes) {
        const bool isOfClaims =
            change.table == Table::Deals || change.table == Table::Tranches || change.table == Table::Metrics;
        if (!isOfClaims)
            continue;
        if (only != nullptr)
            return nullptr;
        only = &change;
    }
    return only;
}

} // namespace

void RecentChanges::follow(const Chain& chain, const Edit& edit, bool isOthers)
{
    if (isOthers || edit.kind != EditKind::Change)
        return;
    const RowChange* change = onlyRowOf(edit);
    if (change == nullptr || change->op != Op::Update)
        return;
    const RowRef row{change->table, chain.find(change->table, change->key)};
    if (row.row == kNoRow)
        return; // it has another key now
    if (row != m_row)
        m_before.clear();
    m_row = row;
    for (const FieldChange& field : change->fields)
        if (canHaveClaims(change->table, field.field))
            m_before.try_emplace(field.field, field.before);
}

void RecentChanges::forget()
{
    m_row = {};
    m_before.clear();
}

std::optional<std::string> RecentChanges::before(const Chain& chain, RowRef row, Field field) const
{
    const auto found = m_before.find(field);
    if (row != m_row || found == m_before.end() || chain.value(row, field) == found->second)
        return std::nullopt;
    return found->second;
}

} // namespace ochain
