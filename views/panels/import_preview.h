// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/chain.h"

#include <QDialog>

class QFrame;
class QLabel;
class QPushButton;

namespace ochain {

class EditLinesTable;
struct EditCounts;

/// What an import would change, before it does: how many rows, which fields it would clear, and the list field by
/// field. Not modal: the window goes on behind it, and one may look things up there. In another language it has to be
/// shown the edit again.
class ImportPreview final : public QDialog {
    Q_OBJECT
public:
    /// @param folder  where the files are, for the title
    explicit ImportPreview(const QString& folder, QWidget* parent = nullptr);

    /// Shows an edit, the first lines of it if there are very many.
    /// @param chain  as it is before the edit
    /// @param note   a sentence more: why it is shown again, what is not in it; empty for none
    void showEdit(const Edit& edit, const Chain& chain, const QString& note = {});
    /// "2 rows change  ·  1 row is new": of any edit that is looked at before it is made.
    [[nodiscard]] static QString countsText(const EditCounts& counts);

protected:
    void changeEvent(QEvent* event) override;

signals:
    /// The edit that is shown is to be made.
    void importAsked();

private:
    void createControls();
    /// What does not come with an edit.
    void retranslate();
    [[nodiscard]] static QString clearedText(const EditCounts& counts);

    QString m_folder;
    QLabel* m_counts;
    QLabel* m_note;
    QFrame* m_clearedBand;
    QLabel* m_cleared;
    EditLinesTable* m_table;
    QLabel* m_more;
    QPushButton* m_cancel;
    QPushButton* m_import;
};

} // namespace ochain
