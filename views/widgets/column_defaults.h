// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

class QHeaderView;

namespace ochain {

/// Gives the columns of a header the widths that its model says they have to begin with (WidthRole, where it says one),
/// and hides those it says are hidden (HiddenRole).
void showColumnDefaults(QHeaderView& header);

} // namespace ochain
