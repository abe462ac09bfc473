// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "charts/chart.h"
#include "charts/mark_places.h"
#include "figures/chart_parts.h"

#include <QPixmap>
#include <QWidget>

#include <optional>
#include <string>
#include <vector>

class QTimer;
class QVariantAnimation;

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
    /// Says over the picture that the next one is being made; at once, or not before a moment has passed.
    void setBusy(bool isBusy);
    void setLit(std::vector<std::string> ids);
    [[nodiscard]] const std::vector<std::string>& lit() const noexcept { return m_lit; }
    /// Whether a new figure is seen to grow out of the one before (200 ms); a drag follows the hand either way.
    void setAnimated(bool isAnimated);
    /// Marks as they stand, column by column; empty before the first painting.
    [[nodiscard]] std::vector<std::vector<std::string>> order() const { return m_chart.order(); }
    /// Ids and bounds of what can be pointed at, as painted last.
    [[nodiscard]] std::vector<std::pair<std::string, QRectF>> marks() const { return m_chart.marks(); }
    /// What the mouse or the keyboard points at; empty: nothing.
    [[nodiscard]] const std::string& hovered() const noexcept { return m_hovered.id; }
    /// The marks in words, for screen readers.
    [[nodiscard]] const std::vector<ChartPart>& parts() const;
    /// Where a part was painted last; empty if it was not.
    [[nodiscard]] QRectF boxOf(const ChartPart& part) const;
    /// Which part the keyboard or the mouse points at.
    [[nodiscard]] std::optional<std::size_t> partPointedAt() const;
    /// The mark that has the keyboard, as if the mouse were over it.
    [[nodiscard]] std::optional<ChartHit> hitAtFocus() const;
    /// Points at a part, as the arrow keys do; picks it, as Space does.
    void pointAt(const ChartPart& part);
    void pick(const ChartPart& part);
    /// The axes of years, as painted last.
    [[nodiscard]] const std::vector<ChartAxis>& axes() const noexcept { return m_chart.axes(); }
    /// The next figure is placed afresh.
    void forgetOrder();

    QSize sizeHint() const override { return {800, 450}; }
    QSize minimumSizeHint() const override { return {320, 240}; }

signals:
    /// After a click or Space on a mark; without one: on the paper.
    void picked(const std::optional<ochain::ChartHit>& hit);
    /// After a double click, Enter, + or - on a mark.
    void opened(const ochain::ChartHit& hit);
    /// The user has moved a mark: its column from top to bottom.
    void ordered(const std::vector<std::string>& ids);
    /// After a drag along an axis of years: from one to another, both included.
    void yearsChosen(int from, int to);
    /// After a double click on such an axis.
    void allYearsWanted();
    /// The menu is asked for.
    void menuWanted(const std::optional<ochain::ChartHit>& hit, QPoint at);

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    void redraw();
    void render();
    void hover(const MarkPlace& place);
    void step(int by);
    void announceFocus();
    void describe();
    void dragTo(QPointF point);
    void endDrag(bool isKept);
    void moveBy(int places);
    void paintBusy(QPainter& painter);
    void paintYears(QPainter& painter) const;
    [[nodiscard]] const ChartAxis* axisAt(QPointF point) const;
    void endYears(bool isChosen);
    void startMove();
    [[nodiscard]] std::vector<std::string> columnOf(const std::string& id) const;

    /// What the left button went down on.
    struct Press {
        ChartHit hit;
        QPointF at;
        double offset = 0; ///< of the hand from the middle of the mark
        bool isDragging = false;
    };

    /// A drag along the years: those from where it began to where it is.
    struct YearDrag {
        ChartAxis axis;
        QPointF at;
        int from = 0;
        int to = 0;
        bool isDragging = false;
    };

    Chart m_chart;
    QPixmap m_picture;
    std::vector<std::string> m_lit;
    mutable std::optional<std::vector<ChartPart>> m_parts; ///< of the figure, once somebody asks
    MarkPlace m_hovered;                                   ///< under the mouse or the keyboard
    std::optional<Press> m_press;
    std::optional<YearDrag> m_years;
    QVariantAnimation* m_motion;
    QTimer* m_patience; ///< work that is soon over is not worth a word
    bool m_isBusy = false;
    bool m_isAnimated = false;
};

} // namespace ochain
