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

constexpr double kBarShare = 0.62;    ///< of a period's width
constexpr double kPromiseHeight = 16; ///< height of the largest guarantee, its figure above it
constexpr double kPromisesFrom = 300; ///< in a lower picture they stand in the notes alone

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
    std::int64_t most = 0;
    std::int64_t least = 0;
    QList<QPointF> line;
    for (std::size_t at = 0; at < periods; ++at) {
        most = std::max(most, sumAt(figure.incoming, at) + figure.gap.values[at]);
        least = std::min(least, -sumAt(figure.outgoing, at));
        line.append({static_cast<double>(at) + 1, onAxis(figure.funding.values[at])});
    }
    m_steps = axisSteps(least, std::max<std::int64_t>(most, 100), 6);
    const double width = static_cast<double>(std::max<std::size_t>(periods, 1));
    // bars stand around whole numbers, periods begin at them
    m_bars.setRange(-0.5, width - 0.5, onAxis(m_steps.front()), onAxis(m_steps.back()));
    m_line->replace(decimated(line));
    m_areaTop->replace(m_line->points());
    m_areaBottom->replace(
        QList<QPointF>{{line.isEmpty() ? 0 : line.first().x(), 0}, {line.isEmpty() ? 1 : line.last().x(), 0}});
    const auto [lowest, highest] = std::minmax_element(figure.funding.values.begin(), figure.funding.values.end());
    const bool isEmpty = figure.funding.values.empty();
    m_fundingSteps = axisSteps(isEmpty ? 0 : std::min<std::int64_t>(*lowest, 0),
                               isEmpty ? 100 : std::max<std::int64_t>(*highest, 0), 3);
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

