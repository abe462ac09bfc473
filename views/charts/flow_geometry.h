// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "charts/flow_labels.h"
#include "charts/flow_scene.h"
#include "figures/flow_figure.h"
#include "layout/flow_layout.h"

#include <optional>
#include <string>
#include <vector>

namespace ochain {

/// The name of a column over it.
struct FlowHeading {
    QStringList lines;
    double x = 0; ///< left end, or right end of the last column's
    double width = 0;
    Qt::Alignment side;
};

/// Where everything of a flow chart stands: columns as far apart as their labels need, boxes and ribbons as
/// models/layout places them, labels, headings. Keeps the last layout, so that what stays keeps its order.
class FlowGeometry {
public:
    void setFigure(const FlowFigure& figure);
    /// Places the figure in a rectangle; does nothing where nothing has changed. @return whether anything has
    bool prepare(const FlowFigure& figure, const QRectF& body);

    /// Takes a box to a height in its column, the rest makes room; until drop(), which keeps the order it has led to or
    /// goes back to the one before.
    void drag(const std::string& box, double y);
    void drop(bool isKept);
    [[nodiscard]] bool isDragging() const noexcept { return m_drag.has_value(); }
    /// Ids of the boxes, column by column, each top to bottom.
    [[nodiscard]] std::vector<std::vector<std::string>> order() const;
    /// The next figure is laid out afresh.
    void forgetOrder();

    [[nodiscard]] const FlowScene& scene() const noexcept { return m_scene; }
    [[nodiscard]] const std::vector<FlowLabel>& labels() const noexcept { return m_labels; }
    [[nodiscard]] const std::vector<FlowHeading>& headings() const noexcept { return m_headings; }
    [[nodiscard]] std::size_t lastColumn() const { return m_columns.empty() ? 0 : m_columns.size() - 1; }
    /// Width for the words of a column's labels.
    [[nodiscard]] double labelRoom(std::size_t column) const;

private:
    struct Drag {
        std::string box;
        double y = 0;
    };

    void findColumns(const FlowFigure& figure);
    void placeColumns(const FlowFigure& figure, const QRectF& body, const std::vector<bool>& isInLines);
    void tryWider(const FlowFigure& figure, const QRectF& body, const QRectF& words);
    void spreadGaps(const std::vector<double>& needs, double room);
    void placeHeadings(const FlowFigure& figure, const QRectF& body, qsizetype most);
    void placeLabels(const FlowFigure& figure, const QRectF& body);
    void lay(const FlowFigure& figure, double height);
    [[nodiscard]] layout::Graph graphOf(const FlowFigure& figure) const;
    [[nodiscard]] layout::Options optionsFor(const FlowFigure& figure, double height) const;
    [[nodiscard]] std::vector<std::vector<std::uint32_t>> keptOrders(const FlowFigure& figure) const;
    [[nodiscard]] std::optional<layout::Previous> previousOf(const FlowFigure& figure,
                                                             const layout::Layout& last) const;
    void pinDragged(const FlowFigure& figure, layout::Options& options) const;
    void sortColumns();
    void liftDragged();
    [[nodiscard]] double gapAfter(std::size_t column) const;
    [[nodiscard]] double middleOf(std::size_t node) const
    {
        return m_frame.top + (m_layout.nodes[node].y0 + m_layout.nodes[node].y1) / 2;
    }

    layout::Layout m_layout;
    FlowIds m_ids;                                   ///< of m_layout
    std::vector<std::vector<std::size_t>> m_columns; ///< nodes of each, top to bottom once laid
    FlowFrame m_frame;
    FlowScene m_scene;
    std::vector<FlowLabel> m_labels;
    std::vector<FlowHeading> m_headings;
    QRectF m_body; ///< that everything was placed in
    bool m_isLaid = false;
    bool m_isForgetting = false;
    std::vector<double> m_labelCosts; ///< by column
    double m_leftRoom = 0;            ///< for the labels beside the first column
    double m_rightRoom = 0;
    std::optional<Drag> m_drag;
    layout::Layout m_resting; ///< before the drag
};

} // namespace ochain
