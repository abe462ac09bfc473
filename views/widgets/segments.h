// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFrame>

class QButtonGroup;

namespace ochain {

/// A row of buttons of which one is down: a choice that shows all its options. Arrow keys move within it.
class Segments final : public QFrame {
    Q_OBJECT
public:
    /// @param count  how many options; their texts come with setTexts()
    explicit Segments(int count, QWidget* parent = nullptr);

    [[nodiscard]] int current() const;
    /// Marks an option without a signal.
    void setCurrent(int index);
    /// Texts as shown, and what each means, for tooltips and screen readers, which say the accessible name before each:
    /// that is set first.
    void setTexts(const QStringList& texts, const QStringList& meanings);

signals:
    /// After the user chose another option.
    void chosen(int index);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void step(int by);
    QButtonGroup* m_buttons;
};

} // namespace ochain
