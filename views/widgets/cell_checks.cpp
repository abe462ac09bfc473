// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/cell_checks.h"

#include "editing/field_names.h"
#include "editing/row_draft.h"
#include "editing/typed_text.h"
#include "formats/format.h"
#include "items/roles.h"
#include "widgets/checked_delegate.h"
#include "widgets/impact_text.h"
#include "widgets/row_picker.h"

#include <QModelIndex>
#include <QStringList>

#include <algorithm>

namespace ochain {

tl::expected<QString, QString> judgeEdit(Document& document, const tl::expected<Edit, Problem>& edit,
                                         const QString& reading)
{
    if (!edit)
        return tl::unexpected(sentenceText(edit.error().sentence));
    const Tried tried = document.tryOut(*edit);
    if (!tried.problems.empty())
        return tl::unexpected(sentenceText(tried.problems.front().sentence));
    QStringList parts{reading};
    if (tried.impact)
        parts << impactSentence(document.chain(), *tried.impact);
    parts.removeAll(QString());
    return parts.join(QLatin1Char('\n'));
}

tl::expected<QString, QString> judgeCell(Document& document, const QModelIndex& cell, const QString& text)
{
    const std::optional<RowRef> row = rowRefOf(cell);
    const std::optional<Field> field = fieldOf(cell);
    const Chain& chain = document.chain();
    if (!row || !field || !chain.isAlive(*row))
        return QString();
    RowDraft draft(row->table, std::string(chain.key(*row)));
    draft.type(*field, text);
    const ReadResult reading = draft.read(chain, *field);
    if (!reading)
        return tl::unexpected(sentenceText(reading.error()));
    return judgeEdit(document, draft.edit(chain, {*field}), readingText(row->table, text, *reading, draft.unit(chain)));
}

QString overtakenText(Document& document, const QModelIndex& cell, const QString& typed)
{
    constexpr std::size_t kMostLookedAt = 50; // it has just come in
    const QString now = cell.data().toString();
    const std::optional<RowRef> row = rowRefOf(cell);
    const std::optional<Field> field = fieldOf(cell);
    const auto history = document.history(kMostLookedAt);
    if (!row || !field || !history)
        return CellNotes::tr("Not taken: this became “%1” meanwhile; you typed “%2”.").arg(now, visibleText(typed));
    const auto touches = [&](const RowChange& change) {
        return change.table == row->table && change.key == document.chain().key(*row) &&
               std::any_of(change.fields.begin(), change.fields.end(),
                           [field](const FieldChange& each) { return each.field == *field; });
    };
    for (const JournalEntry& entry : *history)
        if (std::any_of(entry.edit.changes.begin(), entry.edit.changes.end(), touches))
            return CellNotes::tr("Not taken: %1 wrote “%2” here at %3; you typed “%4”.")
                .arg(visibleText(entry.edit.author), now, momentText(entry.edit.timeMs), visibleText(typed));
    return CellNotes::tr("Not taken: this became “%1” meanwhile; you typed “%2”.").arg(now, visibleText(typed));
}

QList<std::pair<QString, QString>> choicesFor(const Chain& chain, Table table, Field field)
{
    const FieldSpec& spec = fieldSpec(table, field);
    QList<std::pair<QString, QString>> choices = choicesOf(spec);
    if (spec.type == FieldType::Reference && !isPicked(spec))
        for (const std::uint32_t target : chain.inOrder(spec.target)) {
            const RowRef ref{spec.target, target};
            choices.append({toQString(chain.key(ref)), nameOf(chain, ref)});
        }
    return choices;
}

} // namespace ochain
