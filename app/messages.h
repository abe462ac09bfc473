// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "document/document.h"
#include "widgets/message_bar.h"

#include <QObject>
#include <QPointer>

#include <cstdint>
#include <vector>

namespace ochain {

/// Says what was done, what was refused and how the file is, and ends each message when what it is about is over.
class Messages final : public QObject {
    Q_OBJECT
public:
    /// @param bar  must outlive the messages
    explicit Messages(MessageBar& bar, QObject* parent = nullptr);

    /// Takes away what was said about the document before and says how the file of this one is.
    /// @param document  must outlive the next call
    void setDocument(Document* document);
    void say(const MessageBar::Message& message);
    void say(const QString& text);
    void complain(MessageBar::Cause cause, const QString& text);
    /// Says why an edit was refused.
    void refuse(const Document::Refused& refused);
    /// What messages of that cause are about is over.
    void end(MessageBar::Cause cause);
    void sayOthers(int edits);
    /// The file can be read again.
    void endUnreadable();

signals:
    /// What stands in memory stands in the file, or why it does not.
    void saved();
    void notSaved(const QString& why);
    /// Buttons of messages: the table of problems, and a copy of the file.
    void problemsWanted();
    void copyWanted();

private:
    void followEdits(const Changed& changed);
    void followSaved();
    void tellWhetherSaved();
    void sayUnreadable(const Error& error);
    void sayHowFileIs();

    MessageBar& m_bar;
    QPointer<Document> m_document;
    std::vector<std::int64_t> m_others; ///< edits of others that came in and are not undone; when told, those told of
};

} // namespace ochain
