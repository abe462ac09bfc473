// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "messages.h"

#include "formats/format.h"

#include <algorithm>

namespace ochain {

namespace {

/// Whether a problem is that another program has changed the file, of which all could be read.
bool isChange(const Problem& problem)
{
    return problem.rule == Rule::ChangedElsewhere;
}

} // namespace

Messages::Messages(MessageBar& bar, QObject* parent) : QObject(parent), m_bar(bar)
{}

void Messages::setDocument(Document* document)
{
    m_document = document;
    m_others.clear();
    m_bar.clear();
    connect(document, &Document::changed, this, &Messages::followEdits);
    connect(document, &Document::saved, this, &Messages::followSaved);
    connect(document, &Document::failed, this, &Messages::sayUnreadable);
    connect(document, &Document::backupFailed, this, [this](const Error& error) {
        say({MessageBar::Cause::Exchange, MessageBar::Kind::Warning, errorText(error), {}, {}});
    });
    sayHowFileIs();
}

/// What edits end, whoever makes them: what was refused may be possible now, an edit can be undone only while it is the
/// last, and one that is undone did not come in.
void Messages::followEdits(const Changed& changed)
{
    end(MessageBar::Cause::Refusal);
    end(MessageBar::Cause::Edit);
    const std::size_t before = m_others.size();
    if (changed.edit.kind == EditKind::Undo)
        m_others.erase(std::remove(m_others.begin(), m_others.end(), changed.edit.of), m_others.end());
    if (m_others.empty() && before > 0)
        end(MessageBar::Cause::Others);
    if (m_document->isOthers())
        m_others.push_back(changed.edit.seq);
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
    if (error.kind == ErrorKind::InvalidInput) // of what was overridden: the file is as well as ever
        return complain(MessageBar::Cause::Refusal, errorText(error));
    if (!m_document->isReadOnly()) {
        complain(MessageBar::Cause::Reading, errorText(error));
        return;
    }
    // What memory could not take, or a file that others go on with alone, makes the document read-only for good.
    say({MessageBar::Cause::File, MessageBar::Kind::Error, errorText(error), tr("Save a copy…"),
         [this] { emit copyWanted(); }});
    tellWhetherSaved();
}

void Messages::endUnreadable()
{
    end(MessageBar::Cause::Reading);
    tellWhetherSaved();
}

void Messages::sayOthers(int edits)
{
    if (m_others.size() > static_cast<std::size_t>(edits)) // the last look brought the last ones
        m_others.erase(m_others.begin(), m_others.end() - edits);
    if (m_others.empty())
        return; // each was undone again before anybody saw it
    say({MessageBar::Cause::Others,
         MessageBar::Kind::Notice,
         tr("%n edits of others came in", nullptr, static_cast<int>(m_others.size())),
         {},
         {}});
}

void Messages::sayHowFileIs()
{
    const Problems& problems = m_document->loadProblems();
    if (!problems.empty() && std::all_of(problems.begin(), problems.end(), isChange))
        say({MessageBar::Cause::File, MessageBar::Kind::Warning, sentenceText(m_document->readOnlyReason()),
             tr("Show all problems"), [this] { emit problemsWanted(); }});
    else if (!problems.empty())
        say({MessageBar::Cause::File, MessageBar::Kind::Warning,
             tr("Parts of this file could not be read; it is open for reading only. %1")
                 .arg(sentenceText(problems.front().sentence)),
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
