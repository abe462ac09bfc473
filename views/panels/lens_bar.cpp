// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "panels/lens_bar.h"

#include "editing/day_news.h"
#include "formats/format.h"
#include "panels/lens_chips.h"
#include "panels/lens_popup.h"
#include "panels/replay.h"
#include "theme/icons.h"
#include "theme/theme.h"
#include "widgets/date_field.h"
#include "widgets/segments.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QResizeEvent>
#include <QSignalBlocker>
#include <QSlider>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace ochain {

namespace {

constexpr int kPlayIntervalMs = 900;

/// The place of a period on the slider, counted in its own granularity from the calendar's first.
int placeOf(Period period, const Calendar& calendar)
{
    const int years = period.year - calendar.firstYear();
    return period.kind == PeriodKind::Quarter ? years * 4 + period.quarter - 1 : years;
}

Period periodAt(int place, bool isQuarter, const Calendar& calendar)
{
    if (isQuarter)
        return {PeriodKind::Quarter, calendar.firstYear() + place / 4, place % 4 + 1};
    return {PeriodKind::Year, calendar.firstYear() + place, 0};
}

} // namespace

LensBar::LensBar(QWidget* parent) : QWidget(parent)
{
    setProperty("look", QStringLiteral("row"));
    setAttribute(Qt::WA_StyledBackground);
    createControls();
    layOut();
    connectControls();
    retranslate();
    setDocument(nullptr);
}

void LensBar::createControls()
{
    m_periodCaption = new QLabel(this);
    makeCaption(m_periodCaption);
    m_period = new QLabel(this);
    m_period->setProperty("role", QStringLiteral("strong"));
    m_period->setObjectName(QStringLiteral("periodLabel"));
    m_slider = new QSlider(Qt::Horizontal, this);
    m_slider->setObjectName(QStringLiteral("periodSlider"));
    m_slider->setPageStep(4);
    m_slider->setMinimumWidth(96);
    m_slider->setMaximumWidth(260);
    m_granularity = new Segments(2, this);
    m_granularity->setObjectName(QStringLiteral("granularity"));
    m_play = new QToolButton(this);
    m_play->setObjectName(QStringLiteral("play"));
    m_play->setIcon(lineIcon(QStringLiteral("play")));
    m_play->setFocusPolicy(Qt::StrongFocus);
    m_asOfCaption = new QLabel(this);
    makeCaption(m_asOfCaption);
    m_asOf = new DateField(this);
    m_asOf->setObjectName(QStringLiteral("asOf"));
    m_stance = new Segments(3, this);
    m_stance->setObjectName(QStringLiteral("stance"));
    m_rest = new QToolButton(this);
    m_rest->setObjectName(QStringLiteral("lensButton"));
    m_rest->setProperty("look", QStringLiteral("field"));
    m_rest->setFocusPolicy(Qt::StrongFocus);
    m_chips = new LensChips(this);
    m_popup = new LensPopup(this);
    m_find = new QToolButton(this);
    m_find->setObjectName(QStringLiteral("findButton"));
    m_find->setProperty("look", QStringLiteral("field"));
    m_find->setIcon(lineIcon(QStringLiteral("search")));
    m_find->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_find->setFocusPolicy(Qt::StrongFocus);
    m_timer = new QTimer(this);
    m_timer->setInterval(kPlayIntervalMs);
    m_replay = new Replay([this] { return replayOn(); }, *this);
}

void LensBar::layOut()
{
    const auto captioned = [](QLabel* caption, QWidget* body) {
        auto* box = new QVBoxLayout;
        box->setSpacing(0);
        box->addWidget(caption);
        box->addWidget(body);
        return box;
    };
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(2 * kGrid, kGrid / 2, 2 * kGrid, kGrid / 2);
    layout->setSpacing(kGrid);
    layout->addLayout(captioned(m_periodCaption, m_period));
    layout->addWidget(m_slider, 1);
    layout->addWidget(m_play);
    layout->addWidget(m_granularity);
    layout->addSpacing(kGrid);
    layout->addWidget(m_asOfCaption);
    layout->addWidget(m_asOf);
    layout->addSpacing(kGrid);
    layout->addWidget(m_stance);
    layout->addWidget(m_rest);
    layout->addWidget(m_chips, 6); // the room that is free, whether there are any or not: nothing moves when one comes
    layout->addWidget(m_find);
}

