// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "edit_actions.h"

#include "browser/chain_tree_panel.h"
#include "browser/tables_panel.h"
#include "charts/chart_export.h"
#include "charts/chart_view.h"
#include "editing/field_names.h"
#include "editing/row_commands.h"
#include "formats/format.h"
#include "forms/row_words.h"
#include "language/punctuation.h"
#include "messages.h"
#include "navigator.h"
#include "panels/charts_panel.h"
#include "panels/export_panel.h"
#include "panels/inspector.h"
#include "panels/why_panel.h"
#include "window_panels.h"

#include <QApplication>
#include <QClipboard>
#include <QDockWidget>
#include <QMimeData>
#include <QTreeView>

#include <algorithm>
#include <functional>
#include <utility>

namespace ochain {

namespace {

/// Whether a change is one of a row or of what would be deleted with it.
bool belongsTo(const Chain& chain, const RowChange& change, RowRef row)
{
    const RowRef changed{change.table, chain.find(change.table, change.key)};
    if (changed == row)
        return true;
    if (change.table == Table::Tranches && row.table == Table::Deals && changed.row != kNoRow)
        return chain.tranches()[TrancheId{changed.row}].deal.value == row.row;
    if (change.table == Table::Metrics && row.table == Table::Nodes && changed.row != kNoRow)
        return chain.metrics()[MetricId{changed.row}].node.value == row.row;
    return false;
}

/// What a row that an edit erased was called.
QString nameBefore(const Edit& edit, Table table, const std::string& key)
{
    for (const RowChange& change : edit.changes)
        if (change.table == table && change.key == key)
            for (const std::string_view name : {"name_en", "title_en", "title", "name_zh", "title_zh"})
                for (const FieldChange& field : change.fields)
                    if (fieldSpec(table, field.field).name == name)
                        return visibleText(field.before);
    return visibleText(key);
}

} // namespace

EditActions::EditActions(const WindowPanels& panels, Messages& messages, Navigator& navigator, QObject* parent)
    : QObject(parent), m_panels(panels), m_messages(messages), m_navigator(navigator)
{}

void EditActions::setDocument(Document* document)
{
    m_document = document;
    m_overtook.reset();
    connect(document, &Document::changed, this, &EditActions::followEdit);
    connect(document, &Document::selectionChanged, this, [this] { m_overtook.reset(); });
}

/// Remembers when others change what is selected: it is not what it was when its deletion was thought of.
void EditActions::followEdit(const Changed& changed)
{
    const std::optional<RowRef> row = m_document->selection().row;
    if (!row || !m_document->isOthers())
        return;
    const auto isAbout = [&](const RowChange& change) { return belongsTo(m_document->chain(), change, *row); };
    if (std::any_of(changed.edit.changes.begin(), changed.edit.changes.end(), isAbout))
        m_overtook = Edit{{}, changed.edit.author, changed.edit.why, changed.edit.timeMs, changed.edit.seq};
}

void EditActions::undo()
{
    if (const auto done = m_document->undo(); !done)
        m_messages.refuse(done.error());
}

void EditActions::redo()
{
    if (const auto done = m_document->redo(); !done)
        m_messages.refuse(done.error());
}

/// The way back that a message about an edit offers: of that edit and no other.
void EditActions::undoEdit(std::int64_t seq)
{
    if (const auto done = m_document->undoEdit(seq); !done)
        m_messages.refuse(done.error());
}

void EditActions::sayEdited(const QString& text)
{
    const std::int64_t seq = m_document->lastSeq();
    m_messages.say(
        {MessageBar::Cause::Edit, MessageBar::Kind::Notice, text, tr("Undo"), [this, seq] { undoEdit(seq); }});
}

void EditActions::beginNew(Table table)
{
    m_navigator.showInspector();
    m_panels.inspector->beginNew(table);
}

void EditActions::duplicateSelected()
{
    m_panels.inspector->commitPending();
    const std::optional<RowRef> row = m_document->selection().row;
    if (!row || !canDuplicate(row->table))
        return;
    std::string key;
    tl::expected<Edit, Problem> edit = duplicateOf(m_document->chain(), *row, &key);
    if (!edit) {
        m_messages.complain(MessageBar::Cause::Refusal, sentenceText(edit.error().sentence));
        return;
    }
    if (const auto applied = m_document->apply(std::move(*edit)); !applied) {
        m_messages.refuse(applied.error());
        return;
    }
    m_document->select(RowRef{row->table, m_document->chain().find(row->table, key)});
    m_navigator.editSelected();
}

void EditActions::deleteSelected()
{
    const std::optional<RowRef> row = m_document->selection().row;
    if (row && canDelete(row->table))
        eraseRow(*row);
}

void EditActions::eraseRow(RowRef row)
{
    const Chain& chain = m_document->chain();
    if (!chain.isAlive(row))
        return;
    if (m_overtook)
        return sayOvertaken(row);
    const QString name = rowTitle(chain, row);
    tl::expected<Edit, Problem> edit = deletionOf(chain, row);
    if (!edit) {
        m_messages.complain(MessageBar::Cause::Refusal, sentenceText(edit.error().sentence));
        return;
    }
    if (const auto applied = m_document->apply(std::move(*edit)); !applied) {
        if (m_overtook && chain.isAlive(row)) // they were faster
            return sayOvertaken(row);
        m_messages.complain(applied.error().error ? MessageBar::Cause::Saving : MessageBar::Cause::Refusal,
                            whyNotDeleted(chain, row, applied.error()));
        return;
    }
    sayEdited(tr("Deleted: %1").arg(name));
}

/// What others made of a row is not deleted unseen: it is said once, and asked again.
void EditActions::sayOvertaken(RowRef row)
{
    const Edit edit = *std::exchange(m_overtook, std::nullopt);
    m_messages.say({MessageBar::Cause::Refusal, MessageBar::Kind::Warning,
                    tr("Not deleted: %1 has changed %2 since you chose it (%3, %4). Delete it all the same?")
                        .arg(visibleText(edit.author), rowTitle(m_document->chain(), row), visibleText(edit.why),
                             momentText(edit.timeMs)),
                    tr("Delete"), [this, row] { eraseRow(row); }});
}

void EditActions::sayErased(const Edit& edit, const RowDraft& draft)
{
    constexpr std::size_t kMostBrought = 200; // what came of an import is not brought back for one row
    const bool canCome = edit.changes.size() <= kMostBrought && !m_document->isReadOnly();
    QStringList texts;
    for (const auto& [field, text] : draft.typed())
        texts << QStringLiteral("%1 “%2”").arg(fieldLabel(draft.table(), field), visibleText(text));
    const QString text = tr("%1 has deleted %2 (%3). What you typed there is kept as long as the window is open: %4")
                             .arg(visibleText(edit.author), nameBefore(edit, draft.table(), draft.key()),
                                  momentText(edit.timeMs), listOf(texts));
    const auto bring = [this, edit, table = draft.table(), key = draft.key()] { bringBack(edit, table, key); };
    m_messages.say({MessageBar::Cause::Erased, MessageBar::Kind::Warning, text,
                    canCome ? tr("Bring it back") : QString(), canCome ? std::function<void()>(bring) : nullptr});
}

/// Takes a deletion of others back as an edit of our own, whatever has been done since.
void EditActions::bringBack(const Edit& edit, Table table, const std::string& key)
{
    Edit back = inverse(edit);
    back.kind = EditKind::Change;
    back.of = 0;
    back.author.clear();
    back.why.clear();
    if (const auto applied = m_document->apply(std::move(back)); !applied)
        return m_messages.refuse(applied.error());
    m_messages.end(MessageBar::Cause::Erased);
    m_document->select(RowRef{table, m_document->chain().find(table, key)});
    m_navigator.editSelected();
}

void EditActions::copy()
{
    const QWidget* focus = QApplication::focusWidget();
    const ChartView* chart = m_panels.charts->current();
    if (m_panels.tree->tree()->hasFocus()) {
        m_panels.tree->copy();
    } else if (focus != nullptr && m_panels.why->isAncestorOf(focus)) {
        m_panels.why->copy();
    } else if (focus != nullptr && m_panels.charts->isAncestorOf(focus) && chart != nullptr) {
        if (Result<CopiedPicture> picture = chartForClipboard(chart->shown(), {})) {
            QGuiApplication::clipboard()->setMimeData(picture->data.release());
            m_messages.say(ExportPanel::doneText(tr("The chart is on the clipboard"), picture->missing));
        }
    } else {
        m_panels.tables->copy();
    }
}

} // namespace ochain
