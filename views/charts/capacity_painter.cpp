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
constexpr double kHeadShare = 0.4; ///< of a panel's height, at most, for its head, one row of names apart

} // namespace

void CapacityPainter::setBands(Panel& panel, std::size_t count)
{
    QChart& chart = panel.plot.chart();
    while (panel.bands.size() > count) {
        for (QAreaSeries* area : {panel.bands.back().given, panel.bands.back().assumed}) {
            chart.removeSeries(area);
            delete area;
        }
        panel.bands.pop_back();
    }
    while (panel.bands.size() < count) {
        Band band;
        band.given = new QAreaSeries(&chart);
        band.assumed = new QAreaSeries(&chart);
        band.lower = new QLineSeries(&chart);
        band.middle = new QLineSeries(&chart);
        band.upper = new QLineSeries(&chart);
        band.given->setLowerSeries(band.lower);
        band.given->setUpperSeries(band.middle);
        band.assumed->setLowerSeries(band.middle);
        band.assumed->setUpperSeries(band.upper);
        for (QAreaSeries* area : {band.given, band.assumed}) {
            chart.addSeries(area);
            area->attachAxis(&panel.plot.x());
            area->attachAxis(&panel.plot.y());
        }
        panel.bands.push_back(band);
    }
}

void CapacityPainter::replacePoints(Panel& panel, const CapacityPanel& figure)
{
    const std::size_t periods = figure.totals.size();
    std::vector<std::int64_t> base(periods, 0);
    for (std::size_t at = 0; at < figure.series.size(); ++at) {
        const Series& series = figure.series[at];
        QList<QPointF> lower{{0, 0}};
        QList<QPointF> middle{{0, 0}};
        QList<QPointF> upper{{0, 0}};
        for (std::size_t period = 0; period < periods; ++period) {
            const double x = static_cast<double>(period) + 1;
            const std::int64_t value = std::max<std::int64_t>(series.values[period], 0);
            const std::int64_t assumed = series.assumed.empty() ? 0 : series.assumed[period];
            lower.append({x, static_cast<double>(base[period])});
            middle.append({x, static_cast<double>(base[period] + value - assumed)});
            base[period] += value;
            upper.append({x, static_cast<double>(base[period])});
        }
        panel.bands[at].lower->replace(decimated(lower));
        panel.bands[at].middle->replace(decimated(middle));
        panel.bands[at].upper->replace(decimated(upper));
    }
}

void CapacityPainter::setFigure(const CapacityFigure& figure)
{
    while (m_panels.size() > figure.panels.size())
        m_panels.pop_back();
    while (m_panels.size() < figure.panels.size())
        m_panels.push_back(std::make_unique<Panel>());
    std::int64_t most = 1'000'000; // an axis of at least a gigawatt
    m_hasUnscheduled = false;
    for (const CapacityPanel& panel : figure.panels) {
        for (const std::int64_t total : panel.totals)
            most = std::max(most, total);
        most = std::max(most, panel.unscheduled);
        m_hasUnscheduled = m_hasUnscheduled || panel.unscheduled > 0;
    }
    m_steps = axisSteps(0, most, 5);
    for (std::size_t at = 0; at < figure.panels.size(); ++at) {
        Panel& panel = *m_panels[at];
        setBands(panel, figure.panels[at].series.size());
        replacePoints(panel, figure.panels[at]);
        panel.plot.setRange(0, static_cast<double>(std::max<std::size_t>(figure.periods.size(), 1)), 0,
                            static_cast<double>(m_steps.back()));
    }
}

