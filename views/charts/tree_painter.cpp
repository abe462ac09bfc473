// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/tree_painter.h"

#include "charts/chart_export.h"
#include "charts/tree_picture.h"
#include "language/punctuation.h"

#include <QPainter>

#include <algorithm>

namespace ochain {

namespace {

constexpr double kTreeRow = 22;
constexpr double kTreeIndent = 18;
constexpr double kTreeAmount = 110; ///< room for amounts
constexpr double kLeastTree = 320;
constexpr int kTreeWidth = 880;

/// A line with what stands quietly after its name, as far as there is room, and its amount.
void drawTreeLine(Canvas& canvas, const TreeLine& line, const QRectF& row)
{
    const double middle = row.center().y();
    const double right = row.right() - kTreeAmount;
    const Scribe::Look name = canvas.look(line.isQuiet ? TextSize::Note : TextSize::Body, line.isQuiet,
                                          line.isSum ? TextWeight::Strong : TextWeight::Normal);
    const double x = row.left() + line.level * kTreeIndent;
    Evidence evidence;
    evidence.sources = line.sources;
    QRectF written =
        canvas.scribe.write(line.name + canvas.sourceMarks(evidence), x, middle, Qt::AlignLeft, name, right - x);
    const Scribe::Look aside = canvas.look(TextSize::Note, true);
    if (const double room = right - written.right() - kGrid; !line.aside.isEmpty() && room > 4 * kGrid)
        canvas.scribe.write(QStringLiteral("· ") + line.aside, written.right() + kGrid / 2, middle, Qt::AlignLeft,
                            aside, room);
    if (!line.amount.isEmpty())
        canvas.scribe.write(line.amount, row.right(), middle, Qt::AlignRight, name);
}

} // namespace

MarksNeed TreePainter::need(const TreeFigure& figure, double width)
{
    if (width < kLeastTree)
        return {MarksNeed::kNoRoom, MarksNeed::kNoRoom};
    const double height = kTreeRow * static_cast<double>(figure.lines.size());
    return {height, height};
}

void TreePainter::paint(Canvas& canvas, const TreeFigure& figure, const QRectF& body)
{
    QRectF row(body.left(), body.top(), body.width(), kTreeRow);
    for (const TreeLine& line : figure.lines) {
        if (line.isSum) {
            canvas.painter.setPen(QPen(toColour(canvas.surfaces().line), 1));
            canvas.painter.drawLine(row.topLeft(), row.topRight());
        }
        drawTreeLine(canvas, line, row);
        QPainterPath shape;
        shape.addRect(row);
        canvas.marks.push_back({line.id, shape, {}, {}, told(line.name, line.amount), {}});
        row.translate(0, kTreeRow);
    }
}

QSize treePictureSize(const TreeFigure& figure)
{
    constexpr double kHead = 92;
    constexpr double kSources = 1.27; ///< what they may take is a share of the whole
    const double lines = kTreeRow * static_cast<double>(figure.lines.size());
    const double height = (kHead + lines) * (figure.head.sources.empty() ? 1 : kSources);
    return {kTreeWidth, std::max(kLeastPictureSide, static_cast<int>(height))};
}

} // namespace ochain
