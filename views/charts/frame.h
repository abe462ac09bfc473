// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "charts/canvas.h"
#include "charts/source_list.h"

#include <functional>
#include <limits>
#include <optional>

namespace ochain {

/// The height that the marks of a chart want, with the words that stand among them; logical pixels.
struct MarksNeed {
    double least = 0; ///< below it they cannot be drawn, or not on a third of the picture; kNoRoom: it is too narrow
    double good = 0;  ///< above it more does not help much
    static constexpr double kNoRoom = std::numeric_limits<double>::infinity();
};

/// What stands around the marks, as far as there is room: title and subtitle at the top, legend, notes and sources at
/// the bottom. Words make way for the marks in this order: sources, notes, legend, all but one line of the subtitle and
/// of the title.
class Frame {
public:
    /// @param width  that the marks have
    /// @param third  of the picture's height: what the plots among the marks take at least
    using Need = std::function<MarksNeed(double width, double third)>;
    Frame(const ChartHead& head, const ChartStyle& style, const QRectF& rect, const Need& need);

    /// Left for the marks.
    [[nodiscard]] const QRectF& body() const noexcept { return m_body; }
    /// Whether that is what they need at least.
    [[nodiscard]] bool fits() const noexcept { return m_fits; }
    void draw(Canvas& canvas) const;
    /// So many sources, the first ones, have a line of their own.
    [[nodiscard]] int listedSources() const noexcept { return m_sources ? static_cast<int>(m_sources->shown()) : 0; }

private:
    void writeHead(double width);
    void makeWay(const MarksNeed& need);
    void planSources(double room, double width);
    [[nodiscard]] double headHeight() const;
    [[nodiscard]] double wordsHeight() const; ///< of legend and notes
    [[nodiscard]] double sourcesHeight() const;
    [[nodiscard]] double spare() const; ///< height that the words leave
    void drawHead(Canvas& canvas) const;

    const ChartHead& m_head;
    const ChartStyle& m_style;
    QRectF m_rect;
    QRectF m_area; ///< without the margins
    bool m_isTitleSmall = false;
    QStringList m_title;
    QStringList m_subtitle;
    QStringList m_notes;
    double m_legend = 0;                 ///< height of its rows, 0: none
    std::optional<SourceList> m_sources; ///< none where there is no room for any
    QRectF m_body;
    bool m_fits = false;
};

} // namespace ochain
