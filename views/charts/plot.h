// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "charts/canvas.h"

#include <QGraphicsScene>
#include <QPointF>

#include <memory>

class QChart;
class QValueAxis;

namespace ochain {

/// One plot of Qt Charts without any words, legend or background of its own: marks only, painted into a rectangle of
/// any device. Axes, grids and labels are drawn around it by who owns it.
class Plot {
public:
    Plot();
    ~Plot();

    [[nodiscard]] QChart& chart() const noexcept { return *m_chart; }
    [[nodiscard]] QValueAxis& x() const noexcept { return *m_x; }
    [[nodiscard]] QValueAxis& y() const noexcept { return *m_y; }
    void setRange(double x0, double x1, double y0, double y1);
    void render(QPainter& painter, const QRectF& target);
    /// Where a point of the axes lies in `target`.
    [[nodiscard]] QPointF at(double x, double y, const QRectF& target) const;

private:
    QGraphicsScene m_scene;
    QChart* m_chart = nullptr; ///< the scene's
    QValueAxis* m_x = nullptr; ///< the chart's
    QValueAxis* m_y = nullptr;
};

/// Leaves out the points that lie on the straight line between their neighbours: the picture stays the same.
[[nodiscard]] QList<QPointF> decimated(const QList<QPointF>& points);

/// Lines of an axis of amounts across `plot` with their labels at its left, where they are wanted.
void drawAmountAxis(Canvas& canvas, const Plot& plot, const QRectF& area, const std::vector<std::int64_t>& steps,
                    Unit unit, bool hasLabels = true);
/// Room such labels need.
[[nodiscard]] double amountAxisWidth(const std::vector<std::int64_t>& steps, Unit unit);
/// Years below `area`; periods are quarters or years, the first begins at x = start and each is 1 wide. Labels that
/// have no room are left out.
/// @param below  room between the line and the labels
void drawYears(Canvas& canvas, const Plot& plot, const QRectF& area, const std::vector<Period>& periods, double start,
               double below = 0);

} // namespace ochain
