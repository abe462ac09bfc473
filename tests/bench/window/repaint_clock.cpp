// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bench/window/repaint_clock.h"

#include <QEvent>
#include <QEventLoop>
#include <QTimer>

namespace ochain::bench {

namespace {

constexpr std::chrono::milliseconds kQuiet{300}; ///< longer than any pause after which the window still draws

} // namespace

bool RepaintClock::notify(QObject* receiver, QEvent* event)
{
    const QEvent::Type type = event->type();
    const bool isDone = QApplication::notify(receiver, event);
    if (type == QEvent::Paint || type == QEvent::UpdateRequest) { // the latter brings what was painted to the screen
        m_last = Clock::now();
        m_paints += type == QEvent::Paint ? 1 : 0;
    }
    return isDone;
}

void RepaintClock::settle()
{
    const auto from = Clock::now();
    while (Clock::now() - std::max(m_last, from) < kQuiet) {
        QEventLoop loop;
        QTimer::singleShot(kQuiet / 10, &loop, &QEventLoop::quit);
        loop.exec();
    }
}

} // namespace ochain::bench
