// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "chain/edit.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace ochain {

namespace {

RowChange turned(RowChange change)
{
    if (change.op != Op::Update)
        change.op = change.op == Op::Insert ? Op::Erase : Op::Insert;
    for (FieldChange& field : change.fields)
        std::swap(field.before, field.after);
    if (change.movedTo != 0)
        std::swap(change.rowid, change.movedTo);
    // A row is known by the key it has before a change: after a renaming that is the new one.
    if (change.op == Op::Update && tableSpec(change.table).isKeyed)
        for (const FieldChange& field : change.fields)
            if (field.field == 0)
                change.key = field.before;
    return change;
}

} // namespace

Edit inverse(const Edit& edit)
{
    Edit back;
    back.changes.reserve(edit.changes.size());
    std::transform(edit.changes.rbegin(), edit.changes.rend(), std::back_inserter(back.changes), turned);
    back.author = edit.author;
    back.why = edit.why;
    back.of = edit.seq;
    back.kind = edit.kind == EditKind::Undo ? EditKind::Redo : EditKind::Undo;
    return back;
}

} // namespace ochain
