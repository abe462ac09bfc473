// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "charts/area_names.h"
#include "charts/frame.h"
#include "charts/panel_grid.h"
#include "charts/plot.h"

#include <QAreaSeries>
#include <QLineSeries>

#include <memory>
#include <vector>

namespace ochain {

/// Draws capacity layer by layer: one plot a layer with the same scale, areas stacked by supplier with their names in
/// them, told apart by shade, texture and a seam; a bar under the years in which the layer binds.
class CapacityPainter {
public:
    void setFigure(const CapacityFigure& figure);
    void paint(Canvas& canvas, const CapacityFigure& figure, const QRectF& body);
    [[nodiscard]] static MarksNeed need(const CapacityFigure& figure, double width, double third);

private:
    /// The band of one supplier.
    struct Band {
        QLineSeries* lower = nullptr; ///< the area's or the chart's
        QLineSeries* upper = nullptr;
        QAreaSeries* area = nullptr;
    };
    struct Panel {
        Plot plot;
        std::vector<Band> bands;
    };

    static void setBands(Panel& panel, std::size_t count);
    static void replacePoints(Panel& panel, const CapacityPanel& figure);
    void paintPanel(Canvas& canvas, const CapacityFigure& figure, std::size_t index, const PanelPlace& place);
    [[nodiscard]] std::vector<NamedArea> areasOf(const Canvas& canvas, const CapacityPanel& panel, std::size_t index,
                                                 const QRectF& plot) const;
    void drawBands(Canvas& canvas, const CapacityPanel& panel, std::size_t index, const std::vector<NamedArea>& areas,
                   const QRectF& plot);
    static void drawAssumedEdges(Canvas& canvas, const CapacityPanel& panel, const Plot& plot, const QRectF& area);
    static void drawUnscheduled(Canvas& canvas, const CapacityPanel& panel, const Plot& plot, const QRectF& area,
                                double room);

    std::vector<std::unique_ptr<Panel>> m_panels;
    std::int64_t m_most = 1; ///< kW: the same axis for every panel
};

} // namespace ochain
