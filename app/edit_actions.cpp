// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "edit_actions.h"

#include "browser/chain_tree_panel.h"
#include "browser/tables_panel.h"
#include "charts/chart_export.h"
#include "charts/chart_view.h"
#include "editing/row_commands.h"
#include "formats/format.h"
#include "forms/row_words.h"
#include "messages.h"
#include "navigator.h"
#include "panels/charts_panel.h"
#include "panels/inspector.h"
#include "window_panels.h"

#include <QApplication>
#include <QClipboard>
#include <QDockWidget>
#include <QTreeView>

namespace ochain {

EditActions::EditActions(const WindowPanels& panels, Messages& messages, Navigator& navigator, QObject* parent)
    : QObject(parent), m_panels(panels), m_messages(messages), m_navigator(navigator)
{}

void EditActions::setDocument(Document* document)
{
    m_document = document;
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
        {MessageBar::Cause::Edit, MessageBar::Kind::Notice, text, tr("Undo"), [this, seq] { undoEdit(seq); }, seq});
}

void EditActions::beginNew(Table table)
{
    m_panels.inspectorDock->show();
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
    if (!row || !canDelete(row->table))
        return;
    const Chain& chain = m_document->chain();
    const QString name = rowTitle(chain, *row);
    tl::expected<Edit, Problem> edit = deletionOf(chain, *row);
    if (!edit) {
        m_messages.complain(MessageBar::Cause::Refusal, sentenceText(edit.error().sentence));
        return;
    }
    if (const auto applied = m_document->apply(std::move(*edit)); !applied) {
        m_messages.complain(applied.error().error ? MessageBar::Cause::Saving : MessageBar::Cause::Refusal,
                            whyNotDeleted(chain, *row, applied.error()));
        return;
    }
    sayEdited(tr("Deleted: %1").arg(name));
}

void EditActions::copy()
{
    const QWidget* focus = QApplication::focusWidget();
    const ChartView* chart = m_panels.charts->current();
    if (m_panels.tree->tree()->hasFocus()) {
        m_panels.tree->copy();
    } else if (focus != nullptr && m_panels.charts->isAncestorOf(focus) && chart != nullptr) {
        ExportOptions options;
        options.lit = chart->lit();
        QGuiApplication::clipboard()->setImage(chartImage(chart->shown(), options));
        m_messages.say(tr("The chart is on the clipboard"));
    } else {
        m_panels.tables->copy();
    }
}

} // namespace ochain
