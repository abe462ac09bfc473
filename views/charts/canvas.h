// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "charts/chart.h"
#include "charts/chart_text.h"
#include "figures/evidence.h"

#include <QPainterPath>
#include <QPen>

#include <functional>
#include <vector>

namespace ochain {

inline constexpr double kGrid = 8; ///< distances in a picture are multiples of it; pixels at scale 1

/// Something a painter has drawn that can be pointed at; the last one under a point is the one on top.
struct DrawnMark {
    std::string id;
    QPainterPath shape;
    std::optional<RowRef> row;
    std::vector<DealId> deals;
    QString tooltip;
    std::string toggle;     ///< of a mark that opens or closes a group
    bool isMovable = false; ///< it can be dragged up and down
};

/// What a painter draws with and on.
struct Canvas {
    QPainter& painter;
    Scribe& scribe;
    const ChartStyle& style;
    std::vector<DrawnMark>& marks;
    std::vector<ChartAxis>& axes;
    const std::vector<std::string>& lit;
    const std::string& hovered;
    int listedSources = 0; ///< the sources under the picture have the numbers 1 to this; 0: there are none

    /// " ² ⁷": the first numbers of the sources of a figure, of those that are listed; empty where there are none.
    [[nodiscard]] QString sourceMarks(const Evidence& evidence) const;
    [[nodiscard]] const Surfaces& surfaces() const { return surfacesOf(style.theme); }
    [[nodiscard]] QColor paper() const { return toColour(surfaces().surface); }
    [[nodiscard]] QColor ink() const { return toColour(surfaces().ink); }
    [[nodiscard]] QColor inkSoft() const { return toColour(surfaces().inkSoft); }
    [[nodiscard]] Scribe::Look look(TextSize size, bool isSoft = false, TextWeight weight = TextWeight::Normal) const
    {
        return {chartFont(size, weight), isSoft ? inkSoft() : ink(), {}};
    }
    [[nodiscard]] bool isLit(const std::string& id) const;
};

/// The words in the middle of a chart that has nothing to draw.
void drawEmpty(Canvas& canvas, const ChartHead& head, const QRectF& rect);
/// On a screen: that the chart needs a larger window. A file of such a size is refused.
void drawNoRoom(Canvas& canvas, const QRectF& rect);

/// Parallel lines over a shape.
struct LinePattern {
    QColor colour;
    double spacing = 7;    ///< logical pixels from one to the next
    double degrees = 45;   ///< 0: level, 90: upright
    QList<qreal> dashes{}; ///< in widths of a line; empty: unbroken
    double width = 1.4;
};
/// The lines are cut to the shape: needs neither clip nor pattern brush.
void drawLines(QPainter& painter, const QPainterPath& shape, const LinePattern& pattern);
/// The hatch of capital: lines at 45 degrees.
inline void drawHatch(QPainter& painter, const QPainterPath& shape, const QColor& colour, double spacing = 7)
{
    drawLines(painter, shape, {colour, spacing, 45, {}});
}
// What two lenses differ by, told apart without colour by its lines.
/// Over what there is more under the one that is shown: upright lines.
void drawGained(QPainter& painter, const QPainterPath& shape, const MarkColours& colours, Theme theme);
/// Over what there is less: dashed, and nothing behind them.
void drawLost(QPainter& painter, const QPainterPath& shape, const MarkColours& colours, Theme theme);
/// Of a line of the lens that is compared with.
[[nodiscard]] QPen comparedPen(const QColor& colour);
/// The colour of words that stand on a mark: white or black, whichever can be read.
[[nodiscard]] QColor wordsOn(const QColor& fill);
/// A dashed edge along a shape: what rests on assumptions.
void drawDashedEdge(QPainter& painter, const QPainterPath& shape, const QColor& colour);
/// A small sample of a mark, for legends.
void drawSample(Canvas& canvas, const QRectF& box, const MarkColours& colours, MarkStyle style);

/// Round steps for an axis from `least` to `most`: the values of its lines, at most about `lines`.
[[nodiscard]] std::vector<std::int64_t> axisSteps(std::int64_t least, std::int64_t most, int lines);

} // namespace ochain
