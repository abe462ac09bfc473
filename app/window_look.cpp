// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "window_look.h"

#include "browser/chain_tree_panel.h"
#include "browser/tables_panel.h"
#include "language/language.h"
#include "panels/charts_panel.h"
#include "panels/home_panel.h"
#include "panels/side_panel.h"
#include "window_panels.h"

#include <QApplication>
#include <QDockWidget>
#include <QMainWindow>
#include <QTimer>

namespace ochain {

WindowLook::WindowLook(QMainWindow& window, const WindowPanels& panels, Settings& settings)
    : QObject(&window), m_window(window), m_panels(panels), m_settings(settings)
{
    sizeDocks();
    constexpr int kEveryMs = 3000;
    auto* timer = new QTimer(this);
    connect(timer, &QTimer::timeout, this, &WindowLook::remember);
    timer->start(kEveryMs);
}

void WindowLook::setDocument(Document* document)
{
    m_document = document;
}

void WindowLook::sizeDocks()
{
    constexpr int kTreeWidth = 292;
    constexpr int kInspectorWidth = 320;
    constexpr int kTablesHeight = 260;
    m_window.resizeDocks({m_panels.chainDock, m_panels.inspectorDock}, {kTreeWidth, kInspectorWidth}, Qt::Horizontal);
    m_window.resizeDocks({m_panels.tablesDock}, {kTablesHeight}, Qt::Vertical);
}

void WindowLook::restore()
{
    m_factoryDocks = m_window.saveState();
    const WindowState state = m_settings.window();
    if (!state.geometry.isEmpty())
        m_window.restoreGeometry(state.geometry);
    if (!state.docks.isEmpty())
        m_window.restoreState(state.docks);
    m_panels.tree->setColumns(state.treeColumns);
    m_panels.tree->setExpanded(state.expanded);
    m_panels.tables->setColumns(state.tableColumns);
    m_panels.charts->setStates(state.charts);
    m_panels.charts->setAnimated(m_settings.isAnimated());
    m_panels.charts->showTab(state.chartTab);
    m_panels.home->showTab(static_cast<HomePanel::Tab>(state.homeTab));
    m_panels.side->showPage(static_cast<SidePage>(state.sidePage));
    m_remembered = state;
}

void WindowLook::remember()
{
    WindowState state = m_remembered;
    state.geometry = m_window.saveGeometry();
    state.docks = m_window.saveState();
    if (m_document) {
        state.treeColumns = m_panels.tree->columns();
        state.expanded = m_panels.tree->expanded();
        state.tableColumns = m_panels.tables->columns();
        state.charts = m_panels.charts->states();
    }
    state.chartTab = m_panels.charts->currentTab();
    state.homeTab = static_cast<int>(m_panels.home->tab());
    state.sidePage = static_cast<int>(m_panels.side->page());
    if (state == m_remembered)
        return;
    m_settings.setWindow(state);
    m_remembered = state;
}

void WindowLook::reset()
{
    m_window.restoreState(m_factoryDocks);
    sizeDocks();
}

void WindowLook::setTheme(ThemeChoice choice)
{
    m_settings.setTheme(choice);
    applyTheme(*qApp, choice);
}

void WindowLook::setLanguage(Language language)
{
    m_settings.setLanguage(language);
    ochain::setLanguage(language);
}

void WindowLook::setAnimated(bool isAnimated)
{
    m_settings.setAnimated(isAnimated);
    m_panels.charts->setAnimated(isAnimated);
}

} // namespace ochain
