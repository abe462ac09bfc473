// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>

#include <functional>

class QShortcut;
class QTimer;
class QWidget;

namespace ochain {

/// Takes step after step, with a pause for the eye in between, until there is no further one, or Esc is pressed. A step
/// may take as long as it likes: the pause begins behind it.
class Replay final : public QObject {
    Q_OBJECT
public:
    /// @param window  in which Esc ends it; owns it
    /// @param step    takes one; false: there is no further one
    Replay(std::function<bool()> step, QWidget& window);

    [[nodiscard]] bool isPlaying() const noexcept { return m_isPlaying; }
    void start();
    void stop();

signals:
    /// It began, or came to its end.
    void playingChanged(bool isPlaying);

private:
    void goOn();

    std::function<bool()> m_step;
    QTimer* m_timer;
    QShortcut* m_escape;
    bool m_isPlaying = false;
};

} // namespace ochain
