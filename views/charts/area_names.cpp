// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/area_names.h"

#include <QPainter>

#include <algorithm>
#include <cmath>
#include <optional>

namespace ochain {

namespace {

constexpr double kNameHeight = 16;
constexpr double kAmple = 40; ///< more room around a name does not make it easier to read
constexpr double kStep = 6;   ///< from one place that is tried to the next
constexpr double kSample = 10;
constexpr double kLeastName = 40; ///< an area narrower than that has no name in it

double heightAt(const QList<QPointF>& line, double x)
{
    if (line.isEmpty())
        return 0;
    if (x <= line.constFirst().x())
        return line.constFirst().y();
    for (qsizetype at = 1; at < line.size(); ++at)
        if (x <= line[at].x()) {
            const double width = line[at].x() - line[at - 1].x();
            const double share = width <= 0 ? 1 : (x - line[at - 1].x()) / width;
            return line[at - 1].y() + share * (line[at].y() - line[at - 1].y());
        }
    return line.constLast().y();
}

/// The least and the greatest y of a line between two places.
std::pair<double, double> rangeOf(const QList<QPointF>& line, double from, double to)
{
    double least = std::min(heightAt(line, from), heightAt(line, to));
    double most = std::max(heightAt(line, from), heightAt(line, to));
    for (const QPointF& point : line)
        if (point.x() > from && point.x() < to) {
            least = std::min(least, point.y());
            most = std::max(most, point.y());
        }
    return {least, most};
}

/// The middle of the widest place for words of that width in an area.
std::optional<QPointF> placeIn(const NamedArea& area, double width, const QRectF& plot, const Scribe& scribe)
{
    std::optional<QPointF> best;
    double most = 0;
    for (double x = plot.left() + width / 2 + 4; x <= plot.right() - width / 2 - 4; x += kStep) {
        const double from = x - width / 2 - 3;
        const double to = x + width / 2 + 3;
        const double top = rangeOf(area.upper, from, to).second;
        const double bottom = rangeOf(area.lower, from, to).first;
        const QRectF box(from, (top + bottom) / 2 - kNameHeight / 2, to - from, kNameHeight);
        // where there is ample room the middle of the plot is the best place
        const double worth = std::min(bottom - top, kAmple) - std::abs(x - plot.center().x()) / plot.width();
        if (bottom - top > kNameHeight && worth > most && scribe.isFree(box)) {
            most = worth;
            best = box.center();
        }
    }
    return best;
}

/// The whole name, else what stands before its first comma; with the numbers of its sources before without.
QStringList waysToSay(const NamedArea& area)
{
    QStringList names{area.name};
    for (const QChar comma : {QChar(u','), QChar(0xFF0C), QChar(u'(')})
        if (const qsizetype at = area.name.indexOf(comma); at > 3)
            names << area.name.left(at).trimmed();
    QStringList ways;
    for (const QString& name : std::as_const(names)) {
        if (!area.marks.isEmpty())
            ways << name + area.marks;
        ways << name;
    }
    return ways;
}

bool nameInside(Canvas& canvas, const NamedArea& area, const QRectF& plot)
{
    Scribe::Look look = canvas.look(TextSize::Note);
    look.colour = wordsOn(area.fill);
    if (area.texture != Texture::Plain)
        look.halo = area.fill;
    for (const QString& name : waysToSay(area)) {
        const double width = textWidth(name, look.font);
        if (width > plot.width() - 8 || plot.width() < kLeastName)
            continue;
        if (const auto place = placeIn(area, width, plot, canvas.scribe)) {
            canvas.scribe.write(name, place->x(), place->y(), Qt::AlignHCenter, look);
            return true;
        }
    }
    return false;
}

/// The upper edge of the whole stack.
const QList<QPointF>& topOf(const std::vector<NamedArea>& areas)
{
    return areas.back().upper;
}

} // namespace

Texture textureOf(std::size_t index) noexcept
{
    return static_cast<Texture>(index % 5);
}

QColor textureColour(const Canvas& canvas, const QColor& fill)
{
    return mixed(canvas.paper(), fill, 0.3);
}

void drawTexture(QPainter& painter, const QPolygonF& shape, Texture texture, const QColor& colour)
{
    QPainterPath path;
    path.addPolygon(shape);
    path.closeSubpath();
    switch (texture) {
    case Texture::Plain:
        break;
    case Texture::Level:
        drawLines(painter, path, {colour, 5, 0, {}, 1});
        break;
    case Texture::Upright:
        drawLines(painter, path, {colour, 5, 90, {}, 1});
        break;
    case Texture::Dots:
        drawLines(painter, path, {colour, 5, 0, {1.2, 3.6}, 1.4});
        break;
    case Texture::Checked:
        drawLines(painter, path, {colour, 8, 0, {}, 1});
        drawLines(painter, path, {colour, 8, 90, {}, 1});
        break;
    }
}

QPolygonF NamedArea::shape() const
{
    QPolygonF polygon(upper);
    for (qsizetype back = lower.size(); back-- > 0;)
        polygon << lower[back];
    return polygon;
}

void nameAreas(Canvas& canvas, const std::vector<NamedArea>& areas, const QRectF& plot)
{
    std::vector<const NamedArea*> unnamed;
    for (auto area = areas.rbegin(); area != areas.rend(); ++area)
        if (!nameInside(canvas, *area, plot))
            unnamed.push_back(&*area);
    const Scribe::Look look = canvas.look(TextSize::Note, true);
    const double row = lineHeight(look.font) - 2;
    double y = plot.top() + row / 2 + 2;
    const double x = plot.left() + 6;
    for (std::size_t at = 0; at < unnamed.size(); ++at, y += row) {
        const NamedArea& area = *unnamed[at];
        const QString rest = QStringLiteral("+%1").arg(unnamed.size() - at);
        const auto isOverStack = [&](const QString& text, double below) {
            const double right = x + kSample + 5 + textWidth(text, look.font);
            return right < plot.right() && y + below < rangeOf(topOf(areas), x, right).first;
        };
        const bool isLast = at + 1 == unnamed.size();
        QString name;
        for (const QString& way : waysToSay(area))
            if (name.isEmpty() && isOverStack(way, isLast ? row / 2 : 1.5 * row))
                name = way;
        if (name.isEmpty() ||
            !canvas.scribe.isFree(Scribe::boxOf(name, x + kSample + 5, y, Qt::AlignLeft, look.font))) {
            if (isOverStack(rest, row / 2)) // those that are pointed at tell their names
                canvas.scribe.writeIfFree(rest, x, y, Qt::AlignLeft, look, plot);
            return;
        }
        const QRectF sample(x, y - kSample / 2, kSample, kSample);
        canvas.painter.fillRect(sample, area.fill);
        drawTexture(canvas.painter, QPolygonF(sample), area.texture, textureColour(canvas, area.fill));
        canvas.scribe.write(name, x + kSample + 5, y, Qt::AlignLeft, look);
    }
}

} // namespace ochain
