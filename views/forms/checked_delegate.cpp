// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "forms/checked_delegate.h"

#include "theme/theme.h"

#include <QComboBox>
#include <QKeyEvent>
#include <QLineEdit>

namespace ochain {

CheckedDelegate::CheckedDelegate(Reader reader, Choices choices, QObject* parent)
    : CellDelegate(parent), m_reader(std::move(reader)), m_choices(std::move(choices)), m_notes(new CellNotes(this))
{
    connect(m_notes, &CellNotes::noted, this, &CheckedDelegate::noted);
    connect(m_notes, &CellNotes::chosen, this, [this](QWidget* editor) {
        emit commitData(editor);
        emit closeEditor(editor);
    });
}

QWidget* CheckedDelegate::createEditor(QWidget* parent, const QStyleOptionViewItem& option,
                                       const QModelIndex& index) const
{
    Q_UNUSED(option)
    QWidget* editor = nullptr;
    if (const QList<std::pair<QString, QString>> choices = m_choices(index); !choices.isEmpty()) {
        editor = createChoice(parent, choices);
    } else {
        auto* line = new QLineEdit(parent);
        line->setFrame(false);
        connect(line, &QLineEdit::textEdited, this, [this, line] { judge(line); });
        editor = line;
    }
    editor->setObjectName(QStringLiteral("cellEditor"));
    editor->setProperty("cell", QVariant::fromValue(QPersistentModelIndex(index)));
    editor->setAccessibleName(index.model()->headerData(index.column(), Qt::Horizontal).toString());
    connect(editor, &QObject::destroyed, m_notes, [notes = m_notes] { emit notes->noted({}, false); });
    return editor;
}

QWidget* CheckedDelegate::createChoice(QWidget* parent, const QList<std::pair<QString, QString>>& choices) const
{
    auto* box = new QComboBox(parent);
    for (const auto& [value, words] : choices)
        box->addItem(words, value);
    // What is chosen is taken at once, as in a form.
    connect(box, &QComboBox::activated, m_notes, [notes = m_notes, box] { emit notes->chosen(box); });
    return box;
}

bool CheckedDelegate::judge(QWidget* editor) const
{
    const auto* line = qobject_cast<QLineEdit*>(editor);
    if (line == nullptr)
        return true;
    const tl::expected<QString, QString> reading =
        m_reader(editor->property("cell").toPersistentModelIndex(), line->text());
    setLook(editor, "state", reading ? QString() : QStringLiteral("wrong"));
    emit m_notes->noted(reading ? *reading : reading.error(), !reading);
    return reading.has_value();
}

bool CheckedDelegate::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        const bool commits =
            key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Tab || key == Qt::Key_Backtab;
        auto* editor = qobject_cast<QWidget*>(watched);
        if (commits && editor != nullptr && !judge(editor))
            return true; // stays open, marked
    }
    return CellDelegate::eventFilter(watched, event);
}

} // namespace ochain
