// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "messages.h"

#include "formats/format.h"

namespace ochain {

Messages::Messages(MessageBar& bar, QObject* parent) : QObject(parent), m_bar(bar)
{}

void Messages::setDocument(Document* document)
{
    m_document = document;
    m_bar.clear();
    connect(document, &Document::changed, this, &Messages::followEdits);
    connect(document, &Document::saved, this, &Messages::followSaved);
    connect(document, &Document::failed, this, &Messages::sayUnreadable);
    connect(document, &Document::backupFailed, this, [this](const Error& error) {
        say({MessageBar::Cause::Exchange, MessageBar::Kind::Warning, errorText(error), {}, {}});
    });
    sayHowFileIs();
}

/// What edits end, whoever makes them: what was refused may be possible now, and a message about an edit goes with it.
void Messages::followEdits(const Changed& changed)
{
    end(MessageBar::Cause::Refusal);
    if (changed.edit.kind == EditKind::Undo)
        m_bar.endEdit(changed.edit.of);
}

/// An edit of ours was saved, so saving works.
void Messages::followSaved()
{
    end(MessageBar::Cause::Saving);
    tellWhetherSaved();
}

void Messages::tellWhetherSaved()
{
    for (const auto cause : {MessageBar::Cause::Saving, MessageBar::Cause::Reading})
        if (const QString why = m_bar.standing(cause); !why.isEmpty()) {
            emit notSaved(why);
            return;
        }
    emit saved();
}

void Messages::sayUnreadable(const Error& error)
{
    // What memory could not take makes the document read-only for good.
    complain(m_document->isReadOnly() ? MessageBar::Cause::File : MessageBar::Cause::Reading, errorText(error));
}

void Messages::endUnreadable()
{
    end(MessageBar::Cause::Reading);
    tellWhetherSaved();
}

void Messages::sayOthers(int edits)
{
    say(tr("%n edits of others came in", nullptr, edits));
}

void Messages::sayHowFileIs()
{
    if (!m_document->loadProblems().empty())
        say({MessageBar::Cause::File, MessageBar::Kind::Warning,
             tr("Parts of this file could not be read; it is open for reading only. %1")
                 .arg(sentenceText(m_document->loadProblems().front().sentence)),
             tr("Show all problems"), [this] { emit problemsWanted(); }});
    else if (m_document->isReadOnly())
        say({MessageBar::Cause::File, MessageBar::Kind::Warning, sentenceText(m_document->readOnlyReason()),
             tr("Save a copy…"), [this] { emit copyWanted(); }});
}

void Messages::say(const MessageBar::Message& message)
{
    m_bar.say(message);
}

void Messages::say(const QString& text)
{
    say({MessageBar::Cause::Done, MessageBar::Kind::Notice, text, {}, {}});
}

void Messages::complain(MessageBar::Cause cause, const QString& text)
{
    say({cause, MessageBar::Kind::Error, text, {}, {}});
    tellWhetherSaved();
}

void Messages::refuse(const Document::Refused& refused)
{
    const bool isOfFile =
        refused.error && refused.error->kind != ErrorKind::NotFound && refused.error->kind != ErrorKind::Conflict;
    if (refused.error)
        complain(isOfFile ? MessageBar::Cause::Saving : MessageBar::Cause::Refusal, errorText(*refused.error));
    else if (!refused.problems.empty())
        complain(MessageBar::Cause::Refusal, sentenceText(refused.problems.front().sentence));
}

void Messages::end(MessageBar::Cause cause)
{
    m_bar.end(cause);
}

} // namespace ochain
