// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

class QHeaderView;

namespace ochain {

/// Gives the columns of a header the widths that its model says they have to begin with (WidthRole, where it says one).
void showColumnWidths(QHeaderView& header);
/// The same, and hides those that the model says are hidden (HiddenRole).
void showColumnDefaults(QHeaderView& header);

} // namespace ochain
