// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "charts/frame.h"
#include "charts/money_blocks.h"
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
    [[nodiscard]] static MarksNeed need(const MoneyFigure& figure, double width, double third);

private:
    /// Where the plots stand, one below the other.
    struct Places {
        QRectF bars, funding;
        bool hasCaptions = false;
    };
    struct BarLabel {
        QString text;
        QString marks; ///< numbers of sources, behind it where there is room for both
        QPointF middle;
        bool isGap = false;
        std::int64_t amount = 0; ///< cents: the largest are written first
    };

    [[nodiscard]] double axisWidth(const MoneyFigure& figure) const;
    [[nodiscard]] Places placesIn(const MoneyFigure& figure, const MoneyBlocks& blocks, const QRectF& body) const;
    static void writeBeside(Canvas& canvas, const QString& text, QPointF point, const Scribe::Look& look,
                            const QRectF& bounds);
    void setAxes(const MoneyFigure& figure, const QRectF& bars, const QRectF& funding);
    [[nodiscard]] QRectF stackBox(const MoneyFigure& figure, std::size_t period, const QRectF& area) const;
    [[nodiscard]] std::vector<BarLabel> labelsOf(const Canvas& canvas, const MoneyFigure& figure, std::size_t at,
                                                 const QRectF& area) const;
    [[nodiscard]] QRectF barBox(std::size_t period, std::int64_t from, std::int64_t to, const QRectF& area) const;
    void drawBars(Canvas& canvas, const MoneyFigure& figure, const QRectF& area);
    void drawSide(Canvas& canvas, const MoneyFigure& figure, const std::vector<Series>& side, int sign,
                  const QRectF& area) const;
    void drawGap(Canvas& canvas, const MoneyFigure& figure, const QRectF& area) const;
    void drawBarLabels(Canvas& canvas, const MoneyFigure& figure, const QRectF& area) const;
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
    std::int64_t m_most = 0; ///< cents, above and below the line
    std::int64_t m_least = 0;
    std::vector<std::int64_t> m_steps;
    std::vector<std::int64_t> m_fundingSteps;
};

} // namespace ochain
