// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/flow_scene.h"

#include <QPainterPathStroker>

#include <algorithm>
#include <unordered_map>

namespace ochain {

namespace {

constexpr double kThinRibbon = 3;      ///< of an undisclosed flow
constexpr double kPromiseWidth = 9;    ///< of a guarantee, whatever it is of: it is on no scale
constexpr double kThinnestBand = 0.75; ///< thinner could not be seen
constexpr double kThinnestBox = 2;

double between(double a, double b, double progress)
{
    return a + (b - a) * progress;
}

QPointF between(QPointF a, QPointF b, double progress)
{
    return a + (b - a) * progress;
}

QPainterPath loopLine(const layout::PlacedLink& link, QPointF start, QPointF end, double lane)
{
    QPainterPath path(start);
    const double out = start.x() + link.loop.sourceTurn * 4 / 3;
    const double in = end.x() - link.loop.targetTurn * 4 / 3;
    path.cubicTo(QPointF(out, start.y()), QPointF(out, lane), QPointF(start.x(), lane));
    path.lineTo(end.x(), lane);
    path.cubicTo(QPointF(in, lane), QPointF(in, end.y()), end);
    return path;
}

QPainterPath centreLine(const layout::Layout& layout, const layout::PlacedLink& link, const FlowFrame& frame)
{
    const auto x = [&frame](int column) { return frame.columnX[static_cast<std::size_t>(column)]; };
    const int from = layout.nodes[link.source].column;
    const int to = layout.nodes[link.target].column;
    QPointF at(x(from) + frame.boxWidth, frame.top + link.y0);
    if (link.reversed)
        return loopLine(link, at, QPointF(x(to), frame.top + link.y1), frame.top + link.loop.y);
    QPainterPath path(at);
    const auto bend = [&path, &at](QPointF next) {
        const double middle = (at.x() + next.x()) / 2;
        path.cubicTo(QPointF(middle, at.y()), QPointF(middle, next.y()), next);
        at = next;
    };
    for (std::size_t step = 0; step < link.via.size(); ++step) {
        const double left = x(from + static_cast<int>(step) + 1);
        bend({left, frame.top + link.via[step]});
        at = {left + frame.boxWidth, frame.top + link.via[step]};
        path.lineTo(at);
    }
    bend({x(to), frame.top + link.y1});
    return path;
}

bool haveSameShape(const QPainterPath& a, const QPainterPath& b)
{
    if (a.elementCount() != b.elementCount())
        return false;
    for (int at = 0; at < a.elementCount(); ++at)
        if (a.elementAt(at).type != b.elementAt(at).type)
            return false;
    return true;
}

QPainterPath between(const QPainterPath& from, QPainterPath to, double progress)
{
    for (int at = 0; at < to.elementCount(); ++at) {
        const QPointF point = between(QPointF(from.elementAt(at)), QPointF(to.elementAt(at)), progress);
        to.setElementPositionAt(at, point.x(), point.y());
    }
    return to;
}

} // namespace

const FlowScene::Box* FlowScene::box(const std::string& id) const
{
    const auto found = std::find_if(boxes.begin(), boxes.end(), [&](const Box& each) { return each.id == id; });
    return found == boxes.end() ? nullptr : &*found;
}

QPainterPath bandAlong(const QPainterPath& centre, double width, bool isClean)
{
    QPainterPathStroker stroker;
    stroker.setCapStyle(Qt::FlatCap);
    stroker.setJoinStyle(Qt::RoundJoin);
    stroker.setWidth(std::max(width, kThinnestBand));
    stroker.setCurveThreshold(0.1);
    const QPainterPath band = stroker.createStroke(centre);
    return isClean ? band.simplified() : band;
}

FlowScene sceneOf(const layout::Layout& layout, const FlowIds& ids, const FlowFrame& frame)
{
    FlowScene scene;
    for (std::size_t at = 0; at < layout.nodes.size(); ++at) {
        const layout::PlacedNode& node = layout.nodes[at];
        const double x = frame.columnX[static_cast<std::size_t>(node.column)];
        scene.boxes.push_back(
            {ids.nodes[at], QRectF(x, frame.top + node.y0, frame.boxWidth, std::max(node.y1 - node.y0, kThinnestBox))});
    }
    for (std::size_t at = 0; at < layout.links.size(); ++at) {
        const layout::PlacedLink& link = layout.links[at];
        FlowScene::Ribbon ribbon{ids.links[at],
                                 centreLine(layout, link, frame),
                                 link.value > 0        ? link.value * layout.scale
                                 : ids.isGuarantee[at] ? kPromiseWidth
                                                       : kThinRibbon,
                                 {}};
        ribbon.shape = bandAlong(ribbon.centre, ribbon.width, ids.hasEdge[at]);
        scene.ribbons.push_back(std::move(ribbon));
    }
    return scene;
}

FlowScene blended(const FlowScene& from, const FlowScene& to, double progress)
{
    std::unordered_map<std::string, const FlowScene::Box*> boxes;
    for (const FlowScene::Box& box : from.boxes)
        boxes.emplace(box.id, &box);
    std::unordered_map<std::string, const FlowScene::Ribbon*> ribbons;
    for (const FlowScene::Ribbon& ribbon : from.ribbons)
        ribbons.emplace(ribbon.id, &ribbon);
    FlowScene scene = to;
    for (FlowScene::Box& box : scene.boxes) {
        const auto found = boxes.find(box.id);
        const QRectF start = found != boxes.end() ? found->second->rect
                                                  : QRectF(box.rect.left(), box.rect.center().y(), box.rect.width(), 0);
        box.rect = {between(start.topLeft(), box.rect.topLeft(), progress),
                    between(start.bottomRight(), box.rect.bottomRight(), progress)};
    }
    for (FlowScene::Ribbon& ribbon : scene.ribbons) {
        const auto found = ribbons.find(ribbon.id);
        const bool isKnown = found != ribbons.end() && haveSameShape(found->second->centre, ribbon.centre);
        if (isKnown)
            ribbon.centre = between(found->second->centre, ribbon.centre, progress);
        ribbon.width = between(isKnown ? found->second->width : 0.0, ribbon.width, progress);
        ribbon.shape = bandAlong(ribbon.centre, ribbon.width, false);
    }
    return scene;
}

} // namespace ochain
