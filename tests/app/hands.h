// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "window_fixture.h"

#include <QAbstractItemView>
#include <QToolButton>

#include <algorithm>

namespace ochain {

// Keys as a person presses them: they reach whatever has the keyboard, an open list before the field below it.

inline QWidget* keyboard()
{
    QWidget* popup = QApplication::activePopupWidget();
    if (popup == nullptr)
        return QApplication::focusWidget();
    return popup->focusWidget() != nullptr ? popup->focusWidget() : popup;
}

inline void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
{
    QTest::keyClick(keyboard(), key, modifiers);
}

inline void type(const QString& text)
{
    for (const QChar letter : text) // one by one: a list may open in between
        if (letter.unicode() < 128)
            QTest::keyClick(keyboard(), letter.toLatin1());
        else
            QTest::sendKeyEvent(QTest::Click, keyboard(), Qt::Key_unknown, QString(letter), Qt::NoModifier);
}

inline void click(QWidget& widget)
{
    QTest::mouseClick(&widget, Qt::LeftButton);
}

/// The chips of the lens bar that are to be seen, from left to right.
inline QStringList lensChipsOf(const WindowFixture& f)
{
    QStringList texts;
    for (int at = 0;; ++at) {
        const auto* chip = f.find<QWidget>("lensChips").findChild<QToolButton*>(QStringLiteral("lensChip%1").arg(at));
        if (chip == nullptr)
            return texts;
        if (chip->isVisible())
            texts << chip->text();
    }
}

/// The list that is open under a field; null if none is.
inline QAbstractItemView* openList()
{
    return qobject_cast<QAbstractItemView*>(QApplication::activePopupWidget());
}

inline QStringList offered()
{
    QStringList texts;
    const QAbstractItemView* list = openList();
    for (int row = 0; list != nullptr && row < list->model()->rowCount(); ++row)
        texts << list->model()->index(row, 0).data().toString();
    return texts;
}

/// Clicks a row of the open list.
inline void clickInList(const QString& text)
{
    QAbstractItemView* list = openList();
    const auto row = static_cast<int>(offered().indexOf(text));
    if (list == nullptr || row < 0)
        qFatal("%s is not offered", qPrintable(text));
    const QModelIndex index = list->model()->index(row, 0);
    list->scrollTo(index);
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(index).center());
}

/// Puts the keyboard into an editor of the form, a line or a choice, with all its text selected.
inline QWidget& enterField(const WindowFixture& f, const QString& name)
{
    auto& field = f.find<QWidget>(name.toLatin1().constData());
    field.setFocus(Qt::TabFocusReason);
    QMetaObject::invokeMethod(field.property("editable").toBool() ? field.findChild<QLineEdit*>() : &field,
                              "selectAll");
    return field;
}

/// What an editor of the form shows.
inline QString shownIn(const QWidget& field)
{
    const QVariant text = field.property("currentText");
    return text.isValid() ? text.toString() : field.property("text").toString();
}

} // namespace ochain
