// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/flow_painter.h"

#include <QPainter>
#include <QPainterPathStroker>

#include <algorithm>
#include <cmath>
#include <unordered_map>

namespace ochain {

namespace {

constexpr double kBoxWidth = 12;
constexpr double kLabelGap = 8;
constexpr double kReadableName = 64; ///< a name cut to less is no name
constexpr int kHeadingLines = 2;
constexpr double kOuterShare = 0.24; ///< of the width, at most, for the labels beside the outer columns
constexpr double kThinRibbon = 3;    ///< of an undisclosed flow

/// "≥ $60B · $60,000,000,000.00": every digit is told where one points.
QString fullFigure(const QString& figure, std::int64_t amount, Unit unit, Language language)
{
    return amount > 0 ? QStringLiteral("%1 · %2").arg(figure, amountTextInFull(amount, unit, language)) : figure;
}

} // namespace

void FlowPainter::setFigure(const FlowFigure& figure)
{
    Q_UNUSED(figure)
    m_isLaid = false;
}

void FlowPainter::lay(const FlowFigure& figure, double height)
{
    std::vector<int> perColumn(static_cast<std::size_t>(std::max<qsizetype>(figure.columns.size(), 1)), 0);
    for (const FlowNode& node : figure.nodes)
        ++perColumn[static_cast<std::size_t>(node.column)];
    const int most = *std::max_element(perColumn.begin(), perColumn.end());
    m_isTwoLines.clear();
    for (const int count : perColumn)
        m_isTwoLines.push_back(height >= count * 35.0);
    const double gap = std::clamp(height / std::max(most, 1) * 0.35, 6.0, 28.0);
    if (m_isLaid && height == m_laidHeight && gap == m_laidGap)
        return;
    layout::Graph graph;
    graph.columns = static_cast<int>(figure.columns.size());
    std::unordered_map<std::string, std::uint32_t> before;
    for (std::uint32_t at = 0; at < m_ids.size(); ++at)
        before.emplace(m_ids[at], at);
    layout::Options options;
    layout::Previous previous;
    const layout::Layout last = m_layout;
    for (const FlowNode& node : figure.nodes) {
        graph.nodes.push_back({node.column});
        const auto found = before.find(node.id);
        previous.node.push_back(found == before.end() ? std::nullopt : std::optional(found->second));
    }
    for (const FlowLink& link : figure.links)
        graph.links.push_back({link.source, link.target, static_cast<double>(link.amount)});
    if (!m_ids.empty()) {
        previous.layout = &last;
        options.previous = previous;
    }
    options.height = height;
    options.nodeGap = gap;
    options.emptyNode = 4;
    options.effort = 0.1; // the window waits for it
    m_layout = layout::layoutFlow(graph, options);
    if (const double used = m_layout.bottom - m_layout.top;
        used > height) { // loops run above and below: make room for them
        options.height = std::max(height * 0.4, height - (used - height));
        m_layout = layout::layoutFlow(graph, options);
    }
    m_ids.clear();
    for (const FlowNode& node : figure.nodes)
        m_ids.push_back(node.id);
    m_isLaid = true;
    m_laidHeight = height;
    m_laidGap = gap;
}

double FlowPainter::labelWidth(const FlowNode& node) const
{
    const double name = textWidth(node.name, chartFont(TextSize::Body));
    const double figure = textWidth(node.figure, chartFont(TextSize::Note));
    return isTwoLines(node.column) ? std::max(name, figure) : name + kLabelGap + figure;
}

void FlowPainter::placeColumns(const FlowFigure& figure, const QRectF& body)
{
    const int last = static_cast<int>(figure.columns.size()) - 1;
    m_leftRoom = 0;
    m_rightRoom = 0;
    for (const FlowNode& node : figure.nodes) {
        if (node.column == 0)
            m_leftRoom = std::max(m_leftRoom, labelWidth(node) + kLabelGap);
        if (node.column == last && last > 0)
            m_rightRoom = std::max(m_rightRoom, labelWidth(node) + kLabelGap);
    }
    m_leftRoom = std::min(m_leftRoom, body.width() * kOuterShare);
    m_rightRoom = std::min(m_rightRoom, body.width() * kOuterShare);
    m_left = body.left() + m_leftRoom;
    m_pitch = last > 0 ? (body.width() - m_leftRoom - m_rightRoom - kBoxWidth) / last : 0;
}

/// Headings in at most two lines; those of the outer columns may reach over the labels beside their boxes.
std::vector<FlowPainter::Heading> FlowPainter::placeHeadings(const FlowFigure& figure, const QRectF& body) const
{
    const QFont font = chartFont(TextSize::Note);
    const int last = static_cast<int>(figure.columns.size()) - 1;
    std::vector<Heading> headings;
    for (int column = 0; column <= last; ++column) {
        Heading heading;
        const bool isLast = column == last && last > 0;
        const bool isFirst = column == 0 && last > 0;
        heading.x = isFirst ? body.left() : isLast ? body.right() : columnX(column);
        heading.side = isLast ? Qt::AlignRight : Qt::AlignLeft;
        // the last column's heading ends at the frame; where its boxes begin, the one before it ends
        heading.width = (isFirst ? m_leftRoom + m_pitch : isLast ? m_rightRoom + kBoxWidth : m_pitch) - 2 * kLabelGap;
        if (isLast)
            heading.width = std::max(heading.width, 80.0);
        heading.lines = wrapped(figure.columns[column].toUpper(), font, heading.width);
        if (heading.lines.size() > kHeadingLines)
            heading.lines = {heading.lines[0], QStringList(heading.lines.mid(1)).join(QLatin1Char(' '))};
        headings.push_back(heading);
    }
    return headings;
}

void FlowPainter::drawHeadings(Canvas& canvas, const std::vector<Heading>& headings, const QRectF& body)
{
    const Scribe::Look look = canvas.look(TextSize::Note, true);
    for (const Heading& heading : headings) {
        double y = body.top() + lineHeight(look.font) / 2;
        for (const QString& line : heading.lines) {
            canvas.scribe.write(line, heading.x, y, heading.side, look, heading.width);
            y += lineHeight(look.font) - 2;
        }
    }
}

QPainterPath FlowPainter::centreLine(std::size_t link) const
{
    const layout::PlacedLink& placed = m_layout.links[link];
    const int from = m_layout.nodes[placed.source].column;
    const int to = m_layout.nodes[placed.target].column;
    QPointF at(columnX(from) + kBoxWidth, m_top + placed.y0);
    QPainterPath path(at);
    if (placed.reversed) {
        const double lane = m_top + placed.loop.y;
        const QPointF end(columnX(to), m_top + placed.y1);
        const double out = at.x() + placed.loop.sourceTurn * 4 / 3;
        const double in = end.x() - placed.loop.targetTurn * 4 / 3;
        path.cubicTo(QPointF(out, at.y()), QPointF(out, lane), QPointF(at.x(), lane));
        path.lineTo(end.x(), lane);
        path.cubicTo(QPointF(in, lane), QPointF(in, end.y()), end);
        return path;
    }
    const auto bend = [&path, &at](QPointF next) {
        const double middle = (at.x() + next.x()) / 2;
        path.cubicTo(QPointF(middle, at.y()), QPointF(middle, next.y()), next);
        at = next;
    };
    for (std::size_t step = 0; step < placed.via.size(); ++step) {
        const double x = columnX(from + static_cast<int>(step) + 1);
        bend({x, m_top + placed.via[step]});
        at = {x + kBoxWidth, m_top + placed.via[step]};
        path.lineTo(at);
    }
    bend({columnX(to), m_top + placed.y1});
    return path;
}

QPainterPath FlowPainter::ribbon(std::size_t link) const
{
    const double width = m_layout.links[link].value * m_layout.scale;
    QPainterPathStroker stroker;
    stroker.setCapStyle(Qt::FlatCap);
    stroker.setJoinStyle(Qt::RoundJoin);
    stroker.setWidth(m_layout.links[link].value > 0 ? std::max(width, 0.75) : kThinRibbon);
    stroker.setCurveThreshold(0.1);
    return stroker.createStroke(centreLine(link)).simplified();
}

void FlowPainter::drawLink(Canvas& canvas, const FlowFigure& figure, std::size_t link, bool isFaded) const
{
    const FlowLink& flow = figure.links[link];
    const Theme theme = canvas.style.theme;
    const QPainterPath shape = ribbon(link);
    QColor soft = toColour(flow.colours.soft.in(theme));
    QColor edge = toColour(flow.colours.edge.in(theme));
    if (flow.id == canvas.hovered)
        soft = mixed(toColour(flow.colours.mark.in(theme)), soft, 0.4);
    if (isFaded) {
        soft = mixed(soft, canvas.paper(), 0.18);
        edge = mixed(edge, canvas.paper(), 0.18);
    }
    QPainter& painter = canvas.painter;
    painter.setPen(Qt::NoPen);
    const bool isBalance = flow.evidence.deals.empty();
    if (flow.amount == 0) {
        painter.setPen(QPen(mixed(edge, canvas.paper(), 0.6), 0.8));
        painter.setBrush(canvas.paper());
        painter.drawPath(shape);
    } else {
        soft.setAlphaF(flow.isCapital || isBalance ? 0.55F : 0.88F);
        painter.setBrush(soft);
        painter.drawPath(shape);
        if (flow.isCapital)
            drawHatch(painter, shape, mixed(edge, canvas.paper(), isFaded ? 0.3 : 0.75));
        const double thickness = m_layout.links[link].value * m_layout.scale;
        if (flow.assumed > 0) // both edges of a thin one would be one thick line
            drawDashedEdge(painter, thickness < 3 ? centreLine(link) : shape, edge);
    }
    const QString& left = figure.nodes[flow.source].name;
    const QString& right = figure.nodes[flow.target].name;
    const bool isMoney = figure.unit == Unit::Money; // money goes to the left, capacity to the right
    const QString head = QStringLiteral("%1 → %2: %3")
                             .arg(isMoney ? right : left, isMoney ? left : right,
                                  fullFigure(flow.figure, flow.amount, figure.unit, canvas.style.language));
    const std::optional<RowRef> row = flow.evidence.deals.empty()
                                          ? std::nullopt
                                          : std::optional(RowRef{Table::Deals, flow.evidence.deals.front().value});
    canvas.marks.push_back(
        {flow.id, shape, row, flow.evidence.deals, head + QLatin1Char('\n') + flow.evidence.tooltip, {}});
}

void FlowPainter::drawLinks(Canvas& canvas, const FlowFigure& figure) const
{
    std::vector<std::size_t> order(figure.links.size());
    for (std::size_t at = 0; at < order.size(); ++at)
        order[at] = at;
    // undisclosed lines below, then large under small; what is lit on top
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        const bool isLitA = !m_isTraced || m_litLinks[a];
        const bool isLitB = !m_isTraced || m_litLinks[b];
        if (isLitA != isLitB)
            return isLitB;
        if ((figure.links[a].amount == 0) != (figure.links[b].amount == 0))
            return figure.links[a].amount == 0;
        return figure.links[a].amount > figure.links[b].amount;
    });
    for (const std::size_t link : order)
        drawLink(canvas, figure, link, m_isTraced && !m_litLinks[link]);
}

