// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

class QWidget;

namespace ochain {

/// The keys of all actions in a window of its own, which does not stop the other.
void openShortcutsPage(QWidget* parent);
/// What the figures and signs of charts and tables mean.
void openFiguresPage(QWidget* parent);
/// What the program is, its version and licence.
void openAboutPage(QWidget* parent);

} // namespace ochain
