// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>

class QAction;
class QWidget;

namespace ochain {

/// All shortcuts in a window of its own, which does not stop the other.
void openShortcutsPage(const QList<QAction*>& actions, QWidget* parent);
/// What the figures and signs of charts and tables mean.
void openFiguresPage(QWidget* parent);
/// What the program is, its version and licence.
void openAboutPage(QWidget* parent);

} // namespace ochain
