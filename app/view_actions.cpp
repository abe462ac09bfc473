// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "view_actions.h"

#include "browser/tables_panel.h"
#include "charts/chart_view.h"
#include "figures/figure_parts.h"
#include "figures/lens_words.h"
#include "formats/format.h"
#include "messages.h"
#include "navigator.h"
#include "panels/charts_panel.h"
#include "panels/home_panel.h"
#include "panels/questions_panel.h"
#include "panels/saved_views_panel.h"
#include "window_panels.h"

#include <QDockWidget>

namespace ochain {

ViewActions::ViewActions(const WindowPanels& panels, Messages& messages, Navigator& navigator, QObject* parent)
    : QObject(parent), m_panels(panels), m_messages(messages), m_navigator(navigator)
{
    QuestionsPanel* questions = m_panels.home->questions();
    SavedViewsPanel* views = questions->savedViews();
    connect(questions, &QuestionsPanel::placeWanted, this, &ViewActions::open);
    connect(views, &SavedViewsPanel::viewWanted, this, &ViewActions::openSaved);
    connect(views, &SavedViewsPanel::namingWanted, this, &ViewActions::askName);
    connect(views, &SavedViewsPanel::saveWanted, this, &ViewActions::save);
    connect(views, &SavedViewsPanel::replaceWanted, this, &ViewActions::replace);
}

void ViewActions::setDocument(Document* document)
{
    m_document = document;
}

/// The lens first: views follow it in what they show, and what was saved of them counts.
std::string ViewActions::openChart(const ShownView& chart)
{
    ChartView* view = m_document ? m_panels.charts->showView(chart.view) : nullptr;
    if (view == nullptr)
        return {};
    ViewLens lens = chart.lens;
    if (lens.period == kTotal)
        lens.period = m_document->lens().period;
    const Chain& chain = m_document->chain();
    lens.scenario =
        chart.scenario ? ScenarioId{chain.find(Table::Scenarios, *chart.scenario)} : m_document->lens().scenario;
    m_navigator.setLens(lens);
    view->restoreState(chart.state);
    if (chart.scenario && !chart.scenario->empty() && !lens.scenario.isSet())
        return *chart.scenario;
    return chart.group.empty() || groupNamed(chain, chart.group) ? std::string() : chart.group;
}

void ViewActions::open(const Place& place)
{
    if (place.chart)
        openChart(*place.chart);
    if (!place.table)
        return;
    m_panels.tablesDock->show();
    m_panels.tables->showTable(*place.table);
}

void ViewActions::openSaved(ViewId view)
{
    const RowRef row{Table::Views, view.value};
    if (!m_document || !m_document->chain().isAlive(row))
        return;
    const Chain& chain = m_document->chain();
    const QString name = nameOf(chain, row);
    const Result<Place> place = savedStateIn(chain.text(chain.views()[view].state));
    if (!place)
        return m_messages.complain(MessageBar::Cause::Exchange, tr("“%1”: %2").arg(name, errorText(place.error())));
    const std::string missing = openChart(*place->chart);
    if (place->table && !m_panels.tablesDock->isHidden())
        m_panels.tables->showTable(*place->table);
    if (missing.empty())
        return m_messages.end(MessageBar::Cause::Exchange);
    m_messages.say({MessageBar::Cause::Exchange,
                    MessageBar::Kind::Warning,
                    tr("“%1” is of “%2”, which this chain does not have; what is shown is of another.")
                        .arg(name, visibleText(missing)),
                    {},
                    {}});
}

Place ViewActions::placeNow() const
{
    const ChartView* view = m_panels.charts->current();
    Place place;
    if (view != nullptr && m_document)
        place.chart = shownView(view->viewName(), m_document->lens(), view->options(), view->isPinned());
    if (!m_panels.tablesDock->isHidden())
        place.table = m_panels.tables->shownTable();
    return place;
}

/// "Money · OpenAI · only what is firm".
QString ViewActions::suggestion() const
{
    const ChartView* view = m_panels.charts->current();
    QStringList parts{m_panels.charts->currentTitle()};
    if (const auto group = groupNamed(m_document->chain(), view->options().group);
        group && view->viewName() != QLatin1String("flow"))
        parts << nameOf(m_document->chain(), *group);
    parts << scenarioWords(m_document->chain(), m_document->lens().scenario) << unusualWords(m_document->lens().lens);
    parts.removeAll(QString());
    return parts.join(QStringLiteral(" · "));
}

void ViewActions::askName()
{
    if (!m_document || m_panels.charts->current() == nullptr)
        return;
    m_panels.chainDock->show();
    m_panels.home->showTab(HomePanel::Tab::Questions);
    m_panels.home->questions()->savedViews()->askName(suggestion());
}

void ViewActions::save(const QString& name)
{
    if (const Place place = placeNow(); place.chart)
        m_panels.home->questions()->savedViews()->save(name, savedState(place));
}

void ViewActions::replace(ViewId view)
{
    if (const Place place = placeNow(); place.chart)
        m_panels.home->questions()->savedViews()->replace(view, savedState(place));
}

} // namespace ochain
