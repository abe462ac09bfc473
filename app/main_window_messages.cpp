// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "main_window.h"

#include "browser/tables_panel.h"
#include "figures/format.h"
#include "panels/status_panel.h"
#include "widgets/message_bar.h"

namespace ochain {

/// What edits end, whoever makes them: what was refused may be possible now, and a message about an edit goes with it.
void MainWindow::followEdits(const Changed& changed)
{
    m_messages->end(MessageBar::Cause::Refusal);
    if (changed.edit.kind == EditKind::Undo)
        m_messages->endEdit(changed.edit.of);
}

/// An edit of ours was saved, so saving works.
void MainWindow::followSaved()
{
    m_messages->end(MessageBar::Cause::Saving);
    showWhetherSaved();
}

void MainWindow::showWhetherSaved()
{
    for (const auto cause : {MessageBar::Cause::Saving, MessageBar::Cause::Reading})
        if (const QString why = m_messages->standing(cause); !why.isEmpty())
            return m_status->showNotSaved(why);
    m_status->showSaved();
}

void MainWindow::sayUnreadable(const Error& error)
{
    m_isUnreadable = true;
    // What memory could not take makes the document read-only for good.
    complain(m_document->isReadOnly() ? MessageBar::Cause::File : MessageBar::Cause::Reading, errorText(error));
}

void MainWindow::sayHowFileIs()
{
    if (!m_document->loadProblems().empty())
        m_messages->say({MessageBar::Cause::File, MessageBar::Kind::Warning,
                         tr("Parts of this file could not be read; it is open for reading only. %1")
                             .arg(sentenceText(m_document->loadProblems().front().sentence)),
                         tr("Show all problems"), [this] { m_tables->showPage(TablesPanel::Page::ProblemTable); }});
    else if (m_document->isReadOnly())
        m_messages->say({MessageBar::Cause::File, MessageBar::Kind::Warning, sentenceText(m_document->readOnlyReason()),
                         tr("Save a copy…"), [this] { saveCopy(); }});
}

void MainWindow::say(const QString& text)
{
    m_messages->say({MessageBar::Cause::Done, MessageBar::Kind::Notice, text, {}, {}});
}

/// Says what the last edit did, with the way back.
void MainWindow::sayEdited(const QString& text)
{
    const std::int64_t seq = m_document->lastSeq();
    m_messages->say(
        {MessageBar::Cause::Edit, MessageBar::Kind::Notice, text, tr("Undo"), [this, seq] { undoEdit(seq); }, seq});
}

void MainWindow::complain(MessageBar::Cause cause, const QString& text)
{
    m_messages->say({cause, MessageBar::Kind::Error, text, {}, {}});
    showWhetherSaved();
}

} // namespace ochain
