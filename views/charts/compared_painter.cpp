// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/compared_painter.h"

#include "figures/figure_parts.h"
#include "language/punctuation.h"

#include <QPainter>

#include <algorithm>
#include <cmath>
#include <utility>

namespace ochain {

namespace {

constexpr int kMostLines = 5; ///< of an axis
constexpr double kLineWidth = 2;
constexpr double kPixelsPerLine = 26;

/// What lines reach down and up to.
struct Reach {
    std::int64_t least = 0;
    std::int64_t most = 100; ///< at least a dollar or a kilowatt
};

/// Of both lines of a panel: measures of money are of different sizes, layers of capacity are held against each other.
Reach reachOf(const ComparedFigure& figure, const ComparedPanel& of)
{
    Reach reach;
    for (const ComparedPanel& panel : figure.panels)
        for (const std::vector<std::int64_t>* line : {&panel.shown, &panel.against})
            for (const std::int64_t value : *line) {
                if (&panel != &of && figure.unit == Unit::Money)
                    continue;
                reach.least = std::min(reach.least, value);
                reach.most = std::max(reach.most, value);
            }
    return reach;
}

PanelGrid gridOf(const ComparedFigure& figure)
{
    double axis = 0;
    for (const ComparedPanel& panel : figure.panels) {
        const Reach reach = reachOf(figure, panel);
        for (int lines = 1; lines <= kMostLines; ++lines)
            axis = std::max(axis, amountAxisWidth(axisSteps(reach.least, reach.most, lines), figure.unit));
    }
    return {figure.panels.size(), axis, kGrid,
            figure.unit == Unit::Money ? PanelGrid::Scales::Own : PanelGrid::Scales::One};
}

/// What lies between two lines over the same places, a piece for each time that one is above the other.
struct BetweenLines {
    QPainterPath gained; ///< where the first is above
    QPainterPath lost;
};

/// Where two lines cross between a place and the next; 0 to 1.
double crossing(double before, double after)
{
    return before / (before - after);
}

BetweenLines between(const QPolygonF& shown, const QPolygonF& against)
{
    BetweenLines areas;
    QPolygonF upper, lower;
    bool isGained = true;
    const auto close = [&] {
        QPainterPath& area = isGained ? areas.gained : areas.lost;
        std::reverse(lower.begin(), lower.end());
        if (upper.size() > 1)
            area.addPolygon(upper + lower);
        area.closeSubpath();
        upper.clear();
        lower.clear();
    };
    for (qsizetype at = 0; at < shown.size(); ++at) {
        const double more = against[at].y() - shown[at].y(); // up the screen y falls
        if (at > 0) {
            const double before = against[at - 1].y() - shown[at - 1].y();
            if (before * more < 0) {
                const QPointF meeting = shown[at - 1] + (shown[at] - shown[at - 1]) * crossing(before, more);
                upper << meeting;
                lower << meeting;
                close();
                upper << meeting;
                lower << meeting;
            } else if (before == 0 && more != 0 && (more > 0) != isGained) {
                close();
                upper << shown[at - 1];
                lower << against[at - 1];
            }
        }
        if (more != 0)
            isGained = more > 0;
        upper << shown[at];
        lower << against[at];
    }
    close();
    return areas;
}

/// The name, and what stands at the period looked at, in as many lines as there is room for.
void writeComparedHead(Canvas& canvas, const ComparedPanel& panel, const PanelPlace& place)
{
    const QRectF& area = place.cell;
    canvas.scribe.write(panel.name, area.left(), area.top() + 10, Qt::AlignLeft,
                        canvas.look(TextSize::Heading, false, TextWeight::Strong), area.width());
    writeHeadline(canvas, panel.headline, place);
}

} // namespace

MarksNeed ComparedPainter::need(const ComparedFigure& figure, double width, double third)
{
    return gridOf(figure).need(width, third);
}

/// Of what flows in a period in the middle of it, of what stands at its end there.
QPolygonF ComparedPainter::lineOf(const ComparedPanel& panel, const std::vector<std::int64_t>& values,
                                  const QRectF& area) const
{
    const bool stands = isStock(panel.measure) || panel.measure == Measure::Funding;
    QPolygonF line;
    for (std::size_t at = 0; at < values.size(); ++at)
        line << m_plot.at(static_cast<double>(at) + (stands ? 1 : 0.5), static_cast<double>(values[at]), area);
    return line;
}

void ComparedPainter::drawLines(Canvas& canvas, const ComparedPanel& panel, const QRectF& area) const
{
    const Theme theme = canvas.style.theme;
    const QPolygonF shown = lineOf(panel, panel.shown, area);
    const QPolygonF against = lineOf(panel, panel.against, area);
    const BetweenLines areas = between(shown, against);
    drawGained(canvas.painter, areas.gained, panel.colours, theme);
    drawLost(canvas.painter, areas.lost, panel.colours, theme);
    const QColor edge = toColour(panel.colours.edge.in(theme));
    canvas.painter.setBrush(Qt::NoBrush);
    canvas.painter.setPen(comparedPen(edge));
    canvas.painter.drawPolyline(against);
    canvas.painter.setPen(QPen(edge, kLineWidth, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin));
    canvas.painter.drawPolyline(shown);
}

/// The whole height of a period can be pointed at: lines are thin.
void ComparedPainter::markPeriods(Canvas& canvas, const ComparedFigure& figure, const ComparedPanel& panel,
                                  const QRectF& area) const
{
    for (std::size_t at = 0; at < figure.periods.size(); ++at) {
        const double left = m_plot.at(static_cast<double>(at), 0, area).x();
        const double right = m_plot.at(static_cast<double>(at) + 1, 0, area).x();
        QPainterPath shape;
        shape.addRect(QRectF(left, area.top(), right - left, area.height()));
        canvas.marks.push_back(
            {panel.id, shape, {}, {}, told(closer(panel.name, figure.labels[at]), panel.details[at]), {}});
    }
}

void ComparedPainter::paintPanel(Canvas& canvas, const ComparedFigure& figure, std::size_t index,
                                 const PanelPlace& place)
{
    const ComparedPanel& panel = figure.panels[index];
    const QRectF& area = place.plot;
    const Reach reach = reachOf(figure, panel);
    const std::vector<std::int64_t> steps =
        axisSteps(reach.least, reach.most, std::clamp(static_cast<int>(area.height() / kPixelsPerLine), 1, kMostLines));
    m_plot.setRange(0, static_cast<double>(std::max<std::size_t>(figure.periods.size(), 1)),
                    static_cast<double>(steps.front()), static_cast<double>(steps.back()));
    writeComparedHead(canvas, panel, place);
    if (figure.current) {
        const double left = m_plot.at(static_cast<double>(*figure.current), 0, area).x();
        const double right = m_plot.at(static_cast<double>(*figure.current) + 1, 0, area).x();
        canvas.painter.fillRect(QRectF(left, area.top(), right - left, area.height()),
                                toColour(canvas.surfaces().accentSoft));
    }
    drawAmountAxis(canvas, m_plot, area, steps, figure.unit, place.hasAmounts);
    drawLines(canvas, panel, area);
    drawYears(canvas, m_plot, area, figure.periods, 0);
    markPeriods(canvas, figure, panel, area);
}

void ComparedPainter::paint(Canvas& canvas, const ComparedFigure& figure, const QRectF& body)
{
    const std::vector<PanelPlace> places = gridOf(figure).placesIn(body);
    for (std::size_t at = 0; at < std::min(places.size(), figure.panels.size()); ++at)
        paintPanel(canvas, figure, at, places[at]);
}

} // namespace ochain
