// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bench/table/loop_gaps.h"

#include <QCoreApplication>

#include <algorithm>

namespace ochain::bench {

namespace {

constexpr int kQuietMs = 60; ///< in which views lay themselves out and paint
constexpr double kNanoseconds = 1e6;

} // namespace

LoopGaps::LoopGaps()
{
    m_timer.setTimerType(Qt::PreciseTimer);
    m_timer.setInterval(1);
    QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { tick(); });
}

void LoopGaps::tick()
{
    m_longest = std::max(m_longest, m_sinceTick.nsecsElapsed());
    m_sinceTick.restart();
}

StepTime LoopGaps::take(const std::function<void()>& step, const std::function<bool()>& isThere)
{
    const auto turn = [] { QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents | QEventLoop::AllEvents); };
    m_timer.start();
    m_sinceTick.start();
    turn();
    m_longest = 0;
    QElapsedTimer clock;
    clock.start();
    m_sinceTick.restart();
    step();
    while (!isThere())
        turn();
    const double untilThere = static_cast<double>(clock.nsecsElapsed()) / kNanoseconds;
    for (clock.restart(); clock.elapsed() < kQuietMs;)
        turn();
    tick();
    m_timer.stop();
    return {untilThere, static_cast<double>(m_longest) / kNanoseconds};
}

} // namespace ochain::bench
