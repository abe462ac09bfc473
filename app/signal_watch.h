// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>

#include <array>

class QSocketNotifier;

namespace ochain {

/// Turns SIGINT, SIGTERM and SIGHUP into a Qt signal, so that the window closes as by its button: pending input is
/// committed, the look remembered, the file closed to one plain file. There is one in a program, in its main thread; a
/// second signal ends the program at once.
class SignalWatch final : public QObject {
    Q_OBJECT

public:
    explicit SignalWatch(QObject* parent = nullptr);
    ~SignalWatch() override;

signals:
    /// From the event loop, once the program was told to end.
    void endAsked();

private:
    void read();

    std::array<int, 2> m_pipe{-1, -1};
    QSocketNotifier* m_notifier = nullptr;
};

} // namespace ochain
