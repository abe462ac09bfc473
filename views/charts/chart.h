// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "charts/chart_text.h"
#include "figures/chart_figure.h"

#include <QPointF>
#include <QRectF>
#include <QSize>
#include <QString>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

class QPainter;

namespace ochain {

/// How the numbered sources are listed under a picture: whole titles, publishers on one line, or not at all.
enum class SourceStyle : std::uint8_t { Full, Short, None };

/// What is drawn around the marks, and in which clothes.
struct ChartStyle {
    Theme theme = Theme::Light;
    bool withHead = true;    ///< title and subtitle
    bool withSources = true; ///< legend, notes and numbered sources below
    Lettering lettering = Lettering::Text;
    SourceStyle sources = SourceStyle::Full; ///< where there are any below
    bool isScaled = true;                    ///< a small picture has smaller type, as one that was made smaller
    bool operator==(const ChartStyle&) const = default;
};

/// What lies under a point of a chart.
struct ChartHit {
    std::string id;            ///< of the node, link or series
    std::optional<RowRef> row; ///< to select
    std::vector<DealId> deals; ///< behind it
    QString tooltip;
    std::string toggle;     ///< of a mark that opens or closes a group: see FlowNode::toggle
    bool isMovable = false; ///< it can be dragged up and down in its column
};

/// The years under a plot, as they were drawn.
struct ChartAxis {
    QRectF words;                ///< where the years stand
    QRectF plot;                 ///< what stands above them
    std::vector<Period> periods; ///< one beside the other over the width of the plot, each as wide as the next
    /// The year at a place across; the first or last beyond the ends.
    [[nodiscard]] int yearAt(double x) const;
    /// From the left end of a year to the right end of another, as far as they are shown.
    [[nodiscard]] QRectF span(int from, int to) const;
};

/// One chart: takes a description and draws it at any size, on the screen and into files alike. Keeps the places of its
/// marks between descriptions, so that what stays does not jump.
class Chart {
public:
    Chart();
    ~Chart();
    Chart(const Chart&) = delete;
    Chart& operator=(const Chart&) = delete;

    /// Takes a new description; the same kind keeps its order and its series objects.
    void setFigure(ChartFigure figure);
    [[nodiscard]] const ChartFigure& figure() const noexcept;
    void setStyle(const ChartStyle& style);
    /// Ids to be lit; what flows through them is traced and the rest fades. Empty: nothing fades.
    void setLit(std::vector<std::string> ids);
    void setHovered(const std::string& id);

    /// What was painted last becomes where a move to what is painted next starts. @return false if this kind of chart
    /// does not move, or nothing was painted yet
    bool beginMove();
    /// How far the move is, from 0 at its start to 1 where it is over.
    void setProgress(double progress);
    /// Takes a movable mark to a height; the others make room. Until drop(), which keeps the order or takes it back.
    void drag(const std::string& id, double y);
    void drop(bool isKept);
    /// Ids of the movable marks, column by column, each from top to bottom, as placed in the last paint().
    [[nodiscard]] std::vector<std::vector<std::string>> order() const;
    /// The next figure is placed afresh.
    void forgetOrder();

    void paint(QPainter& painter, const QRectF& rect);
    /// Whether a picture of that size has room for all its marks, when all words but title and unit have made way.
    [[nodiscard]] bool fits(QSizeF size) const;
    /// The smallest picture of the same shape in which everything has room; at least `size`.
    [[nodiscard]] QSize leastSize(QSize size) const;
    /// What lies under a point, in the coordinates of the last paint().
    [[nodiscard]] std::optional<ChartHit> hit(QPointF point) const;
    /// The axes of years of the last paint(); a flow has none.
    [[nodiscard]] const std::vector<ChartAxis>& axes() const noexcept;
    /// Where each mark lies, for the keyboard and for tests: id and bounds, in drawing order.
    [[nodiscard]] std::vector<std::pair<std::string, QRectF>> marks() const;
    /// Every piece of text drawn in the last paint() with the box it takes: no two overlap, none leaves the frame.
    [[nodiscard]] std::vector<std::pair<QString, QRectF>> labels() const;
    /// The same with fonts and places, for files that carry their fonts.
    [[nodiscard]] const std::vector<WrittenText>& texts() const noexcept;

private:
    struct Private;
    std::unique_ptr<Private> m_private;
};

} // namespace ochain
