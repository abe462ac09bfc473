// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "charts/canvas.h"
#include "figures/chart_head.h"

#include <QRectF>
#include <QStringList>

#include <cstddef>
#include <vector>

namespace ochain {

/// The numbered sources under a picture, laid out for the room there is. What does not fit is counted, and stands in
/// the picture's metadata.
class SourceList {
public:
    /// @param head   must outlive the list
    /// @param width  logical pixels
    /// @param rows   at most so many lines, the heading included; where no whole title has room, publishers stand on
    /// one
    SourceList(const ChartHead& head, SourceStyle style, double width, int rows);

    /// Logical pixels; 0 where nothing is listed.
    [[nodiscard]] double height() const;
    /// Sources that have found a place.
    [[nodiscard]] std::size_t shown() const noexcept { return m_shown; }
    /// @param area  as wide as the list was laid out for, and as high as it is
    void draw(Canvas& canvas, const QRectF& area) const;

private:
    /// An entry with its lines, in one column.
    struct Entry {
        QString number; ///< empty: words about the list itself
        QStringList lines;
    };
    using Column = std::vector<Entry>;

    void layShort();
    void layFull(int rows);
    std::size_t fill(const std::vector<Entry>& entries, int columns, int rows, bool keepsLast);
    [[nodiscard]] QString moreText(std::size_t shown) const;

    const ChartHead& m_head;
    double m_width;
    double m_columnWidth = 0;
    double m_indent = 0; ///< of the text behind its number
    std::vector<Column> m_columns;
    QString m_line; ///< all on one line instead
    int m_rows = 0; ///< lines below the heading
    std::size_t m_shown = 0;
};

} // namespace ochain
