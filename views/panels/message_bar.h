// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFrame>

#include <functional>

class QLabel;
class QPushButton;
class QToolButton;

namespace ochain {

/// A strip at the top of the window that says what happened and what can be done, without stopping anybody. One message
/// at a time; the newest counts.
class MessageBar final : public QFrame {
    Q_OBJECT
public:
    enum class Kind { Notice, Warning, Error };

    explicit MessageBar(QWidget* parent = nullptr);

    /// @param action  text of a button, empty for none
    /// @param todo    what the button does
    void say(Kind kind, const QString& text, const QString& action = {}, const std::function<void()>& todo = {});
    [[nodiscard]] QString text() const;
    void dismiss();

protected:
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    QLabel* m_icon;
    QLabel* m_text;
    QPushButton* m_action;
    QToolButton* m_close;
    std::function<void()> m_todo;
};

} // namespace ochain
