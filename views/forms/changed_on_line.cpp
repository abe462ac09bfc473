// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "forms/changed_on_line.h"

#include "editing/typed_text.h"
#include "formats/parse_date.h"
#include "formats/web_address.h"
#include "theme/theme.h"
#include "widgets/row_picker.h"
#include "widgets/wrapped_label.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace ochain {

namespace {

constexpr int kLeastDayWidth = 72; ///< the inspector is narrow

} // namespace

ChangedOnLine::ChangedOnLine(const QString& name, ChangeAnswers& last, QWidget* parent)
    : QWidget(parent), m_last(last), m_ask(new QPushButton(this)), m_answers(new QWidget(this)),
      m_day(new QLineEdit(m_answers)), m_source(new QLineEdit(m_answers)), m_title(new QLineEdit(m_answers)),
      m_save(new QPushButton(m_answers)), m_note(new WrappedLabel(m_answers))
{
    m_ask->setObjectName(name + QStringLiteral("ChangedOn"));
    m_ask->setProperty("look", QStringLiteral("quietLink"));
    m_ask->setAutoDefault(true);
    m_day->setObjectName(name + QStringLiteral("ChangeDay"));
    m_day->setMinimumWidth(kLeastDayWidth);
    m_source->setObjectName(name + QStringLiteral("ChangeSource"));
    m_save->setObjectName(name + QStringLiteral("ChangeSave"));
    m_save->setAutoDefault(true);
    m_note->setObjectName(name + QStringLiteral("ChangeNote"));
    makeNote(m_note);
    m_note->setTextFormat(Qt::PlainText);
    m_title->setObjectName(name + QStringLiteral("ChangeTitle"));
    layOut();
    connect(m_ask, &QPushButton::clicked, this, &ChangedOnLine::open);
    connect(m_save, &QPushButton::clicked, this, &ChangedOnLine::answer);
    connect(m_day, &QLineEdit::returnPressed, this, [this] { m_source->setFocus(Qt::TabFocusReason); });
    for (const QLineEdit* line : {m_source, m_title})
        connect(line, &QLineEdit::returnPressed, this, &ChangedOnLine::answer);
    for (const QLineEdit* line : {m_day, m_source})
        connect(line, &QLineEdit::textEdited, this, &ChangedOnLine::judge);
    for (QWidget* widget : editors())
        widget->installEventFilter(this);
    retranslate();
    fold();
}

ChangedOnLine::~ChangedOnLine() = default;

/// From top to bottom as Tab goes.
void ChangedOnLine::layOut()
{
    auto* last = new QHBoxLayout;
    last->setSpacing(kGrid / 2);
    last->addWidget(m_note, 1);
    last->addWidget(m_save, 0, Qt::AlignTop);
    auto* answers = new QVBoxLayout(m_answers);
    answers->setContentsMargins(0, 0, 0, kGrid / 2);
    answers->setSpacing(kGrid / 2);
    for (QLineEdit* line : {m_day, m_source, m_title})
        answers->addWidget(line);
    answers->addLayout(last);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    layout->addWidget(m_ask, 0, Qt::AlignLeft);
    layout->addWidget(m_answers);
    const QList<QWidget*> stops = editors();
    for (qsizetype stop = 1; stop < stops.size(); ++stop)
        setTabOrder(stops.at(stop - 1), stops.at(stop));
}

void ChangedOnLine::setDocument(Document* document)
{
    m_picker.reset();
    m_document = document;
    fold();
    if (document == nullptr)
        return;
    m_picker = std::make_unique<RowPicker>(*m_source, *document, Table::Sources);
    connect(m_picker.get(), &RowPicker::picked, this, [this](const QString& key) {
        const Chain& chain = m_document->chain();
        m_source->setText(addressOf(chain, {Table::Sources, chain.find(Table::Sources, key.toStdString())}));
        judge();
    });
}

QList<QWidget*> ChangedOnLine::editors() const
{
    return {m_ask, m_day, m_source, m_title, m_save};
}

QList<const QLineEdit*> ChangedOnLine::unsaved() const
{
    if (m_answers->isHidden())
        return {};
    const bool isOffered = m_last.day == m_day->text() && m_last.source == m_source->text();
    return isOffered ? QList<const QLineEdit*>() : QList<const QLineEdit*>{m_day, m_source, m_title};
}

void ChangedOnLine::setCaption(const QString& caption)
{
    m_caption = caption;
    showQuestion();
}

void ChangedOnLine::showQuestion()
{
    m_ask->setText(m_caption.isEmpty() ? tr("It changed on …") : tr("%1: it changed on …", "field").arg(m_caption));
    m_ask->setAccessibleName(m_ask->text());
}

