// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/money_blocks.h"

#include "figures/figure_parts.h"
#include "figures/figure_words.h"
#include "figures/money_figure.h"
#include "language/punctuation.h"

#include <QPainter>

#include <algorithm>

namespace ochain {

namespace {

constexpr double kStandingHeight = 16; ///< of the largest stock, its figure above it
constexpr double kStandingRow = 36;
constexpr double kShares = 20;     ///< height of the bar of customers
constexpr double kPlotsFrom = 240; ///< what bars and funding position keep before anything stands below them

double captionHeight()
{
    return lineHeight(chartFont(TextSize::Note)) + 4;
}

} // namespace

void writePlotCaption(Canvas& canvas, const QString& text, const QRectF& body, double bottom)
{
    const Scribe::Look note = canvas.look(TextSize::Note, true);
    canvas.scribe.write(text, body.left(), bottom - kGrid - 1 - lineHeight(note.font) / 2, Qt::AlignLeft, note,
                        body.width());
}

/// What is promised comes first, then what is sold, then to whom.
MoneyBlocks::MoneyBlocks(const MoneyFigure& figure, double height) : m_figure(figure)
{
    double left = height;
    const auto add = [&](Content content, double rows, const QString& words) {
        const double own = captionHeight() + rows + kGrid;
        if (left - own < kPlotsFrom)
            return;
        left -= own;
        m_blocks.push_back({content, own, words});
    };
    if (!figure.guarantees.empty()) {
        QStringList names;
        for (const Series& series : figure.guarantees)
            names << series.name;
        add(Content::Guarantees, kStandingRow * static_cast<double>(figure.guarantees.size()),
            FigureWords::tr("%1: what stands at each period's end, promised and not paid")
                .arg(names.join(FigureWords::tr(", "))));
    }
    if (figure.backlog)
        add(Content::Backlog, kStandingRow,
            FigureWords::tr("Backlog: revenue contracted and still to come at each period's end"));
    if (!figure.customers.empty())
        add(Content::Customers, kShares, FigureWords::tr("Customers: shares of revenue %1").arg(figure.customersWhen));
    std::reverse(m_blocks.begin(), m_blocks.end());
}

double MoneyBlocks::height() const
{
    double height = 0;
    for (const Block& block : m_blocks)
        height += block.height;
    return height;
}

void MoneyBlocks::draw(Canvas& canvas, const Bars& bars, const QRectF& body) const
{
    double y = body.bottom() - height();
    for (const Block& block : m_blocks) {
        const double above = captionHeight() + kGrid;
        writePlotCaption(canvas, block.caption, body, y + above + 4);
        const QRectF area(bars.area.left(), y + above, bars.area.width(), block.height - above);
        std::vector<const Series*> rows;
        switch (block.content) {
        case Content::Customers:
            drawCustomers(canvas, area);
            break;
        case Content::Backlog:
            drawStanding(canvas, bars, {&*m_figure.backlog}, area);
            break;
        case Content::Guarantees:
            for (const Series& series : m_figure.guarantees)
                rows.push_back(&series);
            drawStanding(canvas, bars, rows, area);
            break;
        }
        y += block.height;
    }
}

void MoneyBlocks::drawStanding(Canvas& canvas, const Bars& bars, const std::vector<const Series*>& rows,
                               const QRectF& area) const
{
    std::int64_t most = 1;
    for (const Series* series : rows)
        for (const std::int64_t value : series->values)
            most = std::max(most, value);
    QRectF row(area.left(), area.top(), area.width(), kStandingRow);
    for (const Series* series : rows) {
        drawStandingRow(canvas, bars, *series, kStandingHeight / static_cast<double>(most), row);
        row.moveTop(row.bottom());
    }
}

/// @param perCent  height of a cent
void MoneyBlocks::drawStandingRow(Canvas& canvas, const Bars& bars, const Series& series, double perCent,
                                  const QRectF& area) const
{
    const QColor edge = toColour(series.colours.edge.in(canvas.style.theme));
    canvas.painter.setPen(QPen(toColour(canvas.surfaces().line), 1));
    canvas.painter.drawLine(area.bottomLeft(), area.bottomRight());
    const Scribe::Look look = canvas.look(TextSize::Note);
    double free = area.left();
    for (std::size_t at = 0; at < m_figure.periods.size(); ++at) {
        const std::int64_t value = series.values[at];
        if (value <= 0)
            continue;
        const double left = bars.plot->at(static_cast<double>(at) - bars.share / 2, 0, bars.area).x();
        const double right = bars.plot->at(static_cast<double>(at) + bars.share / 2, 0, bars.area).x();
        const double height = std::max(2.0, static_cast<double>(value) * perCent);
        const QRectF box(left, area.bottom() - height, right - left, height);
        canvas.painter.setPen(QPen(edge, 1));
        canvas.painter.setBrush(series.style == MarkStyle::Outline
                                    ? QBrush(Qt::NoBrush)
                                    : QBrush(toColour(series.colours.soft.in(canvas.style.theme))));
        canvas.painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5));
        QPainterPath shape;
        shape.addRect(box);
        const Evidence evidence = at < series.parts.size() ? series.parts[at] : Evidence();
        const QString words = told(closer(series.name, atEndOf(m_figure.periods[at])),
                                   boundedTextInFull(value, {series.hidden[at], 0}, Unit::Money));
        canvas.marks.push_back({series.id,
                                shape,
                                series.row,
                                evidence.deals,
                                evidence.tooltip.isEmpty() ? words : words + QLatin1Char('\n') + evidence.tooltip,
                                {}});
        const bool isNew = at == 0 || value != series.values[at - 1] || m_figure.current == at;
        const QString text = boundedText(value, {series.hidden[at], 0}, Unit::Money, HiddenStyle::Narrow);
        const double half = textWidth(text, look.font) / 2;
        const double middle = std::clamp(box.center().x(), area.left() + half, area.right() - half);
        if (!isNew || middle - half < free)
            continue;
        canvas.scribe.write(text, middle, box.top() - 9, Qt::AlignHCenter, look);
        free = middle + half + 4;
    }
}

/// A bar divided by customer, with names and shares in the parts that have room for them.
void MoneyBlocks::drawCustomers(Canvas& canvas, const QRectF& area) const
{
    std::int64_t all = 0;
    for (const CustomerPart& part : m_figure.customers)
        all += part.amount;
    double x = area.left();
    for (const CustomerPart& part : m_figure.customers) {
        const double width = area.width() * static_cast<double>(part.amount) / static_cast<double>(all);
        const QRectF box(x, area.top(), width, area.height());
        x += width;
        const QColor fill = toColour(part.series.colours.mark.in(canvas.style.theme));
        canvas.painter.setPen(QPen(canvas.paper(), 1.2));
        canvas.painter.setBrush(fill);
        canvas.painter.drawRect(box);
        QPainterPath shape;
        shape.addRect(box);
        canvas.marks.push_back(
            {part.series.id, shape, part.series.row, part.series.evidence.deals, part.series.evidence.tooltip, {}});
        Scribe::Look look = canvas.look(TextSize::Note);
        look.colour = wordsOn(fill);
        for (const QString& words : {QStringLiteral("%1 %2").arg(part.series.name, part.share), part.share})
            if (canvas.scribe.writeIfFree(words, box.center().x(), box.center().y(), Qt::AlignHCenter, look,
                                          box.adjusted(3, -2, -3, 2)))
                break;
    }
}

} // namespace ochain
