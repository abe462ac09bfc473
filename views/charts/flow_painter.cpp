// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/flow_painter.h"

#include "figures/figure_parts.h"
#include "figures/figure_words.h"
#include "language/punctuation.h"

#include <QPainter>

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <unordered_set>

namespace ochain {

namespace {

constexpr double kFaded = 0.18;     ///< what stays of a colour that is not traced
constexpr double kPassedBy = 0.35;  ///< of a traced ribbon's colour where something else flows
constexpr double kFineRibbon = 3;   ///< thinner ones have one dashed line rather than two edges
constexpr double kLeastColumn = 32; ///< of the width, for a column's boxes and the ribbons to the next
constexpr double kLeastHeight = 56;
constexpr double kHeadings = 28; ///< of one line
constexpr double kLeastBox = 8;  ///< of the height, for a box and the gap to the next
constexpr double kGoodHeight = 220;
constexpr double kGoodBox = 38;      ///< for its name over its figure
constexpr double kMarkedRibbon = 10; ///< a narrower one has no room for numbers of sources
constexpr double kSeamFrom = 2.5;    ///< a thinner ribbon would be all seam
constexpr double kLeaderFrom = 7;    ///< a label further off its box has a leader to it

/// "≥ $60B · $60,000,000,000.00": every digit is told where one points.
QString fullFigure(const QString& figure, std::int64_t amount, Unit unit)
{
    return amount > 0 ? QStringLiteral("%1 · %2").arg(figure, amountTextInFull(amount, unit)) : figure;
}

/// Of what flows through the traced part.
QColor throughColour(const FlowLink& flow, Theme theme)
{
    return mixed(toColour(flow.colours.mark.in(theme)), toColour(flow.colours.soft.in(theme)), 0.25);
}

} // namespace

void FlowPainter::setFigure(const FlowFigure& figure)
{
    m_geometry.setFigure(figure);
    std::map<std::pair<std::size_t, std::size_t>, int> between;
    for (const FlowLink& link : figure.links)
        ++between[{link.source, link.target}];
    m_parallel.clear();
    for (const FlowLink& link : figure.links)
        m_parallel.push_back(between[{link.source, link.target}] > 1);
}

bool FlowPainter::beginMove()
{
    if (m_shown.boxes.empty())
        return false;
    m_start = m_shown;
    m_startColours = m_colours;
    m_progress = 0;
    return true;
}

MarksNeed FlowPainter::need(const FlowFigure& figure, double width, double third)
{
    const auto columns = std::max<std::size_t>(1, static_cast<std::size_t>(figure.columns.size()));
    if (width < kLeastColumn * static_cast<double>(columns))
        return {MarksNeed::kNoRoom, MarksNeed::kNoRoom};
    std::vector<int> boxes(columns, 0);
    for (const FlowNode& node : figure.nodes)
        ++boxes[static_cast<std::size_t>(node.column)];
    const double most = *std::max_element(boxes.begin(), boxes.end());
    const double least = std::max({kLeastHeight, kLeastBox * most, third}) + kHeadings;
    return {least, std::max({least, kGoodHeight, kGoodBox * most})};
}

void FlowPainter::paint(Canvas& canvas, const FlowFigure& figure, const QRectF& body)
{
    m_geometry.prepare(figure, body);
    const bool isMoving = m_progress < 1 && !m_start.boxes.empty();
    m_shown = isMoving ? blended(m_start, m_geometry.scene(), m_progress) : m_geometry.scene();
    m_selected = traceFlow(figure, canvas.lit);
    m_trace = canvas.hovered.empty() ? m_selected : traceFlow(figure, {canvas.hovered});
    if (m_trace.isEmpty)
        m_trace = m_selected;
    m_colours.clear();
    if (isMoving)
        drawGone(canvas);
    drawLinks(canvas, figure);
    drawNodes(canvas, figure);
    drawHeadings(canvas, body);
    drawLabels(canvas, figure);
    drawSourceMarks(canvas, figure, body);
}

/// The numbers of its sources on each ribbon that is wide enough, where no label stands.
void FlowPainter::drawSourceMarks(Canvas& canvas, const FlowFigure& figure, const QRectF& body) const
{
    if (canvas.listedSources == 0)
        return;
    const Scribe::Look look = canvas.look(TextSize::Note);
    for (std::size_t at = 0; at < figure.links.size(); ++at) {
        const FlowScene::Ribbon& ribbon = m_shown.ribbons[at];
        if (ribbon.width < kMarkedRibbon || isFadedLink(at))
            continue;
        const QString marks = canvas.sourceMarks(figure.links[at].evidence).trimmed();
        for (const double share : {0.5, 0.7, 0.85, 0.3}) {
            const QPointF middle = ribbon.centre.pointAtPercent(share);
            const QRectF box = Scribe::boxOf(marks, middle.x(), middle.y(), Qt::AlignHCenter, look.font);
            if (ribbon.shape.contains(box.adjusted(0, 3, 0, -3)) &&
                canvas.scribe.writeIfFree(marks, middle.x(), middle.y() + 2, Qt::AlignHCenter, look, body))
                break;
        }
    }
}

/// What is no longer there grows thin where it was.
void FlowPainter::drawGone(Canvas& canvas) const
{
    std::unordered_set<std::string> there;
    for (const FlowScene::Ribbon& ribbon : m_shown.ribbons)
        there.insert(ribbon.id);
    for (const FlowScene::Box& box : m_shown.boxes)
        there.insert(box.id);
    const auto colourOf = [&](const std::string& id) {
        const auto found = m_startColours.find(id);
        return mixed(found == m_startColours.end() ? canvas.inkSoft() : found->second, canvas.paper(), 1 - m_progress);
    };
    canvas.painter.setPen(Qt::NoPen);
    for (const FlowScene::Ribbon& ribbon : m_start.ribbons)
        if (there.count(ribbon.id) == 0) {
            canvas.painter.setBrush(colourOf(ribbon.id));
            canvas.painter.drawPath(bandAlong(ribbon.centre, ribbon.width * (1 - m_progress), false));
        }
    for (const FlowScene::Box& box : m_start.boxes)
        if (there.count(box.id) == 0)
            canvas.painter.fillRect(box.rect, colourOf(box.id));
}

void FlowPainter::drawLinks(Canvas& canvas, const FlowFigure& figure)
{
    std::vector<std::size_t> order(figure.links.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    // undisclosed lines below, then large under small, then outlines of guarantees; what is traced on top
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        if (isFadedLink(a) != isFadedLink(b))
            return isFadedLink(a);
        if (figure.links[a].isGuarantee != figure.links[b].isGuarantee)
            return figure.links[b].isGuarantee;
        if ((figure.links[a].amount == 0) != (figure.links[b].amount == 0))
            return figure.links[a].amount == 0;
        return figure.links[a].amount > figure.links[b].amount;
    });
    for (const std::size_t at : order) {
        drawLink(canvas, figure, at);
        markLink(canvas, figure, at);
    }
}

