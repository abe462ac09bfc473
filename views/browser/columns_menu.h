// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>

class QHeaderView;
class QMenu;

namespace ochain {

/// Gives a header a menu to choose the columns shown, on a right click and by openColumnsMenu(). The first column
/// stays.
void addColumnsMenu(QHeaderView* header);
/// Fills a menu with the same.
void fillColumnsMenu(QMenu& menu, QHeaderView& header);
/// Shows that menu below a widget, for the keyboard.
void openColumnsMenu(QHeaderView* header, QWidget* below);

/// Shows a column right behind another, or hides it. @return whether it was not as wanted before
bool showBeside(QHeaderView& header, int column, int other, bool isShown);

} // namespace ochain