void LensBar::connectControls()
{
    connect(m_slider, &QSlider::valueChanged, this, &LensBar::choosePeriod);
    connect(m_granularity, &Segments::chosen, this, &LensBar::chooseGranularity);
    connect(m_play, &QToolButton::clicked, this, &LensBar::togglePlay);
    connect(m_timer, &QTimer::timeout, this, &LensBar::playOn);
    connect(m_asOf, &DateField::stepAsked, this, &LensBar::stepKnowledge);
    m_asOf->setTeller([this](int direction) { return newsOfStep(direction); });
    connect(m_asOf, &DateField::playAsked, this, &LensBar::toggleReplay);
    connect(m_replay, &Replay::playingChanged, m_asOf, &DateField::setPlaying);
    connect(m_asOf, &DateField::dayChosen, this, [this](Day day) {
        ViewLens lens = m_document->lens();
        lens.lens.knownAsOf = day;
        want(lens);
    });
    connect(m_stance, &Segments::chosen, this, [this](int index) { chooseStance(static_cast<Stance>(index)); });
    connect(m_rest, &QToolButton::clicked, this, &LensBar::openRest);
    connect(m_chips, &LensChips::restWanted, this, &LensBar::openRest);
    connect(m_chips, &LensChips::lensWanted, this, &LensBar::want);
    connect(m_chips, &LensChips::trialEnded, this, [this] { m_document->endTrial(); });
    connect(m_popup, &LensPopup::lensWanted, this, &LensBar::want);
    connect(m_find, &QToolButton::clicked, this, &LensBar::findWanted);
}

void LensBar::setDocument(Document* document)
{
    if (m_document != nullptr)
        disconnect(m_document, nullptr, this, nullptr);
    m_document = document;
    m_timer->stop();
    m_replay->stop();
    setEnabled(document != nullptr);
    if (document == nullptr)
        return;
    connect(document, &Document::lensChanged, this, &LensBar::showLens);
    connect(document, &Document::changed, this, &LensBar::followEdit);
    connect(document, &Document::viewedChanged, this, &LensBar::showPeriod);
    connect(document, &Document::overridesChanged, this, &LensBar::showLens);
    showLens();
}

void LensBar::retranslate()
{
    m_periodCaption->setText(tr("Period"));
    m_slider->setAccessibleName(tr("Period"));
    m_slider->setToolTip(tr("The year or quarter that is looked at"));
    m_granularity->setAccessibleName(tr("Granularity"));
    m_granularity->setTexts({tr("Year"), tr("Quarter")}, {tr("Step by years"), tr("Step by quarters")});
    m_play->setAccessibleName(tr("Play"));
    m_play->setToolTip(tr("Play the periods one after the other (Ctrl+P)"));
    m_asOfCaption->setText(tr("Known as of"));
    m_asOf->retranslate();
    m_stance->setAccessibleName(tr("Amounts"));
    m_stance->setTexts({tr("Stated"), tr("Weighted"), tr("Firm")},
                       {tr("Amounts as stated, whoever is bound to them"),
                        tr("Amounts scaled by how far each deal's status is believed"),
                        tr("Only what a signed contract binds both sides to")});
    m_rest->setText(tr("Lens…"));
    m_rest->setToolTip(tr("Assumed figures, overlaps, megawatts of IT, scenarios, free combinations (Ctrl+L)"));
    m_rest->setAccessibleName(tr("The rest of the lens"));
    m_popup->retranslate();
    if (m_document != nullptr)
        m_chips->showLens(*m_document);
    m_find->setText(tr("Find…  Ctrl+K"));
    m_find->setAccessibleName(tr("Find nodes, deals and sources"));
    showPeriod();
}

