// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/chart_surface.h"

#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace ochain {

ChartSurface::ChartSurface(QWidget* parent) : QWidget(parent)
{
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_OpaquePaintEvent); // the picture covers everything
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

ChartSurface::~ChartSurface() = default;

void ChartSurface::setFigure(ChartFigure figure)
{
    m_chart.setFigure(std::move(figure));
    describe();
    redraw();
}

void ChartSurface::setStyle(const ChartStyle& style)
{
    m_chart.setStyle(style);
    redraw();
}

void ChartSurface::setLit(std::vector<std::string> ids)
{
    if (ids == m_lit)
        return;
    m_lit = std::move(ids);
    m_chart.setLit(m_lit);
    redraw();
}

/// What a screen reader says: title, subtitle, notes and the largest figures.
void ChartSurface::describe()
{
    const ChartHead& head = headOf(m_chart.figure());
    setAccessibleName(head.title);
    QStringList words{head.subtitle};
    words += head.isEmpty() ? QStringList{head.emptyTitle, head.emptyHint} : head.notes;
    for (std::size_t row = 0; row < std::min<std::size_t>(head.table.rows.size(), 12); ++row) {
        QStringList cells;
        for (const QString& cell : head.table.rows[row])
            if (!cell.isEmpty() && cells.size() < 5)
                cells << cell;
        words << cells.join(QLatin1Char(' '));
    }
    setAccessibleDescription(words.join(QLatin1Char('\n')));
}

void ChartSurface::redraw()
{
    m_picture = QPixmap();
    update();
}

void ChartSurface::render()
{
    const double scale = devicePixelRatioF();
    m_picture = QPixmap((QSizeF(size()) * scale).toSize());
    m_picture.setDevicePixelRatio(scale);
    QPainter painter(&m_picture);
    m_chart.paint(painter, QRectF(rect()));
}

void ChartSurface::paintEvent(QPaintEvent* event)
{
    Q_UNUSED(event)
    if (m_picture.isNull() || m_picture.devicePixelRatio() != devicePixelRatioF())
        render();
    QPainter painter(this);
    painter.drawPixmap(0, 0, m_picture);
    if (!hasFocus() || m_hovered.empty())
        return;
    for (const auto& [id, box] : m_chart.marks())
        if (id == m_hovered) {
            painter.setPen(QPen(palette().color(QPalette::Link), 1.5, Qt::DotLine));
            painter.drawRect(box.adjusted(-2, -2, 2, 2));
            break;
        }
}

void ChartSurface::resizeEvent(QResizeEvent* event)
{
    redraw();
    QWidget::resizeEvent(event);
}

void ChartSurface::hover(const std::string& id)
{
    if (id == m_hovered)
        return;
    m_hovered = id;
    m_chart.setHovered(id);
    redraw();
}

void ChartSurface::mouseMoveEvent(QMouseEvent* event)
{
    const std::optional<ChartHit> hit = m_chart.hit(event->position());
    hover(hit ? hit->id : std::string());
    setCursor(hit && hit->row ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

void ChartSurface::mousePressEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton)
        emit picked(m_chart.hit(event->position()));
}

void ChartSurface::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (const auto hit = m_chart.hit(event->position()); hit && event->button() == Qt::LeftButton)
        emit opened(*hit);
}

void ChartSurface::leaveEvent(QEvent* event)
{
    if (!hasFocus())
        hover({});
    QWidget::leaveEvent(event);
}

bool ChartSurface::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const std::optional<ChartHit> hit = m_chart.hit(help->pos());
        if (hit)
            QToolTip::showText(help->globalPos(), hit->tooltip, this);
        else
            QToolTip::hideText();
        return true;
    }
    return QWidget::event(event);
}

/// The mark that has the keyboard, as if the mouse were over it.
std::optional<ChartHit> ChartSurface::hitAtFocus() const
{
    for (const auto& [id, box] : m_chart.marks()) {
        if (id != m_hovered)
            continue;
        if (auto hit = m_chart.hit(box.center()); hit && hit->id == id)
            return hit;
        // a bent ribbon does not cover the middle of its bounds: look along it
        for (int at = 1; at < 40; ++at)
            for (int down = 1; down < 40; ++down)
                if (auto hit = m_chart.hit({box.left() + box.width() * at / 40, box.top() + box.height() * down / 40});
                    hit && hit->id == id)
                    return hit;
    }
    return std::nullopt;
}

void ChartSurface::step(int by)
{
    std::vector<std::string> ids;
    for (const auto& mark : m_chart.marks())
        if (std::find(ids.begin(), ids.end(), mark.first) == ids.end())
            ids.push_back(mark.first);
    if (ids.empty())
        return;
    const auto now = std::find(ids.begin(), ids.end(), m_hovered);
    const int count = static_cast<int>(ids.size());
    const int at =
        now == ids.end() ? (by > 0 ? 0 : count - 1) : (static_cast<int>(now - ids.begin()) + by + count) % count;
    hover(ids[static_cast<std::size_t>(at)]);
    if (const auto hit = hitAtFocus())
        QToolTip::showText(mapToGlobal(rect().center()), hit->tooltip, this);
}

void ChartSurface::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Right:
    case Qt::Key_Down:
        return step(1);
    case Qt::Key_Left:
    case Qt::Key_Up:
        return step(-1);
    case Qt::Key_Space:
        return emit picked(hitAtFocus());
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Plus:
    case Qt::Key_Minus:
        if (const auto hit = hitAtFocus())
            emit opened(*hit);
        return;
    case Qt::Key_Escape:
        hover({});
        return emit picked(std::nullopt);
    default:
        QWidget::keyPressEvent(event);
    }
}

void ChartSurface::contextMenuEvent(QContextMenuEvent* event)
{
    const bool byMouse = event->reason() == QContextMenuEvent::Mouse;
    emit menuWanted(byMouse ? m_chart.hit(event->pos()) : hitAtFocus(), event->globalPos());
}

} // namespace ochain
