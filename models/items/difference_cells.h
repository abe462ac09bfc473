// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "analyses/figure_cell.h"
#include "document/document.h"

#include <QVariant>

namespace ochain {

/// The cell of a difference: of a figure of the window, to the same under the lens that is compared with. Empty while
/// there is none, or its figures are being computed. For the GUI thread.
/// @param role  as of a figure; PlainRole without a unit
[[nodiscard]] QVariant differenceData(const Document& document, const FigureCell& cell, int role);

} // namespace ochain
