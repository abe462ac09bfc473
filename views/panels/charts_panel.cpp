// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "panels/charts_panel.h"

#include "charts/capacity_view.h"
#include "charts/chart_view.h"
#include "charts/flow_view.h"
#include "charts/money_view.h"
#include "document/second_lens.h"
#include "figures/compared_words.h"
#include "theme/theme.h"
#include "theme/tones.h"
#include "widgets/segments.h"
#include "widgets/state_page.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPushButton>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

#include <algorithm>

namespace ochain {

namespace {

constexpr int kTabs = 3;
constexpr int kDifference = 1;    ///< of what can be seen of two lenses
constexpr int kLeastHeight = 380; // tables give way before the picture does

} // namespace

ChartsPanel::ChartsPanel(QWidget* parent)
    : QWidget(parent), m_tabs(new QTabBar(this)), m_compared(new Segments(2, this)), m_export(new QPushButton(this)),
      m_stack(new QStackedWidget(this)), m_state(new StatePage(this))
{
    m_tabs->setObjectName(QStringLiteral("chartTabs"));
    m_tabs->setProperty("look", QStringLiteral("paper"));
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_tabs->setUsesScrollButtons(false);
    m_tabs->setElideMode(Qt::ElideNone);
    for (int i = 0; i < kTabs; ++i)
        m_tabs->addTab(QString());
    m_compared->setObjectName(QStringLiteral("chartCompared"));
    m_compared->setCurrent(kDifference);
    m_export->setObjectName(QStringLiteral("exportButton"));
    m_export->setProperty("look", QStringLiteral("link"));
    auto* strip = new QWidget(this);
    strip->setProperty("look", QStringLiteral("strip"));
    strip->setAttribute(Qt::WA_StyledBackground);
    auto* row = new QHBoxLayout(strip);
    row->setContentsMargins(kGrid, kGrid / 2, kGrid, 0);
    row->addWidget(m_tabs);
    row->addStretch(1);
    row->addWidget(m_compared);
    row->addWidget(m_export);
    m_stack->addWidget(m_state);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(strip);
    layout->addWidget(m_stack, 1);
    setMinimumHeight(kLeastHeight);
    connect(m_tabs, &QTabBar::currentChanged, this, [this](int index) {
        if (index < m_views.size())
            m_stack->setCurrentWidget(m_views[index]);
    });
    connect(m_compared, &Segments::chosen, this, [this] {
        for (ChartView* view : std::as_const(m_views))
            dress(view);
    });
    connect(m_export, &QPushButton::clicked, this, &ChartsPanel::exportWanted);
    retranslate();
    setDocument(nullptr);
}

void ChartsPanel::setDocument(Document* document)
{
    if (!m_views.isEmpty())
        m_states = states();
    m_stack->setCurrentWidget(m_state);
    for (ChartView* view : std::as_const(m_views))
        delete view;
    m_views.clear();
    m_flow = nullptr;
    if (m_document != nullptr) {
        disconnect(m_document, nullptr, this, nullptr);
        disconnect(&m_document->second(), nullptr, this, nullptr);
    }
    m_document = document;
    m_tabs->setEnabled(document != nullptr);
    m_export->setEnabled(document != nullptr);
    followSecondLens();
    if (document == nullptr)
        return;
    connect(&document->second(), &SecondLens::changed, this, &ChartsPanel::followSecondLens);
    connect(document, &Document::lensChanged, this, &ChartsPanel::followSecondLens);
    m_flow = new FlowView(*document, m_stack);
    add(m_flow);
    add(new CapacityView(*document, m_stack));
    add(new MoneyView(*document, m_stack));
    m_stack->setCurrentWidget(m_views.value(m_tabs->currentIndex()));
}

void ChartsPanel::add(ChartView* view)
{
    view->setObjectName(view->viewName() + QStringLiteral("View"));
    dress(view);
    if (const QString state = m_states.value(view->viewName()); !state.isEmpty())
        view->restoreState(state);
    connect(view, &ChartView::lensWanted, this, &ChartsPanel::lensWanted);
    connect(view, &ChartView::exportRequested, this, &ChartsPanel::exportWanted);
    connect(view, &ChartView::figureShown, this, &ChartsPanel::figureShown);
    connect(view, &ChartView::figureWanted, this, &ChartsPanel::figureWanted);
    connect(view, &ChartView::explainRequested, this, &ChartsPanel::dealsWanted);
    m_views << view;
    m_stack->addWidget(view);
}

void ChartsPanel::dress(ChartView* view) const
{
    view->setTheme(isDark(palette()) ? Theme::Dark : Theme::Light);
    view->retranslate();
    view->setAnimated(m_isAnimated);
    view->setCompared(m_compared->current() == kDifference);
}

/// The choice names both lenses, while there are two.
void ChartsPanel::followSecondLens()
{
    const bool isOn = m_document && m_document->second().isOn();
    m_compared->setVisible(isOn);
    if (!isOn)
        return;
    const ComparedWords words = comparedWords(*m_document);
    m_compared->setAccessibleName(tr("What is compared"));
    m_compared->setTexts({tr("This lens"), tr("Difference")},
                         {words.shown, tr("%1 against %2").arg(words.shown, words.against)});
}

void ChartsPanel::setAnimated(bool isAnimated)
{
    m_isAnimated = isAnimated;
    for (ChartView* view : std::as_const(m_views))
        view->setAnimated(isAnimated);
}

bool ChartsPanel::hasGuarantees() const
{
    return m_flow != nullptr && m_flow->options().withGuarantees;
}

void ChartsPanel::setGuarantees(bool isShown)
{
    if (m_flow != nullptr)
        m_flow->showGuarantees(isShown);
}

ChartView* ChartsPanel::current() const
{
    return m_views.value(m_tabs->currentIndex());
}

QMap<QString, QString> ChartsPanel::states() const
{
    QMap<QString, QString> states = m_states;
    for (const ChartView* view : m_views)
        states.insert(view->viewName(), view->saveState());
    return states;
}

void ChartsPanel::setStates(const QMap<QString, QString>& states)
{
    m_states = states;
    for (ChartView* view : std::as_const(m_views))
        if (const QString state = states.value(view->viewName()); !state.isEmpty())
            view->restoreState(state);
}

void ChartsPanel::fillMenu(QMenu& menu)
{
    if (ChartView* view = current())
        view->fillMenu(menu);
}

int ChartsPanel::currentTab() const
{
    return m_tabs->currentIndex();
}

QString ChartsPanel::currentTitle() const
{
    return m_tabs->tabText(m_tabs->currentIndex());
}

void ChartsPanel::showTab(int index)
{
    m_tabs->setCurrentIndex(index);
}

ChartView* ChartsPanel::showView(const QString& view)
{
    const auto found =
        std::find_if(m_views.cbegin(), m_views.cend(), [&](const ChartView* each) { return each->viewName() == view; });
    if (found == m_views.cend())
        return nullptr;
    showTab(static_cast<int>(found - m_views.cbegin()));
    return *found;
}

void ChartsPanel::retranslate()
{
    m_tabs->setAccessibleName(tr("Charts"));
    m_tabs->setTabText(0, tr("Flow"));
    m_tabs->setTabText(1, tr("Capacity"));
    m_tabs->setTabText(2, tr("Money"));
    m_tabs->setTabToolTip(0, tr("Who pays whom, who supplies whom"));
    m_tabs->setTabToolTip(1, tr("What binds capacity"));
    m_tabs->setTabToolTip(2, tr("Whether revenue covers the commitments"));
    m_tabs->setMinimumWidth(m_tabs->sizeHint().width() + 4 * kGrid); // room for the chosen one's weight
    followSecondLens();
    m_export->setText(tr("Export Ctrl+E"));
    m_export->setAccessibleName(tr("Export the chart"));
}

void ChartsPanel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange)
        for (ChartView* view : std::as_const(m_views))
            dress(view);
    QWidget::changeEvent(event);
}

} // namespace ochain
