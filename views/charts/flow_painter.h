// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "charts/canvas.h"
#include "charts/flow_geometry.h"
#include "charts/frame.h"
#include "figures/flow_trace.h"

#include <unordered_map>

namespace ochain {

/// Draws flows: boxes in columns, ribbons between them. What is lit or pointed at is traced: of each ribbon as much as
/// flows through it stays in full colour, the rest fades. Keeps what it drew, so that a change can be seen to move.
class FlowPainter {
public:
    void setFigure(const FlowFigure& figure);
    void paint(Canvas& canvas, const FlowFigure& figure, const QRectF& body);
    [[nodiscard]] static MarksNeed need(const FlowFigure& figure, double width, double third);

    /// What is drawn now becomes where a move starts; false if nothing was drawn yet.
    bool beginMove();
    /// How far the move is: 0 at its start, 1 at its end, where it is over.
    void setProgress(double progress) { m_progress = progress; }
    [[nodiscard]] FlowGeometry& geometry() noexcept { return m_geometry; }
    [[nodiscard]] const FlowGeometry& geometry() const noexcept { return m_geometry; }

private:
    void drawHeadings(Canvas& canvas, const QRectF& body) const;
    void drawGone(Canvas& canvas) const;
    void drawLinks(Canvas& canvas, const FlowFigure& figure);
    void drawLink(Canvas& canvas, const FlowFigure& figure, std::size_t at);
    void drawThrough(Canvas& canvas, const FlowLink& flow, const FlowScene::Ribbon& ribbon, double share) const;
    void drawChange(Canvas& canvas, const FlowLink& flow, const FlowScene::Ribbon& ribbon) const;
    void markLink(Canvas& canvas, const FlowFigure& figure, std::size_t at) const;
    void drawNodes(Canvas& canvas, const FlowFigure& figure);
    void drawLabels(Canvas& canvas, const FlowFigure& figure) const;
    void drawLabel(Canvas& canvas, const FlowFigure& figure, const FlowLabel& label) const;
    void drawSourceMarks(Canvas& canvas, const FlowFigure& figure, const QRectF& body) const;
    [[nodiscard]] QString throughText(const Canvas& canvas, const FlowFigure& figure, std::int64_t amount,
                                      double share) const;
    [[nodiscard]] bool isFadedLink(std::size_t link) const { return !m_trace.isEmpty && !m_trace.reachedLinks[link]; }
    [[nodiscard]] bool isFadedNode(std::size_t node) const { return !m_trace.isEmpty && !m_trace.reachedNodes[node]; }

    FlowGeometry m_geometry;
    std::vector<bool> m_parallel;                      ///< by link: another one joins the same boxes
    FlowTrace m_trace;                                 ///< of what is pointed at, else of what is selected
    FlowTrace m_selected;                              ///< of what is selected
    FlowScene m_shown;                                 ///< as painted last: on the way while something moves
    std::unordered_map<std::string, QColor> m_colours; ///< of what was painted last, by id
    FlowScene m_start;                                 ///< of the move
    std::unordered_map<std::string, QColor> m_startColours;
    double m_progress = 1;
};

} // namespace ochain
