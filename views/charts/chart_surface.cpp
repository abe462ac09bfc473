// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/chart_surface.h"

#include <QAccessible>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QStyleHints>
#include <QTimer>
#include <QToolTip>
#include <QVariantAnimation>

#include <algorithm>
#include <utility>

namespace ochain {

namespace {

constexpr int kPatienceMs = 300;
constexpr int kMotion = 200; ///< ms; long enough to see where things go, short enough not to wait for

} // namespace

ChartSurface::ChartSurface(QWidget* parent)
    : QWidget(parent), m_motion(new QVariantAnimation(this)), m_patience(new QTimer(this))
{
    m_patience->setSingleShot(true);
    m_patience->setInterval(kPatienceMs);
    connect(m_patience, &QTimer::timeout, this, [this] {
        m_isBusy = true;
        update();
    });
    m_motion->setStartValue(0.0);
    m_motion->setEndValue(1.0);
    m_motion->setDuration(kMotion);
    m_motion->setEasingCurve(QEasingCurve::OutCubic);
    connect(m_motion, &QVariantAnimation::valueChanged, this, [this](const QVariant& value) {
        m_chart.setProgress(value.toDouble());
        redraw();
    });
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_OpaquePaintEvent); // the picture covers everything
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

ChartSurface::~ChartSurface() = default;

void ChartSurface::setFigure(ChartFigure figure)
{
    startMove();
    m_chart.setFigure(std::move(figure));
    m_parts.reset();
    m_press.reset(); // a drag of what was there before has come to its end
    m_years.reset();
    m_chart.drop(false);
    describe();
    redraw();
    if (QAccessible::isActive()) {
        QAccessibleEvent event(this, QAccessible::ObjectReorder); // other marks, or the same with other figures
        QAccessible::updateAccessibility(&event);
    }
}

const std::vector<ChartPart>& ChartSurface::parts() const
{
    if (!m_parts)
        m_parts = chartParts(m_chart.figure());
    return *m_parts;
}

QRectF ChartSurface::boxOf(const ChartPart& part) const
{
    return ochain::boxOf(m_chart, {part.id, part.place});
}

std::optional<std::size_t> ChartSurface::partPointedAt() const
{
    const std::vector<ChartPart>& all = parts();
    for (std::size_t at = 0; at < all.size(); ++at)
        if (!m_hovered.id.empty() && all[at].id == m_hovered.id && all[at].place == m_hovered.number)
            return at;
    return std::nullopt;
}

void ChartSurface::pointAt(const ChartPart& part)
{
    setFocus(Qt::OtherFocusReason);
    hover({part.id, part.place});
    announceFocus();
}

void ChartSurface::pick(const ChartPart& part)
{
    pointAt(part);
    emit picked(hitAtFocus());
}

/// A screen reader is where the keyboard is.
void ChartSurface::announceFocus()
{
    const std::optional<std::size_t> at = partPointedAt();
    if (!QAccessible::isActive() || !at)
        return;
    const QAccessibleInterface* own = QAccessible::queryAccessibleInterface(this);
    if (QAccessibleInterface* part = own == nullptr ? nullptr : own->child(static_cast<int>(*at))) {
        QAccessibleEvent event(part, QAccessible::Focus);
        QAccessible::updateAccessibility(&event);
    }
}

void ChartSurface::setBusy(bool isBusy)
{
    if (isBusy) {
        if (!m_isBusy && !m_patience->isActive())
            m_patience->start();
        return;
    }
    m_patience->stop();
    if (std::exchange(m_isBusy, false))
        update();
}

void ChartSurface::paintBusy(QPainter& painter)
{
    const QString text = tr("Drawing…");
    const QSize size = fontMetrics().size(Qt::TextSingleLine, text) + QSize(24, 12);
    const QRect pill(QPoint(rect().right() - size.width() - 16, 16), size);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(palette().color(QPalette::Link));
    painter.drawRoundedRect(pill, size.height() / 2.0, size.height() / 2.0);
    painter.setPen(palette().color(QPalette::Base));
    painter.drawText(pill, Qt::AlignCenter, text);
}

/// The years that a drag has taken in so far, over every plot.
void ChartSurface::paintYears(QPainter& painter) const
{
    if (!m_years || !m_years->isDragging)
        return;
    QColor colour = palette().color(QPalette::Link);
    painter.setPen(QPen(colour, 1));
    colour.setAlphaF(0.16F);
    painter.setBrush(colour);
    const auto [from, to] = std::minmax(m_years->from, m_years->to);
    for (const ChartAxis& axis : m_chart.axes())
        painter.drawRect(axis.span(from, to));
}

const ChartAxis* ChartSurface::axisAt(QPointF point) const
{
    const std::vector<ChartAxis>& axes = m_chart.axes();
    const auto found =
        std::find_if(axes.begin(), axes.end(), [point](const ChartAxis& axis) { return axis.words.contains(point); });
    return found == axes.end() ? nullptr : &*found;
}

/// @param isChosen  false: the drag is given up
void ChartSurface::endYears(bool isChosen)
{
    const YearDrag drag = *std::exchange(m_years, std::nullopt);
    setCursor(Qt::ArrowCursor);
    update();
    if (isChosen && drag.isDragging)
        emit yearsChosen(std::min(drag.from, drag.to), std::max(drag.from, drag.to));
}

void ChartSurface::startMove()
{
    m_motion->stop();
    if (m_isAnimated && isVisible() && m_chart.beginMove())
        m_motion->start();
    else
        m_chart.setProgress(1);
}

void ChartSurface::setAnimated(bool isAnimated)
{
    m_isAnimated = isAnimated;
    if (isAnimated || m_motion->state() != QAbstractAnimation::Running)
        return;
    m_motion->stop();
    m_chart.setProgress(1);
    redraw();
}

void ChartSurface::forgetOrder()
{
    m_chart.forgetOrder();
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
    paintYears(painter);
    if (m_isBusy)
        paintBusy(painter);
    if (!hasFocus() || m_hovered.id.empty())
        return;
    if (const QRectF box = ochain::boxOf(m_chart, m_hovered); !box.isNull()) {
        painter.setPen(QPen(palette().color(QPalette::Link), 1.5, Qt::DotLine));
        painter.drawRect(box.adjusted(-2, -2, 2, 2));
    }
}

void ChartSurface::resizeEvent(QResizeEvent* event)
{
    redraw();
    QWidget::resizeEvent(event);
}

void ChartSurface::hover(const MarkPlace& place)
{
    if (place == m_hovered)
        return;
    const bool isOther = place.id != m_hovered.id;
    m_hovered = place;
    m_chart.setHovered(place.id);
    if (isOther)
        redraw();
    else
        update(); // only the line around it goes to another mark of the same colour
}

std::vector<std::string> ChartSurface::columnOf(const std::string& id) const
{
    for (std::vector<std::string>& column : m_chart.order())
        if (std::find(column.begin(), column.end(), id) != column.end())
            return std::move(column);
    return {};
}

void ChartSurface::dragTo(QPointF point)
{
    m_press->isDragging = true;
    m_motion->stop();
    m_chart.setProgress(1);
    m_chart.drag(m_press->hit.id, point.y() - m_press->offset);
    setCursor(Qt::SizeVerCursor);
    redraw();
}

/// @param isKept  false: the mark goes back to where it was
void ChartSurface::endDrag(bool isKept)
{
    const std::string id = m_press->hit.id;
    m_press.reset();
    setCursor(Qt::ArrowCursor);
    if (isKept && m_picture.isNull())
        render(); // the last move of the hand was not painted yet
    const std::vector<std::string> column = columnOf(id);
    startMove();
    m_chart.drop(isKept);
    redraw();
    if (isKept && !column.empty())
        emit ordered(column);
}

/// Moves the mark that has the keyboard, or else the one that is selected, up or down among those of its column.
void ChartSurface::moveBy(int places)
{
    std::vector<std::string> column = columnOf(m_hovered.id);
    std::string id = m_hovered.id;
    for (std::size_t at = 0; column.empty() && at < m_lit.size(); ++at) {
        id = m_lit[at];
        column = columnOf(id);
    }
    const auto found = std::find(column.begin(), column.end(), id);
    if (found == column.end())
        return;
    const auto at = found - column.begin();
    const auto to = std::clamp<std::ptrdiff_t>(at + places, 0, static_cast<std::ptrdiff_t>(column.size()) - 1);
    if (to == at)
        return;
    std::iter_swap(found, column.begin() + to);
    emit ordered(column);
}

void ChartSurface::mouseMoveEvent(QMouseEvent* event)
{
    if (m_years) {
        m_years->isDragging = m_years->isDragging || std::abs(event->position().x() - m_years->at.x()) >=
                                                         QGuiApplication::styleHints()->startDragDistance();
        m_years->to = m_years->axis.yearAt(event->position().x());
        return update();
    }
    if (m_press && m_press->hit.isMovable) {
        const double way = std::abs(event->position().y() - m_press->at.y());
        if (m_press->isDragging || way >= QGuiApplication::styleHints()->startDragDistance())
            dragTo(event->position());
        return;
    }
    const std::optional<ChartHit> hit = m_chart.hit(event->position());
    hover(hit ? placeAt(m_chart, hit->id, event->position()) : MarkPlace());
    setCursor(axisAt(event->position()) != nullptr ? Qt::SizeHorCursor
              : hit && hit->row                    ? Qt::PointingHandCursor
                                                   : Qt::ArrowCursor);
}

void ChartSurface::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton)
        return;
    if (const ChartAxis* axis = axisAt(event->position()); axis != nullptr) {
        const int year = axis->yearAt(event->position().x());
        m_years = YearDrag{*axis, event->position(), year, year, false};
        return;
    }
    const std::optional<ChartHit> hit = m_chart.hit(event->position());
    if (hit) {
        m_press = Press{*hit, event->position(), 0, false};
        for (const auto& [id, box] : m_chart.marks())
            if (id == hit->id)
                m_press->offset = event->position().y() - box.center().y();
    }
    if (!hit || hit->row || hit->toggle.empty())
        emit picked(hit);
}

