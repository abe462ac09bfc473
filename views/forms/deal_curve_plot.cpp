// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "forms/deal_curve_plot.h"

#include "formats/format.h"
#include "theme/theme.h"
#include "theme/tones.h"

#include <QEvent>
#include <QHelpEvent>
#include <QPainter>
#include <QPainterPath>
#include <QStringList>
#include <QToolTip>

#include <algorithm>
#include <cmath>
#include <utility>

namespace ochain {

namespace {

constexpr int kHeadHeight = 18; ///< what a band shows, and its largest amount
constexpr int kBandHeight = 36;
constexpr int kAxisHeight = 18;
constexpr int kLeastWidth = 120;
constexpr double kBarShare = 0.7; ///< of a year's width
constexpr double kQuarters = 4;   ///< of a year

std::int64_t mostOf(const std::vector<std::int64_t>& values)
{
    return *std::max_element(values.begin(), values.end());
}

QColor colourOf(const Swatch& swatch, const QPalette& palette)
{
    return QColor::fromRgb(swatch.in(isDark(palette) ? Theme::Dark : Theme::Light));
}

} // namespace

DealCurvePlot::DealCurvePlot(QWidget* parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("dealCurve"));
    setFont(noteFont());
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void DealCurvePlot::setCurve(DealCurve curve)
{
    m_curve = std::move(curve);
    retranslate();
    updateGeometry();
    update();
}

void DealCurvePlot::retranslate()
{
    setAccessibleName(tr("What the deal gives over time"));
    QStringList years;
    for (int year = m_curve.firstYear; year <= m_curve.lastYear(); ++year)
        years << curveYearText(m_curve, year);
    setAccessibleDescription(years.join(tr("; ", "between years")));
}

int DealCurvePlot::bands() const
{
    return (m_curve.kilowatts.empty() ? 0 : 1) + (m_curve.cents.empty() ? 0 : 1);
}

QSize DealCurvePlot::sizeHint() const
{
    return {kLeastWidth, bands() * (kHeadHeight + kBandHeight) + kAxisHeight};
}

QSize DealCurvePlot::minimumSizeHint() const
{
    return sizeHint();
}

double DealCurvePlot::xOf(double year) const
{
    return (year - m_curve.firstYear) * width() / std::max(1, m_curve.years());
}

void DealCurvePlot::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    double top = 0;
    const auto next = [&] {
        top += kHeadHeight;
        const QRectF band(0, top, width(), kBandHeight);
        top += kBandHeight;
        return band;
    };
    if (!m_curve.kilowatts.empty()) {
        paintHead(painter, top, tr("Capacity that stands"), amountText(mostOf(m_curve.kilowatts), Unit::Capacity));
        paintCapacity(painter, next());
    }
    if (!m_curve.cents.empty()) {
        paintHead(painter, top, m_curve.isGuarantee ? tr("Money guaranteed") : tr("Money a year"),
                  amountText(mostOf(m_curve.cents), Unit::Money));
        paintMoney(painter, next());
    }
    paintYears(painter, top);
}

void DealCurvePlot::paintHead(QPainter& painter, double top, const QString& what, const QString& most) const
{
    const QRectF head(0, top, width(), kHeadHeight - 2);
    painter.setPen(tonesOf(palette()).muted);
    painter.drawText(head, Qt::AlignLeft | Qt::AlignVCenter, what);
    painter.drawText(head, Qt::AlignRight | Qt::AlignVCenter, tr("up to %1").arg(most));
}

/// Even steps between the ends of quarters, as deployment goes; a term stands up and falls within one.
void DealCurvePlot::paintCapacity(QPainter& painter, const QRectF& band) const
{
    const auto most = static_cast<double>(std::max<std::int64_t>(1, mostOf(m_curve.kilowatts)));
    QPainterPath line;
    line.moveTo(band.bottomLeft());
    for (std::size_t quarter = 0; quarter < m_curve.kilowatts.size(); ++quarter) {
        const double x = xOf(m_curve.firstYear + (static_cast<double>(quarter) + 1) / kQuarters);
        const double share = static_cast<double>(std::max<std::int64_t>(0, m_curve.kilowatts[quarter])) / most;
        line.lineTo(x, band.bottom() - share * band.height());
    }
    QPainterPath area = line;
    area.lineTo(band.bottomRight());
    painter.fillPath(area, colourOf(m_curve.colours.soft, palette()));
    painter.setPen(QPen(colourOf(m_curve.colours.edge, palette()), 1.5));
    painter.drawPath(line);
}

void DealCurvePlot::paintMoney(QPainter& painter, const QRectF& band) const
{
    const auto most = static_cast<double>(std::max<std::int64_t>(1, mostOf(m_curve.cents)));
    const double bar = std::max(1.0, kBarShare * xOf(m_curve.firstYear + 1));
    for (int place = 0; place < m_curve.years(); ++place) {
        const std::int64_t cents = m_curve.cents[static_cast<std::size_t>(place)];
        const double height = static_cast<double>(std::max<std::int64_t>(0, cents)) / most * band.height();
        const double middle = xOf(m_curve.firstYear + place + 0.5);
        painter.fillRect(QRectF(middle - bar / 2, band.bottom() - height, bar, height),
                         colourOf(m_curve.colours.mark, palette()));
    }
}

/// As many years as there is room for, the first one always.
void DealCurvePlot::paintYears(QPainter& painter, double top) const
{
    const Tones& tones = tonesOf(palette());
    painter.setPen(tones.edge);
    painter.drawLine(QPointF(0, top + 0.5), QPointF(width(), top + 0.5));
    painter.setPen(tones.muted);
    const double room = fontMetrics().horizontalAdvance(QStringLiteral("2026")) + kGrid;
    const int step = std::max(1, static_cast<int>(std::ceil(room / std::max(1.0, xOf(m_curve.firstYear + 1)))));
    for (int year = m_curve.firstYear; year <= m_curve.lastYear(); year += step) {
        const double middle = std::clamp(xOf(year + 0.5), room / 2, std::max(room / 2, width() - room / 2));
        painter.drawText(QRectF(middle - room / 2, top + 2, room, kAxisHeight - 2), Qt::AlignCenter,
                         QString::number(year));
    }
}

bool DealCurvePlot::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip || m_curve.years() == 0)
        return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const int place = std::clamp(help->pos().x() * m_curve.years() / std::max(1, width()), 0, m_curve.years() - 1);
    QToolTip::showText(help->globalPos(), curveYearText(m_curve, m_curve.firstYear + place), this);
    return true;
}

} // namespace ochain
