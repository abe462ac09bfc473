// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "document/document.h"
#include "document/long_work.h"

#include <QObject>
#include <QPointer>

#include <optional>

namespace ochain {

class BackupsModel;
class BusyWork;
class FileChooser;
class Messages;
class RestorePanel;

/// Going back to an earlier state of the file: shows the backups and what differs, which is found out on another
/// thread, the chosen one first. Going back is an edit as any other.
class RestoreActions final : public QObject {
    Q_OBJECT
public:
    /// All must outlive the actions.
    /// @param window  that dialogs stand before
    RestoreActions(QWidget& window, BusyWork& busy, Messages& messages, FileChooser& chooser);
    ~RestoreActions() override;

    /// Gives up what was looked at, which is about the document before.
    /// @param document  must outlive the next call; null: there is none any more
    void setDocument(Document* document);
    /// Opens the panel, or brings it to the front.
    void showBackups();

signals:
    /// An earlier state was gone back to; what that did, to be said with the way back.
    void restored(const QString& text);
    /// A copy was made and is to be opened.
    void copyMade(const QString& path);

private:
    /// What going back to a backup would do, or why that cannot be.
    using Compared = Result<Edit>;

    void openPanel();
    void close();
    void follow();
    void choose();
    void compareNext();
    [[nodiscard]] int nextToCompare() const;
    void take(int row, Compared compared);
    void showChosen();
    void restore();
    void openCopy();

    QWidget& m_window;
    BusyWork& m_busy;
    Messages& m_messages;
    FileChooser& m_chooser;
    QPointer<Document> m_document;
    QPointer<RestorePanel> m_panel;
    QPointer<BackupsModel> m_backups; ///< the panel's
    std::optional<Compared> m_chosen; ///< of the backup that is chosen
    LongWork<Compared> m_work;        ///< last, so that it ends before what it uses goes
};

} // namespace ochain
