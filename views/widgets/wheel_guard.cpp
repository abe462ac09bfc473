// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/wheel_guard.h"

#include <QComboBox>
#include <QEvent>

namespace ochain {

namespace {

class WheelGuard final : public QObject {
public:
    explicit WheelGuard(QComboBox& box) : QObject(&box), m_box(box) { box.installEventFilter(this); }

    bool eventFilter(QObject* watched, QEvent* event) override
    {
        if (event->type() != QEvent::Wheel || m_box.hasFocus())
            return QObject::eventFilter(watched, event);
        event->ignore();
        return true;
    }

private:
    QComboBox& m_box;
};

} // namespace

void leaveWheelToForm(QComboBox& box)
{
    box.setFocusPolicy(Qt::StrongFocus); // by default the wheel brings the focus along
    new WheelGuard(box);
}

} // namespace ochain
