// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/canvas.h"

#include "charts/source_list.h"
#include "figures/figure_words.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace ochain {

namespace {

constexpr double kSwatch = 14;
constexpr double kLowPicture = 360;  ///< in a lower one the marks need all the room there is
constexpr double kNotesShare = 0.12; ///< of the height, at most, for notes

double marginOf(const QRectF& rect)
{
    return rect.width() >= 900 ? 3 * kGrid : 2 * kGrid;
}

/// Legend entries in rows; with draw off only counts them. @return the height they take
double layLegend(Canvas& canvas, const std::vector<LegendEntry>& entries, const QRectF& area, bool draw)
{
    if (entries.empty())
        return 0;
    const Scribe::Look look = canvas.look(TextSize::Note, true);
    const double row = lineHeight(look.font);
    double x = area.left();
    double y = area.top();
    for (const LegendEntry& entry : entries) {
        const double width = kSwatch + 6 + textWidth(entry.text, look.font);
        if (x > area.left() && x + width > area.right()) {
            x = area.left();
            y += row + 2;
        }
        if (draw) {
            drawSample(canvas, QRectF(x, y + row / 2 - 5, kSwatch, 10), entry.colours, entry.style);
            canvas.scribe.write(entry.text, x + kSwatch + 6, y + row / 2, Qt::AlignLeft, look,
                                area.right() - x - kSwatch - 6);
        }
        x += width + 2 * kGrid;
    }
    return y + row - area.top();
}

/// @param height  of the whole picture: where it is small, the marks need the room more than the last notes
QStringList noteLines(const Canvas& canvas, const ChartHead& head, double width, double height)
{
    QStringList lines;
    // On a small screen only what the lens leaves out; a screen reader and every export have the others.
    const bool isLow = !canvas.style.withSources && height < kLowPicture;
    const QFont font = canvas.look(TextSize::Note).font;
    const QStringList notes = isLow ? head.notes.first(head.lensNotes) : head.notes;
    for (const QString& note : notes)
        lines += wrapped(note, font, width);
    const int most = isLow ? 1 : std::max(1, static_cast<int>(height * kNotesShare / lineHeight(font)));
    if (lines.size() > most) {
        lines.resize(most);
        lines.last() += QStringLiteral(" …");
    }
    return lines;
}

} // namespace

bool Canvas::isLit(const std::string& id) const
{
    return std::find(lit.begin(), lit.end(), id) != lit.end();
}

QRectF drawFrame(Canvas& canvas, const ChartHead& head, const QRectF& rect)
{
    const double margin = marginOf(rect);
    QRectF area = rect.adjusted(margin, 2 * kGrid, -margin, -2 * kGrid);
    if (canvas.style.withHead) {
        const Scribe::Look title = canvas.look(TextSize::Title, false, TextWeight::Strong);
        for (const QString& line : wrapped(head.title, title.font, area.width())) {
            canvas.scribe.write(line, area.left(), area.top() + lineHeight(title.font) / 2, Qt::AlignLeft, title,
                                area.width());
            area.setTop(area.top() + lineHeight(title.font));
        }
        const Scribe::Look note = canvas.look(TextSize::Note, true);
        for (const QString& line : wrapped(head.subtitle, note.font, area.width())) {
            canvas.scribe.write(line, area.left(), area.top() + lineHeight(note.font) / 2, Qt::AlignLeft, note,
                                area.width());
            area.setTop(area.top() + lineHeight(note.font));
        }
        area.setTop(area.top() + kGrid);
    }
    if (head.isEmpty())
        return area;
    const Scribe::Look note = canvas.look(TextSize::Note, true);
    const double row = lineHeight(note.font);
    const QStringList notes = noteLines(canvas, head, area.width(), rect.height());
    const double legend = layLegend(canvas, head.legend, area, false);
    const double words = legend + (legend > 0 ? 4 : 0) + static_cast<double>(notes.size()) * row;
    // the marks keep about half of the picture: where it is small, fewer sources are listed
    const double spare = area.height() - words - rect.height() * 0.52 - kGrid * 1.5 - row;
    const int lines =
        std::clamp(static_cast<int>(spare / row), 1, std::max(2, static_cast<int>(rect.height() * 0.19 / 16)));
    const SourceList sources(head, canvas.style.withSources ? canvas.style.sources : SourceStyle::None, area.width(),
                             lines + 1);
    const double below = words + (sources.height() > 0 ? kGrid / 2 + sources.height() : 0);
    double y = area.bottom() - below;
    const QRectF body(area.left(), area.top(), area.width(), y - kGrid - area.top());
    layLegend(canvas, head.legend, QRectF(area.left(), y, area.width(), legend), true);
    y += legend + (legend > 0 ? 4 : 0);
    for (const QString& line : notes) {
        canvas.scribe.write(line, area.left(), y + row / 2, Qt::AlignLeft, note, area.width());
        y += row;
    }
    sources.draw(canvas, QRectF(area.left(), y + kGrid / 2, area.width(), sources.height()));
    return body;
}

