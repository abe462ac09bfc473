// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "theme/quiet_style.h"

#include "theme/icons.h"
#include "theme/tones.h"

#include <QLabel>
#include <QPainter>
#include <QStyleOption>

namespace ochain {

namespace {

void drawChevron(QPainter* painter, const QRectF& rect, const QColor& colour, bool pointsDown)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(colour, 1.4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const QPointF c = rect.center();
    if (pointsDown)
        painter->drawPolyline(QPolygonF({c + QPointF(-3.5, -1.75), c + QPointF(0, 1.75), c + QPointF(3.5, -1.75)}));
    else
        painter->drawPolyline(QPolygonF({c + QPointF(-1.75, -3.5), c + QPointF(1.75, 0), c + QPointF(-1.75, 3.5)}));
    painter->restore();
}

/// One pixel wide and inside, at any scale: a pen would reach over the edge, where nothing is painted anew.
void drawFrame(QPainter& painter, const QRect& rect, const QColor& colour)
{
    painter.fillRect(QRect(rect.left(), rect.top(), rect.width(), 1), colour);
    painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), colour);
    painter.fillRect(QRect(rect.left(), rect.top(), 1, rect.height()), colour);
    painter.fillRect(QRect(rect.right(), rect.top(), 1, rect.height()), colour);
}

/// A box with a tick, in the colours of the other fields: Fusion's has no edge that can be seen on dark.
void drawCheckBox(QPainter* painter, const QStyleOption& option, const Tones& tones)
{
    const bool isOn = option.state.testFlag(QStyle::State_On);
    const QColor edge = !option.state.testFlag(QStyle::State_Enabled) ? tones.line : isOn ? tones.accent : tones.edge;
    const QRectF box = QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(option.state.testFlag(QStyle::State_HasFocus) ? tones.accent : edge, 1));
    painter->setBrush(isOn ? edge : tones.paper);
    painter->drawRoundedRect(box, 3, 3);
    if (isOn) {
        const auto at = [&box](double x, double y) {
            return QPointF(box.left() + x * box.width(), box.top() + y * box.height());
        };
        painter->setPen(QPen(tones.onAccent, 1.8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter->drawPolyline(QPolygonF({at(0.24, 0.54), at(0.43, 0.72), at(0.77, 0.32)}));
    }
    painter->restore();
}

} // namespace

QuietStyle::QuietStyle() : QProxyStyle(QStringLiteral("Fusion"))
{}

void QuietStyle::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                               const QWidget* widget) const
{
    const Tones& tones = tonesOf(option->palette);
    switch (element) {
    case PE_IndicatorBranch:
        if (option->state.testFlag(State_Selected)) // a rule of the style sheet would leave the sign out
            painter->fillRect(option->rect, tones.selection);
        if (option->state.testFlag(State_Children))
            drawChevron(painter, option->rect, tones.muted, option->state.testFlag(State_Open));
        return;
    case PE_IndicatorCheckBox:
        drawCheckBox(painter, *option, tones);
        return;
    case PE_IndicatorArrowDown:
        drawChevron(painter, option->rect, option->state.testFlag(State_Enabled) ? tones.muted : tones.edge, true);
        return;
    case PE_IndicatorArrowRight:
        drawChevron(painter, option->rect, tones.muted, false);
        return;
    case PE_FrameFocusRect:
        drawFrame(*painter, option->rect, tones.accent);
        return;
    case PE_PanelStatusBar:
    case PE_FrameStatusBarItem:
    case PE_FrameDockWidget:
    case PE_PanelMenuBar:
        return;
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void QuietStyle::polish(QWidget* widget)
{
    // A tooltip is a label that is polished before it gets its text.
    if (auto* label = qobject_cast<QLabel*>(widget); label != nullptr && label->textFormat() == Qt::AutoText)
        label->setTextFormat(Qt::PlainText);
    QProxyStyle::polish(widget);
}

int QuietStyle::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const
{
    switch (metric) {
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
    case PM_ToolBarIconSize:
        return 16;
    case PM_DockWidgetSeparatorExtent:
        return 5;
    case PM_DockWidgetTitleMargin:
        return 4;
    case PM_TreeViewIndentation:
        return 16;
    case PM_DefaultFrameWidth:
        return 1;
    case PM_ToolBarFrameWidth:
    case PM_ToolBarItemMargin:
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
        return 0;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

QIcon QuietStyle::standardIcon(StandardPixmap sign, const QStyleOption* option, const QWidget* widget) const
{
    return sign == SP_LineEditClearButton ? lineIcon(QStringLiteral("close"))
                                          : QProxyStyle::standardIcon(sign, option, widget);
}

int QuietStyle::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                          QStyleHintReturn* data) const
{
    switch (hint) {
    case SH_EtchDisabledText:
    case SH_DitherDisabledText:
        return 0;
    case SH_ItemView_ShowDecorationSelected:
        return 1;
    case SH_Slider_AbsoluteSetButtons:
        return Qt::LeftButton;
    case SH_ComboBox_Popup:
        return 0;
    default:
        return QProxyStyle::styleHint(hint, option, widget, data);
    }
}

} // namespace ochain
