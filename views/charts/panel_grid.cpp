// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/panel_grid.h"

#include "theme/text_line.h"

#include <algorithm>

namespace ochain {

namespace {

constexpr double kAcross = 2.5 * kGrid; ///< between two panels
constexpr double kDown = 1.5 * kGrid;
constexpr double kName = 20; ///< height of a panel's name
constexpr double kNameGap = 6;
constexpr double kYearsBelow = 22;
constexpr double kLeastPlotWidth = 84; ///< of a plot
constexpr double kLeastPlotHeight = 36;
constexpr double kGoodPlotWidth = 250;
constexpr double kGoodPlotHeight = 130;
constexpr double kWide = 1.7;        ///< a plot wider than so many times its height gains nothing
constexpr double kSharingCell = 230; ///< narrower ones share their labels
constexpr double kOneHeadline = 120; ///< a lower panel has no words below its name
constexpr double kTwoHeadlines = 170;

int headlinesIn(double cellHeight)
{
    return cellHeight < kOneHeadline ? 0 : cellHeight < kTwoHeadlines ? 1 : 2;
}

} // namespace

PanelGrid::PanelGrid(std::size_t count, double axis, double right, Scales scales)
    : m_count(std::max(1, static_cast<int>(count))), m_axis(axis), m_right(right), m_scales(scales)
{}

double PanelGrid::headHeight(double cellHeight)
{
    return kName + kNameGap + headlinesIn(cellHeight) * lineHeight(chartFont(TextSize::Note));
}

PanelGrid::Shape PanelGrid::shapeOf(int columns, const QSizeF& size) const
{
    Shape shape;
    shape.columns = columns;
    shape.rows = (m_count + columns - 1) / columns;
    const double across = size.width() - (columns - 1) * kAcross;
    shape.sharesAmounts = m_scales == Scales::One && across / columns < kSharingCell;
    const double axes = shape.sharesAmounts ? m_axis : m_axis * columns;
    shape.plotWidth = (across - axes) / columns - m_right;
    const double cell = (size.height() - (shape.rows - 1) * kDown) / shape.rows;
    shape.plotHeight = cell - headHeight(cell) - kYearsBelow;
    return shape;
}

MarksNeed PanelGrid::need(double width, double third) const
{
    MarksNeed need{MarksNeed::kNoRoom, MarksNeed::kNoRoom};
    for (int columns = 1; columns <= m_count; ++columns) {
        const Shape shape = shapeOf(columns, QSizeF(width, 0));
        if (shape.plotWidth < kLeastPlotWidth)
            break;
        const double plot = std::max(kLeastPlotHeight, third / shape.rows);
        const double least = plot + kYearsBelow + headHeight(plot + kYearsBelow + headHeight(kTwoHeadlines));
        const double good = headHeight(kTwoHeadlines) + kGoodPlotHeight + kYearsBelow;
        need.least = std::min(need.least, shape.rows * least + (shape.rows - 1) * kDown);
        if (columns == 1 || shape.plotWidth >= kGoodPlotWidth)
            need.good = std::min(need.good, shape.rows * good + (shape.rows - 1) * kDown);
    }
    need.good = std::max(need.good, need.least);
    return need;
}

std::vector<PanelPlace> PanelGrid::placesIn(const QRectF& body) const
{
    Shape best;
    double most = 0;
    for (int columns = 1; columns <= m_count; ++columns) {
        const Shape shape = shapeOf(columns, body.size());
        const double size = std::min(shape.plotWidth, kWide * shape.plotHeight);
        const bool fits = shape.plotWidth >= kLeastPlotWidth && shape.plotHeight >= kLeastPlotHeight - 0.01;
        if (fits && size > most * 1.01) {
            most = size;
            best = shape;
        }
    }
    std::vector<PanelPlace> places;
    if (most == 0)
        return places;
    places.reserve(static_cast<std::size_t>(m_count));
    const double height = (body.height() - (best.rows - 1) * kDown) / best.rows;
    const double head = headHeight(height);
    double x = body.left();
    for (int at = 0; at < m_count; ++at) {
        const int row = at / best.columns;
        const bool isFirst = at % best.columns == 0;
        if (isFirst)
            x = body.left();
        PanelPlace place;
        place.hasAmounts = isFirst || !best.sharesAmounts;
        const double axis = place.hasAmounts ? m_axis : 0;
        place.cell = QRectF(x, body.top() + row * (height + kDown), axis + best.plotWidth + m_right, height);
        place.plot = QRectF(x + axis, place.cell.top() + head, best.plotWidth, best.plotHeight);
        place.headlines = headlinesIn(height);
        x = place.cell.right() + kAcross;
        places.push_back(place);
    }
    return places;
}

void writeHeadline(Canvas& canvas, const QString& headline, const PanelPlace& place)
{
    const Scribe::Look note = canvas.look(TextSize::Note, true);
    const QRectF& area = place.cell;
    double y = area.top() + 20 + lineHeight(note.font) / 2;
    const QStringList lines = wrapped(headline, note.font, area.width());
    for (int at = 0; at < std::min<int>(place.headlines, static_cast<int>(lines.size())); ++at) {
        const bool isCut = at + 1 == place.headlines && at + 1 < lines.size();
        const QString line = isCut ? QStringList(lines.mid(at)).join(QLatin1Char(' ')) : lines[at];
        canvas.scribe.write(line, area.left(), y, Qt::AlignLeft, note, area.width());
        y += lineHeight(note.font);
    }
}

} // namespace ochain
