// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "document/document.h"
#include "settings.h"
#include "widgets/message_bar.h"

#include <QElapsedTimer>
#include <QMainWindow>
#include <QPointer>

#include <functional>
#include <map>
#include <memory>

class QAction;
class QActionGroup;
class QDockWidget;
class QMenu;
class QTimer;

namespace ochain {

class ChainTreePanel;
class ChartsPanel;
class DocumentLoader;
class FileChooser;
class FindPopup;
class ImportPreview;
class Inspector;
class LensBar;
class StatusPanel;
class TablesPanel;

struct ImportPlan;

/// The window: puts the panels together round one document, and turns menus, keys and drops into orders to it.
class MainWindow final : public QMainWindow {
    Q_OBJECT
public:
    /// @param settings, chooser  must outlive the window
    MainWindow(Settings& settings, FileChooser& chooser, QWidget* parent = nullptr);
    ~MainWindow() override;

    /// Opens a file in place of the one that is open; until it has come, that one stays.
    void openFile(const QString& path);
    /// Opens the user's own copy of the shipped O-chain, made first if need be.
    void openOwnCopy();
    [[nodiscard]] Document* document() const noexcept { return m_document.get(); }
    [[nodiscard]] bool isLoading() const;
    /// Writes down how the window looks now, if that has changed.
    void remember();

protected:
    void closeEvent(QCloseEvent* event) override;
    void changeEvent(QEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    // main_window.cpp
    void createPanels();
    void createDocks();
    void connectPanels();
    void restoreLook();
    void resetLook();
    void retranslate();
    void showTitle();

    // main_window_actions.cpp
    void createActions();
    void createFileActions();
    void createEditActions();
    void createViewActions();
    QAction* addAction(const QString& name, const QKeySequence& keys, void (MainWindow::*slot)());
    void translateActions();
    void updateActions();
    void fillRecent();
    void beginNew(Table table);
    void duplicateSelected();
    void deleteSelected();
    void editSelected();
    void showWeights();
    void undo();
    void redo();
    void copySelection();
    void openFind();
    void focusFilter();
    void focusNextPanel();
    void setThemeChoice(ThemeChoice choice);
    void setLanguageChoice(Language language);
    void showShortcuts();
    void showFigureHelp();
    void showAbout();
    void undoEdit(std::int64_t seq);
    void refuse(const Document::Refused& refused);

    // main_window_files.cpp
    void newFile();
    void chooseFile();
    void saveCopy();
    void exportChartDialog();
    void takeDocument();
    void showDocument(std::unique_ptr<Document> document);
    void showLoadFailure(const Error& error);
    void showProgress(double share);
    void catchUp();
    void setLens(const ViewLens& lens);
    /// Does work that asks its progress now and then; what takes longer shows its progress and can be cancelled.
    void workLong(const QString& what, const std::function<void(const Progress&)>& work);
    /// Does work that can neither be asked nor stopped. What is long is announced before.
    void workAtOnce(const QString& what, bool isLong, const std::function<void()>& work);
    void selectRow(RowRef row, int field);
    void editRow(RowRef row, int field);
    void showDeals(const std::vector<DealId>& deals, const QString& title);

    // main_window_messages.cpp
    void followEdits(const Changed& changed);
    void followSaved();
    void showWhetherSaved();
    void sayUnreadable(const Error& error);
    void sayHowFileIs();
    void say(const QString& text);
    void sayEdited(const QString& text);
    void complain(MessageBar::Cause cause, const QString& text);

    // main_window_csv.cpp
    void importCsvFolder();
    bool fillPlan(ImportPlan& plan);
    bool isImportAsShown();
    void showImport();
    void makeImport();
    void closeImport();
    void exportCsvFolder();

    Settings& m_settings;
    FileChooser& m_chooser;
    std::unique_ptr<Document> m_document;
    DocumentLoader* m_loader;
    QElapsedTimer m_loadingSince;

    LensBar* m_lensBar = nullptr;
    MessageBar* m_messages = nullptr;
    ChartsPanel* m_charts = nullptr;
    ChainTreePanel* m_tree = nullptr;
    TablesPanel* m_tables = nullptr;
    Inspector* m_inspector = nullptr;
    StatusPanel* m_status = nullptr;
    FindPopup* m_find = nullptr;
    QDockWidget* m_chainDock = nullptr;
    QDockWidget* m_tablesDock = nullptr;
    QDockWidget* m_inspectorDock = nullptr;

    std::unique_ptr<ImportPlan> m_import; ///< what the preview shows
    QPointer<ImportPreview> m_importPreview;

    std::map<QString, QAction*> m_actions; ///< by object name
    std::map<QString, QMenu*> m_menus;
    QMenu* m_recent = nullptr;
    QTimer* m_catchUpTimer;
    QTimer* m_rememberTimer;
    WindowState m_remembered;
    QByteArray m_factoryDocks;   ///< how the docks stood before anything was remembered
    bool m_isUnreadable = false; ///< the last look at the file failed
    bool m_isBusy = false;       ///< doing long work: other orders wait
};

} // namespace ochain
