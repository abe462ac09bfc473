// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "menu_keys.h"

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMainWindow>
#include <QMenu>
#include <QPlainTextEdit>

#include <algorithm>

namespace ochain {

namespace {

/// Whether a key stands for nothing that one types, nor for a step of the cursor.
bool isOrder(const QKeyEvent& key)
{
    const bool isFunctionKey = key.key() >= Qt::Key_F1 && key.key() <= Qt::Key_F35;
    return isFunctionKey || (key.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier)) != 0;
}

const QLineEdit* lineOf(const QWidget& field)
{
    const auto* box = qobject_cast<const QComboBox*>(&field);
    return box != nullptr ? box->lineEdit() : qobject_cast<const QLineEdit*>(&field);
}

bool canUndo(const QWidget& field)
{
    const auto* text = qobject_cast<const QPlainTextEdit*>(&field);
    const QLineEdit* line = lineOf(field);
    return text != nullptr ? text->document()->isUndoAvailable() : line != nullptr && line->isUndoAvailable();
}

bool canRedo(const QWidget& field)
{
    const auto* text = qobject_cast<const QPlainTextEdit*>(&field);
    const QLineEdit* line = lineOf(field);
    return text != nullptr ? text->document()->isRedoAvailable() : line != nullptr && line->isRedoAvailable();
}

/// The field whose key it is: a list that hangs under one passes keys on to it.
const QWidget& fieldAt(const QWidget& widget)
{
    const bool isPopup = widget.windowType() == Qt::Popup && QApplication::focusWidget() != nullptr;
    return isPopup ? *QApplication::focusWidget() : widget;
}

/// Whether a field has to have a key for its own text, or a list for the order of its rows.
bool needs(const QWidget& field, const QKeyEvent& key)
{
    if (key.matches(QKeySequence::Copy)) // of a label too, which tells nobody whether something in it is selected
        return true;
    if (key.matches(QKeySequence::Paste))
        return lineOf(field) != nullptr || qobject_cast<const QPlainTextEdit*>(&field) != nullptr;
    if (field.property("movesRows").toBool() && key.modifiers() == Qt::AltModifier)
        return key.key() == Qt::Key_Up || key.key() == Qt::Key_Down;
    return (key.matches(QKeySequence::Undo) && canUndo(field)) || (key.matches(QKeySequence::Redo) && canRedo(field));
}

/// A list that hangs under a field keeps every key from the window.
void closePopups()
{
    while (QWidget* popup = QApplication::activePopupWidget()) {
        popup->close();
        if (popup == QApplication::activePopupWidget())
            return;
    }
}

} // namespace

MenuKeys::MenuKeys(QMainWindow& window) : QObject(&window), m_window(window)
{
    qApp->installEventFilter(this);
}

/// Whether a widget is in the window or in what has popped up from it. A menu that is open has the keyboard for itself.
bool MenuKeys::isOurs(const QWidget& widget) const
{
    const QWidget* top = widget.window();
    while (top != nullptr && top != &m_window) {
        const bool belongs = top->windowType() == Qt::Popup || top->windowType() == Qt::Tool;
        if (!belongs || qobject_cast<const QMenu*>(top) != nullptr || top->parentWidget() == nullptr)
            return false;
        top = top->parentWidget()->window();
    }
    return top != nullptr;
}

bool MenuKeys::isOfMenu(const QKeyEvent& key) const
{
    const QKeySequence keys(QKeyCombination(key.modifiers() & ~Qt::KeypadModifier, Qt::Key(key.key())));
    const QList<QAction*> actions = m_window.actions();
    return std::any_of(actions.begin(), actions.end(), [&keys](const QAction* action) {
        return action->isEnabled() && action->shortcuts().contains(keys);
    });
}

bool MenuKeys::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::ShortcutOverride)
        return QObject::eventFilter(watched, event);
    const auto* widget = qobject_cast<const QWidget*>(watched);
    const auto& key = *static_cast<QKeyEvent*>(event);
    if (widget == nullptr || !isOrder(key) || !isOurs(*widget) || !isOfMenu(key) || needs(fieldAt(*widget), key))
        return QObject::eventFilter(watched, event);
    closePopups();
    event->ignore(); // whatever the widget would do with it: now the menu is asked
    return true;
}

} // namespace ochain
