// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QElapsedTimer>
#include <QTimer>

#include <functional>

namespace ochain::bench {

/// What a step took.
struct StepTime {
    double untilThere = 0;   ///< milliseconds from the step to what it leads to
    double longestBlock = 0; ///< of them those the event loop could not turn in, at one go
};

/// Takes the time of steps, and how long the event loop stood still in them: a timer ticks as often as it may, and the
/// longest gap between two ticks is what a person would notice.
class LoopGaps {
public:
    LoopGaps();

    /// Makes a step and lets the event loop turn until it has led to something, and until all is painted.
    [[nodiscard]] StepTime take(const std::function<void()>& step, const std::function<bool()>& isThere);

private:
    void tick();

    QTimer m_timer;
    QElapsedTimer m_sinceTick;
    qint64 m_longest = 0; ///< nanoseconds
};

} // namespace ochain::bench
