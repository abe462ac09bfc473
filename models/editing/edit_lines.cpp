// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "editing/edit_lines.h"

#include "document/names.h"
#include "editing/typed_text.h"
#include "editing/value_text.h"

#include <map>
#include <utility>

namespace ochain {

namespace {

bool isCleared(const FieldChange& field)
{
    return !field.before.empty() && field.after.empty();
}

/// The key of a new row is in its own line already.
bool hasLine(const RowChange& change, const FieldChange& field)
{
    return change.op == Op::Update ||
           (change.op == Op::Insert && !(tableSpec(change.table).isKeyed && field.field == 0));
}

/// The unit of a metric before and after a change; empty for rows of other tables.
std::pair<QString, QString> unitsOf(const RowChange& change, const Chain& chain)
{
    if (change.table != Table::Metrics)
        return {};
    const QString now = change.op == Op::Insert
                            ? QString()
                            : unitOfRow(chain, RowRef{change.table, chain.find(change.table, change.key)});
    for (const FieldChange& field : change.fields)
        if (field.field == metric_field::Unit)
            return {toQString(field.before), toQString(field.after)};
    return {now, now};
}

EditLine lineFor(const RowChange& change, const FieldChange& field, const std::pair<QString, QString>& units)
{
    const auto [table, meant] = placeOfValue(change.table, change.key, field.field);
    return {isCleared(field) ? EditLine::Kind::Cleared : EditLine::Kind::Changed,
            change.table,
            change.key,
            field.field,
            valueText(table, meant, field.before, units.first),
            valueText(table, meant, field.after, units.second)};
}

} // namespace

void forEachLine(const Edit& edit, const Chain& chain,
                 const std::function<bool(const EditLine&, const RowChange&)>& take)
{
    for (const RowChange& change : edit.changes) {
        const auto kind = change.op == Op::Insert ? EditLine::Kind::Added : EditLine::Kind::Erased;
        if (change.op != Op::Update && !take({kind, change.table, change.key, 0, {}, {}}, change))
            return;
        const auto units = unitsOf(change, chain);
        for (const FieldChange& field : change.fields)
            if (hasLine(change, field) && !take(lineFor(change, field, units), change))
                return;
    }
}

EditCounts countsOf(const Edit& edit)
{
    EditCounts counts;
    std::map<std::pair<Table, Field>, std::size_t> cleared;
    for (const RowChange& change : edit.changes) {
        if (change.movedTo != 0) {
            ++counts.moved;
            continue;
        }
        ++(change.op == Op::Insert ? counts.added : change.op == Op::Erase ? counts.erased : counts.changed);
        counts.lines += change.op == Op::Update ? 0 : 1;
        for (const FieldChange& field : change.fields) {
            counts.lines += hasLine(change, field) ? 1 : 0;
            if (change.op != Op::Update)
                continue;
            ++counts.fields;
            if (isCleared(field)) {
                ++counts.cleared;
                ++cleared[{change.table, field.field}];
            }
        }
    }
    for (const auto& [place, count] : cleared)
        counts.clearedFields.push_back({place.first, place.second, count});
    return counts;
}

} // namespace ochain