void ChartSurface::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton && m_years)
        return endYears(true);
    if (event->button() != Qt::LeftButton || !m_press)
        return;
    if (m_press->isDragging)
        return endDrag(true);
    const ChartHit hit = m_press->hit;
    m_press.reset();
    if (!hit.row && !hit.toggle.empty()) // what is only gathered is nothing to select: a click opens it
        emit opened(hit);
}

void ChartSurface::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton && axisAt(event->position()) != nullptr)
        return emit allYearsWanted();
    const auto hit = m_chart.hit(event->position());
    if (!hit || event->button() != Qt::LeftButton)
        return;
    hover(placeAt(m_chart, hit->id, event->position()));
    if (hit->row || hit->toggle.empty()) // else the click has opened it
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
        else if (axisAt(help->pos()) != nullptr)
            QToolTip::showText(help->globalPos(), tr("Drag to choose the years shown; double-click for all of them"),
                               this);
        else
            QToolTip::hideText();
        return true;
    }
    return QWidget::event(event);
}

std::optional<ChartHit> ChartSurface::hitAtFocus() const
{
    const QRectF box = ochain::boxOf(m_chart, m_hovered);
    if (box.isNull())
        return std::nullopt;
    if (auto hit = m_chart.hit(box.center()); hit && hit->id == m_hovered.id)
        return hit;
    // a bent ribbon does not cover the middle of its bounds: look along it
    for (int at = 1; at < 40; ++at)
        for (int down = 1; down < 40; ++down)
            if (auto hit = m_chart.hit({box.left() + box.width() * at / 40, box.top() + box.height() * down / 40});
                hit && hit->id == m_hovered.id)
                return hit;
    return std::nullopt;
}