void FlowPainter::drawLink(Canvas& canvas, const FlowFigure& figure, std::size_t at)
{
    const FlowLink& flow = figure.links[at];
    const FlowScene::Ribbon& ribbon = m_shown.ribbons[at];
    const Theme theme = canvas.style.theme;
    const bool isFaded = isFadedLink(at);
    const bool isPartly = !m_trace.isEmpty && !isFaded && flow.amount > 0 && m_trace.links[at] < 0.999;
    QColor soft = toColour(flow.colours.soft.in(theme));
    QColor edge = toColour(flow.colours.edge.in(theme));
    if (!m_trace.isEmpty && !isFaded && !isPartly && flow.amount > 0)
        soft = throughColour(flow, theme);
    if (isFaded || isPartly) {
        soft = mixed(soft, canvas.paper(), isFaded ? kFaded : kPassedBy);
        edge = mixed(edge, canvas.paper(), isFaded ? kFaded : 0.6);
    }
    m_colours[flow.id] = soft;
    QPainter& painter = canvas.painter;
    if (flow.amount == 0) {
        painter.setPen(flow.isGuarantee ? QPen(edge, 1.2) : QPen(mixed(edge, canvas.paper(), 0.6), 0.8));
        painter.setBrush(flow.isGuarantee ? QBrush(Qt::NoBrush) : QBrush(canvas.paper()));
        painter.drawPath(ribbon.shape);
        return;
    }
    const bool isBalance = flow.evidence.deals.empty();
    soft.setAlphaF(flow.isCapital || isBalance ? 0.55F : 0.88F);
    const bool hasSeam = m_parallel[at] && ribbon.width >= kSeamFrom;
    painter.setPen(hasSeam ? QPen(canvas.paper(), 1) : QPen(Qt::NoPen));
    painter.setBrush(soft);
    painter.drawPath(ribbon.shape);
    if (isPartly)
        drawThrough(canvas, flow, ribbon, m_trace.links[at]);
    if (flow.isCapital)
        drawHatch(painter, ribbon.shape, mixed(edge, canvas.paper(), isFaded ? 0.3 : 0.75));
    if (flow.change != 0 && !isFaded)
        drawChange(canvas, flow, ribbon);
    if (flow.assumed > 0) // both edges of a thin one would be one thick line
        drawDashedEdge(painter, ribbon.width < kFineRibbon ? ribbon.centre : ribbon.shape, edge);
}

