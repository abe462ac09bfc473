// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/choice_list.h"

#include "document/names.h"
#include "items/roles.h"
#include "theme/theme.h"
#include "theme/tones.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QScreen>
#include <QScrollBar>
#include <QStyledItemDelegate>

#include <algorithm>

namespace ochain {

namespace {

constexpr int kMostShown = 8;
constexpr int kMostWidth = 440;
constexpr int kChoiceHeight = 28;
constexpr int kGap = 2; ///< between field and list

/// A name, and muted beside it what tells it from others of that name.
class ChoiceDelegate final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        QStyleOptionViewItem cell = option;
        initStyleOption(&cell, index);
        const QString name = cell.text;
        cell.text.clear();
        if (const auto* list = qobject_cast<const ChoiceList*>(option.widget); list != nullptr && !list->isPointing())
            cell.state.setFlag(QStyle::State_MouseOver, false);
        QApplication::style()->drawPrimitive(QStyle::PE_PanelItemViewItem, &cell, painter, cell.widget);
        const Tones& tones = tonesOf(cell.palette);
        if (cell.state.testFlag(QStyle::State_Selected))
            painter->fillRect(cell.rect, tones.selection);
        const QRect box = cell.rect.adjusted(kGrid, 0, -kGrid, 0);
        const QFontMetrics notes(noteFont());
        const QString detail = index.data(MatchRole).toString();
        const int nameWidth = cell.fontMetrics.horizontalAdvance(name);
        const int room = box.width() - nameWidth - 2 * kGrid;
        painter->save();
        painter->setPen(tones.ink);
        painter->setFont(cell.font);
        painter->drawText(box, Qt::AlignLeft | Qt::AlignVCenter,
                          cell.fontMetrics.elidedText(name, Qt::ElideRight, box.width()));
        if (room > kLeastDetail && !detail.isEmpty()) {
            painter->setPen(tones.muted);
            painter->setFont(noteFont());
            painter->drawText(box, Qt::AlignRight | Qt::AlignVCenter, notes.elidedText(detail, Qt::ElideMiddle, room));
        }
        painter->restore();
    }
    /// Texts used before are offered as they are typed: with what hides in them.
    [[nodiscard]] QString displayText(const QVariant& value, const QLocale& locale) const override
    {
        return visibleText(QStyledItemDelegate::displayText(value, locale));
    }
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const int detail = QFontMetrics(noteFont()).horizontalAdvance(index.data(MatchRole).toString());
        const int name = option.fontMetrics.horizontalAdvance(displayText(index.data(), option.locale));
        return {name + (detail > 0 ? detail + 2 * kGrid : 0) + 2 * kGrid, kChoiceHeight};
    }

private:
    static constexpr int kLeastDetail = 32; ///< less room than that shows nothing of it
};

} // namespace

ChoiceList::ChoiceList(QLineEdit& line, QWidget& keyboard)
    : QListView(&line), m_keyboard(keyboard), m_hint(new QLabel(this))
{
    // The line is its parent, so that a line that loses the focus to it has not been left.
    setWindowFlags(Qt::Popup);
    setObjectName(keyboard.objectName() + QStringLiteral("Choices"));
    setProperty("look", QStringLiteral("popup"));
    setItemDelegate(new ChoiceDelegate(this));
    setUniformItemSizes(true);
    setEditTriggers(NoEditTriggers);
    setSelectionMode(SingleSelection);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    setMouseTracking(true);
    m_hint->setObjectName(QStringLiteral("choiceHint"));
    makeNote(m_hint);
    m_hint->setTextFormat(Qt::PlainText);
    m_hint->setContentsMargins(kGrid, 0, kGrid, 0);
    m_hint->hide();
    keyboard.installEventFilter(this);
    hide();
}

void ChoiceList::setModel(QAbstractItemModel* model)
{
    if (this->model() != nullptr)
        disconnect(this->model(), nullptr, this, nullptr);
    QListView::setModel(model);
    if (model == nullptr)
        return;
    const auto putOut = [this] { light({}); }; // the row of that number is another one now
    connect(model, &QAbstractItemModel::rowsInserted, this, putOut);
    connect(model, &QAbstractItemModel::rowsRemoved, this, putOut);
    connect(model, &QAbstractItemModel::rowsMoved, this, putOut);
    connect(model, &QAbstractItemModel::dataChanged, this, putOut);
    connect(model, &QAbstractItemModel::modelReset, this, putOut);
}

void ChoiceList::offer()
{
    if (model() == nullptr || model()->rowCount() == 0 || !m_keyboard.isVisible())
        return hide();
    light({});
    if (!isVisible()) {
        m_mouse = QCursor::pos();
        m_isPointing = false;
    }
    putUnderField();
    show();
    scrollToTop();
}

void ChoiceList::light(const QModelIndex& index)
{
    if (selectionModel() == nullptr)
        return;
    if (!index.isValid())
        return selectionModel()->clear();
    selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect);
    scrollTo(index);
}

QModelIndex ChoiceList::lit() const
{
    const QModelIndexList selected =
        selectionModel() == nullptr ? QModelIndexList() : selectionModel()->selectedIndexes();
    return selected.isEmpty() ? QModelIndex() : selected.first();
}

