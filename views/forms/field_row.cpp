// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "forms/field_row.h"

#include "forms/row_list_edit.h"
#include "theme/theme.h"
#include "widgets/choice_box.h"
#include "widgets/proposals.h"
#include "widgets/wheel_guard.h"
#include "widgets/wrapped_label.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <utility>

namespace ochain {

namespace {

constexpr int kTitleLines = 2;
constexpr int kNoteLines = 3;

} // namespace

FieldRow::FieldRow(Kind kind, const QString& name, QWidget* parent)
    : QWidget(parent), m_label(new WrappedLabel(this)), m_note(new WrappedLabel(this))
{
    createEditor(kind, name);
    m_editor->installEventFilter(this);
    connect(this, &FieldRow::edited, this, [this] { m_isEdited = true; });
    m_label->setFixedWidth(kLabelWidth);
    m_label->setBuddy(m_editor);
    makeCaption(m_label);
    m_label->setMinimumHeight(30);
    m_note->setObjectName(name + QStringLiteral("Note"));
    makeNote(m_note);
    m_note->setTextFormat(Qt::PlainText);
    m_note->hide();
    auto* body = new QVBoxLayout;
    body->setSpacing(2);
    body->addWidget(m_rows != nullptr ? static_cast<QWidget*>(m_rows) : m_editor);
    body->addWidget(m_note);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kGrid);
    layout->addWidget(m_label, 0, Qt::AlignTop);
    layout->addLayout(body, 1);
}

void FieldRow::createEditor(Kind kind, const QString& name)
{
    switch (kind) {
    case Kind::Line:
        m_line = new QLineEdit(this);
        m_editor = m_line;
        connect(m_line, &QLineEdit::textEdited, this, &FieldRow::edited);
        connect(m_line, &QLineEdit::editingFinished, this, &FieldRow::left);
        break;
    case Kind::Choice:
        m_choice = new ChoiceBox(this);
        m_choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        m_choice->setMinimumContentsLength(6);
        leaveWheelToForm(*m_choice);
        m_editor = m_choice;
        connect(m_choice, &ChoiceBox::typed, this, [this] { emit edited(text()); });
        connect(m_choice, &ChoiceBox::left, this, &FieldRow::left);
        connect(m_choice, &ChoiceBox::chosen, this, [this] {
            emit edited(text());
            emit left();
        });
        break;
    case Kind::Wrapped:
        m_isOneParagraph = true;
        createTextEditor(kTitleLines);
        break;
    case Kind::Text:
        createTextEditor(kNoteLines);
        break;
    case Kind::Rows:
        m_rows = new RowListEdit(name, this);
        m_line = m_rows->line();
        m_editor = m_line;
        connect(m_rows, &RowListEdit::edited, this, &FieldRow::edited);
        connect(m_rows, &RowListEdit::left, this, &FieldRow::left);
        break;
    }
    m_editor->setObjectName(name);
}

void FieldRow::createTextEditor(int lines)
{
    m_text = new QPlainTextEdit(this);
    m_text->setTabChangesFocus(true);
    m_text->setFixedHeight(lines * QFontMetrics(bodyFont()).lineSpacing() + 2 * kGrid);
    m_editor = m_text;
    connect(m_text, &QPlainTextEdit::textChanged, this, [this] { emit edited(text()); });
}

QString FieldRow::text() const
{
    if (m_rows != nullptr)
        return m_rows->text();
    if (m_line != nullptr)
        return m_line->text();
    if (m_choice != nullptr)
        return m_choice->value();
    const QString plain = m_text->toPlainText();
    return m_isOneParagraph ? QString(plain).replace(QLatin1Char('\n'), QLatin1Char(' ')) : plain;
}

void FieldRow::setText(const QString& text)
{
    m_isEdited = false;
    if (m_rows != nullptr)
        return m_rows->setText(text);
    if (text == this->text())
        return;
    const QSignalBlocker quiet(m_editor); // the document speaks, not the user
    if (m_line != nullptr) {
        m_line->setText(text);
        m_line->setCursorPosition(0);
    } else if (m_choice != nullptr)
        m_choice->setValue(text);
    else
        m_text->setPlainText(text);
}

void FieldRow::setLabel(const QString& label)
{
    m_label->setText(label);
    m_editor->setAccessibleName(label);
    if (m_choice != nullptr) // the keyboard is in its line
        m_choice->lineEdit()->setAccessibleName(label);
}

void FieldRow::setPlaceholder(const QString& text)
{
    if (m_line != nullptr)
        m_line->setPlaceholderText(text);
    else if (m_choice != nullptr)
        m_choice->setWords(text);
    else
        m_text->setPlaceholderText(text);
}

void FieldRow::setChoices(const QList<std::pair<QString, QString>>& items)
{
    m_choice->setItems(items);
}

void FieldRow::setReadOnly(bool isReadOnly)
{
    if (m_rows != nullptr)
        m_rows->setReadOnly(isReadOnly);
    else if (m_line != nullptr)
        m_line->setReadOnly(isReadOnly);
    else if (m_choice != nullptr)
        m_choice->setEnabled(!isReadOnly);
    else
        m_text->setReadOnly(isReadOnly);
}

void FieldRow::setProposals(std::function<QStringList()> texts)
{
    if (m_line == nullptr)
        return;
    if (m_proposals == nullptr) {
        m_proposals = new Proposals(*m_line);
        connect(m_proposals, &Proposals::chosen, this, [this](const QString& chosen) {
            emit edited(chosen);
            emit left();
        });
    }
    m_proposals->setSource(std::move(texts));
}

void FieldRow::showNote(const QString& text, bool isWrong)
{
    m_isWrong = isWrong;
    m_note->setText(text);
    m_note->setVisible(!text.isEmpty());
    setLook(m_note, "role", isWrong ? QStringLiteral("error") : QStringLiteral("note"));
    setLook(m_editor, "state", isWrong ? QStringLiteral("wrong") : QString());
    m_editor->setAccessibleDescription(text);
}

void FieldRow::showEcho(const QString& text)
{
    showNote(text, false);
}

void FieldRow::showProblem(const QString& text)
{
    showNote(text, true);
}

QString FieldRow::note() const
{
    return m_note->text();
}

bool FieldRow::eventFilter(QObject* watched, QEvent* event)
{
    if (watched != m_editor)
        return QWidget::eventFilter(watched, event);
    if (event->type() == QEvent::KeyPress && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
        emit restoreAsked();
        return true;
    }
    if (event->type() == QEvent::KeyPress && m_isOneParagraph &&
        (static_cast<QKeyEvent*>(event)->key() == Qt::Key_Return ||
         static_cast<QKeyEvent*>(event)->key() == Qt::Key_Enter)) {
        emit left();
        return true;
    }
    // What was committed is undone in the chain, not in the editor.
    if (event->type() == QEvent::ShortcutOverride && !m_isEdited) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->matches(QKeySequence::Undo) || key->matches(QKeySequence::Redo)) {
            event->ignore();
            return true;
        }
    }
    // Delete in a choice is no order about the whole row.
    if (event->type() == QEvent::ShortcutOverride && m_choice != nullptr &&
        static_cast<QKeyEvent*>(event)->key() == Qt::Key_Delete) {
        event->accept();
        return true;
    }
    if (event->type() == QEvent::FocusOut && m_text != nullptr &&
        static_cast<QFocusEvent*>(event)->reason() != Qt::ActiveWindowFocusReason)
        emit left();
    return QWidget::eventFilter(watched, event);
}

} // namespace ochain
