// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;

namespace ochain {

/// Asks in place what a scenario is to be called, and what it assumes. Enter takes it, Esc gives it up.
class ScenarioStrip final : public QWidget {
    Q_OBJECT
public:
    explicit ScenarioStrip(QWidget* parent = nullptr);

    /// Opens with these, and with the keyboard in the name.
    void ask(const QString& name, const QString& note);
    void end();
    void retranslate();

signals:
    /// @param name  not empty
    void named(const QString& name, const QString& note);
    /// Taken or given up.
    void ended();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void take();

    QLineEdit* m_name;
    QLineEdit* m_note;
    QPushButton* m_take;
    QPushButton* m_cancel;
};

} // namespace ochain
