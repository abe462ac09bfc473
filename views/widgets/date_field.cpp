// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/date_field.h"

#include "formats/parse_date.h"
#include "theme/icons.h"
#include "theme/theme.h"
#include "widgets/field_note.h"

#include <QCalendarWidget>
#include <QFrame>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QToolButton>
#include <QVBoxLayout>

namespace ochain {

namespace {

QToolButton* iconButton(const QString& icon, const QString& name, QWidget* parent)
{
    auto* button = new QToolButton(parent);
    button->setIcon(lineIcon(icon));
    button->setObjectName(name);
    button->setFocusPolicy(Qt::StrongFocus);
    return button;
}

QDate toQDate(Day day)
{
    return QDate(1970, 1, 1).addDays(day);
}

} // namespace

DateField::DateField(QWidget* parent)
    : QWidget(parent), m_previous(iconButton(QStringLiteral("previous"), QStringLiteral("asOfPrevious"), this)),
      m_edit(new QLineEdit(this)), m_next(iconButton(QStringLiteral("next"), QStringLiteral("asOfNext"), this)),
      m_play(iconButton(QStringLiteral("play"), QStringLiteral("asOfPlay"), this)),
      m_calendar(iconButton(QStringLiteral("calendar"), QStringLiteral("asOfCalendar"), this)),
      m_clear(iconButton(QStringLiteral("close"), QStringLiteral("asOfClear"), this)),
      m_note(new FieldNote(QStringLiteral("asOfNote"), *m_edit))
{
    m_edit->setObjectName(QStringLiteral("asOfEdit"));
    m_edit->setFixedWidth(96);
    m_edit->installEventFilter(this);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    for (QWidget* widget :
         {static_cast<QWidget*>(m_previous), static_cast<QWidget*>(m_edit), static_cast<QWidget*>(m_next),
          static_cast<QWidget*>(m_play), static_cast<QWidget*>(m_calendar), static_cast<QWidget*>(m_clear)})
        layout->addWidget(widget);
    for (QToolButton* button : {m_previous, m_next})
        button->installEventFilter(this);
    connect(m_edit, &QLineEdit::editingFinished, this, &DateField::readText);
    connect(m_previous, &QToolButton::clicked, this, [this] { emit stepAsked(-1); });
    connect(m_next, &QToolButton::clicked, this, [this] { emit stepAsked(1); });
    connect(m_play, &QToolButton::clicked, this, &DateField::playAsked);
    connect(m_calendar, &QToolButton::clicked, this, &DateField::showCalendar);
    connect(m_clear, &QToolButton::clicked, this, [this] { choose(kNoDay); });
    setDay(kNoDay);
}

void DateField::setDay(Day day)
{
    m_day = day;
    m_edit->setText(day == kNoDay ? QString() : dayText(day));
    m_clear->setEnabled(day != kNoDay);
    markWrong({});
}

void DateField::retranslate()
{
    m_edit->setPlaceholderText(tr("all known"));
    m_edit->setAccessibleName(tr("Known as of, a day"));
    m_edit->setToolTip(tr("Only what was known on this day counts. Empty: everything."));
    m_previous->setAccessibleName(tr("Back to the day before on which something became known"));
    m_next->setAccessibleName(tr("On to the next day on which something became known"));
    m_calendar->setToolTip(tr("Choose a day from a calendar"));
    m_clear->setToolTip(tr("Everything known"));
    for (QToolButton* button : {m_calendar, m_clear})
        button->setAccessibleName(button->toolTip());
    for (QToolButton* button : {m_previous, m_next})
        button->setToolTip(button->accessibleName());
    setDay(m_day);
    setPlaying(m_isPlaying);
}

void DateField::sayNews(QToolButton& button) const
{
    const QString news = m_teller ? m_teller(&button == m_next ? 1 : -1) : QString();
    const QString what = button.accessibleName();
    button.setToolTip(news.isEmpty() ? what : what + QLatin1Char('\n') + news);
    button.setAccessibleDescription(news);
}

void DateField::setPlaying(bool isPlaying)
{
    m_isPlaying = isPlaying;
    m_play->setIcon(lineIcon(isPlaying ? QStringLiteral("pause") : QStringLiteral("play")));
    m_play->setToolTip(isPlaying ? tr("Stop on this day (Esc)")
                                 : tr("Play how it became known, day by day (Alt+P); Esc stops"));
    m_play->setAccessibleName(m_play->toolTip());
}

void DateField::markWrong(const QString& message)
{
    setLook(m_edit, "state", message.isEmpty() ? QString() : QStringLiteral("wrong"));
    m_edit->setToolTip(message.isEmpty() ? tr("Only what was known on this day counts. Empty: everything.") : message);
    m_edit->setAccessibleDescription(message);
    m_note->tell(message);
}

void DateField::readText()
{
    const ReadResult reading = readDate(m_edit->text(), DateRole::Start);
    if (!reading) {
        markWrong(sentenceText(reading.error()));
        return;
    }
    const Result<Date> date = parseDate(reading->canonical);
    choose(date && date->isSet() ? firstDay(*date) : kNoDay);
}

void DateField::choose(Day day)
{
    const bool isNew = day != m_day;
    setDay(day);
    if (isNew)
        emit dayChosen(day);
}

void DateField::showCalendar()
{
    auto* popup = new QFrame(this, Qt::Popup);
    popup->setAttribute(Qt::WA_DeleteOnClose);
    popup->setProperty("look", QStringLiteral("popup"));
    auto* calendar = new QCalendarWidget(popup);
    calendar->setObjectName(QStringLiteral("asOfCalendarPage"));
    calendar->setVerticalHeaderFormat(QCalendarWidget::NoVerticalHeader);
    calendar->setSelectedDate(m_day == kNoDay ? QDate::currentDate() : toQDate(m_day));
    auto* layout = new QVBoxLayout(popup);
    layout->setContentsMargins(kGrid, kGrid, kGrid, kGrid);
    layout->addWidget(calendar);
    const auto take = [this, popup](QDate date) {
        popup->close();
        choose(dayNumber(date.year(), date.month(), date.day()));
    };
    connect(calendar, &QCalendarWidget::clicked, this, take);
    connect(calendar, &QCalendarWidget::activated, this, take);
    popup->move(mapToGlobal(QPoint(0, height() + 2)));
    popup->show();
    calendar->setFocus();
}

bool DateField::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::ToolTip && (watched == m_previous || watched == m_next))
        sayNews(*static_cast<QToolButton*>(watched)); // and it is shown
    if (watched == m_edit && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Escape) {
            setDay(m_day);
            return true;
        }
        if (key == Qt::Key_Up || key == Qt::Key_Down) {
            emit stepAsked(key == Qt::Key_Up ? 1 : -1);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace ochain
