// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>

class QHelpEvent;
class QWidget;

namespace ochain {

/// Where a text is cut short for want of room, the mouse resting on it shows the whole of it: in cells and headers of
/// every table, tree and list, in combo boxes, lines, labels and buttons. What their own tooltips say follows below.
/// An event filter of the application.
class WholeNames final : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
};

/// The whole of what is cut short at a point of a widget; empty where nothing is.
[[nodiscard]] QString cutTextAt(const QWidget& widget, const QPoint& at);

} // namespace ochain
