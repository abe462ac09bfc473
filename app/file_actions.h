// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "document/document.h"

#include <QElapsedTimer>
#include <QObject>
#include <QPointer>
#include <QString>

class QMenu;

namespace ochain {

class DocumentLoader;
class FileChooser;
class Messages;
class Settings;

struct WindowPanels;

/// What the File menu does with chain files: a new file, opening one, a copy, the recent ones.
class FileActions final : public QObject {
    Q_OBJECT
public:
    /// All must outlive the actions.
    /// @param window  that dialogs stand before
    /// @param loader  opens the files; who listens to it gets the documents
    FileActions(QWidget& window, const WindowPanels& panels, Messages& messages, DocumentLoader& loader,
                Settings& settings, FileChooser& chooser);

    /// @param document  the one that was opened; must outlive the next call
    void setDocument(Document* document);
    void retranslate();

    /// Opens a file in place of the one that is open; until it has come, that one stays.
    void open(const QString& path);
    void openOwnCopy();
    void chooseFile();
    void createFile();
    void saveCopy();
    void fillRecent(QMenu& menu);

private:
    void sayOpening();
    [[nodiscard]] QString openingText() const;
    void showProgress(double share);
    void showFailure(const Error& error);
    /// What the button below the state of the whole does: stop opening, or open one's own copy.
    void followStatePage();
    void cancel();

    QWidget& m_window;
    const WindowPanels& m_panels;
    Messages& m_messages;
    DocumentLoader& m_loader;
    Settings& m_settings;
    FileChooser& m_chooser;
    QPointer<Document> m_document;
    QElapsedTimer m_openingSince;
};

} // namespace ochain