void drawEmpty(Canvas& canvas, const ChartHead& head, const QRectF& rect)
{
    const double width = std::min(rect.width() - 4 * kGrid, 560.0);
    const Scribe::Look title = canvas.look(TextSize::Heading, false, TextWeight::Strong);
    const Scribe::Look hint = canvas.look(TextSize::Body, true);
    const QStringList titles = wrapped(head.emptyTitle, title.font, width);
    const QStringList hints = wrapped(head.emptyHint, hint.font, width);
    double y = rect.center().y() - (static_cast<double>(titles.size()) * lineHeight(title.font) + kGrid +
                                    static_cast<double>(hints.size()) * lineHeight(hint.font)) /
                                       2;
    for (const QString& line : titles) {
        canvas.scribe.write(line, rect.center().x(), y + lineHeight(title.font) / 2, Qt::AlignHCenter, title, width);
        y += lineHeight(title.font);
    }
    y += kGrid;
    for (const QString& line : hints) {
        canvas.scribe.write(line, rect.center().x(), y + lineHeight(hint.font) / 2, Qt::AlignHCenter, hint, width);
        y += lineHeight(hint.font);
    }
}

void drawHatch(QPainter& painter, const QPainterPath& shape, const QColor& colour, double spacing)
{
    // In coordinates turned by 45 degrees the hatch is a set of scan lines: u runs along them, v across.
    constexpr double kRoot = 0.70710678118654752;
    std::vector<std::pair<QPointF, QPointF>> edges;
    double least = 1e300;
    double most = -1e300;
    for (const QPolygonF& polygon : shape.simplified().toSubpathPolygons())
        for (qsizetype at = 0; at < polygon.size(); ++at) {
            const auto turn = [](QPointF p) { return QPointF((p.x() - p.y()) * kRoot, (p.x() + p.y()) * kRoot); };
            const QPointF from = turn(polygon[at]);
            const QPointF to = turn(polygon[(at + 1) % polygon.size()]);
            edges.emplace_back(from, to);
            least = std::min(least, from.y());
            most = std::max(most, from.y());
        }
    QList<QLineF> lines;
    std::vector<double> crossings;
    for (double v = std::ceil(least / spacing) * spacing; v < most; v += spacing) {
        crossings.clear();
        for (const auto& edge : edges)
            if ((edge.first.y() <= v) != (edge.second.y() <= v))
                crossings.push_back(edge.first.x() + (v - edge.first.y()) / (edge.second.y() - edge.first.y()) *
                                                         (edge.second.x() - edge.first.x()));
        std::sort(crossings.begin(), crossings.end());
        for (std::size_t at = 0; at + 1 < crossings.size(); at += 2) {
            const auto back = [v](double u) { return QPointF((v + u) * kRoot, (v - u) * kRoot); };
            lines.append(QLineF(back(crossings[at]), back(crossings[at + 1])));
        }
    }
    painter.save();
    painter.setPen(QPen(colour, 1.4, Qt::SolidLine, Qt::FlatCap));
    painter.drawLines(lines);
    painter.restore();
}

void drawDashedEdge(QPainter& painter, const QPainterPath& shape, const QColor& colour)
{
    painter.save();
    painter.setPen(QPen(colour, 1.2, Qt::CustomDashLine, Qt::FlatCap));
    QPen pen = painter.pen();
    pen.setDashPattern({4, 3});
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(shape);
    painter.restore();
}

void drawSample(Canvas& canvas, const QRectF& box, const MarkColours& colours, MarkStyle style)
{
    QPainter& painter = canvas.painter;
    const Theme theme = canvas.style.theme;
    const QColor mark = toColour(colours.mark.in(theme));
    const QColor edge = toColour(colours.edge.in(theme));
    QPainterPath shape;
    shape.addRect(box.adjusted(0.5, 0.5, -0.5, -0.5));
    painter.save();
    painter.setPen(Qt::NoPen);
    switch (style) {
    case MarkStyle::Solid:
        painter.fillRect(box, mark);
        break;
    case MarkStyle::Hatched:
        painter.fillRect(box, toColour(colours.soft.in(theme)));
        drawHatch(painter, shape, edge, 4);
        break;
    case MarkStyle::Dashed:
        drawDashedEdge(painter, shape, edge);
        break;
    case MarkStyle::Outline:
        painter.setPen(QPen(edge, 1));
        painter.drawPath(shape);
        break;
    case MarkStyle::Line:
        painter.setPen(QPen(edge, 2));
        painter.drawLine(QPointF(box.left(), box.center().y()), QPointF(box.right(), box.center().y()));
        break;
    }
    painter.restore();
}

std::vector<std::int64_t> axisSteps(std::int64_t least, std::int64_t most, int lines)
{
    const double span = std::max(1.0, static_cast<double>(most) - static_cast<double>(least));
    const double rough = span / std::max(1, lines);
    const double power = std::pow(10.0, std::floor(std::log10(rough)));
    double step = power;
    for (const double factor : {1.0, 2.0, 2.5, 5.0, 10.0}) {
        step = power * factor;
        if (step >= rough)
            break;
    }
    const std::int64_t whole = std::max<std::int64_t>(1, static_cast<std::int64_t>(std::llround(step)));
    std::vector<std::int64_t> steps;
    const std::int64_t first =
        static_cast<std::int64_t>(std::floor(static_cast<double>(least) / static_cast<double>(whole)));
    const std::int64_t last =
        static_cast<std::int64_t>(std::ceil(static_cast<double>(most) / static_cast<double>(whole)));
    for (std::int64_t at = first; at <= last; ++at)
        steps.push_back(at * whole);
    return steps;
}

} // namespace ochain
