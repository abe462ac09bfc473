// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QAccessible>
#include <QString>

namespace ochain {

/// Makes what a screen reader sees of a QComboBox: named by its accessible name or its label, with what is chosen as
/// its value. Qt's own is named by what is chosen, so that two boxes of the same choice cannot be told apart. For
/// QAccessible::installFactory(), which the window calls.
/// @return null for objects of other classes
[[nodiscard]] QAccessibleInterface* comboAccessible(const QString& className, QObject* object);

} // namespace ochain
