// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "charts/frame.h"

#include <cstdint>
#include <vector>

namespace ochain {

/// Where one panel of several stands: its words above its plot.
struct PanelPlace {
    QRectF cell;
    QRectF plot;
    bool hasAmounts = true; ///< the labels of the lines are beside it; else those of the panel at the left end hold
    bool hasYears = true;   ///< the years are below it
    int headlines = 2;      ///< lines of words below the panel's name
};

/// Writes what stands below a panel's name, in as many lines as there is room for; the last says the rest, cut.
void writeHeadline(Canvas& canvas, const QString& headline, const PanelPlace& place);

/// Panels of the same kind in rows and columns, as large as they can be. Where there is little room they share the
/// words of their axes and do with their names.
class PanelGrid {
public:
    /// Whether all panels have one scale, so that they can share the words of its axis.
    enum class Scales : std::uint8_t { One, Own };
    /// @param axis   width of the labels beside a plot
    /// @param right  room at the right of each plot
    PanelGrid(std::size_t count, double axis, double right, Scales scales = Scales::One);
    [[nodiscard]] MarksNeed need(double width, double third) const;
    /// One for each panel; empty where there is no room.
    [[nodiscard]] std::vector<PanelPlace> placesIn(const QRectF& body) const;

private:
    struct Shape {
        int columns = 1;
        int rows = 1;
        double plotWidth = 0;
        double plotHeight = 0;
        bool sharesAmounts = false;
    };
    [[nodiscard]] Shape shapeOf(int columns, const QSizeF& size) const;
    [[nodiscard]] static double headHeight(double cellHeight);

    int m_count;
    double m_axis;
    double m_right;
    Scales m_scales;
};

} // namespace ochain
