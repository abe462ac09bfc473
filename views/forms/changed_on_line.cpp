// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "forms/changed_on_line.h"

#include "editing/typed_text.h"
#include "formats/parse_date.h"
#include "formats/web_address.h"
#include "theme/theme.h"
#include "widgets/row_picker.h"

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
      m_day(new QLineEdit(m_answers)), m_source(new QLineEdit(m_answers)), m_save(new QPushButton(m_answers)),
      m_note(new QLabel(m_answers))
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
    m_note->setWordWrap(true);
    m_note->setTextFormat(Qt::PlainText);
    auto* first = new QHBoxLayout;
    first->setSpacing(kGrid / 2);
    first->addWidget(m_day, 1);
    first->addWidget(m_save);
    auto* answers = new QVBoxLayout(m_answers);
    answers->setContentsMargins(0, 0, 0, kGrid / 2);
    answers->setSpacing(kGrid / 2);
    answers->addLayout(first);
    answers->addWidget(m_source);
    answers->addWidget(m_note);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    layout->addWidget(m_ask, 0, Qt::AlignLeft);
    layout->addWidget(m_answers);
    setTabOrder(m_ask, m_day);
    setTabOrder(m_day, m_source);
    setTabOrder(m_source, m_save);
    connect(m_ask, &QPushButton::clicked, this, &ChangedOnLine::open);
    connect(m_save, &QPushButton::clicked, this, &ChangedOnLine::answer);
    connect(m_day, &QLineEdit::returnPressed, this, [this] { m_source->setFocus(Qt::TabFocusReason); });
    connect(m_source, &QLineEdit::returnPressed, this, &ChangedOnLine::answer);
    for (QLineEdit* line : {m_day, m_source})
        connect(line, &QLineEdit::textEdited, this, &ChangedOnLine::judge);
    for (QWidget* widget : editors())
        widget->installEventFilter(this);
    retranslate();
    fold();
}

ChangedOnLine::~ChangedOnLine() = default;

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
    return {m_ask, m_day, m_source, m_save};
}

QList<const QLineEdit*> ChangedOnLine::unsaved() const
{
    if (m_answers->isHidden())
        return {};
    const bool isOffered = m_last.day == m_day->text() && m_last.source == m_source->text();
    return isOffered ? QList<const QLineEdit*>() : QList<const QLineEdit*>{m_day, m_source};
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
    m_day->clear();
    m_source->clear();
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

/// Marks what cannot be read while one types.
void ChangedOnLine::judge()
{
    const bool isDayWrong = !m_day->text().isEmpty() && !readDate(m_day->text(), DateRole::WholeDay);
    setLook(m_day, "state", isDayWrong ? QStringLiteral("wrong") : QString());
    setLook(m_source, "state", QString());
    setLook(m_note, "role", QStringLiteral("note"));
    const bool isNew = m_document != nullptr && webAddress(m_source->text().trimmed().toStdString()) &&
                       rowsCalled(m_document->chain(), Table::Sources, m_source->text()).empty();
    m_note->setText(isNew ? tr("A new source of this address is added.")
                          : tr("What it was until then stays in its history."));
}

void ChangedOnLine::answer()
{
    if (m_document == nullptr)
        return;
    const Chain& chain = m_document->chain();
    const ReadResult day = readDate(m_day->text(), DateRole::WholeDay);
    const Result<Date> date = day ? parseDate(day->canonical) : Result<Date>(Date{});
    if (!day || !date || !date->isSet()) {
        setLook(m_day, "state", QStringLiteral("wrong"));
        m_day->setFocus();
        return sayWrong(day ? tr("Say on which day it changed, such as 2026-02-24.") : sentenceText(day.error()));
    }
    const QString text = m_source->text().trimmed();
    const std::vector<std::uint32_t> sources = rowsCalled(chain, Table::Sources, text);
    const bool isNew = sources.empty() && webAddress(text.toStdString()).has_value();
    if (!isNew && (text.isEmpty() || sources.size() != 1)) {
        setLook(m_source, "state", QStringLiteral("wrong"));
        m_source->setFocus();
        return sayWrong(sources.size() > 1 ? sentenceText(notOneCalled(Table::Sources, text, sources.size()))
                                           : tr("Say who says so: choose a source from the list, or give the https "
                                                "address of a new one."));
    }
    m_last = {m_day->text(), m_source->text()};
    emit answered(*date, isNew ? QString() : toQString(chain.key({Table::Sources, sources.front()})),
                  isNew ? text : QString());
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
