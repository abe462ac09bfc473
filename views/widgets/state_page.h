// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;

namespace ochain {

/// What a place shows while it has nothing else to show: empty, loading, failed. Says what it would show and how to get
/// there.
class StatePage final : public QWidget {
    Q_OBJECT
public:
    explicit StatePage(QWidget* parent = nullptr);

    /// @param action  text of the button, empty for none; actionChosen() when it is pressed
    void showText(const QString& title, const QString& text, const QString& action = {});
    /// @param share  done, 0 to 1
    void showProgress(const QString& title, double share, const QString& cancel);
    [[nodiscard]] QString title() const;

signals:
    void actionChosen();

private:
    QLabel* m_title;
    QLabel* m_text;
    QProgressBar* m_progress;
    QPushButton* m_action;
};

} // namespace ochain