void ChangedOnLine::fold()
{
    m_answers->hide();
    m_ask->show();
    m_isAnswered = false;
    for (QLineEdit* line : {m_day, m_source, m_title})
        line->clear();
}

void ChangedOnLine::open()
{
    m_ask->hide();
    m_answers->show();
    m_day->setText(m_last.day);
    m_source->setText(m_last.source);
    m_source->setCursorPosition(0);
    judge();
    m_day->setFocus(Qt::TabFocusReason);
    m_day->selectAll();
}

void ChangedOnLine::sayWrong(const QString& text)
{
    setLook(m_note, "role", QStringLiteral("error"));
    m_note->setText(text);
    m_note->show();
}

bool ChangedOnLine::isNewSource() const
{
    const QString text = m_source->text().trimmed();
    return m_document && webAddress(text.toStdString()) &&
           rowsCalled(m_document->chain(), Table::Sources, text).empty();
}

/// What is wrong with the day; empty if nothing is.
QString ChangedOnLine::dayProblem() const
{
    if (m_day->text().trimmed().isEmpty())
        return tr("Say on which day it changed, such as 2026-02-24.");
    const ReadResult day = readDate(m_day->text(), DateRole::WholeDay);
    return day ? QString() : sentenceText(day.error());
}

QString ChangedOnLine::sourceProblem() const
{
    const QString text = m_source->text().trimmed();
    const std::size_t called = text.isEmpty() ? 0 : rowsCalled(m_document->chain(), Table::Sources, text).size();
    if (called > 1)
        return sentenceText(notOneCalled(Table::Sources, text, called));
    return called == 1 || isNewSource() ? QString()
                                        : tr("Say who says so: choose a source from the list, or give the https "
                                             "address of a new one.");
}

/// Marks what cannot be read while one types; what is missing only once it should have been there.
void ChangedOnLine::judge()
{
    if (!m_document)
        return;
    const bool isAsked = m_isAnswered || !m_day->text().isEmpty();
    const QString wrongDay = isAsked ? dayProblem() : QString();
    const QString wrongSource = m_isAnswered ? sourceProblem() : QString();
    setLook(m_day, "state", wrongDay.isEmpty() ? QString() : QStringLiteral("wrong"));
    setLook(m_source, "state", wrongSource.isEmpty() ? QString() : QStringLiteral("wrong"));
    m_title->setVisible(isNewSource());
    if (m_isAnswered && !(wrongDay + wrongSource).isEmpty())
        return sayWrong(wrongDay.isEmpty() ? wrongSource : wrongDay);
    setLook(m_note, "role", QStringLiteral("note"));
    m_note->setText(isNewSource() ? tr("A new source of this address is added.")
                                  : tr("What it was until then stays in its history."));
}

void ChangedOnLine::answer()
{
    if (!m_document)
        return;
    m_isAnswered = true;
    judge();
    if (!dayProblem().isEmpty())
        return m_day->setFocus();
    if (!sourceProblem().isEmpty())
        return m_source->setFocus();
    const Result<Date> date = parseDate(readDate(m_day->text(), DateRole::WholeDay)->canonical);
    const QString text = m_source->text().trimmed();
    const bool isNew = isNewSource();
    m_last = {m_day->text(), m_source->text()};
    emit answered(*date,
                  isNew ? QString()
                        : toQString(m_document->chain().key(
                              {Table::Sources, rowsCalled(m_document->chain(), Table::Sources, text).front()})),
                  isNew ? text : QString(), isNew ? m_title->text().trimmed() : QString());
}

void ChangedOnLine::retranslate()
{
    showQuestion();
    m_ask->setToolTip(tr("This was no mistake put right: give the day and the source, and both values stand in the "
                         "history of the field"));
    m_ask->setAccessibleDescription(m_ask->toolTip());
    m_day->setPlaceholderText(tr("on which day"));
    m_day->setAccessibleName(tr("The day on which it changed"));
    m_source->setPlaceholderText(tr("Source: name or https://…"));
    m_source->setAccessibleName(tr("The source that says so"));
    m_title->setPlaceholderText(tr("Title of the source"));
    m_title->setAccessibleName(m_title->placeholderText());
    m_save->setText(tr("Keep"));
    m_save->setToolTip(tr("Keep as a change"));
    m_save->setAccessibleName(m_save->toolTip());
    if (m_picker)
        m_picker->retranslate();
    judge();
}

bool ChangedOnLine::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::KeyPress && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape &&
        !m_answers->isHidden()) {
        fold();
        emit left();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace ochain
