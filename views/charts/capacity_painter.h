// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "charts/plot.h"

#include <QAreaSeries>
#include <QLineSeries>

namespace ochain {

/// Draws capacity over time: a panel a layer, stacked by supplier, all on one scale. Series keep their objects between
/// figures.
class CapacityPainter {
public:
    void setFigure(const CapacityFigure& figure);
    void paint(Canvas& canvas, const CapacityFigure& figure, const QRectF& body);

private:
    /// The band of one supplier: what is given and, on top of it, what rests on assumptions.
    struct Band {
        QLineSeries* lower = nullptr; ///< all the area's or the chart's
        QLineSeries* middle = nullptr;
        QLineSeries* upper = nullptr;
        QAreaSeries* given = nullptr;
        QAreaSeries* assumed = nullptr;
    };
    struct Panel {
        Plot plot;
        std::vector<Band> bands;
    };

    static void setBands(Panel& panel, std::size_t count);
    static void replacePoints(Panel& panel, const CapacityPanel& figure);
    void paintPanel(Canvas& canvas, const CapacityFigure& figure, std::size_t index, const QRectF& area, double head);
    /// Name, headline and suppliers of a panel; without draw only measured. @return its height
    static double layPanelHead(Canvas& canvas, const CapacityPanel& panel, const QRectF& area, bool draw);
    static void drawAssumedEdges(Canvas& canvas, const CapacityPanel& panel, const Plot& plot, const QRectF& area);
    [[nodiscard]] static double rightRoom();
    void drawBands(Canvas& canvas, const CapacityFigure& figure, std::size_t index, const QRectF& plot);
    void drawUnscheduled(Canvas& canvas, const CapacityPanel& panel, const Plot& plot, const QRectF& area) const;
    void drawCurrent(Canvas& canvas, const CapacityFigure& figure, const CapacityPanel& panel, const Plot& plot,
                     const QRectF& area) const;
    void drawBinding(Canvas& canvas, const CapacityFigure& figure, const CapacityPanel& panel, const Plot& plot,
                     const QRectF& area) const;

    std::vector<std::unique_ptr<Panel>> m_panels;
    std::vector<std::int64_t> m_steps;
    bool m_hasUnscheduled = false;
};

} // namespace ochain