void ChartSurface::step(int by)
{
    const std::vector<std::pair<MarkPlace, QRectF>> all = markPlaces(m_chart);
    if (all.empty())
        return;
    const auto now = std::find_if(all.begin(), all.end(), [this](const auto& each) { return each.first == m_hovered; });
    const int count = static_cast<int>(all.size());
    const int at =
        now == all.end() ? (by > 0 ? 0 : count - 1) : (static_cast<int>(now - all.begin()) + by + count) % count;
    hover(all[static_cast<std::size_t>(at)].first);
    announceFocus();
    if (const auto hit = hitAtFocus())
        QToolTip::showText(mapToGlobal(rect().center()), hit->tooltip, this);
}

void ChartSurface::keyPressEvent(QKeyEvent* event)
{
    const bool isMove = event->modifiers().testFlag(Qt::ControlModifier) &&
                        (event->key() == Qt::Key_Up || event->key() == Qt::Key_Down);
    if (isMove)
        return moveBy(event->key() == Qt::Key_Up ? -1 : 1);
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
        if (m_years)
            return endYears(false);
        if (m_press && m_press->isDragging)
            return endDrag(false);
        hover({});
        return emit picked(std::nullopt);
    default:
        QWidget::keyPressEvent(event);
    }
}

void ChartSurface::contextMenuEvent(QContextMenuEvent* event)
{
    const bool byMouse = event->reason() == QContextMenuEvent::Mouse;
    const std::optional<ChartHit> hit = byMouse ? m_chart.hit(event->pos()) : hitAtFocus();
    if (hit && byMouse)
        hover(placeAt(m_chart, hit->id, event->pos()));
    emit menuWanted(hit, event->globalPos());
}

} // namespace ochain
