// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/money_painter.h"

#include "figures/figure_parts.h"
#include "figures/figure_words.h"
#include "language/punctuation.h"

#include <QChart>
#include <QPainter>
#include <QValueAxis>

#include <algorithm>
#include <cmath>

namespace ochain {

namespace {

constexpr double kBarShare = 0.62; ///< of a period's width
constexpr double kBlock = 62;      ///< about what a block below the plots takes
constexpr double kCaptionsFrom = 210;
constexpr double kYears = 24;
constexpr double kBarLabel = 20;
constexpr double kApart = 4; ///< between the figures of two bars
constexpr int kMostMoneySteps = 6;
constexpr int kMostFundingSteps = 3;
constexpr double kLeastWidth = 220;
constexpr double kLeastBars = 56;
constexpr double kLeastFunding = 30;
constexpr double kGoodMoney = 330;

/// Qt Charts computes in double; a cent more or less of a trillion cannot be seen.
double onAxis(std::int64_t cents)
{
    return static_cast<double>(cents);
}

std::int64_t sumAt(const std::vector<Series>& side, std::size_t period)
{
    std::int64_t sum = 0;
    for (const Series& series : side)
        sum += std::max<std::int64_t>(series.values[period], 0);
    return sum;
}

} // namespace

MoneyPainter::MoneyPainter()
{
    QChart& chart = m_bars.chart();
    m_series = new QStackedBarSeries(&chart);
    m_series->setBarWidth(kBarShare);
    for (QBarSet*& set : m_sets) {
        set = new QBarSet(QString(), m_series);
        m_series->append(set);
    }
    chart.addSeries(m_series);
    m_series->attachAxis(&m_bars.x());
    m_series->attachAxis(&m_bars.y());
    QChart& below = m_funding.chart();
    m_areaTop = new QLineSeries(&below);
    m_areaBottom = new QLineSeries(&below);
    m_area = new QAreaSeries(&below);
    m_area->setUpperSeries(m_areaTop);
    m_area->setLowerSeries(m_areaBottom);
    m_line = new QLineSeries(&below);
    below.addSeries(m_area);
    below.addSeries(m_line);
    for (QAbstractSeries* series : std::initializer_list<QAbstractSeries*>{m_area, m_line}) {
        series->attachAxis(&m_funding.x());
        series->attachAxis(&m_funding.y());
    }
}

void MoneyPainter::setFigure(const MoneyFigure& figure)
{
    const std::size_t periods = figure.periods.size();
    const auto fill = [&](QBarSet* set, const std::vector<Series>& side, std::size_t which, int sign) {
        QList<qreal> values;
        for (std::size_t at = 0; at < periods; ++at)
            values << (which < side.size() ? sign * onAxis(std::max<std::int64_t>(side[which].values[at], 0)) : 0);
        if (set->count() == values.size()) {
            for (int at = 0; at < values.size(); ++at)
                set->replace(at, values[at]);
            return;
        }
        set->remove(0, set->count());
        set->append(values);
    };
    fill(m_sets[0], figure.incoming, 0, 1);
    fill(m_sets[1], figure.incoming, 1, 1);
    fill(m_sets[2], figure.outgoing, 0, -1);
    fill(m_sets[3], figure.outgoing, 1, -1);
    QList<QPointF> line;
    m_most = 0;
    m_least = 0;
    for (std::size_t at = 0; at < periods; ++at) {
        m_most = std::max(m_most, sumAt(figure.incoming, at) + figure.gap.values[at]);
        m_least = std::min(m_least, -sumAt(figure.outgoing, at));
        line.append({static_cast<double>(at) + 1, onAxis(figure.funding.values[at])});
    }
    m_line->replace(decimated(line));
    m_areaTop->replace(m_line->points());
    m_areaBottom->replace(
        QList<QPointF>{{line.isEmpty() ? 0 : line.first().x(), 0}, {line.isEmpty() ? 1 : line.last().x(), 0}});
}

MarksNeed MoneyPainter::need(const MoneyFigure& figure, double width, double third)
{
    if (figure.periods.empty() || width < kLeastWidth)
        return {MarksNeed::kNoRoom, MarksNeed::kNoRoom};
    const double blocks =
        (figure.guarantees.empty() ? 0 : 1) + (figure.backlog ? 1 : 0) + (figure.customers.empty() ? 0 : 1);
    const double least = std::max(kLeastBars + kLeastFunding, third) + kYears + 3 * kGrid;
    return {least, std::max(least, kGoodMoney + kBlock * blocks)};
}

/// Steps that fit into a plot's height, and a range that leaves room for labels beyond the largest bars: none of them
/// comes to lie over the years.
void MoneyPainter::setAxes(const MoneyFigure& figure, const QRectF& bars, const QRectF& funding)
{
    const double width = static_cast<double>(std::max<std::size_t>(figure.periods.size(), 1));
    const double most = onAxis(std::max<std::int64_t>(m_most, 100));
    const double least = onAxis(m_least);
    const double label = std::min(kBarLabel, bars.height() / 6);
    const double span = (most - least) / std::max(0.2, 1 - 2 * label / std::max(bars.height(), 1.0));
    const double perPixel = span / std::max(bars.height(), 1.0);
    const double top = most + perPixel * label;
    const double bottom = m_least < 0 ? least - perPixel * label : 0;
    // bars stand around whole numbers, periods begin at them
    m_bars.setRange(-0.5, width - 0.5, bottom, top);
    const auto stepsIn = [](double from, double to, double height) {
        std::vector<std::int64_t> steps = axisSteps(static_cast<std::int64_t>(from), static_cast<std::int64_t>(to),
                                                    std::clamp(static_cast<int>(height / 28), 1, kMostMoneySteps));
        std::erase_if(steps, [&](std::int64_t step) { return onAxis(step) < from || onAxis(step) > to; });
        return steps;
    };
    m_steps = stepsIn(bottom, top, bars.height());
    const auto [lowest, highest] = std::minmax_element(figure.funding.values.begin(), figure.funding.values.end());
    const bool isEmpty = figure.funding.values.empty();
    m_fundingSteps =
        axisSteps(isEmpty ? 0 : std::min<std::int64_t>(*lowest, 0), isEmpty ? 100 : std::max<std::int64_t>(*highest, 0),
                  std::clamp(static_cast<int>(funding.height() / 24), 1, kMostFundingSteps));
    m_funding.setRange(0.5, width + 0.5, onAxis(m_fundingSteps.front()), onAxis(m_fundingSteps.back()));
}

QRectF MoneyPainter::barBox(std::size_t period, std::int64_t from, std::int64_t to, const QRectF& area) const
{
    const double middle = static_cast<double>(period);
    const QPointF a = m_bars.at(middle - kBarShare / 2, onAxis(to), area);
    const QPointF b = m_bars.at(middle + kBarShare / 2, onAxis(from), area);
    return QRectF(a, b).normalized();
}

void MoneyPainter::drawSide(Canvas& canvas, const MoneyFigure& figure, const std::vector<Series>& side, int sign,
                            const QRectF& area) const
{
    const Theme theme = canvas.style.theme;
    for (std::size_t period = 0; period < figure.periods.size(); ++period) {
        std::int64_t base = 0;
        for (const Series& series : side) {
            const std::int64_t value = std::max<std::int64_t>(series.values[period], 0);
            if (value == 0)
                continue;
            const QRectF box = barBox(period, sign * base, sign * (base + value), area);
            base += value;
            QPainterPath shape;
            shape.addRect(box);
            const QColor edge = toColour(series.colours.edge.in(theme));
            if (series.style == MarkStyle::Hatched)
                drawHatch(canvas.painter, shape, edge, 5);
            if (!series.assumed.empty() && series.assumed[period] > 0)
                drawDashedEdge(canvas.painter, shape, edge);
            const QString figureWords = told(closer(series.name, figure.labels[period]),
                                             boundedTextInFull(value, {series.hidden[period], 0}, Unit::Money));
            canvas.marks.push_back({series.id,
                                    shape,
                                    series.row,
                                    series.evidence.deals,
                                    figureWords + QLatin1Char('\n') + series.parts[period].tooltip,
                                    {}});
        }
    }
}

void MoneyPainter::drawGap(Canvas& canvas, const MoneyFigure& figure, const QRectF& area) const
{
    const QColor edge = toColour(canvas.surfaces().warning);
    for (std::size_t period = 0; period < figure.periods.size(); ++period) {
        const std::int64_t gap = figure.gap.values[period];
        if (gap <= 0)
            continue;
        const std::int64_t base = sumAt(figure.incoming, period);
        const QRectF box = barBox(period, base, base + gap, area).adjusted(0.5, 0.5, -0.5, -0.5);
        canvas.painter.setPen(QPen(edge, 1));
        canvas.painter.setBrush(Qt::NoBrush);
        canvas.painter.drawRect(box);
        QPainterPath shape;
        shape.addRect(box);
        canvas.marks.push_back({figure.gap.id,
                                shape,
                                std::nullopt,
                                {},
                                told(closer(figure.gap.name, figure.labels[period]), figure.words[period].gapInFull),
                                {}});
    }
}

/// From the top of all that stands at a period, what is missing included, to the bottom of what goes out.
QRectF MoneyPainter::stackBox(const MoneyFigure& figure, std::size_t period, const QRectF& area) const
{
    return barBox(period, -sumAt(figure.outgoing, period),
                  sumAt(figure.incoming, period) + std::max<std::int64_t>(figure.gap.values[period], 0), area);
}

/// The words of a bar: what comes in or is missing over it, what goes out under it.
std::vector<MoneyPainter::BarLabel> MoneyPainter::labelsOf(const Canvas& canvas, const MoneyFigure& figure,
                                                           std::size_t at, const QRectF& area) const
{
    const auto marksOf = [&](const std::vector<Series>& side) {
        Evidence all;
        for (const Series& series : side)
            if (at < series.parts.size())
                all.sources.insert(all.sources.end(), series.parts[at].sources.begin(), series.parts[at].sources.end());
        return canvas.sourceMarks(all);
    };
    const MoneyWords& words = figure.words[at];
    const std::int64_t in = sumAt(figure.incoming, at);
    const std::int64_t out = sumAt(figure.outgoing, at);
    const std::int64_t gap = figure.gap.values[at];
    const double x = m_bars.at(static_cast<double>(at), 0, area).x();
    const double inTop = m_bars.at(0, onAxis(in), area).y();
    const double gapTop = m_bars.at(0, onAxis(in + gap), area).y();
    std::vector<BarLabel> labels;
    if (gap > 0)
        labels.push_back({words.gap, {}, {x, gapTop - 9}, true, gap});
    if (gap <= 0 || inTop - gapTop > 20)
        labels.push_back({words.incoming, marksOf(figure.incoming), {x, inTop - 9}, false, in});
    labels.push_back(
        {words.outgoing, marksOf(figure.outgoing), {x, m_bars.at(0, onAxis(-out), area).y() + 10}, false, out});
    return labels;
}

/// Those of the period looked at first, then those of the largest amounts, as far as none runs over another's bar.
void MoneyPainter::drawBarLabels(Canvas& canvas, const MoneyFigure& figure, const QRectF& area) const
{
    std::vector<QRectF> stacks;
    std::vector<std::pair<std::size_t, BarLabel>> all;
    for (std::size_t at = 0; at < figure.periods.size(); ++at) {
        stacks.push_back(stackBox(figure, at, area));
        for (BarLabel& label : labelsOf(canvas, figure, at, area))
            all.emplace_back(at, std::move(label));
    }
    std::stable_sort(all.begin(), all.end(), [&](const auto& a, const auto& b) {
        const bool isFirst = figure.current == a.first;
        const bool isSecond = figure.current == b.first;
        return isFirst != isSecond ? isFirst : a.second.amount > b.second.amount;
    });
    const QRectF bounds = area.adjusted(0, -2, kGrid, 2);
    for (const auto& [at, label] : all) {
        Scribe::Look look = canvas.look(TextSize::Note);
        look.halo = canvas.paper();
        if (label.isGap)
            look.colour = toColour(canvas.surfaces().warning);
        const QStringList ways = label.text.isEmpty() || label.marks.isEmpty()
                                     ? QStringList{label.text}
                                     : QStringList{label.text + label.marks, label.text};
        for (const QString& text : ways) {
            const QRectF box = Scribe::boxOf(text, label.middle.x(), label.middle.y(), Qt::AlignHCenter, look.font);
            bool isOverOther = !canvas.scribe.isFree(box.adjusted(-kApart, 0, kApart, 0));
            for (std::size_t other = 0; other < stacks.size(); ++other)
                isOverOther = isOverOther || (other != at && stacks[other].intersects(box));
            if (!isOverOther &&
                canvas.scribe.writeIfFree(text, label.middle.x(), label.middle.y(), Qt::AlignHCenter, look, bounds))
                break;
        }
    }
}

void MoneyPainter::drawBars(Canvas& canvas, const MoneyFigure& figure, const QRectF& area)
{
    const Theme theme = canvas.style.theme;
    const std::array<const Series*, 4> series{&figure.incoming[0], &figure.incoming[1], &figure.outgoing[0],
                                              &figure.outgoing[1]};
    for (std::size_t at = 0; at < m_sets.size(); ++at) {
        const MarkColours& colours = series[at]->colours;
        const bool isHatched = series[at]->style == MarkStyle::Hatched;
        m_sets[at]->setBrush(toColour(isHatched ? colours.soft.in(theme) : colours.mark.in(theme)));
        m_sets[at]->setPen(QPen(Qt::NoPen));
    }
    m_bars.render(canvas.painter, area);
    drawSide(canvas, figure, figure.incoming, 1, area);
    drawSide(canvas, figure, figure.outgoing, -1, area);
    drawGap(canvas, figure, area);
}

/// Words beside a point, on the first side of it that is free.
void MoneyPainter::writeBeside(Canvas& canvas, const QString& text, QPointF point, const Scribe::Look& look,
                               const QRectF& bounds)
{
    const double least = bounds.top() + 9;
    const double most = std::max(least, bounds.bottom() - 9);
    for (const double y : {point.y() - 12, point.y() + 12, point.y() - 28})
        for (const bool isRight : {true, false})
            if (canvas.scribe.writeIfFree(text, isRight ? point.x() + 8 : point.x() - 8, std::clamp(y, least, most),
                                          isRight ? Qt::AlignLeft : Qt::AlignRight, look, bounds))
                return;
}

void MoneyPainter::drawFunding(Canvas& canvas, const MoneyFigure& figure, const QRectF& area)
{
    const Theme theme = canvas.style.theme;
    QColor soft = toColour(figure.funding.colours.soft.in(theme));
    soft.setAlphaF(0.5F);
    m_area->setBrush(soft);
    m_area->setPen(QPen(Qt::NoPen));
    m_line->setPen(QPen(toColour(figure.funding.colours.edge.in(theme)), 2));
    m_funding.render(canvas.painter, area);
    const auto point = [&](std::size_t at) {
        return m_funding.at(static_cast<double>(at) + 1, onAxis(figure.funding.values[at]), area);
    };
    for (std::size_t at = 0; at < figure.periods.size(); ++at) {
        QPainterPath shape;
        shape.addEllipse(point(at), 7, 7);
        canvas.marks.push_back({figure.funding.id,
                                shape,
                                std::nullopt,
                                {},
                                told(closer(figure.funding.name, figure.labels[at]), figure.words[at].fundingInFull),
                                {}});
    }
    std::vector<std::size_t> told;
    if (figure.current)
        told.push_back(*figure.current);
    const std::size_t lowest = static_cast<std::size_t>(
        std::min_element(figure.funding.values.begin(), figure.funding.values.end()) - figure.funding.values.begin());
    // where it is deepest below zero, else where it ends
    const std::size_t telling = figure.funding.values[lowest] < 0 ? lowest : figure.periods.size() - 1;
    if (told.empty() || std::abs(point(told.front()).x() - point(telling).x()) > 80)
        told.push_back(telling);
    for (const std::size_t at : told) {
        Scribe::Look look = canvas.look(TextSize::Body, false, TextWeight::Strong);
        look.halo = canvas.paper();
        canvas.painter.setPen(QPen(canvas.paper(), 1.5));
        canvas.painter.setBrush(canvas.ink());
        canvas.painter.drawEllipse(point(at), 4, 4);
        writeBeside(canvas, figure.words[at].funding, point(at), look, area.adjusted(0, -4, kGrid, 4));
    }
}

void MoneyPainter::drawCurrent(Canvas& canvas, const MoneyFigure& figure, const Plot& plot, const QRectF& area) const
{
    if (!figure.current)
        return;
    const double at = static_cast<double>(*figure.current) + (&plot == &m_funding ? 1 : 0);
    const QPointF left = plot.at(at - 0.5, 0, area);
    const QPointF right = plot.at(at + 0.5, 0, area);
    canvas.painter.setPen(Qt::NoPen);
    canvas.painter.setBrush(toColour(canvas.surfaces().accentSoft));
    canvas.painter.drawRect(QRectF(left.x(), area.top(), right.x() - left.x(), area.height()));
}

/// Of the labels beside both plots, however many lines these have room for.
double MoneyPainter::axisWidth(const MoneyFigure& figure) const
{
    const auto [lowest, highest] = std::minmax_element(figure.funding.values.begin(), figure.funding.values.end());
    double width = 0;
    for (int lines = 1; lines <= kMostMoneySteps; ++lines) {
        width = std::max(width,
                         amountAxisWidth(axisSteps(m_least, std::max<std::int64_t>(m_most, 100), lines), Unit::Money));
        if (lines <= kMostFundingSteps && !figure.funding.values.empty())
            width = std::max(width, amountAxisWidth(axisSteps(std::min<std::int64_t>(*lowest, 0),
                                                              std::max<std::int64_t>(*highest, 0), lines),
                                                    Unit::Money));
    }
    return width;
}

MoneyPainter::Places MoneyPainter::placesIn(const MoneyFigure& figure, const MoneyBlocks& blocks,
                                            const QRectF& body) const
{
    Places places;
    places.hasCaptions = body.height() >= kCaptionsFrom; // in a lower picture the marks need the room more
    const double caption = places.hasCaptions ? lineHeight(chartFont(TextSize::Note)) + 4 : 0;
    const double bottom = body.bottom() - blocks.height();
    const double left = axisWidth(figure);
    const double height = bottom - body.top() - 2 * caption - kYears - 3 * kGrid;
    const double funding = std::max(kLeastFunding, height * 0.3);
    places.bars =
        QRectF(body.left() + left, body.top() + caption + kGrid, body.width() - left - kGrid, height - funding);
    places.funding =
        QRectF(places.bars.left(), places.bars.bottom() + kYears + caption + kGrid, places.bars.width(), funding);
    return places;
}

void MoneyPainter::paint(Canvas& canvas, const MoneyFigure& figure, const QRectF& body)
{
    const MoneyBlocks blocks(figure, body.height());
    const Places places = placesIn(figure, blocks, body);
    setAxes(figure, places.bars, places.funding);
    if (places.hasCaptions) {
        writePlotCaption(canvas,
                         FigureWords::tr("Comes in above the line, goes out below it, outlined what is missing"), body,
                         places.bars.top());
        writePlotCaption(
            canvas,
            FigureWords::tr("Funding position: all that came in less all that went out since %1").arg(figure.since),
            body, places.funding.top());
    }
    drawCurrent(canvas, figure, m_bars, places.bars);
    drawCurrent(canvas, figure, m_funding, places.funding);
    drawAmountAxis(canvas, m_bars, places.bars, m_steps, Unit::Money);
    drawAmountAxis(canvas, m_funding, places.funding, m_fundingSteps, Unit::Money);
    drawYears(canvas, m_bars, places.bars, figure.periods, -0.5);
    drawBars(canvas, figure, places.bars);
    drawBarLabels(canvas, figure, places.bars);
    drawFunding(canvas, figure, places.funding);
    blocks.draw(canvas, {&m_bars, places.bars, kBarShare}, body);
}

} // namespace ochain
