// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QAccessible>
#include <QString>

namespace ochain {

/// Makes what a screen reader sees of a ChartSurface: a chart whose children are its boxes, ribbons, areas and bars,
/// each with name, value and place on the screen. For QAccessible::installFactory(), which the window calls.
/// @return null for objects of other classes
[[nodiscard]] QAccessibleInterface* chartAccessible(const QString& className, QObject* object);

} // namespace ochain
