// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "panels/replay.h"

#include <QShortcut>
#include <QTimer>
#include <QWidget>

#include <utility>

namespace ochain {

namespace {

constexpr int kPauseMs = 900; ///< long enough to read what happened

} // namespace

Replay::Replay(std::function<bool()> step, QWidget& window)
    : QObject(&window), m_step(std::move(step)), m_timer(new QTimer(this)),
      m_escape(new QShortcut(QKeySequence(Qt::Key_Escape), &window))
{
    m_timer->setSingleShot(true);
    m_timer->setInterval(kPauseMs);
    m_escape->setEnabled(false); // Esc belongs to others while nothing plays
    connect(m_timer, &QTimer::timeout, this, &Replay::goOn);
    connect(m_escape, &QShortcut::activated, this, &Replay::stop);
}

void Replay::start()
{
    if (m_isPlaying)
        return;
    m_isPlaying = true;
    m_escape->setEnabled(true);
    emit playingChanged(true);
    m_timer->start();
}

void Replay::stop()
{
    if (!m_isPlaying)
        return;
    m_isPlaying = false;
    m_timer->stop();
    m_escape->setEnabled(false);
    emit playingChanged(false);
}

void Replay::goOn()
{
    const bool isDone = !m_step();
    if (isDone)
        stop();
    else if (m_isPlaying) // it may have been stopped during the step
        m_timer->start();
}

} // namespace ochain
