// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "charts/chart.h"

#include <QPixmap>
#include <QWidget>

namespace ochain {

/// Shows one chart and turns mouse and keyboard into what is pointed at. Keeps the picture until something in it
/// changes.
class ChartSurface final : public QWidget {
    Q_OBJECT
public:
    explicit ChartSurface(QWidget* parent = nullptr);
    ~ChartSurface() override;

    [[nodiscard]] const ChartFigure& figure() const noexcept { return m_chart.figure(); }
    void setFigure(ChartFigure figure);
    void setStyle(const ChartStyle& style);
    void setLit(std::vector<std::string> ids);
    [[nodiscard]] const std::vector<std::string>& lit() const noexcept { return m_lit; }

    QSize sizeHint() const override { return {800, 450}; }
    QSize minimumSizeHint() const override { return {320, 240}; }

signals:
    /// After a click or Space on a mark; without one: on the paper.
    void picked(const std::optional<ochain::ChartHit>& hit);
    /// After a double click, Enter, + or - on a mark.
    void opened(const ochain::ChartHit& hit);
    /// The menu is asked for.
    void menuWanted(const std::optional<ochain::ChartHit>& hit, QPoint at);

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    void redraw();
    void render();
    void hover(const std::string& id);
    void step(int by);
    void describe();
    [[nodiscard]] std::optional<ChartHit> hitAtFocus() const;

    Chart m_chart;
    QPixmap m_picture;
    std::vector<std::string> m_lit;
    std::string m_hovered; ///< under the mouse or the keyboard
};

} // namespace ochain
