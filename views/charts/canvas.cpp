// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/canvas.h"

#include "figures/figure_words.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace ochain {

namespace {

constexpr std::size_t kMostMarks = 3; ///< numbers of sources at one figure

QString raised(int number)
{
    static const QString kDigits = QStringLiteral("⁰¹²³⁴⁵⁶⁷⁸⁹");
    QString text;
    const QString digits = QString::number(number);
    for (const QChar digit : digits)
        text += kDigits[digit.digitValue()];
    return text;
}

} // namespace

QString Canvas::sourceMarks(const Evidence& evidence) const
{
    std::vector<int> numbers;
    for (const int number : evidence.sources)
        if (number <= listedSources && std::find(numbers.begin(), numbers.end(), number) == numbers.end())
            numbers.push_back(number);
    std::sort(numbers.begin(), numbers.end());
    QString text;
    for (std::size_t at = 0; at < std::min(numbers.size(), kMostMarks); ++at)
        text += QChar(0x2009) + raised(numbers[at]); // a thin space
    return text;
}

bool Canvas::isLit(const std::string& id) const
{
    return std::find(lit.begin(), lit.end(), id) != lit.end();
}

namespace {

/// Lines around the middle of a rectangle, as far as they stay in it. @return the bottom of the last
double writeMiddle(Canvas& canvas, const QStringList& lines, const Scribe::Look& look, const QRectF& rect, double y)
{
    for (const QString& line : lines) {
        if (y + lineHeight(look.font) > rect.bottom())
            break;
        canvas.scribe.write(line, rect.center().x(), y + lineHeight(look.font) / 2, Qt::AlignHCenter, look,
                            rect.width());
        y += lineHeight(look.font);
    }
    return y;
}

} // namespace

void drawEmpty(Canvas& canvas, const ChartHead& head, const QRectF& rect)
{
    const double width = std::min(rect.width(), 560.0);
    const Scribe::Look title = canvas.look(TextSize::Heading, false, TextWeight::Strong);
    const Scribe::Look hint = canvas.look(TextSize::Body, true);
    const QStringList titles = wrapped(head.emptyTitle, title.font, width);
    const QStringList hints = wrapped(head.emptyHint, hint.font, width);
    const double height = static_cast<double>(titles.size()) * lineHeight(title.font) + kGrid +
                          static_cast<double>(hints.size()) * lineHeight(hint.font);
    const double y = writeMiddle(canvas, titles, title, rect, std::max(rect.top(), rect.center().y() - height / 2));
    writeMiddle(canvas, hints, hint, rect, y + kGrid);
}

void drawNoRoom(Canvas& canvas, const QRectF& rect)
{
    const Scribe::Look look = canvas.look(TextSize::Body, true);
    writeMiddle(canvas, wrapped(FigureWords::tr("This chart needs more room."), look.font, rect.width()), look, rect,
                std::max(rect.top(), rect.center().y() - lineHeight(look.font) / 2));
}

namespace {

using Edge = std::pair<QPointF, QPointF>;

/// The edges of a shape in turned coordinates, in which the lines of a pattern are scan lines: u runs along them, v
/// across.
std::vector<Edge> turnedEdges(const QPainterPath& shape, double cosine, double sine)
{
    const auto turn = [&](QPointF p) { return QPointF(p.x() * cosine - p.y() * sine, p.x() * sine + p.y() * cosine); };
    std::vector<Edge> edges;
    for (const QPolygonF& polygon : shape.simplified().toSubpathPolygons())
        for (qsizetype at = 0; at < polygon.size(); ++at)
            edges.emplace_back(turn(polygon[at]), turn(polygon[(at + 1) % polygon.size()]));
    return edges;
}

/// Where a scan line meets the edges, from left to right.
std::vector<double> crossingsAt(const std::vector<Edge>& edges, double v)
{
    std::vector<double> crossings;
    for (const auto& [from, to] : edges)
        if ((from.y() <= v) != (to.y() <= v))
            crossings.push_back(from.x() + (v - from.y()) / (to.y() - from.y()) * (to.x() - from.x()));
    std::sort(crossings.begin(), crossings.end());
    return crossings;
}

} // namespace

void drawLines(QPainter& painter, const QPainterPath& shape, const LinePattern& pattern)
{
    const double angle = pattern.degrees / 180 * 3.14159265358979;
    const double cosine = std::cos(angle);
    const double sine = std::sin(angle);
    const std::vector<Edge> edges = turnedEdges(shape, cosine, sine);
    double least = 1e300;
    double most = -1e300;
    for (const Edge& edge : edges) {
        least = std::min(least, edge.first.y());
        most = std::max(most, edge.first.y());
    }
    QList<QLineF> lines;
    for (double v = std::ceil(least / pattern.spacing) * pattern.spacing; v < most; v += pattern.spacing) {
        const std::vector<double> crossings = crossingsAt(edges, v);
        const auto back = [&](double u) { return QPointF(u * cosine + v * sine, v * cosine - u * sine); };
        for (std::size_t at = 0; at + 1 < crossings.size(); at += 2)
            lines.append(QLineF(back(crossings[at]), back(crossings[at + 1])));
    }
    QPen pen(pattern.colour, pattern.width, Qt::SolidLine, Qt::FlatCap);
    if (!pattern.dashes.isEmpty())
        pen.setDashPattern(pattern.dashes);
    painter.save();
    painter.setPen(pen);
    painter.drawLines(lines);
    painter.restore();
}

QColor wordsOn(const QColor& fill)
{
    constexpr Rgb kWhite = 0xFFFFFF;
    constexpr Rgb kBlack = 0x101418;
    const Rgb mark = fill.rgb() & kWhite;
    return toColour(contrast(mark, kWhite) >= contrast(mark, kBlack) ? kWhite : kBlack);
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

void drawGained(QPainter& painter, const QPainterPath& shape, const MarkColours& colours, Theme theme)
{
    if (shape.isEmpty())
        return;
    painter.setPen(Qt::NoPen);
    painter.setBrush(toColour(colours.soft.in(theme)));
    painter.drawPath(shape);
    drawLines(painter, shape, {toColour(colours.edge.in(theme)), 4, 90, {}, 1.2}); // what leans is capital
}

void drawLost(QPainter& painter, const QPainterPath& shape, const MarkColours& colours, Theme theme)
{
    if (shape.isEmpty())
        return;
    const QColor edge = toColour(colours.edge.in(theme));
    drawLines(painter, shape, {edge, 7, 135, {1.5, 2.5}, 1});
    drawDashedEdge(painter, shape, edge);
}

QPen comparedPen(const QColor& colour)
{
    QPen pen(colour, 1.8, Qt::CustomDashLine, Qt::FlatCap, Qt::RoundJoin);
    pen.setDashPattern({3.5, 2.5});
    return pen;
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
    case MarkStyle::Gained:
        drawGained(painter, shape, colours, theme);
        break;
    case MarkStyle::Lost:
        drawLost(painter, shape, colours, theme);
        break;
    case MarkStyle::DashedLine:
        painter.setPen(comparedPen(edge));
        painter.drawLine(QPointF(box.left(), box.center().y()), QPointF(box.right(), box.center().y()));
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