double CapacityPainter::layPanelHead(Canvas& canvas, const CapacityPanel& panel, const QRectF& area, bool draw)
{
    const Scribe::Look name = canvas.look(TextSize::Heading, false, TextWeight::Strong);
    const Scribe::Look note = canvas.look(TextSize::Note, true);
    double y = area.top();
    double room = area.width();
    if (panel.isBinding && draw) {
        const QString badge = FigureWords::tr("binds");
        Scribe::Look look = canvas.look(TextSize::Note, false, TextWeight::Strong);
        look.colour = toColour(canvas.surfaces().accent);
        const double width = textWidth(badge, look.font) + 2 * kGrid;
        const QRectF pill(area.left() + std::min(textWidth(panel.name, name.font), room - width - kGrid) + kGrid, y + 1,
                          width, 18);
        canvas.painter.setPen(Qt::NoPen);
        canvas.painter.setBrush(toColour(canvas.surfaces().accentSoft));
        canvas.painter.drawRoundedRect(pill, 9, 9);
        canvas.scribe.write(badge, pill.center().x(), pill.center().y(), Qt::AlignHCenter, look);
        room -= width + kGrid;
    }
    if (draw)
        canvas.scribe.write(panel.name, area.left(), y + 10, Qt::AlignLeft, name, room);
    y += 20;
    for (const QString& line : wrapped(panel.headline, note.font, area.width())) {
        if (draw)
            canvas.scribe.write(line, area.left(), y + lineHeight(note.font) / 2, Qt::AlignLeft, note, area.width());
        y += lineHeight(note.font);
    }
    y += 4;
    double x = area.left();
    const double lowest = area.top() + area.height() * kHeadShare - lineHeight(note.font);
    for (std::size_t at = 0; at < panel.series.size(); ++at) {
        const Series& series = panel.series[at];
        const QString rest = QStringLiteral("+%1").arg(panel.series.size() - at);
        const bool isLastRow = y + lineHeight(note.font) > lowest;
        const double width = 14 + textWidth(series.name, note.font);
        const double kept = isLastRow && at + 1 < panel.series.size() ? textWidth(rest, note.font) + 2 * kGrid : 0;
        if (x > area.left() && x + width + kept > area.right()) {
            if (isLastRow) { // the plot needs the room more; the bands tell their names when pointed at
                if (draw)
                    canvas.scribe.write(rest, x, y + lineHeight(note.font) / 2, Qt::AlignLeft, note);
                break;
            }
            x = area.left();
            y += lineHeight(note.font);
        }
        if (draw) {
            drawSample(canvas, QRectF(x, y + lineHeight(note.font) / 2 - 4, 8, 8), series.colours, MarkStyle::Solid);
            canvas.scribe.write(series.name, x + 14, y + lineHeight(note.font) / 2, Qt::AlignLeft, note,
                                area.right() - x - 14);
        }
        x += width + 2 * kGrid;
    }
    return y + lineHeight(note.font) + kGrid - area.top();
}

void CapacityPainter::drawBands(Canvas& canvas, const CapacityFigure& figure, std::size_t index, const QRectF& plot)
{
    const CapacityPanel& panel = figure.panels[index];
    Panel& drawn = *m_panels[index];
    const Theme theme = canvas.style.theme;
    const bool isTraced =
        std::any_of(panel.series.begin(), panel.series.end(), [&](const Series& s) { return canvas.isLit(s.id); });
    for (std::size_t at = 0; at < panel.series.size(); ++at) {
        const Series& series = panel.series[at];
        QColor mark = toColour(series.colours.mark.in(theme));
        QColor soft = toColour(series.colours.soft.in(theme));
        if (isTraced && !canvas.isLit(series.id)) {
            mark = mixed(mark, canvas.paper(), 0.25);
            soft = mixed(soft, canvas.paper(), 0.25);
        }
        if (series.id == canvas.hovered)
            mark = mixed(canvas.ink(), mark, 0.15);
        drawn.bands[at].given->setBrush(mark);
        drawn.bands[at].given->setPen(QPen(canvas.paper(), 0.8));
        drawn.bands[at].assumed->setBrush(soft);
        drawn.bands[at].assumed->setPen(QPen(Qt::NoPen));
        QPolygonF shape;
        for (const QPointF& point : drawn.bands[at].upper->points())
            shape << drawn.plot.at(point.x(), point.y(), plot);
        const QList<QPointF> low = drawn.bands[at].lower->points();
        for (qsizetype back = low.size(); back-- > 0;)
            shape << drawn.plot.at(low[back].x(), low[back].y(), plot);
        QPainterPath path;
        path.addPolygon(shape);
        path.closeSubpath();
        canvas.marks.push_back({series.id, path, series.row, series.evidence.deals, series.now.tooltip, {}});
    }
    drawn.plot.render(canvas.painter, plot);
    drawAssumedEdges(canvas, panel, drawn.plot, plot);
}

/// A dashed line over the upper edge of each band, as far as it rests on assumptions.
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
            drawDashedEdge(canvas.painter, edge, toColour(series.colours.edge.in(canvas.style.theme)));
    }
}

void CapacityPainter::drawUnscheduled(Canvas& canvas, const CapacityPanel& panel, const Plot& plot,
                                      const QRectF& area) const
{
    if (!m_hasUnscheduled)
        return;
    const Theme theme = canvas.style.theme;
    const double x = area.right() + (rightRoom() + kGrid - kUnscheduledWidth) / 2;
    canvas.painter.setPen(QPen(toColour(canvas.surfaces().line), 1));
    canvas.painter.drawLine(QPointF(x - 2, area.bottom()), QPointF(x + kUnscheduledWidth + 2, area.bottom()));
    std::int64_t base = 0;
    for (const Series& series : panel.series) {
        if (series.unscheduled <= 0)
            continue;
        const double bottom = plot.at(0, static_cast<double>(base), area).y();
        base += series.unscheduled;
        const double top = plot.at(0, static_cast<double>(base), area).y();
        const QRectF box(x, top, kUnscheduledWidth, bottom - top);
        canvas.painter.setPen(QPen(toColour(series.colours.edge.in(theme)), 1));
        canvas.painter.setBrush(toColour(series.colours.soft.in(theme)));
        canvas.painter.drawRect(box);
        QPainterPath path;
        path.addRect(box);
        canvas.marks.push_back({series.id, path, series.row, series.undated.deals, series.undated.tooltip, {}});
    }
    if (base == 0)
        return;
    const double middle = x + kUnscheduledWidth / 2;
    const double top = plot.at(0, static_cast<double>(base), area).y();
    canvas.scribe.write(FigureWords::tr("no dates"), middle, area.bottom() + 12, Qt::AlignHCenter,
                        canvas.look(TextSize::Note, true));
    canvas.scribe.write(capacityText(Kilowatts{base}), middle, top - 9, Qt::AlignHCenter, canvas.look(TextSize::Note));
}