void FlowPainter::drawNodes(Canvas& canvas, const FlowFigure& figure) const
{
    QPainter& painter = canvas.painter;
    const Theme theme = canvas.style.theme;
    for (std::size_t at = 0; at < figure.nodes.size(); ++at) {
        const FlowNode& node = figure.nodes[at];
        const layout::PlacedNode& placed = m_layout.nodes[at];
        const QRectF box(columnX(placed.column), m_top + placed.y0, kBoxWidth, std::max(placed.y1 - placed.y0, 2.0));
        QColor mark = toColour(node.colours.mark.in(theme));
        QColor edge = toColour(node.colours.edge.in(theme));
        if (m_isTraced && !m_litNodes[at]) {
            mark = mixed(mark, canvas.paper(), 0.25);
            edge = mixed(edge, canvas.paper(), 0.25);
        }
        const bool isHollow = node.amount == 0 || (node.isOutside && node.toggle.empty());
        painter.setPen(QPen(canvas.isLit(node.id) || node.id == canvas.hovered ? canvas.ink() : edge, 1));
        painter.setBrush(isHollow ? canvas.paper() : mark);
        painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5));
        QPainterPath shape;
        shape.addRect(box.adjusted(-2, -2, 2, 2));
        const QString head = QStringLiteral("%1: %2").arg(
            node.name, fullFigure(node.figure, node.amount, figure.unit, canvas.style.language));
        canvas.marks.push_back({node.id, shape, node.row, node.evidence.deals,
                                head + QLatin1Char('\n') + node.evidence.tooltip, node.toggle});
    }
}

