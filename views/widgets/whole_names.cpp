// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/whole_names.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QComboBox>
#include <QCoreApplication>
#include <QHeaderView>
#include <QHelpEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QStyleOption>
#include <QTableView>
#include <QToolTip>

namespace ochain {

namespace {

constexpr int kLineMargin = 2; ///< of a QLineEdit, at either side of its text

/// What a cell would take less what it has. The delegate knows font, decoration and margins.
bool isCut(const QAbstractItemView& view, const QModelIndex& cell)
{
    QStyleOptionViewItem option;
    option.initFrom(&view);
    option.rect = view.visualRect(cell);
    option.font = view.font();
    option.fontMetrics = view.fontMetrics();
    option.decorationSize = view.iconSize().isValid() ? view.iconSize() : QSize(16, 16);
    option.features = QStyleOptionViewItem::None;
    const QAbstractItemDelegate* delegate = view.itemDelegateForIndex(cell);
    return delegate != nullptr && delegate->sizeHint(option, cell).width() > option.rect.width();
}

QString cutIn(const QAbstractItemView& view, const QPoint& at)
{
    const QModelIndex cell = view.indexAt(at);
    if (!cell.isValid() || !isCut(view, cell))
        return {};
    return cell.data(Qt::DisplayRole).toString();
}

QString cutIn(const QHeaderView& header, const QPoint& at)
{
    const bool isAcross = header.orientation() == Qt::Horizontal;
    const int section = header.logicalIndexAt(isAcross ? at.x() : at.y());
    if (section < 0 || header.model() == nullptr || !isAcross)
        return {};
    const QString title = header.model()->headerData(section, Qt::Horizontal).toString();
    const bool isSorted = header.isSortIndicatorShown() && header.sortIndicatorSection() == section;
    QStyleOptionHeader option;
    option.initFrom(&header);
    option.text = title;
    option.section = section;
    option.sortIndicator = isSorted ? QStyleOptionHeader::SortDown : QStyleOptionHeader::None;
    const QSize whole = header.style()->sizeFromContents(QStyle::CT_HeaderSection, &option, QSize(), &header);
    return whole.width() > header.sectionSize(section) ? title : QString();
}

QString cutIn(const QComboBox& box)
{
    QStyleOptionComboBox option;
    option.initFrom(&box);
    option.editable = box.isEditable();
    option.subControls = QStyle::SC_All;
    const QRect room = box.style()->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, &box);
    const int icon = box.currentData(Qt::DecorationRole).isValid() ? box.iconSize().width() + 4 : 0;
    const QString text = box.currentText();
    return box.fontMetrics().horizontalAdvance(text) + icon + 2 * kLineMargin > room.width() ? text : QString();
}

QString cutIn(const QLineEdit& line)
{
    QStyleOptionFrame option;
    option.initFrom(&line);
    option.lineWidth = line.style()->pixelMetric(QStyle::PM_DefaultFrameWidth, &option, &line);
    const QMargins margins = line.textMargins();
    const int room = line.style()->subElementRect(QStyle::SE_LineEditContents, &option, &line).width() -
                     margins.left() - margins.right() - 2 * kLineMargin;
    const QString text = line.displayText();
    return line.fontMetrics().horizontalAdvance(text) > room ? text : QString();
}

QString cutIn(const QLabel& label)
{
    const int room = label.contentsRect().width() - 2 * label.margin();
    const QSize whole = label.fontMetrics().size(0, label.text()); // the widest of its lines
    return !label.wordWrap() && whole.width() > room ? label.text() : QString();
}

QString cutIn(const QAbstractButton& button)
{
    if (button.sizeHint().width() <= button.width())
        return {};
    QString text = button.text();
    text.replace(QLatin1String("&&"), QString(QChar(0))).remove(QLatin1Char('&')); // the key of a mnemonic
    return text.replace(QChar(0), QLatin1Char('&'));
}

} // namespace

QString cutTextAt(const QWidget& widget, const QPoint& at)
{
    if (const auto* view = qobject_cast<const QAbstractItemView*>(widget.parentWidget());
        view != nullptr && view->viewport() == &widget) {
        const auto* header = qobject_cast<const QHeaderView*>(view);
        return header != nullptr ? cutIn(*header, at) : cutIn(*view, at);
    }
    if (const auto* line = qobject_cast<const QLineEdit*>(&widget))
        return cutIn(*line);
    if (const auto* box = qobject_cast<const QComboBox*>(&widget))
        return cutIn(*box);
    if (const auto* label = qobject_cast<const QLabel*>(&widget))
        return cutIn(*label);
    const auto* button = qobject_cast<const QAbstractButton*>(&widget);
    return button != nullptr ? cutIn(*button) : QString();
}

namespace {

/// What the widget says there by itself.
QString ownTip(const QWidget& widget, const QPoint& at)
{
    if (const auto* view = qobject_cast<const QAbstractItemView*>(widget.parentWidget());
        view != nullptr && view->viewport() == &widget) {
        const auto* header = qobject_cast<const QHeaderView*>(view);
        if (header == nullptr)
            return view->indexAt(at).data(Qt::ToolTipRole).toString();
        const int section = header->logicalIndexAt(at);
        return header->model()->headerData(section, header->orientation(), Qt::ToolTipRole).toString();
    }
    return widget.toolTip();
}

} // namespace

bool WholeNames::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::ToolTip)
        return false;
    const QPointer<QWidget> widget = qobject_cast<QWidget*>(watched);
    if (widget.isNull() || widget->inherits("QTipLabel"))
        return false;
    const auto* help = static_cast<QHelpEvent*>(event);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest); // what waits for its size gets it first
    if (widget.isNull())                                                // a list may make its rows anew then
        return true;
    const QString whole = cutTextAt(*widget, help->pos());
    if (whole.isEmpty())
        return false;
    const QString own = ownTip(*widget, help->pos());
    const bool hasMore = !own.isEmpty() && own != whole && !whole.contains(own);
    const bool hasBoth = hasMore && own.contains(whole);
    QToolTip::showText(help->globalPos(), hasBoth ? own : hasMore ? whole + QLatin1Char('\n') + own : whole, widget);
    return true;
}

} // namespace ochain
