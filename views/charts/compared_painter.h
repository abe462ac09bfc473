// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "charts/frame.h"
#include "charts/panel_grid.h"
#include "charts/plot.h"
#include "figures/compared_figure.h"

#include <QPolygonF>

namespace ochain {

/// Draws two lenses over time, a panel a measure or layer: a solid line, a dashed one for what it is compared with, and
/// the band between them, hatched to one side where there is more and to the other where there is less.
class ComparedPainter {
public:
    void paint(Canvas& canvas, const ComparedFigure& figure, const QRectF& body);
    [[nodiscard]] static MarksNeed need(const ComparedFigure& figure, double width, double third);

private:
    void paintPanel(Canvas& canvas, const ComparedFigure& figure, std::size_t index, const PanelPlace& place);
    void drawLines(Canvas& canvas, const ComparedPanel& panel, const QRectF& area) const;
    void markPeriods(Canvas& canvas, const ComparedFigure& figure, const ComparedPanel& panel,
                     const QRectF& area) const;
    [[nodiscard]] QPolygonF lineOf(const ComparedPanel& panel, const std::vector<std::int64_t>& values,
                                   const QRectF& area) const;

    Plot m_plot; ///< the axes of every panel
};

} // namespace ochain