void LensBar::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void LensBar::showLens()
{
    const Lens& lens = m_document->lens().lens;
    m_asOf->setDay(lens.knownAsOf);
    m_stance->setCurrent(static_cast<int>(stance()));
    m_chips->showLens(*m_document);
    m_popup->showLens(*m_document);
    showPeriod();
}

/// The calendar may have moved, and scenarios may have come, gone or got other names.
void LensBar::followEdit(const Changed& changed)
{
    const bool isOfScenarios =
        std::any_of(changed.rows.begin(), changed.rows.end(), [](RowRef row) { return row.table == Table::Scenarios; });
    isOfScenarios ? showLens() : showPeriod();
}

void LensBar::showPeriod()
{
    const QSignalBlocker quiet(m_slider); // shows the lens, does not ask for one
    if (m_document == nullptr || m_document->viewed().rollups.calendar().isEmpty()) {
        m_period->setText(absentText());
        m_slider->setRange(0, 0);
        m_slider->setEnabled(false);
        m_play->setEnabled(false);
        return;
    }
    const Calendar& calendar = m_document->viewed().rollups.calendar();
    const Period period = m_document->lens().period;
    const bool isQuarter = period.kind == PeriodKind::Quarter;
    m_slider->setEnabled(true);
    m_play->setEnabled(true);
    m_granularity->setCurrent(isQuarter ? 1 : 0);
    m_slider->setRange(0, (isQuarter ? calendar.quarters() : calendar.years()) - 1);
    m_slider->setValue(placeOf(period, calendar));
    m_period->setText(periodText(period));
    m_period->setMinimumWidth(std::max(m_period->minimumWidth(), m_period->sizeHint().width()));
    m_slider->setAccessibleDescription(m_period->text());
}

/// What the words take that a narrow bar does without: the caption of the clock and the text of the quick find.
int LensBar::spared() const
{
    return m_asOfCaption->sizeHint().width() + kGrid + fontMetrics().horizontalAdvance(m_find->text()) + kGrid;
}

QSize LensBar::minimumSizeHint() const
{
    const QSize least = QWidget::minimumSizeHint();
    return m_isNarrow ? least : QSize(least.width() - spared(), least.height());
}

void LensBar::setNarrow(bool isNarrow)
{
    if (isNarrow == m_isNarrow)
        return;
    m_isNarrow = isNarrow;
    m_asOfCaption->setVisible(!isNarrow);
    m_find->setToolButtonStyle(isNarrow ? Qt::ToolButtonIconOnly : Qt::ToolButtonTextBesideIcon);
}

void LensBar::resizeEvent(QResizeEvent* event)
{
    const int whole = QWidget::minimumSizeHint().width() + (m_isNarrow ? spared() : 0);
    setNarrow(width() < whole);
    QWidget::resizeEvent(event);
}

void LensBar::want(ViewLens lens)
{
    emit lensWanted(lens);
    showLens(); // back to what stands, if the wish was not granted
}

/// What a lens comes closest to; a chip says where it differs.
LensBar::Stance LensBar::stance() const
{
    if (m_document == nullptr)
        return Stance::Stated;
    const Lens& lens = m_document->lens().lens;
    if (lens.commitments == Commitments::Firm)
        return Stance::Firm;
    return lens.basis == FigureBasis::Weighted ? Stance::Weighted : Stance::Stated;
}

void LensBar::chooseStance(Stance stance)
{
    if (m_document == nullptr)
        return;
    ViewLens lens = m_document->lens();
    lens.lens.basis = stance == Stance::Weighted ? FigureBasis::Weighted : FigureBasis::Headline;
    lens.lens.commitments = stance == Stance::Firm ? Commitments::Firm : Commitments::All;
    want(lens);
}

void LensBar::openRest()
{
    if (m_document != nullptr)
        m_popup->openBelow(*m_rest);
}

void LensBar::choosePeriod(int place)
{
    ViewLens lens = m_document->lens();
    lens.period = periodAt(place, m_granularity->current() == 1, m_document->viewed().rollups.calendar());
    emit lensWanted(lens);
}

