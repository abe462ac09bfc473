// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/flow_geometry.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <unordered_map>
#include <utility>

namespace ochain {

namespace {

constexpr double kBoxWidth = 12;
constexpr int kHeadingLines = 3;
constexpr double kHeadingLine = 16;
constexpr double kOuterShare = 0.24;   ///< of the width, at most, for the labels beside each of two columns; of more
constexpr double kOuterLess = 0.02;    ///< columns so much less for each,
constexpr double kOuterLeast = 0.14;   ///< down to this
constexpr double kLowBody = 240;       ///< a lower one has headings of one line,
constexpr double kHighBody = 360;      ///< and below this one of two
constexpr double kReadableShare = 0.7; ///< of a heading of one line, which may be cut to it
constexpr double kLeastGap = 72;       ///< from column to column, where there is room: a ribbon needs it to bend
constexpr double kNarrowest = 80;      ///< of the last column's heading
constexpr double kGapShare = 0.45;     ///< of the height for each box of the fullest column, between boxes
constexpr double kBearable = 15;       ///< cost of a column's labels: some names in more lines
constexpr double kWindowEffort = 0.1;  ///< of the layout's usual work: the window waits for it

std::unordered_map<std::string, std::uint32_t> indexOf(const std::vector<std::string>& ids)
{
    std::unordered_map<std::string, std::uint32_t> index;
    for (std::uint32_t at = 0; at < ids.size(); ++at)
        index.emplace(ids[at], at);
    return index;
}

FlowIds idsOf(const FlowFigure& figure)
{
    FlowIds ids;
    for (const FlowNode& node : figure.nodes)
        ids.nodes.push_back(node.id);
    for (const FlowLink& link : figure.links) {
        ids.links.push_back(link.id);
        ids.isGuarantee.push_back(link.isGuarantee);
        ids.hasEdge.push_back(link.amount == 0 || link.isCapital || link.assumed > 0);
    }
    return ids;
}

/// Whether enough of a heading is left to tell what it says: all but its last line whole, and most of a single one.
bool isReadable(const FlowHeading& heading, const QFont& font)
{
    const qsizetype lines = heading.lines.size();
    for (qsizetype at = 0; at < lines; ++at) {
        const bool mayBeCut = at + 1 == lines;
        const double share = !mayBeCut ? 1 : lines > 1 ? 0 : kReadableShare;
        if (textWidth(heading.lines[at], font) * share > std::max(heading.width, 1.0))
            return false;
    }
    return true;
}

} // namespace

void FlowGeometry::setFigure(const FlowFigure& figure)
{
    Q_UNUSED(figure)
    m_isLaid = false;
    if (std::exchange(m_isForgetting, false))
        m_ids = {};
}

void FlowGeometry::forgetOrder()
{
    m_isForgetting = true;
}

void FlowGeometry::drag(const std::string& box, double y)
{
    if (!m_drag)
        m_resting = m_layout;
    m_drag = Drag{box, y};
    m_isLaid = false;
}

void FlowGeometry::drop(bool isKept)
{
    if (!m_drag)
        return;
    if (!isKept)
        m_layout = std::move(m_resting);
    m_drag.reset();
    m_isLaid = false;
}

std::vector<std::vector<std::string>> FlowGeometry::order() const
{
    std::vector<std::vector<std::string>> all;
    for (const std::vector<std::size_t>& column : m_columns) {
        std::vector<std::string>& ids = all.emplace_back();
        for (const std::size_t node : column)
            if (node < m_ids.nodes.size())
                ids.push_back(m_ids.nodes[node]);
    }
    return all;
}

bool FlowGeometry::prepare(const FlowFigure& figure, const QRectF& body)
{
    if (m_isLaid && body == m_body)
        return false;
    findColumns(figure);
    placeColumns(figure, body, std::vector<bool>(m_columns.size(), false));
    placeHeadings(figure, body, body.height() < kLowBody ? 1 : body.height() < kHighBody ? 2 : kHeadingLines);
    qsizetype lines = 0;
    for (const FlowHeading& heading : m_headings)
        lines = std::max(lines, heading.lines.size());
    const QRectF room = body.adjusted(0, (lines > 0 ? 12.0 : 6.0) + kHeadingLine * static_cast<double>(lines), 0, 0);
    lay(figure, room.height());
    m_frame.top = room.top() - m_layout.top + std::max(0.0, room.height() - (m_layout.bottom - m_layout.top)) / 2;
    sortColumns();
    if (m_drag)
        liftDragged();
    const QRectF words(body.left(), room.top() - 6, body.width(), body.bottom() - room.top() + 6);
    placeLabels(figure, words);
    tryWider(figure, body, words);
    placeHeadings(figure, body, lines); // the columns may have moved; there is room for as many lines as before
    m_scene = sceneOf(m_layout, m_ids, m_frame);
    m_body = body;
    m_isLaid = true;
    return true;
}

void FlowGeometry::findColumns(const FlowFigure& figure)
{
    m_columns.assign(static_cast<std::size_t>(std::max<qsizetype>(figure.columns.size(), 1)), {});
    for (std::size_t node = 0; node < figure.nodes.size(); ++node)
        m_columns[static_cast<std::size_t>(figure.nodes[node].column)].push_back(node);
}

/// Gives columns whose labels are cut or pushed away the width of labels in one line, where that is better on the
/// whole.
void FlowGeometry::tryWider(const FlowFigure& figure, const QRectF& body, const QRectF& words)
{
    const std::vector<double> costs = m_labelCosts;
    std::vector<bool> best(m_columns.size(), false);
    double least = std::accumulate(costs.begin(), costs.end(), 0.0);
    bool isBestShown = true;
    for (std::size_t column = 0; column < m_columns.size(); ++column) {
        if (costs[column] <= kBearable)
            continue;
        std::vector<bool> isInLines = best;
        isInLines[column] = true;
        placeColumns(figure, body, isInLines);
        placeLabels(figure, words);
        const double cost = std::accumulate(m_labelCosts.begin(), m_labelCosts.end(), 0.0);
        isBestShown = cost < least;
        if (isBestShown) {
            best = std::move(isInLines);
            least = cost;
        }
    }
    if (isBestShown)
        return;
    placeColumns(figure, body, best);
    placeLabels(figure, words);
}

void FlowGeometry::placeColumns(const FlowFigure& figure, const QRectF& body, const std::vector<bool>& isInLines)
{
    std::vector<double> needs;
    for (const std::vector<std::size_t>& column : m_columns)
        needs.push_back(flowLabelsWidth(figure, column, !isInLines[needs.size()]) + kFlowLabelGap);
    const bool isAlone = m_columns.size() < 2;
    const double share =
        std::max(kOuterLeast, kOuterShare - kOuterLess * std::max(0.0, static_cast<double>(m_columns.size()) - 2));
    m_leftRoom = isAlone ? 0 : std::min(needs.front(), body.width() * share);
    m_rightRoom = std::min(needs.back(), body.width() * share);
    m_frame.boxWidth = kBoxWidth;
    m_frame.columnX.assign(1, body.left() + m_leftRoom);
    needs.front() = 0; // its labels stand outside
    needs.pop_back();
    for (double& need : needs)
        need = std::max(kLeastGap, need + kFlowLabelGap) + kBoxWidth;
    if (!isAlone)
        spreadGaps(needs, body.width() - m_leftRoom - m_rightRoom - kBoxWidth);
}

/// Columns stand as evenly as the labels between them allow; where there is not room for all, those that need least
/// get what they need.
void FlowGeometry::spreadGaps(const std::vector<double>& needs, double room)
{
    std::vector<double> gaps = needs;
    std::vector<std::size_t> open(needs.size());
    std::iota(open.begin(), open.end(), std::size_t(0));
    const bool isEnough = std::accumulate(needs.begin(), needs.end(), 0.0) <= room;
    double left = room;
    while (!open.empty()) {
        const double even = left / static_cast<double>(open.size());
        const auto isSettled = [&](std::size_t at) { return isEnough ? needs[at] > even : needs[at] < even; };
        const auto settled = std::partition(open.begin(), open.end(), [&](std::size_t at) { return !isSettled(at); });
        if (settled == open.end()) {
            for (const std::size_t at : open)
                gaps[at] = even;
            break;
        }
        for (auto at = settled; at != open.end(); ++at)
            left -= needs[*at];
        open.erase(settled, open.end());
    }
    for (const double gap : gaps)
        m_frame.columnX.push_back(m_frame.columnX.back() + gap);
}

double FlowGeometry::gapAfter(std::size_t column) const
{
    return column + 1 < m_frame.columnX.size() ? m_frame.columnX[column + 1] - m_frame.columnX[column] : 0;
}

double FlowGeometry::labelRoom(std::size_t column) const
{
    if (column == 0 && lastColumn() > 0)
        return m_leftRoom - kFlowLabelGap;
    return column == lastColumn() ? m_rightRoom - kFlowLabelGap : gapAfter(column) - kBoxWidth - 2 * kFlowLabelGap;
}

/// Headings in at most three lines; those of the outer columns may reach over the labels beside their boxes.
void FlowGeometry::placeHeadings(const FlowFigure& figure, const QRectF& body, qsizetype most)
{
    const QFont font = chartFont(TextSize::Note);
    m_headings.clear();
    for (std::size_t column = 0; column < static_cast<std::size_t>(figure.columns.size()); ++column) {
        FlowHeading heading;
        const bool isLast = column == lastColumn() && lastColumn() > 0;
        const bool isFirst = column == 0 && lastColumn() > 0;
        heading.x = isFirst ? body.left() : isLast ? body.right() : m_frame.columnX[column];
        heading.side = isLast ? Qt::AlignRight : Qt::AlignLeft;
        // the last column's heading ends at the frame; where its boxes begin, the one before it ends
        heading.width = (isFirst  ? m_leftRoom + gapAfter(0)
                         : isLast ? m_rightRoom + kBoxWidth
                                  : gapAfter(column)) -
                        2 * kFlowLabelGap;
        if (isLast)
            heading.width = std::max(heading.width, kNarrowest);
        heading.lines = wrapped(figure.columns[static_cast<qsizetype>(column)].toUpper(), font, heading.width);
        if (most > 0 && heading.lines.size() > most) {
            const QStringList rest = heading.lines.mid(most - 1);
            heading.lines.resize(most);
            heading.lines.last() = rest.join(QLatin1Char(' '));
        }
        if (most == 0)
            heading.lines.clear();
        if (!isReadable(heading, font))
            heading.lines.clear();
        m_headings.push_back(heading);
    }
}

layout::Graph FlowGeometry::graphOf(const FlowFigure& figure) const
{
    layout::Graph graph;
    graph.columns = static_cast<int>(figure.columns.size());
    for (const FlowNode& node : figure.nodes)
        graph.nodes.push_back({node.column});
    for (const FlowLink& link : figure.links)
        graph.links.push_back({link.source, link.target, static_cast<double>(link.amount)});
    return graph;
}

layout::Options FlowGeometry::optionsFor(const FlowFigure& figure, double height) const
{
    std::size_t most = 1;
    for (const std::vector<std::size_t>& column : m_columns)
        most = std::max(most, column.size());
    layout::Options options;
    options.height = height;
    options.nodeGap = std::clamp(height / static_cast<double>(most) * kGapShare, 3.0, 28.0);
    options.emptyNode = 4;
    options.effort = kWindowEffort;
    options.kept = keptOrders(figure);
    return options;
}

std::vector<std::vector<std::uint32_t>> FlowGeometry::keptOrders(const FlowFigure& figure) const
{
    std::unordered_map<std::string, std::uint32_t> index;
    for (std::uint32_t at = 0; at < figure.nodes.size(); ++at)
        index.emplace(figure.nodes[at].id, at);
    std::vector<std::vector<std::uint32_t>> kept;
    for (const std::vector<std::string>& ids : figure.orders) {
        std::vector<std::uint32_t> nodes;
        for (const std::string& id : ids)
            if (const auto found = index.find(id); found != index.end())
                nodes.push_back(found->second);
        if (nodes.size() > 1)
            kept.push_back(std::move(nodes));
    }
    return kept;
}

/// What the figure has in common with the layout before; empty if there is none.
std::optional<layout::Previous> FlowGeometry::previousOf(const FlowFigure& figure, const layout::Layout& last) const
{
    if (m_ids.nodes.empty())
        return std::nullopt;
    const auto before = indexOf(m_ids.nodes);
    layout::Previous previous;
    previous.layout = &last;
    for (const FlowNode& node : figure.nodes) {
        const auto found = before.find(node.id);
        previous.node.push_back(found == before.end() ? std::nullopt : std::optional(found->second));
    }
    const auto isKnown = [](const std::optional<std::uint32_t>& node) { return node.has_value(); };
    return std::any_of(previous.node.begin(), previous.node.end(), isKnown) ? std::optional(previous) : std::nullopt;
}

/// Holds the box that is dragged at the hand; the rest makes room where it crosses least.
void FlowGeometry::pinDragged(const FlowFigure& figure, layout::Options& options) const
{
    const auto held = std::find_if(figure.nodes.begin(), figure.nodes.end(),
                                   [this](const FlowNode& node) { return node.id == m_drag->box; });
    if (held == figure.nodes.end() || !options.previous)
        return;
    options.previous->keepsOrder = false;
    layout::Pin pin;
    pin.node = static_cast<std::uint32_t>(held - figure.nodes.begin());
    pin.y = m_drag->y - m_frame.top;
    options.pins.push_back(pin);
}

void FlowGeometry::lay(const FlowFigure& figure, double height)
{
    const layout::Graph graph = graphOf(figure);
    layout::Options options = optionsFor(figure, height);
    const layout::Layout last = std::move(m_layout);
    options.previous = previousOf(figure, last);
    if (m_drag)
        pinDragged(figure, options);
    m_layout = layout::layoutFlow(graph, options);
    if (const double used = m_layout.bottom - m_layout.top; used > height) { // loops run above and below: make room
        options.height = std::max(height * 0.4, height - (used - height));
        m_layout = layout::layoutFlow(graph, options);
    }
    m_ids = idsOf(figure);
}

void FlowGeometry::sortColumns()
{
    for (std::vector<std::size_t>& column : m_columns)
        std::sort(column.begin(), column.end(), [&](std::size_t a, std::size_t b) {
            const layout::PlacedNode& one = m_layout.nodes[a];
            const layout::PlacedNode& other = m_layout.nodes[b];
            return std::pair(one.y0 + one.y1, a) < std::pair(other.y0 + other.y1, b);
        });
}

/// The box that is dragged follows the hand, with the ends of its ribbons, while the others stand where they will be.
void FlowGeometry::liftDragged()
{
    const auto found = std::find(m_ids.nodes.begin(), m_ids.nodes.end(), m_drag->box);
    if (found == m_ids.nodes.end())
        return;
    const auto held = static_cast<std::uint32_t>(found - m_ids.nodes.begin());
    layout::PlacedNode& node = m_layout.nodes[held];
    const double half = (node.y1 - node.y0) / 2;
    const double lowest = std::max(half, m_layout.height - half);
    const double shift = std::clamp(m_drag->y - m_frame.top, half, lowest) - (node.y0 + node.y1) / 2;
    node.y0 += shift;
    node.y1 += shift;
    for (layout::PlacedLink& link : m_layout.links) {
        link.y0 += link.source == held ? shift : 0;
        link.y1 += link.target == held ? shift : 0;
    }
}

void FlowGeometry::placeLabels(const FlowFigure& figure, const QRectF& body)
{
    m_labels.clear();
    m_labelCosts.clear();
    for (std::size_t at = 0; at < m_columns.size(); ++at) {
        LabelColumn column;
        column.nodes = m_columns[at];
        std::sort(column.nodes.begin(), column.nodes.end(),
                  [&](std::size_t a, std::size_t b) { return middleOf(a) < middleOf(b); });
        for (const std::size_t node : column.nodes) {
            column.middles.push_back(middleOf(node));
            column.heights.push_back(m_layout.nodes[node].y1 - m_layout.nodes[node].y0);
        }
        column.width = labelRoom(at);
        column.top = body.top();
        column.bottom = body.bottom();
        column.isInner = at > 0 && at < lastColumn();
        const PlacedLabels placed = placeFlowLabels(figure, column);
        m_labels.insert(m_labels.end(), placed.labels.begin(), placed.labels.end());
        m_labelCosts.push_back(placed.cost);
    }
}

} // namespace ochain
