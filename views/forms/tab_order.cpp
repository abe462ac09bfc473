// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "forms/tab_order.h"

#include <QWidget>

namespace ochain {

void putBeforeInTabOrder(QWidget& place, const QList<QWidget*>& widgets)
{
    QWidget* before = place.previousInFocusChain();
    while (before != &place && (before->focusPolicy() & Qt::TabFocus) == 0)
        before = before->previousInFocusChain();
    for (QWidget* widget : widgets) {
        QWidget::setTabOrder(before, widget);
        before = widget;
    }
}

} // namespace ochain
