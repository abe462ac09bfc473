// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

class QWidget;

namespace ochain {

/// What the program is, its version and licence, in a window of its own, which does not stop the other.
void openAboutPage(QWidget* parent);

} // namespace ochain