std::vector<FlowPainter::Label> FlowPainter::placeLabels(const FlowFigure& figure, int column, double top,
                                                         double bottom) const
{
    std::vector<Label> labels;
    for (std::size_t at = 0; at < figure.nodes.size(); ++at)
        if (m_layout.nodes[at].column == column)
            labels.push_back({at, middleOf(at)});
    std::sort(labels.begin(), labels.end(), [](const Label& a, const Label& b) { return a.y < b.y; });
    const double height = labelHeight(column);
    // too many for the column: the smallest go without, their boxes still tell on hover
    while (static_cast<double>(labels.size()) * height > bottom - top && !labels.empty())
        labels.erase(std::min_element(labels.begin(), labels.end(), [&](const Label& a, const Label& b) {
            return figure.nodes[a.node].amount < figure.nodes[b.node].amount;
        }));
    // pushed apart: runs of touching labels stand around the mean of what they wish for
    struct Run {
        double wish;
        int count;
    };
    std::vector<Run> runs;
    const auto topOf = [&](const Run& run) {
        return std::clamp(run.wish - run.count * height / 2, top, std::max(top, bottom - run.count * height));
    };
    for (const Label& label : labels) {
        runs.push_back({label.y, 1});
        while (runs.size() > 1 &&
               topOf(runs[runs.size() - 2]) + runs[runs.size() - 2].count * height > topOf(runs.back())) {
            const Run next = runs.back();
            runs.pop_back();
            Run& run = runs.back();
            run.wish = (run.wish * run.count + next.wish * next.count) / (run.count + next.count);
            run.count += next.count;
        }
    }
    std::size_t at = 0;
    for (const Run& run : runs)
        for (int place = 0; place < run.count; ++place)
            labels[at++].y = topOf(run) + (place + 0.5) * height;
    return labels;
}

