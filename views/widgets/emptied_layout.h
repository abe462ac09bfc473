// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QLayout>
#include <QWidget>

namespace ochain {

/// Takes everything out of a layout. The widgets go when control is back in the event loop: one of them may be what was
/// clicked, or be on its way to be shown, which lays out and so may lead here.
inline void emptyLayout(QLayout& layout)
{
    while (QLayoutItem* item = layout.takeAt(0)) {
        if (QWidget* widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
        delete item;
    }
}

} // namespace ochain
