// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "document/document.h"

#include <QObject>
#include <QPointer>

#include <cstdint>

class QModelIndex;
class QPoint;
class QTableView;

namespace ochain {

/// What can be done to an edit in the table of the history: show what it is about, and undo it alone where it still
/// applies, by its context menu (mouse and keyboard) or from elsewhere.
class HistoryMenu final : public QObject {
    Q_OBJECT
public:
    /// @param table  of rows with SeqRole; owns the menu
    explicit HistoryMenu(QTableView& table);

    /// @param document  may be null; must outlive the next call
    void setDocument(Document* document);
    /// Undoes the edit on which the keyboard stands; says so if there is none, or it does not apply any more.
    void undoChosen();

signals:
    /// The row that an edit is about is to be shown.
    void rowWanted(const QModelIndex& edit);
    void refused(const QString& why);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void open(const QModelIndex& edit, const QPoint& at);
    void undo(std::int64_t seq);
    [[nodiscard]] bool canUndo(std::int64_t seq) const;

    QTableView& m_table;
    QPointer<Document> m_document;
};

} // namespace ochain