void FlowPainter::drawLabel(Canvas& canvas, const FlowFigure& figure, const Label& label) const
{
    const FlowNode& node = figure.nodes[label.node];
    const int column = m_layout.nodes[label.node].column;
    const int last = static_cast<int>(figure.columns.size()) - 1;
    const bool isLeft = column == 0 && last > 0;
    const bool isInside = !isLeft && column != last;
    const double room = labelRoom(figure, column);
    const double x = isLeft ? columnX(column) - kLabelGap : columnX(column) + kBoxWidth + kLabelGap;
    const Qt::Alignment side = isLeft ? Qt::AlignRight : Qt::AlignLeft;
    const bool isFaded = m_isTraced && !m_litNodes[label.node];
    Scribe::Look name =
        canvas.look(TextSize::Body, isFaded, canvas.isLit(node.id) ? TextWeight::Strong : TextWeight::Normal);
    Scribe::Look figureLook = canvas.look(TextSize::Note, !isInside || isFaded);
    if (isInside)
        name.halo = figureLook.halo = canvas.paper();
    if (label.y < m_top + m_layout.nodes[label.node].y0 - 7 || label.y > m_top + m_layout.nodes[label.node].y1 + 7) {
        canvas.painter.setPen(QPen(toColour(canvas.surfaces().line), 1)); // a leader to the box it was pushed from
        const double edge = isLeft ? columnX(column) : columnX(column) + kBoxWidth;
        canvas.painter.drawLine(QPointF(edge, middleOf(label.node)), QPointF(isLeft ? x + 2 : x - 2, label.y));
    }
    if (isTwoLines(column)) {
        canvas.scribe.write(node.name, x, label.y - 8, side, name, room);
        canvas.scribe.write(node.figure, x, label.y + 8, side, figureLook, room);
        return;
    }
    const double figureWidth = textWidth(node.figure, figureLook.font);
    // Where both cannot be read, the name is: the figure is in the tooltip.
    const double readable = std::min(textWidth(node.name, name.font), kReadableName);
    if (figureWidth + kLabelGap + readable > room) {
        canvas.scribe.write(node.name, x, label.y, side, name, room);
        return;
    }
    const double nameRoom = room - figureWidth - kLabelGap;
    const double nameWidth = std::min(textWidth(node.name, name.font), nameRoom);
    if (isLeft) {
        canvas.scribe.write(node.figure, x, label.y, side, figureLook, room);
        canvas.scribe.write(node.name, x - figureWidth - kLabelGap, label.y, side, name, nameRoom);
    } else {
        canvas.scribe.write(node.name, x, label.y, side, name, nameRoom);
        canvas.scribe.write(node.figure, x + nameWidth + kLabelGap, label.y, side, figureLook,
                            room - nameWidth - kLabelGap);
    }
}

/// Width that the labels of a column have, on the layout as it stands.
double FlowPainter::labelRoom(const FlowFigure& figure, int column) const
{
    const int last = static_cast<int>(figure.columns.size()) - 1;
    if (column == 0 && last > 0)
        return m_leftRoom - kLabelGap;
    return column == last ? m_rightRoom - kLabelGap : m_pitch - kBoxWidth - 2 * kLabelGap;
}

