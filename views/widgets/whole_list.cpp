// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/whole_list.h"

#include <QItemSelectionModel>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QResizeEvent>
#include <QTimer>

namespace ochain {

WholeList::WholeList(QWidget* parent) : QListView(parent)
{
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setMouseTracking(true);
    setTabKeyNavigation(false);
}

void WholeList::doItemsLayout()
{
    QListView::doItemsLayout();
    updateGeometry();
}

QSize WholeList::sizeHint() const
{
    return {QListView::sizeHint().width(), contentsSize().height()};
}

QSize WholeList::minimumSizeHint() const
{
    return {0, contentsSize().height()};
}

void WholeList::keyPressEvent(QKeyEvent* event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    const bool isPlain = event->modifiers() == Qt::NoModifier || event->modifiers() == Qt::KeypadModifier;
    if (isEnter && isPlain && state() != EditingState && currentIndex().isValid())
        emit opened(currentIndex());
    else
        QListView::keyPressEvent(event);
}

/// A press alone may become a drag.
void WholeList::mouseReleaseEvent(QMouseEvent* event)
{
    const bool isDrag = state() == DraggingState;
    QListView::mouseReleaseEvent(event);
    const QModelIndex index = indexAt(event->position().toPoint());
    if (event->button() == Qt::LeftButton && !isDrag && index.isValid() && index == currentIndex() &&
        index.flags().testFlag(Qt::ItemIsEnabled))
        emit opened(index);
}

/// Who comes by key stands on a row at once.
void WholeList::focusInEvent(QFocusEvent* event)
{
    QListView::focusInEvent(event);
    if (event->reason() == Qt::MouseFocusReason || model() == nullptr)
        return;
    if (!currentIndex().isValid())
        setCurrentIndex(firstEnabled(0, 1));
    if (!currentIndex().isValid())
        return;
    selectionModel()->select(currentIndex(), QItemSelectionModel::ClearAndSelect); // what keys go to is seen
    tellPlace();
}

/// Rows break anew where the width changes; Qt lays such a list out anew only for its height.
void WholeList::resizeEvent(QResizeEvent* event)
{
    QListView::resizeEvent(event);
    if (event->size().width() != event->oldSize().width())
        scheduleDelayedItemsLayout();
    QTimer::singleShot(0, this, &WholeList::tellPlace); // when whoever holds it has given it its place
}

/// The first row in a direction that is more than a heading.
QModelIndex WholeList::firstEnabled(int from, int step) const
{
    for (int row = from; row >= 0 && row < model()->rowCount(); row += step)
        if (const QModelIndex index = model()->index(row, 0); index.flags().testFlag(Qt::ItemIsEnabled))
            return index;
    return {};
}

/// Qt would stay where it is if a heading is the first row or the last.
QModelIndex WholeList::moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers)
{
    if (model() != nullptr && (action == MoveHome || action == MovePageUp))
        return firstEnabled(0, 1);
    if (model() != nullptr && (action == MoveEnd || action == MovePageDown))
        return firstEnabled(model()->rowCount() - 1, -1);
    return QListView::moveCursor(action, modifiers);
}

void WholeList::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    QListView::currentChanged(current, previous);
    tellPlace();
}

void WholeList::tellPlace()
{
    if (currentIndex().isValid() && hasFocus())
        emit movedTo(visualRect(currentIndex()));
}

} // namespace ochain
