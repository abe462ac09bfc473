// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QApplication>

#include <chrono>

namespace ochain::bench {

/// An application that knows when it last painted.
class RepaintClock final : public QApplication {
public:
    using Clock = std::chrono::steady_clock;
    using QApplication::QApplication;

    bool notify(QObject* receiver, QEvent* event) override;

    /// Goes through events until nothing has been painted for a while.
    void settle();
    [[nodiscard]] Clock::time_point lastPaint() const noexcept { return m_last; }
    [[nodiscard]] int paints() const noexcept { return m_paints; }

private:
    Clock::time_point m_last = Clock::now();
    int m_paints = 0;
};

} // namespace ochain::bench