/// Room at the right for what has no dates and its words.
double CapacityPainter::rightRoom()
{
    const QFont font = chartFont(TextSize::Note);
    return kGrid + std::max({kUnscheduledWidth, textWidth(FigureWords::tr("no dates"), font),
                             textWidth(QStringLiteral("99.9 GW"), font)});
}

void CapacityPainter::drawCurrent(Canvas& canvas, const CapacityFigure& figure, const CapacityPanel& panel,
                                  const Plot& plot, const QRectF& area) const
{
    if (!figure.current)
        return;
    const std::size_t now = *figure.current;
    const double value = static_cast<double>(panel.totals[now]);
    const QPointF at = plot.at(static_cast<double>(now) + 1, value, area);
    canvas.painter.setPen(QPen(canvas.inkSoft(), 1));
    canvas.painter.drawLine(QPointF(at.x(), area.top()), QPointF(at.x(), area.bottom()));
    canvas.painter.setPen(QPen(canvas.paper(), 1.5));
    canvas.painter.setBrush(canvas.ink());
    canvas.painter.drawEllipse(at, 4, 4);
    Scribe::Look look = canvas.look(TextSize::Body, false, TextWeight::Strong);
    look.halo = canvas.paper();
    const QString& text = panel.now;
    const bool isRight = at.x() + 8 + textWidth(text, look.font) < area.right();
    canvas.scribe.write(text, isRight ? at.x() + 8 : at.x() - 8, std::max(at.y() - 12, area.top() + 8),
                        isRight ? Qt::AlignLeft : Qt::AlignRight, look);
}

void CapacityPainter::drawBinding(Canvas& canvas, const CapacityFigure& figure, const CapacityPanel& panel,
                                  const Plot& plot, const QRectF& area) const
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
            canvas.painter.drawRect(QRectF(left, area.bottom() + 22, right - left, 4));
        }
        at = std::max(end, at + 1);
    }
}

void CapacityPainter::paintPanel(Canvas& canvas, const CapacityFigure& figure, std::size_t index, const QRectF& area,
                                 double head)
{
    const CapacityPanel& panel = figure.panels[index];
    layPanelHead(canvas, panel, area, true);
    const double left = amountAxisWidth(m_steps, Unit::Capacity);
    const double right = m_hasUnscheduled ? rightRoom() : 8;
    const QRectF plot(area.left() + left, area.top() + head, area.width() - left - right, area.height() - head - 30);
    if (plot.height() < 40 || plot.width() < 60)
        return;
    const Plot& axes = m_panels[index]->plot;
    drawAmountAxis(canvas, axes, plot, m_steps, Unit::Capacity);
    drawBands(canvas, figure, index, plot);
    drawYears(canvas, axes, plot, figure.periods, 0);
    drawUnscheduled(canvas, panel, axes, plot);
    drawBinding(canvas, figure, panel, axes, plot);
    drawCurrent(canvas, figure, panel, axes, plot);
}

void CapacityPainter::paint(Canvas& canvas, const CapacityFigure& figure, const QRectF& body)
{
    const int count = static_cast<int>(figure.panels.size());
    const int columns = std::clamp(static_cast<int>(body.width() / 288), 1, std::max(count, 1));
    const int rows = (count + columns - 1) / std::max(columns, 1);
    const double width = (body.width() - (columns - 1) * 3 * kGrid) / columns;
    const double height = (body.height() - (rows - 1) * 2 * kGrid) / std::max(rows, 1);
    const auto areaOf = [&](int at) {
        const int row = at / columns;
        return QRectF(body.left() + (at - row * columns) * (width + 3 * kGrid), body.top() + row * (height + 2 * kGrid),
                      width, height);
    };
    for (int row = 0; row < rows; ++row) { // plots of one row begin at the same height, so that they can be compared
        double head = 0;
        const int end = std::min(count, (row + 1) * columns);
        for (int at = row * columns; at < end; ++at)
            head = std::max(head, layPanelHead(canvas, figure.panels[static_cast<std::size_t>(at)], areaOf(at), false));
        for (int at = row * columns; at < end; ++at)
            paintPanel(canvas, figure, static_cast<std::size_t>(at), areaOf(at), head);
    }
}

} // namespace ochain
