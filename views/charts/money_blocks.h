// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "charts/plot.h"

#include <QRectF>

#include <vector>

namespace ochain {

/// A caption between the parts of a chart of money; its line ends a little above `bottom`.
void writePlotCaption(Canvas& canvas, const QString& text, const QRectF& body, double bottom);

/// What stands below the plots of money, as far as these keep the room they need: shares of customers, backlog,
/// guarantees. Stocks have a line and a scale of their own each: they are never stacked with what is paid.
class MoneyBlocks {
public:
    /// The bars above, with which those of stocks stand in line.
    struct Bars {
        const Plot* plot;
        QRectF area;
        double share; ///< of a period's width that a bar has
    };

    /// @param figure  must outlive it
    /// @param height  of plots and blocks together; logical pixels
    MoneyBlocks(const MoneyFigure& figure, double height);
    [[nodiscard]] double height() const;
    /// Draws them at the bottom of `body`.
    void draw(Canvas& canvas, const Bars& bars, const QRectF& body) const;

private:
    enum class Content : std::uint8_t { Customers, Backlog, Guarantees };
    struct Block {
        Content content;
        double height = 0; ///< with its caption
        QString caption;
    };

    void drawStanding(Canvas& canvas, const Bars& bars, const std::vector<const Series*>& rows,
                      const QRectF& area) const;
    void drawStandingRow(Canvas& canvas, const Bars& bars, const Series& series, double perCent,
                         const QRectF& area) const;
    void drawCustomers(Canvas& canvas, const QRectF& area) const;

    const MoneyFigure& m_figure;
    std::vector<Block> m_blocks; ///< top to bottom
};

} // namespace ochain