void LensBar::chooseGranularity(int index)
{
    ViewLens lens = m_document->lens();
    if (m_document->viewed().rollups.calendar().isEmpty())
        return;
    if (index == 1 && lens.period.kind != PeriodKind::Quarter)
        lens.period = {PeriodKind::Quarter, lens.period.year, 4}; // the quarter that ends where the year does
    else if (index == 0)
        lens.period = {PeriodKind::Year, lens.period.year, 0};
    want(lens);
}

void LensBar::stepPeriod(int by)
{
    m_slider->setValue(m_slider->value() + by);
}

namespace {

/// The next day with news, or the one before; kNoDay if there is none: after the last day all is known.
Day neighbour(const std::vector<Day>& days, Day now, int direction)
{
    if (direction < 0) {
        const auto at = now == kNoDay ? days.end() : std::lower_bound(days.begin(), days.end(), now);
        return at == days.begin() ? kNoDay : *(at - 1);
    }
    const auto at = now == kNoDay ? days.end() : std::upper_bound(days.begin(), days.end(), now);
    return at == days.end() ? kNoDay : *at;
}

} // namespace

void LensBar::stepKnowledge(int direction)
{
    if (m_document == nullptr)
        return;
    const std::vector<Day> days = knowledgeDays(m_document->chain());
    ViewLens lens = m_document->lens();
    const Day day = neighbour(days, lens.lens.knownAsOf, direction);
    if (day != kNoDay || direction > 0) {
        lens.lens.knownAsOf = day;
        if (lens != m_document->lens())
            want(lens);
    }
    if (day != kNoDay)
        return; // its news are said
    if (days.empty())
        emit said(tr("No row of the file says when it became known"));
    else if (direction > 0)
        emit said(tr("All that the file tells is known: %1 was the last day of news").arg(dayText(days.back())));
    else
        emit said(tr("%1 is the first day of news: nothing was known before").arg(dayText(days.front())));
}

/// "2025-10-06 · AMD → OpenAI, Hardware: 6.0 GW; and 2 more": where a step would lead.
QString LensBar::newsOfStep(int direction) const
{
    constexpr qsizetype kMostSaid = 5;
    if (m_document == nullptr)
        return {};
    const Chain& chain = m_document->chain();
    const Day day = neighbour(knowledgeDays(chain), m_document->lens().lens.knownAsOf, direction);
    return day == kNoDay
               ? QString()
               : tr("%1 · %2", "day, what became known").arg(dayText(day), newsLine(newsOf(chain, day), kMostSaid));
}

void LensBar::toggleReplay()
{
    if (m_replay->isPlaying())
        return m_replay->stop();
    if (m_document == nullptr)
        return;
    const std::vector<Day> days = knowledgeDays(m_document->chain());
    if (days.empty())
        return;
    ViewLens lens = m_document->lens();
    if (lens.lens.knownAsOf == kNoDay) { // from the beginning
        lens.lens.knownAsOf = days.front();
        want(lens);
    }
    m_replay->start();
}

/// @return false: all is known by now, or the figures of the next day were not waited for
bool LensBar::replayOn()
{
    const Day before = m_document == nullptr ? kNoDay : m_document->lens().lens.knownAsOf;
    stepKnowledge(1);
    const Day now = m_document == nullptr ? kNoDay : m_document->lens().lens.knownAsOf;
    return now != before && now != kNoDay;
}

bool LensBar::isPlaying() const
{
    return m_timer->isActive();
}

void LensBar::togglePlay()
{
    if (isPlaying()) {
        m_timer->stop();
    } else if (m_document != nullptr && m_slider->isEnabled()) {
        if (m_slider->value() == m_slider->maximum())
            m_slider->setValue(m_slider->minimum());
        m_timer->start();
    }
    m_play->setIcon(lineIcon(isPlaying() ? QStringLiteral("pause") : QStringLiteral("play")));
    m_play->setAccessibleName(isPlaying() ? tr("Pause") : tr("Play"));
}

void LensBar::playOn()
{
    if (m_slider->value() == m_slider->maximum())
        togglePlay();
    else
        stepPeriod(1);
}

} // namespace ochain
