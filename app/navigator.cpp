// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "navigator.h"

#include "browser/chain_tree_panel.h"
#include "browser/tables_panel.h"
#include "busy_work.h"
#include "charts/chart_view.h"
#include "editing/change_words.h"
#include "editing/row_marks.h"
#include "formats/format.h"
#include "panels/charts_panel.h"
#include "panels/find_popup.h"
#include "panels/home_panel.h"
#include "panels/inspector.h"
#include "panels/lens_bar.h"
#include "panels/questions_panel.h"
#include "panels/side_panel.h"
#include "panels/what_if_panel.h"
#include "panels/why_panel.h"
#include "theme/theme.h"
#include "window_panels.h"

#include <QApplication>
#include <QCursor>
#include <QDockWidget>
#include <QMenu>
#include <QTreeView>

namespace ochain {

namespace {

/// The first widget of a panel that Tab would reach; null if there is none.
QWidget* firstStop(QWidget* panel)
{
    for (QWidget* next = panel->nextInFocusChain(); next != nullptr && next != panel; next = next->nextInFocusChain())
        if (panel->isAncestorOf(next) && next->isVisible() && next->isEnabled() &&
            (next->focusPolicy() & Qt::TabFocus) != 0)
            return next;
    return nullptr;
}

} // namespace

Navigator::Navigator(const WindowPanels& panels, BusyWork& work, QObject* parent)
    : QObject(parent), m_panels(panels), m_work(work)
{
    connect(m_panels.lensBar, &LensBar::lensWanted, this, &Navigator::setLens);
    connect(m_panels.charts, &ChartsPanel::lensWanted, this, &Navigator::setLens);
    connect(m_panels.lensBar, &LensBar::findWanted, this, &Navigator::openFind);
    connect(m_panels.find, &FindPopup::chosen, this, [this](const RowRef& row) { selectRow(row); });
    connect(m_panels.tables, &TablesPanel::rowWanted, this, &Navigator::editRow);
    connect(m_panels.inspector, &Inspector::rowWanted, this, [this](const RowRef& row) { selectRow(row); });
    connect(m_panels.charts, &ChartsPanel::dealsWanted, this, &Navigator::showDeals);
    connect(m_panels.charts, &ChartsPanel::figureWanted, this, &Navigator::explain);
    connect(m_panels.tree, &ChainTreePanel::figureWanted, this, &Navigator::explain);
    connect(m_panels.tables, &TablesPanel::figureWanted, this, &Navigator::explain);
}

void Navigator::setDocument(Document* document)
{
    m_document = document;
}

void Navigator::setLens(const ViewLens& lens)
{
    if (!m_document || m_work.isBusy() || lens == m_document->lens())
        return;
    if (lens.scenario != m_document->lens().scenario)
        m_panels.whatIf->commitPending();       // another scenario ends what is tried
    if (lens.lens == m_document->lens().lens) { // another scenario is the same rollups with an edit
        m_document->setLens(lens);
        return;
    }
    Rollups rollups;
    std::uint64_t revision = 0;
    const auto compute = [&](const Snapshot& snapshot, const Progress& progress) {
        revision = snapshot.chain.revision();
        rollups.compute(snapshot.chain, lens.lens, progress);
    };
    do {
        if (!m_work.read(*m_document, tr("Computing every figure anew"), compute))
            return;
    } while (revision != m_document->chain().revision()); // an edit of others has come in
    m_document->setLens(lens, std::move(rollups));
}

void Navigator::selectRow(RowRef row, int field)
{
    if (!m_document || !m_document->chain().isAlive(row))
        return;
    const RowRef shown = shownFor(m_document->chain(), row);
    m_document->select(shown);
    const bool isItself = shown == row && field >= 0;
    const bool isExplained = m_panels.why->isVisible() && !isItself; // the figures of the row are looked at
    if ((shown.table == Table::Deals || isItself) && !isExplained) {
        showInspector();
        m_panels.inspector->focusField(isItself ? field : static_cast<int>(deal_field::CapacityMw));
    }
}

void Navigator::showInspector()
{
    m_panels.inspectorDock->show();
    m_panels.side->showPage(SidePage::Edit);
}

void Navigator::explain(const FigureCell& cell)
{
    m_panels.inspectorDock->show();
    m_panels.side->showPage(SidePage::Why);
    m_panels.why->explain(cell);
}

void Navigator::explainHere()
{
    const std::optional<FigureCell> cell = figureHere();
    m_panels.inspectorDock->show();
    m_panels.side->showPage(SidePage::Why);
    m_panels.why->explain(cell);
    m_panels.why->focusTree();
}

std::optional<FigureCell> Navigator::figureHere() const
{
    const QWidget* focus = QApplication::focusWidget();
    const ChartView* chart = m_panels.charts->current();
    if (m_panels.tree->tree()->hasFocus())
        return m_panels.tree->currentFigure();
    if (m_panels.tables->hasKeyboard())
        return m_panels.tables->currentFigure();
    if (const QuestionsPanel& questions = *m_panels.home->questions(); questions.hasKeyboard())
        return questions.currentFigure();
    if (focus != nullptr && chart != nullptr && chart->isAncestorOf(focus))
        return chart->figurePointedAt();
    return std::nullopt;
}

void Navigator::editRow(RowRef row, int field)
{
    selectRow(row, field);
    const std::optional<RowRef> shown = m_document ? m_document->selection().row : std::nullopt;
    if (shown && shown->table != Table::Deals && (field < 0 || shown != row))
        editSelected();
}

void Navigator::editSelected()
{
    showInspector();
    m_panels.inspector->focusField(-1);
}

void Navigator::showWeights()
{
    showInspector();
    m_document->select(RowRef{Table::Statuses, m_document->chain().inOrder(Table::Statuses).front()});
    editSelected();
}

void Navigator::showDeals(const std::vector<DealId>& deals, const QString& title)
{
    if (deals.size() == 1) {
        selectRow(RowRef{Table::Deals, deals.front().value});
        return;
    }
    constexpr std::size_t kMost = 24;
    auto* menu = new QMenu(m_panels.charts->window());
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addSection(literally(title));
    for (std::size_t i = 0; i < deals.size() && i < kMost; ++i) {
        const RowRef row{Table::Deals, deals[i].value};
        const QString name = literally(nameOf(m_document->chain(), row));
        QAction* action = menu->addAction(name + QLatin1Char('\t') + marksOf(m_document->chain(), row));
        connect(action, &QAction::triggered, this, [this, row] { selectRow(row); });
    }
    if (deals.size() > kMost)
        menu->addAction(tr("%n more", nullptr, static_cast<int>(deals.size() - kMost)))->setEnabled(false);
    menu->popup(QCursor::pos());
}

void Navigator::enterHome(HomePanel::Tab tab)
{
    m_panels.chainDock->show();
    m_panels.home->enter(tab);
}

void Navigator::openFind()
{
    const LensBar& bar = *m_panels.lensBar;
    m_panels.find->openAt(bar.mapToGlobal(QPoint(bar.width() - 16, bar.height())));
}

void Navigator::focusFilter()
{
    m_panels.tablesDock->show();
    m_panels.tables->focusFilter();
}

void Navigator::focusNextPanel()
{
    QWidget* const panels[] = {m_panels.lensBar, m_panels.home, m_panels.charts, m_panels.tables, m_panels.side};
    const QWidget* focus = QApplication::focusWidget();
    std::size_t at = 0;
    for (std::size_t i = 0; i < std::size(panels); ++i)
        if (focus != nullptr && (panels[i] == focus || panels[i]->isAncestorOf(focus)))
            at = i + 1;
    for (std::size_t step = 0; step < std::size(panels); ++step) {
        QWidget* panel = panels[(at + step) % std::size(panels)];
        if (QWidget* stop = panel->isVisible() ? firstStop(panel) : nullptr; stop != nullptr) {
            stop->setFocus(Qt::TabFocusReason);
            return;
        }
    }
}

} // namespace ochain
