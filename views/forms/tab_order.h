// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>

class QWidget;

namespace ochain {

/// Lets Tab come to widgets that were made later right before another one, in their order; else they would come last in
/// the whole window.
void putBeforeInTabOrder(QWidget& place, const QList<QWidget*>& widgets);

} // namespace ochain
