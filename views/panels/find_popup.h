// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "document/document.h"

#include <QFrame>
#include <QPointer>

#include <memory>

class QLabel;
class QLineEdit;
class QListView;

namespace ochain {

class FindModel;

/// The quick find: type, arrow down, Enter. Finds nodes, tiers, deals, metrics, events and sources by key or name in
/// either language.
class FindPopup final : public QFrame {
    Q_OBJECT
public:
    explicit FindPopup(QWidget* parent = nullptr);
    ~FindPopup() override;

    /// @param document  may be null; must outlive the next call
    void setDocument(Document* document);
    /// Opens with its upper right corner at a point of the screen.
    void openAt(const QPoint& topRight);

signals:
    void chosen(const ochain::RowRef& row);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void search(const QString& text);
    void choose(const QModelIndex& index);
    void moveBy(int rows);
    void retranslate();

    QPointer<Document> m_document;
    std::unique_ptr<FindModel> m_model;
    QLineEdit* m_edit;
    QListView* m_list;
    QLabel* m_hint;
};

} // namespace ochain
