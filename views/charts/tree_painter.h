// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "charts/frame.h"
#include "figures/tree_figure.h"

namespace ochain {

/// Draws a tree of lines with their amounts at the right, as in the window.
class TreePainter {
public:
    static void paint(Canvas& canvas, const TreeFigure& figure, const QRectF& body);
    [[nodiscard]] static MarksNeed need(const TreeFigure& figure, double width);
};

} // namespace ochain
