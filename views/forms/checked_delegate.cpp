// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "forms/checked_delegate.h"

#include "theme/theme.h"

#include <QKeyEvent>
#include <QLineEdit>

namespace ochain {

CheckedDelegate::CheckedDelegate(Reader reader, QObject* parent)
    : CellDelegate(parent), m_reader(std::move(reader)), m_notes(new CellNotes(this))
{
    connect(m_notes, &CellNotes::noted, this, &CheckedDelegate::noted);
}

QWidget* CheckedDelegate::createEditor(QWidget* parent, const QStyleOptionViewItem& option,
                                       const QModelIndex& index) const
{
    Q_UNUSED(option)
    auto* editor = new QLineEdit(parent);
    editor->setObjectName(QStringLiteral("cellEditor"));
    editor->setFrame(false);
    editor->setProperty("column", index.column());
    editor->setAccessibleName(index.model()->headerData(index.column(), Qt::Horizontal).toString());
    connect(editor, &QLineEdit::textEdited, this, [this, editor] { judge(editor); });
    connect(editor, &QObject::destroyed, m_notes, [notes = m_notes] { emit notes->noted({}, false); });
    return editor;
}

bool CheckedDelegate::judge(QLineEdit* editor) const
{
    const ReadResult reading = m_reader(editor->property("column").toInt(), editor->text());
    setLook(editor, "state", reading ? QString() : QStringLiteral("wrong"));
    emit m_notes->noted(reading ? readsAsText(editor->text(), *reading) : sentenceText(reading.error()), !reading);
    return reading.has_value();
}

bool CheckedDelegate::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        const bool commits =
            key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Tab || key == Qt::Key_Backtab;
        auto* editor = qobject_cast<QLineEdit*>(watched);
        if (commits && editor != nullptr && !judge(editor))
            return true; // stays open, marked
    }
    return CellDelegate::eventFilter(watched, event);
}

} // namespace ochain
