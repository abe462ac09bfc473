// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "document/document.h"
#include "window_panels.h"

#include <QMainWindow>

#include <memory>

namespace ochain {

class Actions;
class CsvActions;
class DocumentLoader;
class EditActions;
class FileActions;
class PictureActions;
class FileChooser;
class GraphActions;
class ImportReview;
class FileWatch;
class BusyWork;
class LeaveGuard;
class MessageBar;
class Messages;
class Navigator;
class RestoreActions;
class TableActions;
class ViewActions;
class WhatIfActions;
class Settings;
class WindowLook;

/// The window: lays the panels out round one document and wires them to those who carry orders out.
class MainWindow final : public QMainWindow {
    Q_OBJECT
public:
    /// @param settings, chooser  must outlive the window
    /// @param file  is loaded while the panels are made, as by openFile(); empty: none
    MainWindow(Settings& settings, FileChooser& chooser, const QString& file = {}, QWidget* parent = nullptr);
    ~MainWindow() override;

    /// Opens a file in place of the one that is open; until it has come, that one stays.
    void openFile(const QString& path);
    /// Opens the user's own copy of the shipped O-chain, made first if need be.
    void openOwnCopy();
    /// Waits until the file under way has come or could not be opened, but not for long: a window that comes up with
    /// what it shows is there sooner than one that comes up empty first.
    void awaitFile();
    [[nodiscard]] Document* document() const noexcept { return m_document.get(); }
    [[nodiscard]] bool isLoading() const;
    /// Writes down how the window looks now, if that has changed.
    void remember();
    /// The next closing saves what can be saved and asks nothing: the system wants the program to end.
    void askNothing() noexcept { m_mayClose = true; }

protected:
    void closeEvent(QCloseEvent* event) override;
    void changeEvent(QEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void createLensBar();
    void createCentre();
    void createDocks();
    void createStatusBar();
    void createParts(Settings& settings, FileChooser& chooser);
    void connectParts();
    void takeOpened();
    void setDocument(std::unique_ptr<Document> document);
    void retranslate();
    void showTitle();

    std::unique_ptr<Document> m_document;
    DocumentLoader* m_loader;
    WindowPanels m_panels;
    MessageBar* m_messageBar = nullptr;
    bool m_mayClose = false; ///< nothing is left to ask

    BusyWork* m_work = nullptr;
    WindowLook* m_look = nullptr;
    Messages* m_messages = nullptr;
    LeaveGuard* m_guard = nullptr;
    FileWatch* m_watch = nullptr;
    FileActions* m_files = nullptr;
    ViewActions* m_views = nullptr;
    PictureActions* m_pictures = nullptr;
    ImportReview* m_review = nullptr;
    CsvActions* m_csv = nullptr;
    GraphActions* m_graphs = nullptr;
    RestoreActions* m_restore = nullptr;
    Navigator* m_navigator = nullptr;
    EditActions* m_edits = nullptr;
    TableActions* m_cells = nullptr;
    WhatIfActions* m_whatIf = nullptr;
    Actions* m_actions = nullptr;
};

} // namespace ochain
