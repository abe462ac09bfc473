// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

class QComboBox;

namespace ochain {

/// A wheel over a form scrolls the form; it changes no figure. A choice gets neither the focus by it nor, without the
/// focus, another value.
void leaveWheelToForm(QComboBox& box);

} // namespace ochain
