// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/chain.h"
#include "chain/edit.h"
#include "chain/error.h"

#include <QDialog>

class QLabel;
class QPushButton;
class QTableView;

namespace ochain {

class BackupsModel;
class EditLinesTable;

/// The earlier states of a file and what differs in the one that is chosen, to be gone back to or opened as a copy. Not
/// modal. What it shows it is told; in another language it has to be told again.
class RestorePanel final : public QDialog {
    Q_OBJECT
public:
    /// @param file     the chain file, for the title
    /// @param backups  must outlive the panel
    RestorePanel(const QString& file, BackupsModel& backups, QWidget* parent = nullptr);

    /// The row of the backup that is chosen; -1 if there is none.
    [[nodiscard]] int chosen() const;
    /// What going back to it would do is being found out.
    void showWaiting();
    /// What going back to it would do.
    /// @param chain  as it is now
    /// @param against  why the file cannot be edited; empty if it can
    void showDifference(const Edit& edit, const Chain& chain, const QString& against);
    /// It cannot be gone back to.
    void showFault(const Error& error);

protected:
    void changeEvent(QEvent* event) override;

signals:
    /// Another backup was chosen; or what was shown is to be told again, in another language.
    void wanted();
    void restoreAsked();
    void copyAsked();

private:
    void createBackups();
    void createFoot();
    void layOut();
    void retranslate();
    void say(const QString& heading, const QString& note);

    QString m_file;
    BackupsModel& m_model;
    QTableView* m_backups;
    QLabel* m_heading;
    QLabel* m_note;
    EditLinesTable* m_lines;
    QLabel* m_more;
    QPushButton* m_copy;
    QPushButton* m_close;
    QPushButton* m_restore;
};

} // namespace ochain
