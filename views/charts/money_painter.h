// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "charts/plot.h"

#include <QAreaSeries>
#include <QBarSet>
#include <QLineSeries>
#include <QStackedBarSeries>

#include <array>

namespace ochain {

/// Draws money: bars up for what comes in, down for what goes out, the gap outlined; below them the funding position
/// and, apart from all money, the guarantees.
class MoneyPainter {
public:
    MoneyPainter();
    void setFigure(const MoneyFigure& figure);
    void paint(Canvas& canvas, const MoneyFigure& figure, const QRectF& body);

private:
    [[nodiscard]] QRectF barBox(std::size_t period, std::int64_t from, std::int64_t to, const QRectF& area) const;
    void drawBars(Canvas& canvas, const MoneyFigure& figure, const QRectF& area);
    void drawSide(Canvas& canvas, const MoneyFigure& figure, const std::vector<Series>& side, int sign,
                  const QRectF& area) const;
    void drawGap(Canvas& canvas, const MoneyFigure& figure, const QRectF& area) const;
    void drawBarLabels(Canvas& canvas, const MoneyFigure& figure, const QRectF& area) const;
    void drawGuarantees(Canvas& canvas, const MoneyFigure& figure, const QRectF& area) const;
    void drawGuarantee(Canvas& canvas, const MoneyFigure& figure, const Series& series, double perCent,
                       const QRectF& area) const;
    void drawFunding(Canvas& canvas, const MoneyFigure& figure, const QRectF& area);
    void drawCurrent(Canvas& canvas, const MoneyFigure& figure, const Plot& plot, const QRectF& area) const;

    Plot m_bars;
    Plot m_funding;
    std::array<QBarSet*, 4> m_sets{}; ///< the series'
    QStackedBarSeries* m_series = nullptr;
    QLineSeries* m_line = nullptr;
    QAreaSeries* m_area = nullptr;
    QLineSeries* m_areaTop = nullptr;
    QLineSeries* m_areaBottom = nullptr;
    std::vector<std::int64_t> m_steps;
    std::vector<std::int64_t> m_fundingSteps;
};

} // namespace ochain
