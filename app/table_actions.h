// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "document/document.h"
#include "editing/block_edit.h"

#include <QObject>
#include <QPointer>

#include <functional>

namespace ochain {

class BusyWork;
class EditActions;
class Messages;
struct WindowPanels;

/// What the tables do to many cells at once, each a single edit: paste a block, fill down, clear.
class TableActions final : public QObject {
    Q_OBJECT
public:
    /// All must outlive the actions.
    TableActions(const WindowPanels& panels, BusyWork& work, Messages& messages, EditActions& edits,
                 QObject* parent = nullptr);

    /// @param document  must outlive the next call
    void setDocument(Document* document) { m_document = document; }

    /// Puts what is on the clipboard into the table in front: a block from where the selection begins, one cell alone
    /// into all cells selected.
    void paste();
    /// Gives the cells below the topmost selected one of each column what that says.
    void fillDown();
    /// Empties the cells selected.
    void clearCells();

private:
    [[nodiscard]] bool canWrite();
    [[nodiscard]] bool isDealRead(const PastedLines& lines);
    void pasteLines(const PastedLines& lines);
    void fill(const QString& text, const QString& why);
    [[nodiscard]] bool read(const std::function<BlockEdit(const Chain&, const Progress&)>& work, BlockEdit& block);
    void apply(BlockEdit block, const QString& why);
    [[nodiscard]] static QString nothingChanged(QStringList reasons);
    [[nodiscard]] QString refusalOf(const BlockEdit& block) const;
    [[nodiscard]] QString refusalOf(const Problems& problems) const;

    const WindowPanels& m_panels;
    BusyWork& m_work;
    Messages& m_messages;
    EditActions& m_edits;
    QPointer<Document> m_document;
};

} // namespace ochain