/// A column whose labels of two lines would be pushed far from their boxes has them in one, if they fit beside the
/// boxes.
void FlowPainter::chooseLines(const FlowFigure& figure, const QRectF& body)
{
    const int last = static_cast<int>(figure.columns.size()) - 1;
    for (int column = 0; column <= last; ++column) {
        if (!isTwoLines(column))
            continue;
        double furthest = 0;
        for (const Label& label : placeLabels(figure, column, body.top() + m_headings - 6, body.bottom()))
            furthest = std::max(furthest, std::abs(label.y - middleOf(label.node)));
        if (furthest <= 18)
            continue;
        m_isTwoLines[static_cast<std::size_t>(column)] = false;
        double widest = 0;
        for (const FlowNode& node : figure.nodes)
            if (node.column == column)
                widest = std::max(widest, labelWidth(node));
        const bool isOuter = column == 0 || column == last;
        const double room = isOuter ? body.width() * kOuterShare - kLabelGap : labelRoom(figure, column);
        m_isTwoLines[static_cast<std::size_t>(column)] = widest > room;
    }
}

double FlowPainter::middleOf(std::size_t node) const
{
    return m_top + (m_layout.nodes[node].y0 + m_layout.nodes[node].y1) / 2;
}

void FlowPainter::drawLabels(Canvas& canvas, const FlowFigure& figure, const QRectF& body) const
{
    for (int column = 0; column < static_cast<int>(figure.columns.size()); ++column)
        for (const Label& label : placeLabels(figure, column, body.top() + m_headings - 6, body.bottom()))
            drawLabel(canvas, figure, label);
}

void FlowPainter::trace(const Canvas& canvas, const FlowFigure& figure)
{
    m_litNodes.assign(figure.nodes.size(), false);
    m_litLinks.assign(figure.links.size(), false);
    std::vector<std::uint32_t> downstream;
    std::vector<std::uint32_t> upstream;
    for (std::uint32_t node = 0; node < figure.nodes.size(); ++node)
        if (canvas.isLit(figure.nodes[node].id)) {
            downstream.push_back(node);
            upstream.push_back(node);
        }
    for (std::size_t link = 0; link < figure.links.size(); ++link)
        if (canvas.isLit(figure.links[link].id)) {
            m_litLinks[link] = true;
            upstream.push_back(figure.links[link].source);
            downstream.push_back(figure.links[link].target);
        }
    const auto follow = [&](std::vector<std::uint32_t> open, bool isDown) {
        std::vector<bool> seen(figure.nodes.size(), false);
        while (!open.empty()) {
            const std::uint32_t node = open.back();
            open.pop_back();
            if (seen[node])
                continue;
            seen[node] = m_litNodes[node] = true;
            for (std::size_t link = 0; link < figure.links.size(); ++link) {
                const FlowLink& flow = figure.links[link];
                if ((isDown ? flow.source : flow.target) != node)
                    continue;
                m_litLinks[link] = true;
                open.push_back(isDown ? flow.target : flow.source);
            }
        }
    };
    follow(downstream, true);
    follow(upstream, false);
    m_isTraced = std::find(m_litLinks.begin(), m_litLinks.end(), true) != m_litLinks.end();
}

void FlowPainter::paint(Canvas& canvas, const FlowFigure& figure, const QRectF& body)
{
    if (body.height() < 80 || body.width() < 160)
        return;
    m_isTwoLines.assign(static_cast<std::size_t>(figure.columns.size()), true);
    placeColumns(figure, body);
    const std::vector<Heading> headings = placeHeadings(figure, body);
    qsizetype lines = 1;
    for (const Heading& heading : headings)
        lines = std::max(lines, heading.lines.size());
    m_headings = 12.0 + 16.0 * static_cast<double>(lines);
    const QRectF room = body.adjusted(0, m_headings, 0, 0);
    lay(figure, room.height());
    m_top = room.top() - m_layout.top + std::max(0.0, room.height() - (m_layout.bottom - m_layout.top)) / 2;
    chooseLines(figure, body);
    placeColumns(figure, body);
    trace(canvas, figure);
    drawLinks(canvas, figure);
    drawNodes(canvas, figure);
    drawHeadings(canvas, placeHeadings(figure, body), body);
    drawLabels(canvas, figure, body);
}

} // namespace ochain
