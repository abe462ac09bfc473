// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QAbstractButton>
#include <QAbstractItemModel>
#include <QAbstractItemView>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QEvent>
#include <QHeaderView>
#include <QHelpEvent>
#include <QLabel>
#include <QLatin1Char>
#include <QLineEdit>
#include <QList>
#include <QModelIndex>
#include <QPlainTextEdit>
#include <QPoint>
#include <QPointer>
#include <QRect>
#include <QString>
#include <QStringList>
#include <QTabBar>
#include <QTest>
#include <QToolTip>
#include <QWidget>
#include <QWidgetList>

#include <functional>

namespace ochain {

// Everything of a window that a person can read, hover over or have read out.

/// Called with each text and where it stands.
using TakeText = std::function<void(const QString& text, const QString& where)>;

/// The tooltip that is on the screen; null if none is.
inline QLabel* tip()
{
    const QWidgetList all = QApplication::topLevelWidgets();
    for (QWidget* widget : all)
        if (widget->inherits("QTipLabel") && widget->isVisible())
            return qobject_cast<QLabel*>(widget);
    return nullptr;
}

/// Rests the mouse at a point of a widget, as Qt tells it. @return the tooltip that comes up
inline QLabel* hover(QWidget& widget, const QPoint& at)
{
    delete tip(); // each comes up anew, as the first one does
    QHelpEvent event(QEvent::ToolTip, at, widget.mapToGlobal(at));
    QApplication::sendEvent(&widget, &event);
    return tip();
}

inline void eachTextOfModel(const QAbstractItemModel& model, const QString& where, const TakeText& take,
                            const QModelIndex& parent = {})
{
    constexpr int kMostRows = 30;
    for (int row = 0; row < std::min(model.rowCount(parent), kMostRows); ++row)
        for (int column = 0; column < model.columnCount(parent); ++column) {
            const QModelIndex cell = model.index(row, column, parent);
            for (const int role : {int(Qt::DisplayRole), int(Qt::ToolTipRole), int(Qt::StatusTipRole),
                                   int(Qt::WhatsThisRole), int(Qt::AccessibleTextRole)})
                take(cell.data(role).toString(), where + QStringLiteral(" cell"));
            if (column == 0)
                eachTextOfModel(model, where, take, cell);
        }
    for (int column = 0; column < model.columnCount(); ++column)
        for (const int role : {int(Qt::DisplayRole), int(Qt::ToolTipRole)})
            take(model.headerData(column, Qt::Horizontal, role).toString(), where + QStringLiteral(" header"));
}

inline void eachTextOfWidget(const QWidget& widget, const TakeText& take)
{
    const QString where =
        QStringLiteral("%1 %2").arg(QLatin1String(widget.metaObject()->className()), widget.objectName());
    for (const QString& text : {widget.toolTip(), widget.statusTip(), widget.whatsThis(), widget.accessibleName(),
                                widget.accessibleDescription(), widget.windowTitle()})
        take(text, where);
    if (const auto* label = qobject_cast<const QLabel*>(&widget))
        take(label->text(), where);
    if (const auto* button = qobject_cast<const QAbstractButton*>(&widget))
        take(button->text(), where);
    if (const auto* line = qobject_cast<const QLineEdit*>(&widget))
        take(line->placeholderText(), where);
    if (const auto* box = qobject_cast<const QComboBox*>(&widget))
        for (int item = 0; item < box->count(); ++item)
            take(box->itemText(item), where);
    if (const auto* tabs = qobject_cast<const QTabBar*>(&widget))
        for (int tab = 0; tab < tabs->count(); ++tab)
            take(tabs->tabText(tab) + tabs->tabToolTip(tab), where);
    const QList<QAction*> actions = widget.actions();
    for (const QAction* action : actions)
        take(action->text() + QLatin1Char('\n') + action->toolTip(), where + QStringLiteral(" action"));
    if (const auto* view = qobject_cast<const QAbstractItemView*>(&widget);
        view != nullptr && view->model() != nullptr && qobject_cast<const QHeaderView*>(&widget) == nullptr)
        eachTextOfModel(*view->model(), where, take);
}

/// All windows of the program and all in them.
inline void eachText(const TakeText& take)
{
    const QWidgetList all = QApplication::allWidgets();
    for (const QWidget* widget : all)
        if (!widget->inherits("QTipLabel"))
            eachTextOfWidget(*widget, take);
}

/// Hovers over all that is visible, cells and pictures point by point. @return how many tooltips came up
inline int hoverEverywhere(const std::function<void(QLabel& tip, const QString& where)>& take)
{
    constexpr int kMostCells = 200;
    int seen = 0;
    const auto hoverAt = [&](QWidget& widget, const QPoint& at, const QString& where) {
        if (QLabel* label = hover(widget, at); label != nullptr) {
            ++seen;
            take(*label, where);
        }
    };
    QList<QPointer<QWidget>> all;
    const QWidgetList now = QApplication::allWidgets();
    for (QWidget* widget : now)
        if (widget->isVisible() && !widget->inherits("QTipLabel"))
            all << widget;
    for (const QPointer<QWidget>& widget : std::as_const(all)) {
        if (!widget)
            continue;
        const QString name =
            QStringLiteral("%1 %2").arg(QLatin1String(widget->metaObject()->className()), widget->objectName());
        hoverAt(*widget, widget->rect().center(), name);
        // a list under a field may close while the mouse goes over it, and its view goes with it
        const QPointer<QAbstractItemView> view = qobject_cast<QAbstractItemView*>(widget.data());
        if (widget &&
            (widget->inherits("ochain::ChartSurface") || qobject_cast<QHeaderView*>(widget.data()) != nullptr))
            for (int x = 4; widget && x < widget->width(); x += 32)
                for (int y = 4; widget && y < widget->height(); y += 16)
                    hoverAt(view ? *view->viewport() : *widget, QPoint(x, y), name);
        else
            for (int cell = 0; view && cell < kMostCells; ++cell) {
                const QRect room = view->viewport()->rect();
                const QPoint at(12 + cell % 20 * room.width() / 20, 8 + cell / 20 * room.height() / 10);
                hoverAt(*view->viewport(), at, name);
            }
    }
    delete tip();
    return seen;
}

} // namespace ochain