void ChoiceList::setHint(const QString& text)
{
    m_hint->setText(text);
    m_hint->setVisible(!text.isEmpty());
    setViewportMargins(0, 0, 0, text.isEmpty() ? 0 : kChoiceHeight);
}

/// Below the field, or above it where there is no room; within the window, if it can be.
void ChoiceList::putUnderField()
{
    const int rows = std::min(model()->rowCount(), kMostShown);
    const int hintHeight = m_hint->isHidden() ? 0 : kChoiceHeight;
    const int height = rows * kChoiceHeight + hintHeight + 2 * frameWidth() + 2;
    const int bar = model()->rowCount() > kMostShown ? verticalScrollBar()->sizeHint().width() : 0;
    const int hintWidth = m_hint->isHidden() ? 0 : m_hint->sizeHint().width();
    const int wanted = std::max(sizeHintForColumn(0) + bar, hintWidth) + 2 * frameWidth() + kGrid;
    const int width = std::max(m_keyboard.width(), std::min(wanted, kMostWidth));
    const QRect screenRoom = m_keyboard.screen()->availableGeometry();
    QPoint at = m_keyboard.mapToGlobal(QPoint(0, m_keyboard.height() + kGap));
    if (at.y() + height > screenRoom.bottom())
        at.setY(m_keyboard.mapToGlobal(QPoint(0, 0)).y() - kGap - height);
    const QWidget* window = m_keyboard.window();
    const int windowRight = window->mapToGlobal(QPoint(window->width(), 0)).x();
    const int fieldRight = m_keyboard.mapToGlobal(QPoint(m_keyboard.width(), 0)).x();
    if (at.x() + width > std::min(windowRight, screenRoom.right()))
        at.setX(std::max(screenRoom.left(), fieldRight - width)); // its right edge in line with the field's
    setGeometry(QRect(at, QSize(width, height)));
    m_hint->setGeometry(frameWidth(), height - frameWidth() - hintHeight, width - 2 * frameWidth(), hintHeight);
}

void ChoiceList::moveBy(int rows)
{
    const int count = model()->rowCount();
    const int from = lit().isValid() ? lit().row() : (rows > 0 ? -1 : count);
    light(model()->index(std::clamp(from + rows, 0, count - 1), 0));
}

void ChoiceList::take(const QModelIndex& index)
{
    const QPersistentModelIndex taken = index; // what is connected may look for something else
    hide();
    emit chosen(taken);
}

bool ChoiceList::handleKey(const QKeyEvent& event)
{
    const bool isDown = event.key() == Qt::Key_Down && event.modifiers() == Qt::NoModifier;
    if (!isVisible()) {
        if (isDown)
            emit wanted();
        if (isVisible())
            moveBy(1);
        return isVisible();
    }
    switch (event.key()) {
    case Qt::Key_Down:
    case Qt::Key_Up:
        moveBy(event.key() == Qt::Key_Down ? 1 : -1);
        return true;
    case Qt::Key_PageDown:
    case Qt::Key_PageUp:
        moveBy(event.key() == Qt::Key_PageDown ? kMostShown : -kMostShown);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (const QModelIndex index = lit(); index.isValid()) {
            take(index);
            return true;
        }
        hide();
        return false;
    case Qt::Key_Tab:
        if (const QModelIndex index = lit(); index.isValid())
            take(index);
        hide();
        return false; // and on to the next field
    case Qt::Key_Backtab:
    case Qt::Key_Escape:
        hide();
        return false;
    default:
        return false;
    }
}

bool ChoiceList::eventFilter(QObject* watched, QEvent* event)
{
    if (watched != &m_keyboard)
        return QListView::eventFilter(watched, event);
    switch (event->type()) {
    case QEvent::KeyPress:
        return handleKey(*static_cast<QKeyEvent*>(event));
    case QEvent::FocusOut:
        // The cursor stays where one types.
        if (isVisible() && static_cast<QFocusEvent*>(event)->reason() == Qt::PopupFocusReason)
            return true;
        hide();
        emit left();
        return false;
    case QEvent::Hide:
        hide();
        emit left();
        return false;
    default:
        return false;
    }
}

bool ChoiceList::event(QEvent* event)
{
    if (event->type() == QEvent::MouseButtonPress && !rect().contains(static_cast<QMouseEvent*>(event)->pos())) {
        hide();
        return true;
    }
    switch (event->type()) {
    case QEvent::KeyPress: // before others who watch the field, and before a view makes something of Tab
        if (handleKey(*static_cast<QKeyEvent*>(event)))
            return true;
        [[fallthrough]];
    case QEvent::KeyRelease:
    case QEvent::ShortcutOverride:
        return QCoreApplication::sendEvent(&m_keyboard, event);
    default:
        return QListView::event(event);
    }
}

void ChoiceList::mouseMoveEvent(QMouseEvent* event)
{
    m_isPointing = m_isPointing || event->globalPosition().toPoint() != m_mouse;
    QListView::mouseMoveEvent(event);
}

void ChoiceList::mouseReleaseEvent(QMouseEvent* event)
{
    const QModelIndex index = indexAt(event->pos());
    if (event->button() == Qt::LeftButton && index.isValid())
        take(index);
}

} // namespace ochain
