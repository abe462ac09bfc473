// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "main_window.h"

#include "browser/chain_tree_panel.h"
#include "browser/tables_panel.h"
#include "charts/chart_view.h"
#include "document/reason.h"
#include "figures/format.h"
#include "forms/row_words.h"
#include "help_pages.h"
#include "items/row_commands.h"
#include "panels/charts_panel.h"
#include "panels/find_popup.h"
#include "panels/inspector.h"
#include "panels/lens_bar.h"
#include "theme/icons.h"
#include "theme/language.h"
#include "widgets/message_bar.h"

#include <QActionGroup>
#include <QApplication>
#include <QClipboard>
#include <QDockWidget>
#include <QFileInfo>
#include <QMenu>
#include <QMenuBar>
#include <QTreeView>

namespace ochain {

QAction* MainWindow::addAction(const QString& name, const QKeySequence& keys, void (MainWindow::*slot)())
{
    auto* action = new QAction(this);
    action->setObjectName(name);
    action->setShortcut(keys);
    m_actions[name] = action;
    QMainWindow::addAction(action);
    if (slot != nullptr)
        connect(action, &QAction::triggered, this, slot);
    return action;
}

void MainWindow::createActions()
{
    for (const QString& name :
         {QStringLiteral("file"), QStringLiteral("edit"), QStringLiteral("view"), QStringLiteral("help")})
        m_menus[name] = menuBar()->addMenu(QString());
    createFileActions();
    createEditActions();
    createViewActions();
    QMenu* help = m_menus[QStringLiteral("help")];
    help->QWidget::addAction(addAction(QStringLiteral("shortcuts"), Qt::Key_F1, &MainWindow::showShortcuts));
    help->QWidget::addAction(addAction(QStringLiteral("figures"), {}, &MainWindow::showFigureHelp));
    help->QWidget::addAction(addAction(QStringLiteral("about"), {}, &MainWindow::showAbout));
}

void MainWindow::createFileActions()
{
    QMenu* menu = m_menus[QStringLiteral("file")];
    const auto add = [&](const QString& name, const QKeySequence& keys, void (MainWindow::*slot)(),
                         const QString& icon = {}) {
        QAction* action = addAction(name, keys, slot);
        if (!icon.isEmpty())
            action->setIcon(lineIcon(icon));
        menu->QWidget::addAction(action);
        return action;
    };
    add(QStringLiteral("new"), {}, &MainWindow::newFile, QStringLiteral("file"));
    add(QStringLiteral("open"), QKeySequence::Open, &MainWindow::chooseFile, QStringLiteral("open"));
    m_recent = menu->addMenu(QString());
    connect(m_recent, &QMenu::aboutToShow, this, &MainWindow::fillRecent);
    add(QStringLiteral("openOwn"), {}, &MainWindow::openOwnCopy);
    add(QStringLiteral("saveCopy"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S), &MainWindow::saveCopy,
        QStringLiteral("copy"));
    menu->addSeparator();
    add(QStringLiteral("importCsv"), {}, &MainWindow::importCsvFolder, QStringLiteral("import"));
    add(QStringLiteral("exportCsv"), {}, &MainWindow::exportCsvFolder);
    add(QStringLiteral("exportChart"), Qt::CTRL | Qt::Key_E, &MainWindow::exportChartDialog, QStringLiteral("export"));
    menu->addSeparator();
    QAction* quit = add(QStringLiteral("quit"), QKeySequence(Qt::CTRL | Qt::Key_Q), nullptr);
    connect(quit, &QAction::triggered, this, &QWidget::close);
}

void MainWindow::createEditActions()
{
    QMenu* menu = m_menus[QStringLiteral("edit")];
    const auto add = [&](const QString& name, const QKeySequence& keys, void (MainWindow::*slot)(),
                         const QString& icon = {}) {
        QAction* action = addAction(name, keys, slot);
        if (!icon.isEmpty())
            action->setIcon(lineIcon(icon));
        menu->QWidget::addAction(action);
    };
    add(QStringLiteral("undo"), Qt::CTRL | Qt::Key_Z, &MainWindow::undo, QStringLiteral("undo"));
    add(QStringLiteral("redo"), Qt::CTRL | Qt::SHIFT | Qt::Key_Z, &MainWindow::redo, QStringLiteral("redo"));
    menu->addSeparator();
    const auto addNew = [&](const QString& name, const QKeySequence& keys, Table table) {
        add(name, keys, nullptr, QStringLiteral("plus"));
        connect(m_actions.at(name), &QAction::triggered, this, [this, table] { beginNew(table); });
    };
    addNew(QStringLiteral("newDeal"), Qt::CTRL | Qt::Key_N, Table::Deals);
    addNew(QStringLiteral("newNode"), Qt::CTRL | Qt::SHIFT | Qt::Key_N, Table::Nodes);
    addNew(QStringLiteral("newMetric"), Qt::CTRL | Qt::SHIFT | Qt::Key_M, Table::Metrics);
    addNew(QStringLiteral("newEvent"), Qt::CTRL | Qt::SHIFT | Qt::Key_E, Table::Events);
    menu->addSeparator();
    add(QStringLiteral("editRow"), Qt::CTRL | Qt::Key_Return, &MainWindow::editSelected);
    add(QStringLiteral("duplicateRow"), Qt::CTRL | Qt::Key_D, &MainWindow::duplicateSelected,
        QStringLiteral("duplicate"));
    add(QStringLiteral("deleteRow"), Qt::Key_Delete, &MainWindow::deleteSelected, QStringLiteral("trash"));
    add(QStringLiteral("weights"), {}, &MainWindow::showWeights);
    menu->addSeparator();
    add(QStringLiteral("copy"), QKeySequence::Copy, &MainWindow::copySelection, QStringLiteral("copy"));
    add(QStringLiteral("find"), Qt::CTRL | Qt::Key_K, &MainWindow::openFind, QStringLiteral("search"));
    add(QStringLiteral("filter"), Qt::CTRL | Qt::Key_F, &MainWindow::focusFilter, QStringLiteral("filter"));
}

void MainWindow::createViewActions()
{
    QMenu* menu = m_menus[QStringLiteral("view")];
    for (QDockWidget* dock : {m_chainDock, m_tablesDock, m_inspectorDock})
        menu->QWidget::addAction(dock->toggleViewAction());
    const auto addCall = [&](const QString& name, const QKeySequence& keys, const std::function<void()>& call) {
        QAction* action = addAction(name, keys, nullptr);
        connect(action, &QAction::triggered, this, call);
        menu->QWidget::addAction(action);
    };
    menu->addSeparator();
    addCall(QStringLiteral("showFlow"), Qt::CTRL | Qt::Key_1, [this] { m_charts->showTab(0); });
    addCall(QStringLiteral("showCapacity"), Qt::CTRL | Qt::Key_2, [this] { m_charts->showTab(1); });
    addCall(QStringLiteral("showMoney"), Qt::CTRL | Qt::Key_3, [this] { m_charts->showTab(2); });
    addCall(QStringLiteral("showDeals"), Qt::CTRL | Qt::Key_4,
            [this] { m_tables->showPage(TablesPanel::Page::DealTable); });
    addCall(QStringLiteral("showEvents"), Qt::CTRL | Qt::Key_5,
            [this] { m_tables->showPage(TablesPanel::Page::EventTable); });
    addCall(QStringLiteral("showProblems"), Qt::CTRL | Qt::Key_6,
            [this] { m_tables->showPage(TablesPanel::Page::ProblemTable); });
    addCall(QStringLiteral("showHistory"), Qt::CTRL | Qt::Key_7,
            [this] { m_tables->showPage(TablesPanel::Page::HistoryTable); });
    addCall(QStringLiteral("nextPanel"), Qt::Key_F6, [this] { focusNextPanel(); });
    menu->addSeparator();
    addCall(QStringLiteral("nextPeriod"), Qt::ALT | Qt::Key_Right, [this] { m_lensBar->stepPeriod(1); });
    addCall(QStringLiteral("previousPeriod"), Qt::ALT | Qt::Key_Left, [this] { m_lensBar->stepPeriod(-1); });
    addCall(QStringLiteral("nextKnowledge"), Qt::ALT | Qt::Key_Up, [this] { m_lensBar->stepKnowledge(1); });
    addCall(QStringLiteral("previousKnowledge"), Qt::ALT | Qt::Key_Down, [this] { m_lensBar->stepKnowledge(-1); });
    addCall(QStringLiteral("play"), Qt::CTRL | Qt::Key_P, [this] { m_lensBar->togglePlay(); });
    menu->addSeparator();
    m_menus[QStringLiteral("theme")] = menu->addMenu(QString());
    auto* themes = new QActionGroup(this);
    for (const ThemeChoice choice : {ThemeChoice::System, ThemeChoice::Light, ThemeChoice::Dark}) {
        QAction* action = addAction(QStringLiteral("theme_") + themeName(choice), {}, nullptr);
        action->setCheckable(true);
        action->setChecked(choice == m_settings.theme());
        themes->addAction(action);
        m_menus[QStringLiteral("theme")]->QWidget::addAction(action);
        connect(action, &QAction::triggered, this, [this, choice] { setThemeChoice(choice); });
    }
    m_menus[QStringLiteral("language")] = menu->addMenu(QString());
    auto* languages = new QActionGroup(this);
    for (const Language language : {Language::English, Language::Chinese}) {
        QAction* action = addAction(QStringLiteral("language_") + languageName(language), {}, nullptr);
        action->setText(language == Language::English ? QStringLiteral("English")
                                                      : QStringLiteral("简体中文")); // in their own
        action->setCheckable(true);
        action->setChecked(language == currentLanguage());
        languages->addAction(action);
        m_menus[QStringLiteral("language")]->QWidget::addAction(action);
        connect(action, &QAction::triggered, this, [this, language] { setLanguageChoice(language); });
    }
    QAction* animate = addAction(QStringLiteral("animate"), {}, nullptr);
    menu->QWidget::addAction(animate);
    animate->setCheckable(true);
    animate->setChecked(m_settings.isAnimated());
    connect(animate, &QAction::toggled, this, [this](bool isOn) {
        m_settings.setAnimated(isOn);
        m_charts->setAnimated(isOn);
    });
    addCall(QStringLiteral("resetLook"), {}, [this] { resetLook(); });
}

void MainWindow::translateActions()
{
    const std::pair<QString, QString> menus[] = {
        {QStringLiteral("file"), tr("&File")},   {QStringLiteral("edit"), tr("&Edit")},
        {QStringLiteral("view"), tr("&View")},   {QStringLiteral("help"), tr("&Help")},
        {QStringLiteral("theme"), tr("&Theme")}, {QStringLiteral("language"), tr("&Language")},
    };
    for (const auto& [name, text] : menus)
        m_menus.at(name)->setTitle(text);
    m_recent->setTitle(tr("Open &recent"));
    const std::pair<QString, QString> texts[] = {
        {QStringLiteral("new"), tr("&New file…")},
        {QStringLiteral("open"), tr("&Open…")},
        {QStringLiteral("openOwn"), tr("Open my &O-chain")},
        {QStringLiteral("saveCopy"), tr("&Save a copy…")},
        {QStringLiteral("importCsv"), tr("&Import CSV…")},
        {QStringLiteral("exportCsv"), tr("E&xport CSV…")},
        {QStringLiteral("exportChart"), tr("Export &chart…")},
        {QStringLiteral("quit"), tr("&Quit")},
        {QStringLiteral("newDeal"), tr("&New deal")},
        {QStringLiteral("newNode"), tr("New n&ode")},
        {QStringLiteral("newMetric"), tr("New &metric")},
        {QStringLiteral("newEvent"), tr("New &event")},
        {QStringLiteral("editRow"), tr("Ed&it in the inspector")},
        {QStringLiteral("duplicateRow"), tr("&Duplicate")},
        {QStringLiteral("deleteRow"), tr("De&lete")},
        {QStringLiteral("weights"), tr("Status &weights")},
        {QStringLiteral("copy"), tr("&Copy with headers")},
        {QStringLiteral("find"), tr("&Find…")},
        {QStringLiteral("filter"), tr("F&ilter the table")},
        {QStringLiteral("showFlow"), tr("&Flow")},
        {QStringLiteral("showCapacity"), tr("&Capacity")},
        {QStringLiteral("showMoney"), tr("&Money")},
        {QStringLiteral("showDeals"), tr("&Deals")},
        {QStringLiteral("showEvents"), tr("&Events")},
        {QStringLiteral("showProblems"), tr("&Problems")},
        {QStringLiteral("showHistory"), tr("&History")},
        {QStringLiteral("nextPanel"), tr("&Next panel")},
        {QStringLiteral("nextPeriod"), tr("Next period")},
        {QStringLiteral("previousPeriod"), tr("Previous period")},
        {QStringLiteral("nextKnowledge"), tr("Next day of news")},
        {QStringLiteral("previousKnowledge"), tr("Previous day of news")},
        {QStringLiteral("play"), tr("Play periods")},
        {QStringLiteral("theme_system"), tr("As the &system")},
        {QStringLiteral("theme_light"), tr("&Light")},
        {QStringLiteral("theme_dark"), tr("&Dark")},
        {QStringLiteral("animate"), tr("&Animate changes")},
        {QStringLiteral("resetLook"), tr("&Reset the panels")},
        {QStringLiteral("shortcuts"), tr("&Keyboard shortcuts")},
        {QStringLiteral("figures"), tr("What the &figures mean")},
        {QStringLiteral("about"), tr("&About O-chain")},
    };
    for (const auto& [name, text] : texts)
        m_actions.at(name)->setText(text);
    updateActions();
}

void MainWindow::updateActions()
{
    const bool hasDocument = m_document != nullptr;
    const bool canEdit = hasDocument && !m_document->isReadOnly();
    const std::optional<RowRef> selected = hasDocument ? m_document->selection().row : std::nullopt;
    for (const QString& name : {QStringLiteral("saveCopy"), QStringLiteral("exportCsv"), QStringLiteral("exportChart"),
                                QStringLiteral("copy"), QStringLiteral("find"), QStringLiteral("filter"),
                                QStringLiteral("play"), QStringLiteral("nextPeriod"), QStringLiteral("previousPeriod"),
                                QStringLiteral("nextKnowledge"), QStringLiteral("previousKnowledge")})
        m_actions.at(name)->setEnabled(hasDocument);
    for (const QString& name : {QStringLiteral("newDeal"), QStringLiteral("newNode"), QStringLiteral("newMetric"),
                                QStringLiteral("newEvent"), QStringLiteral("importCsv")})
        m_actions.at(name)->setEnabled(canEdit);
    m_actions.at(QStringLiteral("editRow"))->setEnabled(selected.has_value());
    m_actions.at(QStringLiteral("duplicateRow"))->setEnabled(canEdit && selected && canDuplicate(selected->table));
    m_actions.at(QStringLiteral("deleteRow"))->setEnabled(canEdit && selected && canDelete(selected->table));
    m_actions.at(QStringLiteral("weights"))->setEnabled(hasDocument && m_document->chain().size(Table::Statuses) > 0);
    QAction* undoAction = m_actions.at(QStringLiteral("undo"));
    undoAction->setEnabled(canEdit && m_document->canUndo());
    undoAction->setText(tr("&Undo"));
    undoAction->setToolTip(hasDocument ? m_document->undoText() : QString());
    if (undoAction->isEnabled() && !m_document->undoText().isEmpty())
        undoAction->setText(tr("&Undo: %1").arg(m_document->undoText()));
    QAction* redoAction = m_actions.at(QStringLiteral("redo"));
    redoAction->setEnabled(canEdit && m_document->canRedo());
    redoAction->setText(tr("&Redo"));
    if (redoAction->isEnabled() && !m_document->redoText().isEmpty())
        redoAction->setText(tr("&Redo: %1").arg(m_document->redoText()));
}

void MainWindow::fillRecent()
{
    m_recent->clear();
    const QStringList files = m_settings.recentFiles();
    for (const QString& file : files) {
        QAction* action = m_recent->addAction(QFileInfo(file).fileName());
        action->setToolTip(file);
        connect(action, &QAction::triggered, this, [this, file] { openFile(file); });
    }
    if (files.isEmpty())
        m_recent->addAction(tr("none yet"))->setEnabled(false);
    m_recent->setToolTipsVisible(true);
}

void MainWindow::beginNew(Table table)
{
    m_inspectorDock->show();
    m_inspector->beginNew(table);
}

void MainWindow::editSelected()
{
    m_inspectorDock->show();
    m_inspector->focusField(-1);
}

/// Each status is judged by the others: the form of one has the weights of all.
void MainWindow::showWeights()
{
    m_inspectorDock->show();
    m_document->select(RowRef{Table::Statuses, m_document->chain().inOrder(Table::Statuses).front()});
    editSelected();
}

void MainWindow::duplicateSelected()
{
    m_inspector->commitPending();
    const std::optional<RowRef> row = m_document->selection().row;
    if (!row || !canDuplicate(row->table))
        return;
    std::string key;
    tl::expected<Edit, Problem> edit = duplicateOf(m_document->chain(), *row, &key);
    if (!edit) {
        complain(MessageBar::Cause::Refusal, sentenceText(edit.error().sentence));
        return;
    }
    if (const auto applied = m_document->apply(std::move(*edit)); !applied) {
        refuse(applied.error());
        return;
    }
    m_document->select(RowRef{row->table, m_document->chain().find(row->table, key)});
    editSelected();
}

void MainWindow::deleteSelected()
{
    const std::optional<RowRef> row = m_document->selection().row;
    if (!row || !canDelete(row->table))
        return;
    const Chain& chain = m_document->chain();
    const QString name = rowTitle(chain, *row, currentLanguage());
    tl::expected<Edit, Problem> edit = deletionOf(chain, *row);
    if (!edit) {
        complain(MessageBar::Cause::Refusal, sentenceText(edit.error().sentence));
        return;
    }
    if (const auto applied = m_document->apply(std::move(*edit)); !applied) {
        complain(applied.error().error ? MessageBar::Cause::Saving : MessageBar::Cause::Refusal,
                 whyNotDeleted(chain, *row, applied.error(), currentLanguage()));
        return;
    }
    sayEdited(tr("Deleted: %1").arg(name));
}

void MainWindow::undo()
{
    if (const auto done = m_document->undo(); !done)
        refuse(done.error());
}

void MainWindow::redo()
{
    if (const auto done = m_document->redo(); !done)
        refuse(done.error());
}

/// The way back that a message about an edit offers: of that edit and no other.
void MainWindow::undoEdit(std::int64_t seq)
{
    if (const auto done = m_document->undoEdit(seq); !done)
        refuse(done.error());
}

void MainWindow::refuse(const Document::Refused& refused)
{
    const bool isOfFile =
        refused.error && refused.error->kind != ErrorKind::NotFound && refused.error->kind != ErrorKind::Conflict;
    if (refused.error)
        complain(isOfFile ? MessageBar::Cause::Saving : MessageBar::Cause::Refusal, errorText(*refused.error));
    else if (!refused.problems.empty())
        complain(MessageBar::Cause::Refusal, sentenceText(refused.problems.front().sentence));
}

void MainWindow::copySelection()
{
    const QWidget* focus = QApplication::focusWidget();
    if (m_tree->tree()->hasFocus())
        m_tree->copy();
    else if (focus != nullptr && m_charts->isAncestorOf(focus) && m_charts->current() != nullptr) {
        ExportOptions options;
        options.language = currentLanguage();
        options.lit = m_charts->current()->lit();
        QGuiApplication::clipboard()->setImage(chartImage(m_charts->current()->shown(), options));
        say(tr("The chart is on the clipboard"));
    } else
        m_tables->copy();
}

void MainWindow::openFind()
{
    m_find->openAt(m_lensBar->mapToGlobal(QPoint(m_lensBar->width() - 16, m_lensBar->height())));
}

void MainWindow::focusFilter()
{
    m_tablesDock->show();
    m_tables->focusFilter();
}

void MainWindow::focusNextPanel()
{
    QWidget* const panels[] = {m_lensBar, m_tree, m_charts, m_tables, m_inspector};
    const QWidget* focus = QApplication::focusWidget();
    std::size_t at = 0;
    for (std::size_t i = 0; i < std::size(panels); ++i)
        if (focus != nullptr && (panels[i] == focus || panels[i]->isAncestorOf(focus)))
            at = i + 1;
    for (std::size_t step = 0; step < std::size(panels); ++step) {
        QWidget* panel = panels[(at + step) % std::size(panels)];
        if (!panel->isVisible())
            continue;
        for (QWidget* next = panel->nextInFocusChain(); next != nullptr && next != panel;
             next = next->nextInFocusChain())
            if (panel->isAncestorOf(next) && next->isVisible() && next->isEnabled() &&
                (next->focusPolicy() & Qt::TabFocus) != 0) {
                next->setFocus(Qt::TabFocusReason);
                return;
            }
    }
}

void MainWindow::setThemeChoice(ThemeChoice choice)
{
    m_settings.setTheme(choice);
    applyTheme(*qApp, choice);
}

void MainWindow::setLanguageChoice(Language language)
{
    m_settings.setLanguage(language);
    setLanguage(*qApp, language);
}

void MainWindow::showShortcuts()
{
    QList<QAction*> shown;
    for (const auto& [name, menu] : m_menus) {
        const QList<QAction*> ofMenu = menu->actions();
        for (QAction* action : ofMenu)
            if (!action->shortcut().isEmpty())
                shown << action;
    }
    openShortcutsPage(shown, this);
}

void MainWindow::showFigureHelp()
{
    openFiguresPage(this);
}

void MainWindow::showAbout()
{
    openAboutPage(this);
}

} // namespace ochain
