// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "charts/chart.h"
#include "charts/chart_text.h"

#include <QPainterPath>

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

/// Title and subtitle at the top, legend, notes and sources at the bottom. @return what is left for the marks
QRectF drawFrame(Canvas& canvas, const ChartHead& head, const QRectF& rect);
/// The words in the middle of a chart that has nothing to draw.
void drawEmpty(Canvas& canvas, const ChartHead& head, const QRectF& rect);

/// Lines at 45 degrees cut to a shape, `spacing` logical pixels apart; needs neither clip nor pattern brush.
void drawHatch(QPainter& painter, const QPainterPath& shape, const QColor& colour, double spacing = 7);
/// A dashed edge along a shape: what rests on assumptions.
void drawDashedEdge(QPainter& painter, const QPainterPath& shape, const QColor& colour);
/// A small sample of a mark, for legends.
void drawSample(Canvas& canvas, const QRectF& box, const MarkColours& colours, MarkStyle style);

/// Round steps for an axis from `least` to `most`: the values of its lines, at most about `lines`.
[[nodiscard]] std::vector<std::int64_t> axisSteps(std::int64_t least, std::int64_t most, int lines);

} // namespace ochain
