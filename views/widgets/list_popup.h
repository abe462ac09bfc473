// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

class QPoint;
class QWidget;

namespace ochain {

/// Opens a list that stands for too little room: a heading, the list below it, scrolled where it is long. Closes like
/// every popup.
/// @param list    becomes a part of it
/// @param opener  its parent
/// @param bottom  where its lower edge begins, in pixels of the screen; moved so that all of it can be seen
/// @param height  that the list would like to have
void openListPopup(QWidget& opener, const QString& heading, QWidget* list, const QPoint& bottom, int height);

} // namespace ochain
