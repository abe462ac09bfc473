// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>

#include <functional>

namespace ochain {

/// While it lives, keys and clicks reach nothing but one widget: long work on the GUI thread can let the window draw
/// itself, and be cancelled, without other orders getting in between.
class BusyGuard final : public QObject {
    Q_OBJECT
public:
    /// @param allowed  the widget (with its children) that still gets input; must outlive the guard
    explicit BusyGuard(QObject* allowed);
    ~BusyGuard() override;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QObject* m_allowed;
};

} // namespace ochain
