// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "browser/history_menu.h"

#include "editing/table_edits.h"
#include "formats/format.h"
#include "items/roles.h"

#include <QContextMenuEvent>
#include <QMenu>
#include <QTableView>

namespace ochain {

namespace {

constexpr std::size_t kMostTried = 2000; ///< rows of an edit that are tried before its menu opens

std::int64_t seqOf(const QModelIndex& edit)
{
    return edit.data(SeqRole).toLongLong();
}

} // namespace

HistoryMenu::HistoryMenu(QTableView& table) : QObject(&table), m_table(table)
{
    table.installEventFilter(this);
    table.viewport()->installEventFilter(this);
}

void HistoryMenu::setDocument(Document* document)
{
    m_document = document;
}

/// Whether it still applies: nothing that it changed has changed since.
bool HistoryMenu::canUndo(std::int64_t seq) const
{
    if (m_document == nullptr || m_document->isReadOnly())
        return false;
    const Result<Edit> edit = m_document->undoOf(seq);
    return edit && (edit->changes.size() > kMostTried || m_document->validate(*edit).empty());
}

void HistoryMenu::undo(std::int64_t seq)
{
    if (m_document == nullptr)
        return;
    Result<Edit> edit = m_document->undoOf(seq);
    if (!edit)
        emit refused(errorText(edit.error()));
    else if (const auto done = m_document->apply(std::move(*edit)); !done)
        emit refused(
            tr("This edit cannot be undone alone, as something has changed since: %1").arg(refusedText(done.error())));
}

void HistoryMenu::undoChosen()
{
    const QModelIndex edit = m_table.currentIndex();
    if (edit.isValid())
        undo(seqOf(edit));
    else
        emit refused(tr("Choose an edit in the history first"));
}

void HistoryMenu::open(const QModelIndex& edit, const QPoint& at)
{
    const std::int64_t seq = seqOf(edit);
    auto* menu = new QMenu(&m_table);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setObjectName(QStringLiteral("historyMenu"));
    const QPersistentModelIndex index(edit);
    QAction* show = menu->addAction(tr("Show what it is about"), this, [this, index] { emit rowWanted(index); });
    show->setEnabled(rowRefOf(edit).has_value());
    QAction* undoing = menu->addAction(tr("Undo this edit"), this, [this, seq] { undo(seq); });
    undoing->setObjectName(QStringLiteral("undoThis"));
    undoing->setEnabled(canUndo(seq));
    menu->popup(at);
}

bool HistoryMenu::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::ContextMenu)
        return QObject::eventFilter(watched, event);
    const auto* asked = static_cast<QContextMenuEvent*>(event);
    const QWidget* viewport = m_table.viewport();
    const bool isByMouse = asked->reason() == QContextMenuEvent::Mouse;
    const QModelIndex edit =
        isByMouse ? m_table.indexAt(viewport->mapFromGlobal(asked->globalPos())) : m_table.currentIndex();
    if (edit.isValid())
        open(edit, isByMouse ? asked->globalPos() : viewport->mapToGlobal(m_table.visualRect(edit).center()));
    return true;
}

} // namespace ochain