/// What comes in, what is missing and what goes out, where a period is wide enough for the words.
void MoneyPainter::drawBarLabels(Canvas& canvas, const MoneyFigure& figure, const QRectF& area) const
{
    const double room = area.width() / static_cast<double>(std::max<std::size_t>(figure.periods.size(), 1));
    const QFont font = chartFont(TextSize::Note);
    double widest = 0;
    for (const MoneyWords& words : figure.words)
        for (const QString& text : {words.incoming, words.outgoing, words.gap})
            widest = std::max(widest, textWidth(text, font));
    if (widest + 4 > room)
        return;
    for (std::size_t at = 0; at < figure.periods.size(); ++at) {
        const std::int64_t in = sumAt(figure.incoming, at);
        const std::int64_t out = sumAt(figure.outgoing, at);
        const std::int64_t gap = figure.gap.values[at];
        const MoneyWords& words = figure.words[at];
        Scribe::Look look = canvas.look(TextSize::Note);
        look.halo = canvas.paper();
        const double x = m_bars.at(static_cast<double>(at), 0, area).x();
        const double inTop = m_bars.at(0, onAxis(in), area).y();
        const double gapTop = m_bars.at(0, onAxis(in + gap), area).y();
        if (gap > 0) {
            Scribe::Look gapLook = look;
            gapLook.colour = toColour(canvas.surfaces().warning);
            canvas.scribe.write(words.gap, x, gapTop - 9, Qt::AlignHCenter, gapLook);
        }
        if (!words.incoming.isEmpty() && (gap <= 0 || inTop - gapTop > 20))
            canvas.scribe.write(words.incoming, x, inTop - 9, Qt::AlignHCenter, look);
        if (!words.outgoing.isEmpty())
            canvas.scribe.write(words.outgoing, x, m_bars.at(0, onAxis(-out), area).y() + 10, Qt::AlignHCenter, look);
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

/// Outlined, on a line and a scale of their own: what is promised is never stacked with what is paid.
void MoneyPainter::drawGuarantees(Canvas& canvas, const MoneyFigure& figure, const QRectF& area) const
{
    std::int64_t most = 1;
    for (const Series& series : figure.guarantees)
        for (const std::int64_t value : series.values)
            most = std::max(most, value);
    const auto count = static_cast<double>(figure.guarantees.size());
    QRectF row(area.left(), area.top(), area.width(), area.height() / count);
    for (const Series& series : figure.guarantees) {
        drawGuarantee(canvas, figure, series, kPromiseHeight / onAxis(most), row);
        row.moveTop(row.bottom());
    }
}

/// @param perCent  height of a cent
void MoneyPainter::drawGuarantee(Canvas& canvas, const MoneyFigure& figure, const Series& series, double perCent,
                                 const QRectF& area) const
{
    const QColor edge = toColour(series.colours.edge.in(canvas.style.theme));
    canvas.painter.setPen(QPen(toColour(canvas.surfaces().line), 1));
    canvas.painter.drawLine(area.bottomLeft(), area.bottomRight());
    const Scribe::Look look = canvas.look(TextSize::Note);
    double free = area.left();
    for (std::size_t at = 0; at < figure.periods.size(); ++at) {
        const std::int64_t value = series.values[at];
        if (value <= 0)
            continue;
        const QRectF across = barBox(at, 0, 0, area);
        const double height = std::max(2.0, onAxis(value) * perCent);
        const QRectF box(across.left(), area.bottom() - height, across.width(), height);
        canvas.painter.setPen(QPen(edge, 1));
        canvas.painter.setBrush(Qt::NoBrush);
        canvas.painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5));
        QPainterPath shape;
        shape.addRect(box);
        canvas.marks.push_back({series.id,
                                shape,
                                series.row,
                                series.parts[at].deals,
                                told(closer(series.name, atEndOf(figure.periods[at])),
                                     boundedTextInFull(value, {series.hidden[at], 0}, Unit::Money)) +
                                    QLatin1Char('\n') + series.parts[at].tooltip,
                                {}});
        const bool isNew = at == 0 || value != series.values[at - 1] || figure.current == at;
        const QString text = boundedText(value, {series.hidden[at], 0}, Unit::Money, HiddenStyle::Narrow);
        const double half = textWidth(text, look.font) / 2;
        const double middle = std::clamp(box.center().x(), area.left() + half, area.right() - half);
        if (!isNew || middle - half < free)
            continue;
        canvas.scribe.write(text, middle, box.top() - 9, Qt::AlignHCenter, look);
        free = middle + half + 4;
    }
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
        const QString& text = figure.words[at].funding;
        const bool isRight = point(at).x() + 8 + textWidth(text, look.font) < area.right();
        const double y = std::clamp(point(at).y() - 12, area.top() + 8, area.bottom() - 8);
        canvas.scribe.write(text, isRight ? point(at).x() + 8 : point(at).x() - 8, y,
                            isRight ? Qt::AlignLeft : Qt::AlignRight, look);
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

void MoneyPainter::paint(Canvas& canvas, const MoneyFigure& figure, const QRectF& body)
{
    if (figure.periods.empty() || body.height() < 120 || body.width() < 200)
        return;
    const Scribe::Look note = canvas.look(TextSize::Note, true);
    const double left = std::max(amountAxisWidth(m_steps, Unit::Money), amountAxisWidth(m_fundingSteps, Unit::Money));
    const double words = lineHeight(note.font) + 4;
    const bool hasPromises = !figure.guarantees.empty() && body.height() >= kPromisesFrom;
    const double promises = hasPromises ? (kPromiseHeight + words) * static_cast<double>(figure.guarantees.size()) : 0;
    const double bottom = body.bottom() - (hasPromises ? promises + words + kGrid : 0);
    const double fundingHeight = std::max(60.0, (bottom - body.top()) * 0.26);
    const QRectF bars(body.left() + left, body.top() + words + 8, body.width() - left - kGrid,
                      bottom - body.top() - fundingHeight - 2 * words - 8 - 40);
    const QRectF funding(bars.left(), bars.bottom() + 28 + words, bars.width(),
                         bottom - 8 - (bars.bottom() + 28 + words));
    canvas.scribe.write(FigureWords::tr("Comes in above the line, goes out below it, outlined what is missing"),
                        body.left(), body.top() + words / 2, Qt::AlignLeft, note, body.width());
    canvas.scribe.write(
        FigureWords::tr("Funding position: all that came in less all that went out since %1").arg(figure.since),
        body.left(), funding.top() - words / 2 - 4, Qt::AlignLeft, note, body.width());
    drawCurrent(canvas, figure, m_bars, bars);
    drawCurrent(canvas, figure, m_funding, funding);
    drawAmountAxis(canvas, m_bars, bars, m_steps, Unit::Money);
    drawAmountAxis(canvas, m_funding, funding, m_fundingSteps, Unit::Money);
    drawYears(canvas, m_bars, bars, figure.periods, -0.5);
    drawBars(canvas, figure, bars);
    drawBarLabels(canvas, figure, bars);
    drawFunding(canvas, figure, funding);
    if (!hasPromises)
        return;
    QStringList names;
    for (const Series& series : figure.guarantees)
        names << series.name;
    canvas.scribe.write(FigureWords::tr("%1: what stands at each period's end, promised and not paid")
                            .arg(names.join(FigureWords::tr(", "))),
                        body.left(), bottom + words / 2 + kGrid / 2, Qt::AlignLeft, note, body.width());
    drawGuarantees(canvas, figure, QRectF(bars.left(), bottom + words + kGrid, bars.width(), promises - 2));
}

} // namespace ochain
