// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "document/document.h"

#include <QObject>
#include <QPointer>

namespace ochain {

class Messages;
class Navigator;

struct WindowPanels;

/// What the Edit menu does to rows: new, duplicate, delete, undo, redo and copy, and what is said afterwards.
class EditActions final : public QObject {
    Q_OBJECT
public:
    /// All must outlive the actions.
    EditActions(const WindowPanels& panels, Messages& messages, Navigator& navigator, QObject* parent = nullptr);

    /// @param document  must outlive the next call
    void setDocument(Document* document);

    void undo();
    void redo();
    /// @param table  one that has a form
    void beginNew(Table table);
    void duplicateSelected();
    void deleteSelected();
    /// Copies what has the keyboard: rows of the tree or of a table with headers, or the chart as a picture.
    void copy();
    /// Says what the last edit did, with the way back.
    void sayEdited(const QString& text);

private:
    void undoEdit(std::int64_t seq);

    const WindowPanels& m_panels;
    Messages& m_messages;
    Navigator& m_navigator;
    QPointer<Document> m_document;
};

} // namespace ochain
