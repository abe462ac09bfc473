// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "charts/canvas.h"
#include "layout/flow_layout.h"

namespace ochain {

/// Draws flows: boxes in columns, ribbons between them. Keeps the last layout, so that boxes that stay keep their
/// order.
class FlowPainter {
public:
    void setFigure(const FlowFigure& figure);
    void paint(Canvas& canvas, const FlowFigure& figure, const QRectF& body);

private:
    struct Label {
        std::size_t node = 0;
        double y = 0; ///< middle
    };

    void lay(const FlowFigure& figure, double height);
    [[nodiscard]] double columnX(int column) const { return m_left + column * m_pitch; }
    void placeColumns(const FlowFigure& figure, const QRectF& body);
    struct Heading {
        QStringList lines;
        double x = 0;
        double width = 0;
        Qt::Alignment side;
    };
    [[nodiscard]] std::vector<Heading> placeHeadings(const FlowFigure& figure, const QRectF& body) const;
    static void drawHeadings(Canvas& canvas, const std::vector<Heading>& headings, const QRectF& body);
    void drawLinks(Canvas& canvas, const FlowFigure& figure) const;
    void drawLink(Canvas& canvas, const FlowFigure& figure, std::size_t link, bool isFaded) const;
    void drawNodes(Canvas& canvas, const FlowFigure& figure) const;
    void drawLabels(Canvas& canvas, const FlowFigure& figure, const QRectF& body) const;
    void drawLabel(Canvas& canvas, const FlowFigure& figure, const Label& label) const;
    [[nodiscard]] QPainterPath centreLine(std::size_t link) const;
    [[nodiscard]] QPainterPath ribbon(std::size_t link) const;
    [[nodiscard]] std::vector<Label> placeLabels(const FlowFigure& figure, int column, double top, double bottom) const;
    [[nodiscard]] double labelHeight(int column) const { return isTwoLines(column) ? 34 : 19; }
    [[nodiscard]] bool isTwoLines(int column) const { return m_isTwoLines[static_cast<std::size_t>(column)]; }
    [[nodiscard]] double labelWidth(const FlowNode& node) const;
    [[nodiscard]] double labelRoom(const FlowFigure& figure, int column) const;
    void chooseLines(const FlowFigure& figure, const QRectF& body);
    [[nodiscard]] double middleOf(std::size_t node) const;
    void trace(const Canvas& canvas, const FlowFigure& figure);

    layout::Layout m_layout;
    std::vector<std::string> m_ids; ///< of the nodes of m_layout
    bool m_isLaid = false;
    double m_laidHeight = 0;
    double m_laidGap = 0;
    double m_headings = 28;         ///< height of the row of column headings
    std::vector<bool> m_isTwoLines; ///< by column: name over figure, where there is room
    double m_left = 0;              ///< left edge of the first column's boxes
    double m_pitch = 0;             ///< from column to column
    double m_top = 0;               ///< y of the layout's 0
    double m_leftRoom = 0;
    double m_rightRoom = 0;
    std::vector<bool> m_litNodes;
    std::vector<bool> m_litLinks;
    bool m_isTraced = false;
};

} // namespace ochain
