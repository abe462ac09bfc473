// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/capacity_painter.h"

#include "figures/figure_parts.h"
#include "figures/figure_words.h"

#include <QChart>
#include <QPainter>
#include <QValueAxis>

#include <algorithm>
#include <cmath>

namespace ochain {

namespace {

constexpr double kUnscheduledWidth = 24;
constexpr double kBindingBar = 4; ///< under the line of zero
constexpr int kMostSteps = 5;
constexpr double kBandSeamFrom = 3; ///< a lower band would be all seam

/// Room at the right for what has no dates and its words; a little for the last year else.
double rightRoom(const CapacityFigure& figure)
{
    const bool hasUnscheduled = std::any_of(figure.panels.begin(), figure.panels.end(),
                                            [](const CapacityPanel& panel) { return panel.unscheduled > 0; });
    if (!hasUnscheduled)
        return kGrid;
    const QFont font = chartFont(TextSize::Note);
    return kGrid + std::max({kUnscheduledWidth, textWidth(FigureWords::tr("no dates"), font),
                             textWidth(QStringLiteral("99.9 GW"), font)});
}

/// The end of the axis: the largest stock of all panels, at least a gigawatt.
std::int64_t mostOf(const CapacityFigure& figure)
{
    std::int64_t most = 1'000'000;
    for (const CapacityPanel& panel : figure.panels) {
        for (const std::int64_t total : panel.totals)
            most = std::max(most, total);
        most = std::max(most, panel.unscheduled);
    }
    return most;
}

PanelGrid gridOf(const CapacityFigure& figure)
{
    return {figure.panels.size(), amountAxisWidth(axisSteps(0, mostOf(figure), kMostSteps), Unit::Capacity),
            rightRoom(figure)};
}

QColor fillOf(const Canvas& canvas, const Series& series, bool isTraced)
{
    QColor fill = toColour(series.colours.mark.in(canvas.style.theme));
    if (isTraced && !canvas.isLit(series.id))
        fill = mixed(fill, canvas.paper(), 0.25);
    return series.id == canvas.hovered ? mixed(canvas.ink(), fill, 0.15) : fill;
}

bool isTraced(const Canvas& canvas, const CapacityPanel& panel)
{
    return std::any_of(panel.series.begin(), panel.series.end(), [&](const Series& s) { return canvas.isLit(s.id); });
}

/// Name, what binds, and what stands, in as many lines as there is room for.
void writeHead(Canvas& canvas, const CapacityPanel& panel, const PanelPlace& place)
{
    const Scribe::Look name = canvas.look(TextSize::Heading, false, TextWeight::Strong);
    const QRectF& area = place.cell;
    double room = area.width();
    if (panel.isBinding) {
        const QString badge = FigureWords::tr("binds");
        Scribe::Look look = canvas.look(TextSize::Note, false, TextWeight::Strong);
        look.colour = toColour(canvas.surfaces().accent);
        const double width = textWidth(badge, look.font) + 2 * kGrid;
        const QRectF pill(area.left() + std::min(textWidth(panel.name, name.font), room - width - kGrid) + kGrid,
                          area.top() + 1, width, 18);
        canvas.painter.setPen(Qt::NoPen);
        canvas.painter.setBrush(toColour(canvas.surfaces().accentSoft));
        canvas.painter.drawRoundedRect(pill, 9, 9);
        canvas.scribe.write(badge, pill.center().x(), pill.center().y(), Qt::AlignHCenter, look);
        room -= width + kGrid;
    }
    canvas.scribe.write(panel.name, area.left(), area.top() + 10, Qt::AlignLeft, name, room);
    writeHeadline(canvas, panel.headline, place);
}

/// A bar under the years in which the layer binds.
void drawBinding(Canvas& canvas, const CapacityFigure& figure, const CapacityPanel& panel, const Plot& plot,
                 const QRectF& area)
{
    canvas.painter.setPen(Qt::NoPen);
    canvas.painter.setBrush(toColour(canvas.surfaces().accent));
    for (std::size_t at = 0; at < figure.periods.size();) {
        std::size_t end = at;
        while (end < panel.binds.size() && panel.binds[end])
            ++end;
        if (end > at) {
            const double left = plot.at(static_cast<double>(at), 0, area).x();
            const double right = plot.at(static_cast<double>(end), 0, area).x();
            canvas.painter.drawRect(QRectF(left, area.bottom() + 1, right - left, kBindingBar));
        }
        at = std::max(end, at + 1);
    }
}

void drawCurrent(Canvas& canvas, const CapacityFigure& figure, const CapacityPanel& panel, const Plot& plot,
                 const QRectF& area)
{
    if (!figure.current)
        return;
    const std::size_t now = *figure.current;
    const QPointF at = plot.at(static_cast<double>(now) + 1, static_cast<double>(panel.totals[now]), area);
    canvas.painter.setPen(QPen(canvas.inkSoft(), 1));
    canvas.painter.drawLine(at, QPointF(at.x(), area.bottom())); // above the stack stand names
    canvas.painter.setPen(QPen(canvas.paper(), 1.5));
    canvas.painter.setBrush(canvas.ink());
    canvas.painter.drawEllipse(at, 4, 4);
    Scribe::Look look = canvas.look(TextSize::Body, false, TextWeight::Strong);
    look.halo = canvas.paper();
    const QRectF bounds = area.adjusted(0, -6, 0, 0);
    for (const double y : {std::max(at.y() - 12, area.top() + 4), at.y() + 14})
        for (const bool isRight : {false, true})
            if (canvas.scribe.writeIfFree(panel.now, isRight ? at.x() + 8 : at.x() - 8, y,
                                          isRight ? Qt::AlignLeft : Qt::AlignRight, look, bounds))
                return;
}

} // namespace

void CapacityPainter::setBands(Panel& panel, std::size_t count)
{
    QChart& chart = panel.plot.chart();
    while (panel.bands.size() > count) {
        chart.removeSeries(panel.bands.back().area);
        delete panel.bands.back().area;
        panel.bands.pop_back();
    }
    while (panel.bands.size() < count) {
        Band band;
        band.area = new QAreaSeries(&chart);
        band.lower = new QLineSeries(&chart);
        band.upper = new QLineSeries(&chart);
        band.area->setLowerSeries(band.lower);
        band.area->setUpperSeries(band.upper);
        chart.addSeries(band.area);
        band.area->attachAxis(&panel.plot.x());
        band.area->attachAxis(&panel.plot.y());
        panel.bands.push_back(band);
    }
}

void CapacityPainter::replacePoints(Panel& panel, const CapacityPanel& figure)
{
    const std::size_t periods = figure.totals.size();
    std::vector<std::int64_t> base(periods, 0);
    for (std::size_t at = 0; at < figure.series.size(); ++at) {
        QList<QPointF> lower{{0, 0}};
        QList<QPointF> upper{{0, 0}};
        for (std::size_t period = 0; period < periods; ++period) {
            const double x = static_cast<double>(period) + 1;
            lower.append({x, static_cast<double>(base[period])});
            base[period] += std::max<std::int64_t>(figure.series[at].values[period], 0);
            upper.append({x, static_cast<double>(base[period])});
        }
        panel.bands[at].lower->replace(decimated(lower));
        panel.bands[at].upper->replace(decimated(upper));
    }
}

void CapacityPainter::setFigure(const CapacityFigure& figure)
{
    while (m_panels.size() > figure.panels.size())
        m_panels.pop_back();
    while (m_panels.size() < figure.panels.size())
        m_panels.push_back(std::make_unique<Panel>());
    m_most = mostOf(figure);
    for (std::size_t at = 0; at < figure.panels.size(); ++at) {
        Panel& panel = *m_panels[at];
        setBands(panel, figure.panels[at].series.size());
        replacePoints(panel, figure.panels[at]);
    }
}

MarksNeed CapacityPainter::need(const CapacityFigure& figure, double width, double third)
{
    return gridOf(figure).need(width, third);
}

/// The areas of a panel with their edges where they are drawn.
std::vector<NamedArea> CapacityPainter::areasOf(const Canvas& canvas, const CapacityPanel& panel, std::size_t index,
                                                const QRectF& plot) const
{
    const Panel& drawn = *m_panels[index];
    const bool isFading = isTraced(canvas, panel);
    const auto placed = [&](const QLineSeries& line) {
        QList<QPointF> points;
        for (const QPointF& point : line.points())
            points << drawn.plot.at(point.x(), point.y(), plot);
        return points;
    };
    std::vector<NamedArea> areas;
    areas.reserve(panel.series.size());
    for (std::size_t at = 0; at < panel.series.size(); ++at)
        areas.push_back({panel.series[at].name, canvas.sourceMarks(panel.series[at].evidence),
                         placed(*drawn.bands[at].lower), placed(*drawn.bands[at].upper),
                         fillOf(canvas, panel.series[at], isFading), textureOf(at)});
    return areas;
}

void CapacityPainter::drawBands(Canvas& canvas, const CapacityPanel& panel, std::size_t index,
                                const std::vector<NamedArea>& areas, const QRectF& plot)
{
    Panel& drawn = *m_panels[index];
    for (std::size_t at = 0; at < panel.series.size(); ++at) {
        // what rests on assumptions has the colour of its supplier too: a dashed edge tells it
        drawn.bands[at].area->setBrush(areas[at].fill);
        drawn.bands[at].area->setPen(QPen(Qt::NoPen));
        const Series& series = panel.series[at];
        const QPolygonF shape = areas[at].shape();
        if (shape.boundingRect().height() < 0.01)
            continue; // nothing to point at
        QPainterPath path;
        path.addPolygon(shape);
        path.closeSubpath();
        canvas.marks.push_back({series.id, path, series.row, series.evidence.deals, series.now.tooltip, {}});
    }
    drawn.plot.render(canvas.painter, plot);
    for (const NamedArea& area : areas) {
        drawTexture(canvas.painter, area.shape(), area.texture, textureColour(canvas, area.fill));
        if (area.shape().boundingRect().height() < kBandSeamFrom)
            continue;
        canvas.painter.setPen(QPen(canvas.paper(), 1.2)); // a seam to the next
        canvas.painter.drawPolyline(QPolygonF(area.upper));
    }
    drawAssumedEdges(canvas, panel, drawn.plot, plot);
}

/// A dashed line around the part of each band that rests on assumptions.
void CapacityPainter::drawAssumedEdges(Canvas& canvas, const CapacityPanel& panel, const Plot& plot, const QRectF& area)
{
    std::vector<std::int64_t> top(panel.totals.size(), 0);
    for (const Series& series : panel.series) {
        QPainterPath edge;
        for (std::size_t at = 0; at < top.size(); ++at) {
            const double before = at == 0 ? 0 : static_cast<double>(top[at - 1]);
            top[at] += std::max<std::int64_t>(series.values[at], 0);
            const bool isAssumed = !series.assumed.empty() && series.assumed[at] > 0;
            if (!isAssumed)
                continue;
            const double x = static_cast<double>(at);
            if (at == 0 || series.assumed[at - 1] == 0)
                edge.moveTo(plot.at(x, before, area));
            edge.lineTo(plot.at(x + 1, static_cast<double>(top[at]), area));
        }
        if (!edge.isEmpty())
            drawDashedEdge(canvas.painter, edge, canvas.ink());
    }
}

void CapacityPainter::drawUnscheduled(Canvas& canvas, const CapacityPanel& panel, const Plot& plot, const QRectF& area,
                                      double room)
{
    if (panel.unscheduled <= 0)
        return;
    const double x = area.right() + (room + kGrid - kUnscheduledWidth) / 2;
    canvas.painter.setPen(QPen(toColour(canvas.surfaces().line), 1));
    canvas.painter.drawLine(QPointF(x - 2, area.bottom()), QPointF(x + kUnscheduledWidth + 2, area.bottom()));
    const bool isFading = isTraced(canvas, panel);
    std::int64_t base = 0;
    for (std::size_t at = 0; at < panel.series.size(); ++at) {
        const Series& series = panel.series[at];
        if (series.unscheduled <= 0)
            continue;
        const double bottom = plot.at(0, static_cast<double>(base), area).y();
        base += series.unscheduled;
        const double top = plot.at(0, static_cast<double>(base), area).y();
        const QRectF box(x, top, kUnscheduledWidth, bottom - top);
        const QColor fill = fillOf(canvas, series, isFading);
        canvas.painter.setPen(QPen(canvas.paper(), 1.2));
        canvas.painter.setBrush(fill);
        canvas.painter.drawRect(box);
        drawTexture(canvas.painter, QPolygonF(box), textureOf(at), textureColour(canvas, fill));
        QPainterPath path;
        path.addRect(box);
        canvas.marks.push_back({series.id, path, series.row, series.undated.deals, series.undated.tooltip, {}});
    }
    const double middle = x + kUnscheduledWidth / 2;
    const double top = plot.at(0, static_cast<double>(base), area).y();
    const QRectF bounds = area.adjusted(0, -20, room + kGrid, 40);
    canvas.scribe.writeIfFree(FigureWords::tr("no dates"), middle, area.bottom() + 12 + kBindingBar, Qt::AlignHCenter,
                              canvas.look(TextSize::Note, true), bounds);
    canvas.scribe.writeIfFree(capacityText(Kilowatts{base}), middle, top - 9, Qt::AlignHCenter,
                              canvas.look(TextSize::Note), bounds);
}

void CapacityPainter::paintPanel(Canvas& canvas, const CapacityFigure& figure, std::size_t index,
                                 const PanelPlace& place)
{
    const CapacityPanel& panel = figure.panels[index];
    const QRectF& plot = place.plot;
    Plot& axes = m_panels[index]->plot;
    const auto lines = axisSteps(0, m_most, std::clamp(static_cast<int>(plot.height() / 26), 1, kMostSteps));
    axes.setRange(0, static_cast<double>(std::max<std::size_t>(figure.periods.size(), 1)), 0,
                  static_cast<double>(lines.back()));
    writeHead(canvas, panel, place);
    drawAmountAxis(canvas, axes, plot, lines, Unit::Capacity, place.hasAmounts);
    const std::vector<NamedArea> areas = areasOf(canvas, panel, index, plot);
    drawBands(canvas, panel, index, areas, plot);
    drawYears(canvas, axes, plot, figure.periods, 0, kBindingBar);
    if (const double room = rightRoom(figure); room > kGrid)
        drawUnscheduled(canvas, panel, axes, plot, room);
    drawBinding(canvas, figure, panel, axes, plot);
    drawCurrent(canvas, figure, panel, axes, plot);
    nameAreas(canvas, areas, plot);
}

void CapacityPainter::paint(Canvas& canvas, const CapacityFigure& figure, const QRectF& body)
{
    const std::vector<PanelPlace> places = gridOf(figure).placesIn(body);
    for (std::size_t at = 0; at < std::min(places.size(), figure.panels.size()); ++at)
        paintPanel(canvas, figure, at, places[at]);
}

} // namespace ochain
