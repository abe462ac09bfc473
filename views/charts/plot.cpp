// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/plot.h"

#include <QChart>
#include <QPainter>
#include <QValueAxis>

#include <algorithm>
#include <cmath>

namespace ochain {

Plot::Plot()
{
    auto chart = std::make_unique<QChart>();
    chart->setAnimationOptions(QChart::NoAnimation);
    chart->setBackgroundVisible(false);
    chart->setPlotAreaBackgroundVisible(false);
    chart->setMargins(QMargins(0, 0, 0, 0));
    chart->legend()->hide();
    chart->setAcceptHoverEvents(false);
    auto x = std::make_unique<QValueAxis>();
    auto y = std::make_unique<QValueAxis>();
    for (QValueAxis* axis : {x.get(), y.get()}) {
        axis->setVisible(false);
        axis->setLabelsVisible(false);
    }
    m_x = x.release();
    m_y = y.release();
    chart->addAxis(m_x, Qt::AlignBottom);
    chart->addAxis(m_y, Qt::AlignLeft);
    m_chart = chart.release();
    m_scene.addItem(m_chart);
}

Plot::~Plot() = default;

void Plot::setRange(double x0, double x1, double y0, double y1)
{
    m_x->setRange(x0, x1);
    m_y->setRange(y0, y1);
}

void Plot::render(QPainter& painter, const QRectF& target)
{
    const QRectF own(0, 0, target.width(), target.height());
    if (m_chart->size() != own.size()) {
        m_chart->setGeometry(own);
        m_chart->setPlotArea(own);
        m_scene.setSceneRect(own);
    }
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    m_scene.render(&painter, target, own, Qt::IgnoreAspectRatio);
    painter.restore();
}

QPointF Plot::at(double x, double y, const QRectF& target) const
{
    const double across = (x - m_x->min()) / std::max(m_x->max() - m_x->min(), 1e-9);
    const double up = (y - m_y->min()) / std::max(m_y->max() - m_y->min(), 1e-9);
    return {target.left() + across * target.width(), target.bottom() - up * target.height()};
}

QList<QPointF> decimated(const QList<QPointF>& points)
{
    QList<QPointF> kept;
    for (qsizetype at = 0; at < points.size(); ++at) {
        if (at > 0 && at + 1 < points.size()) {
            const QPointF before = points[at] - kept.last();
            const QPointF after = points[at + 1] - points[at];
            const double cross = before.x() * after.y() - before.y() * after.x();
            if (std::abs(cross) <= 1e-12 * (std::abs(before.y()) + std::abs(after.y()) + 1e-300))
                continue;
        }
        kept.append(points[at]);
    }
    return kept;
}

double amountAxisWidth(const std::vector<std::int64_t>& steps, Unit unit)
{
    double width = 0;
    for (const std::int64_t step : steps)
        width = std::max(width, textWidth(amountText(step, unit), chartFont(TextSize::Note)));
    return width + 8;
}

void drawAmountAxis(Canvas& canvas, const Plot& plot, const QRectF& area, const std::vector<std::int64_t>& steps,
                    Unit unit, bool hasLabels)
{
    const Scribe::Look look = canvas.look(TextSize::Note, true);
    // in a low plot only every second or fifth line is told, counted from zero
    const double apart = area.height() / static_cast<double>(std::max<std::size_t>(steps.size() - 1, 1));
    const std::int64_t stride =
        std::max<std::int64_t>(1, static_cast<std::int64_t>(std::ceil(lineHeight(look.font) / std::max(apart, 1.0))));
    const std::int64_t each = steps.size() > 1 ? steps[1] - steps[0] : 1;
    for (const std::int64_t step : steps) {
        if (each > 0 && step / each % stride != 0)
            continue;
        const double y = plot.at(0, static_cast<double>(step), area).y();
        if (y < area.top() - 0.5 || y > area.bottom() + 0.5)
            continue;
        canvas.painter.setPen(QPen(toColour(step == 0 ? canvas.surfaces().line : canvas.surfaces().grid), 1));
        canvas.painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y));
        const QString label = step == 0 ? QStringLiteral("0") : amountText(step, unit);
        if (hasLabels)
            canvas.scribe.write(label, area.left() - 8, y, Qt::AlignRight, look);
    }
}

void drawYears(Canvas& canvas, const Plot& plot, const QRectF& area, const std::vector<Period>& periods, double start,
               double below)
{
    const Scribe::Look look = canvas.look(TextSize::Note, true);
    canvas.axes.push_back({QRectF(area.left(), area.bottom(), area.width(), 22 + below), area, periods});
    double free = area.left() - 1;
    for (std::size_t at = 0; at < periods.size(); ++at) {
        const bool isQuarter = periods[at].kind == PeriodKind::Quarter;
        if (isQuarter && periods[at].quarter != 1)
            continue;
        const double left = plot.at(start + static_cast<double>(at), 0, area).x();
        const double right = plot.at(start + static_cast<double>(at) + (isQuarter ? 4 : 1), 0, area).x();
        canvas.painter.setPen(QPen(toColour(canvas.surfaces().line), 1));
        if (at > 0)
            canvas.painter.drawLine(QPointF(left, area.bottom()), QPointF(left, area.bottom() + below + 4));
        const QString label = QString::number(periods[at].year);
        const double half = textWidth(label, look.font) / 2;
        const double middle = (left + right) / 2;
        if (middle - half < free || middle + half > area.right() + 8)
            continue;
        canvas.scribe.write(label, middle, area.bottom() + below + 12, Qt::AlignHCenter, look);
        free = middle + half + 10;
    }
}

} // namespace ochain
