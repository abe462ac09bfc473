// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "busy_guard.h"

#include <QApplication>
#include <QEvent>
#include <QWindow>

namespace ochain {

namespace {

bool isInput(QEvent::Type type)
{
    switch (type) {
    case QEvent::MouseButtonPress:
    case QEvent::MouseButtonRelease:
    case QEvent::MouseButtonDblClick:
    case QEvent::KeyPress:
    case QEvent::KeyRelease:
    case QEvent::Shortcut:
    case QEvent::ShortcutOverride:
    case QEvent::Wheel:
    case QEvent::ContextMenu:
    case QEvent::Drop:
    case QEvent::Close:
        return true;
    default:
        return false;
    }
}

} // namespace

BusyGuard::BusyGuard(QObject* allowed) : m_allowed(allowed)
{
    qApp->installEventFilter(this);
}

BusyGuard::~BusyGuard()
{
    qApp->removeEventFilter(this);
}

bool BusyGuard::eventFilter(QObject* watched, QEvent* event)
{
    if (!isInput(event->type()) ||
        qobject_cast<QWindow*>(watched) != nullptr) // windows pass events on to their widgets
        return false;
    for (const QObject* object = watched; object != nullptr; object = object->parent())
        if (object == m_allowed)
            return false;
    event->ignore(); // a window that is asked to close stays open
    return true;
}

} // namespace ochain