/// The part of a ribbon that flows through what is traced, in the middle of it.
void FlowPainter::drawThrough(Canvas& canvas, const FlowLink& flow, const FlowScene::Ribbon& ribbon, double share) const
{
    QColor core = throughColour(flow, canvas.style.theme);
    core.setAlphaF(flow.isCapital ? 0.6F : 0.9F);
    canvas.painter.setPen(Qt::NoPen);
    canvas.painter.setBrush(core);
    canvas.painter.drawPath(bandAlong(ribbon.centre, ribbon.width * share, false));
}

/// What a ribbon has more or less than under the other lens, in the middle of it.
void FlowPainter::drawChange(Canvas& canvas, const FlowLink& flow, const FlowScene::Ribbon& ribbon) const
{
    const double share = std::abs(static_cast<double>(flow.change)) / static_cast<double>(flow.amount);
    const QPainterPath core = share < 1 ? bandAlong(ribbon.centre, ribbon.width * share) : ribbon.shape;
    if (flow.change > 0)
        return drawGained(canvas.painter, core, flow.colours, canvas.style.theme);
    canvas.painter.setPen(Qt::NoPen);
    canvas.painter.setBrush(canvas.paper());
    canvas.painter.drawPath(core);
    drawLost(canvas.painter, core, flow.colours, canvas.style.theme);
}

