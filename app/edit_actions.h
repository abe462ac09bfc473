// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "document/document.h"
#include "editing/row_draft.h"

#include <QObject>
#include <QPointer>

#include <cstdint>
#include <optional>
#include <string>

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
    /// Copies what has the keyboard: rows of the tree or of a table with headers, an explanation, or the chart as a
    /// picture.
    void copy();
    /// Says what the last edit did, with the way back.
    void sayEdited(const QString& text);
    /// Says that others deleted a row about which something was typed, with the way to bring it back.
    void sayErased(const Edit& edit, const RowDraft& draft);

private:
    void undoEdit(std::int64_t seq);
    void bringBack(const Edit& edit, Table table, const std::string& key);
    void followEdit(const Changed& changed);
    void eraseRow(RowRef row);
    void sayOvertaken(RowRef row);

    const WindowPanels& m_panels;
    Messages& m_messages;
    Navigator& m_navigator;
    QPointer<Document> m_document;
    std::optional<Edit> m_overtook; ///< by which others changed what is selected since it was; without its changes
};

} // namespace ochain