/// "About $12B of it (27 %) flows through OpenAI", where something else is selected.
QString FlowPainter::throughText(const Canvas& canvas, const FlowFigure& figure, std::int64_t amount,
                                 double share) const
{
    const bool isOwn = canvas.lit.empty() || share <= 0 || share > 0.999 || amount == 0;
    if (isOwn)
        return {};
    QString through;
    for (const FlowNode& node : figure.nodes)
        if (canvas.isLit(node.id))
            through = through.isEmpty() ? node.name : FigureWords::tr("what is selected");
    if (through.isEmpty())
        through = FigureWords::tr("what is selected");
    const auto part = static_cast<std::int64_t>(std::llround(static_cast<double>(amount) * share));
    return QLatin1Char('\n') + FigureWords::tr("About %1 of it (%2) flows through %3")
                                   .arg(amountText(part, figure.unit),
                                        shareText(BasisPoints{static_cast<std::int32_t>(std::lround(share * 10'000))}),
                                        through);
}

void FlowPainter::markLink(Canvas& canvas, const FlowFigure& figure, std::size_t at) const
{
    const FlowLink& flow = figure.links[at];
    const QString& left = figure.nodes[flow.source].name;
    const QString& right = figure.nodes[flow.target].name;
    const bool isMoney = figure.unit == Unit::Money; // money goes to the left, capacity to the right
    const QString head = told(QStringLiteral("%1 → %2").arg(isMoney ? right : left, isMoney ? left : right),
                              fullFigure(flow.figure, figure.lenses ? 0 : flow.amount, figure.unit));
    const double share = m_selected.isEmpty ? 0 : m_selected.links[at];
    // A ribbon of several deals is none of them: a double click lists them.
    const std::optional<RowRef> row = flow.evidence.deals.size() == 1
                                          ? std::optional(RowRef{Table::Deals, flow.evidence.deals.front().value})
                                          : std::nullopt;
    canvas.marks.push_back(
        {flow.id,
         m_shown.ribbons[at].shape,
         row,
         flow.evidence.deals,
         head + throughText(canvas, figure, flow.amount, share) + QLatin1Char('\n') + flow.evidence.tooltip,
         {}});
}

void FlowPainter::drawNodes(Canvas& canvas, const FlowFigure& figure)
{
    QPainter& painter = canvas.painter;
    const Theme theme = canvas.style.theme;
    for (std::size_t at = 0; at < figure.nodes.size(); ++at) {
        const FlowNode& node = figure.nodes[at];
        const QRectF box = m_shown.boxes[at].rect;
        QColor mark = toColour(node.colours.mark.in(theme));
        QColor edge = toColour(node.colours.edge.in(theme));
        if (isFadedNode(at)) {
            mark = mixed(mark, canvas.paper(), 0.25);
            edge = mixed(edge, canvas.paper(), 0.25);
        }
        m_colours[node.id] = mark;
        const bool isHollow = node.amount == 0 || (node.isOutside && node.toggle.empty());
        painter.setPen(QPen(canvas.isLit(node.id) || node.id == canvas.hovered ? canvas.ink() : edge, 1));
        painter.setBrush(isHollow ? canvas.paper() : mark);
        painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5));
        QPainterPath shape;
        shape.addRect(box.adjusted(-2, -2, 2, 2));
        const QString head = told(node.name, fullFigure(node.figure, figure.lenses ? 0 : node.amount, figure.unit));
        const QString through = throughText(canvas, figure, node.amount, m_selected.isEmpty ? 0 : m_selected.nodes[at]);
        DrawnMark drawn{node.id,
                        shape,
                        node.row,
                        node.evidence.deals,
                        head + through + QLatin1Char('\n') + node.evidence.tooltip,
                        node.toggle};
        drawn.isMovable = true;
        canvas.marks.push_back(std::move(drawn));
    }
}

void FlowPainter::drawHeadings(Canvas& canvas, const QRectF& body) const
{
    const Scribe::Look look = canvas.look(TextSize::Note, true);
    for (const FlowHeading& heading : m_geometry.headings()) {
        double y = body.top() + lineHeight(look.font) / 2;
        for (const QString& line : heading.lines) {
            canvas.scribe.write(line, heading.x, y, heading.side, look, heading.width);
            y += lineHeight(look.font) - 2;
        }
    }
}

void FlowPainter::drawLabels(Canvas& canvas, const FlowFigure& figure) const
{
    for (const FlowLabel& label : m_geometry.labels()) {
        FlowLabel shown = label; // moves along with its box
        shown.middle +=
            m_shown.boxes[label.node].rect.center().y() - m_geometry.scene().boxes[label.node].rect.center().y();
        drawLabel(canvas, figure, shown);
    }
}

void FlowPainter::drawLabel(Canvas& canvas, const FlowFigure& figure, const FlowLabel& label) const
{
    const FlowNode& node = figure.nodes[label.node];
    const auto column = static_cast<std::size_t>(node.column);
    const QRectF box = m_shown.boxes[label.node].rect;
    const bool isLeft = column == 0 && m_geometry.lastColumn() > 0;
    const bool isInside = !isLeft && column != m_geometry.lastColumn();
    const double room = m_geometry.labelRoom(column) + 0.1; // sums of widths are not exact
    const double x = isLeft ? box.left() - kFlowLabelGap : box.right() + kFlowLabelGap;
    const Qt::Alignment side = isLeft ? Qt::AlignRight : Qt::AlignLeft;
    const bool isFaded = isFadedNode(label.node);
    Scribe::Look name =
        canvas.look(TextSize::Body, isFaded, canvas.isLit(node.id) ? TextWeight::Strong : TextWeight::Normal);
    Scribe::Look figureLook = canvas.look(TextSize::Note, !isInside || isFaded);
    if (isInside)
        name.halo = figureLook.halo = canvas.paper();
    if (label.middle < box.top() - kLeaderFrom || label.middle > box.bottom() + kLeaderFrom) {
        canvas.painter.setPen(QPen(toColour(canvas.surfaces().line), 1));
        const double edge = isLeft ? box.left() : box.right();
        canvas.painter.drawLine(QPointF(edge, box.center().y()), QPointF(isLeft ? x + 2 : x - 2, label.middle));
    }
    if (!label.isBeside) {
        const auto lines = static_cast<double>(label.names.size() + (label.hasFigure ? 1 : 0));
        double y = label.middle - (lines - 1) * kFlowLabelLine / 2;
        for (const QString& line : label.names) {
            canvas.scribe.write(line, x, y, side, name, room);
            y += kFlowLabelLine;
        }
        if (label.hasFigure)
            canvas.scribe.write(node.figure, x, y, side, figureLook, room);
        return;
    }
    const double figureWidth = label.hasFigure ? textWidth(node.figure, figureLook.font) + kFlowLabelGap : 0;
    const double nameRoom = room - figureWidth;
    const double nameWidth = std::min(textWidth(node.name, name.font), nameRoom);
    canvas.scribe.write(node.name, isLeft ? x - figureWidth : x, label.middle, side, name, nameRoom);
    if (label.hasFigure)
        canvas.scribe.write(node.figure, isLeft ? x : x + nameWidth + kFlowLabelGap, label.middle, side, figureLook,
                            figureWidth - kFlowLabelGap);
}

} // namespace ochain
