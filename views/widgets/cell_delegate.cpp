// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/cell_delegate.h"

#include "figures/palette.h"
#include "items/roles.h"
#include "theme/icons.h"
#include "theme/theme.h"
#include "theme/tones.h"

#include <QApplication>
#include <QPainter>
#include <QTableView>

namespace ochain {

namespace {

constexpr int kPillHeight = 20;
constexpr int kSwatchSize = 8;

QIcon swatch(const MarkColours& colours, bool isDark)
{
    const Theme theme = isDark ? Theme::Dark : Theme::Light;
    QPixmap pixmap(2 * kSwatchSize, 2 * kSwatchSize); // sharp at twice the scale as well
    pixmap.setDevicePixelRatio(2);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(QColor(QRgb(colours.edge.in(theme))), 1));
    painter.setBrush(QColor(QRgb(colours.mark.in(theme))));
    painter.drawRoundedRect(QRectF(0.5, 0.5, kSwatchSize - 1, kSwatchSize - 1), 1.5, 1.5);
    return QIcon(pixmap);
}

} // namespace

CellDelegate::CellDelegate(QObject* parent) : QStyledItemDelegate(parent)
{}

void CellDelegate::initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    const Tones& tones = tonesOf(option->palette);
    if (index.data(NumericRole).toBool())
        option->displayAlignment = Qt::AlignRight | Qt::AlignVCenter;
    const QVariant counts = index.data(CountsRole);
    const bool isPale = index.data(AbsentRole).toBool() || (counts.isValid() && !counts.toBool());
    if (isPale) {
        option->palette.setColor(QPalette::Text, tones.muted);
        option->palette.setColor(QPalette::HighlightedText, tones.muted);
    }
    if (index.data(UndoneRole).toBool())
        option->font.setStrikeOut(true);
    option->textElideMode = Qt::ElideRight;
}

void CellDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    QStyledItemDelegate::paint(painter, option, index);
    if (index.data(AssumedRole).toDouble() <= 0 || !index.data(NumericRole).toBool() || index.data(AbsentRole).toBool())
        return;
    const QString text = index.data().toString();
    if (text.isEmpty())
        return;
    const int width = std::min(option.fontMetrics.horizontalAdvance(text), option.rect.width() - kGrid);
    const int bottom = option.rect.center().y() + option.fontMetrics.height() / 2;
    const int right = option.rect.right() - (qobject_cast<const QTableView*>(option.widget) != nullptr ? kGrid : 3);
    painter->save();
    painter->setPen(QPen(tonesOf(option.palette).muted, 1, Qt::DashLine));
    painter->drawLine(right - width, bottom, right, bottom);
    painter->restore();
}

QSize CellDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    QSize size = QStyledItemDelegate::sizeHint(option, index);
    size.rwidth() += 2 * kGrid;
    return size;
}

void paintPill(QPainter* painter, const QStyleOptionViewItem& option, QStyleOptionViewItem cell)
{
    const QString text = cell.text;
    cell.text.clear();
    const QWidget* widget = option.widget;
    (widget != nullptr ? widget->style() : QApplication::style())
        ->drawControl(QStyle::CE_ItemViewItem, &cell, painter, widget);
    if (text.isEmpty())
        return;
    const Tones& tones = tonesOf(option.palette);
    const QFontMetrics metrics(noteFont());
    const int room = option.rect.width() - kGrid;
    const int width = std::min(metrics.horizontalAdvance(text) + 2 * kGrid, room);
    const QRectF pill(option.rect.left() + kGrid / 2.0, option.rect.center().y() - kPillHeight / 2.0 + 0.5, width,
                      kPillHeight);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(tones.line, 1));
    painter->setBrush(tones.surface);
    painter->drawRoundedRect(pill, kPillHeight / 2.0, kPillHeight / 2.0);
    painter->setPen(cell.palette.color(QPalette::Text));
    painter->setFont(noteFont());
    painter->drawText(pill.adjusted(4, 0, -4, 0), Qt::AlignCenter,
                      metrics.elidedText(text, Qt::ElideRight, width - kGrid));
    painter->restore();
}

void SeverityDelegate::initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const
{
    CellDelegate::initStyleOption(option, index);
    const bool isError = index.data(SeverityRole).toInt() == static_cast<int>(Severity::Error);
    option->icon = lineIcon(isError ? QStringLiteral("warning") : QStringLiteral("note"));
    option->decorationSize = QSize(16, 16);
    option->features |= QStyleOptionViewItem::HasDecoration;
    if (isError)
        option->font.setBold(true);
}

TreeNameDelegate::TreeNameDelegate(const Document& document, QObject* parent)
    : CellDelegate(parent), m_document(document)
{}

void TreeNameDelegate::initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const
{
    CellDelegate::initStyleOption(option, index);
    if (!index.parent().isValid()) {
        option->font.setBold(true);
        return;
    }
    const std::optional<RowRef> row = rowRefOf(index);
    if (!row)
        return;
    const Chain& chain = m_document.chain();
    const MarkColours colours =
        row->table == Table::Tiers ? coloursOf(chain, TierId{row->row}) : coloursOf(chain, NodeId{row->row});
    option->icon = swatch(colours, isDark(option->palette));
    option->decorationSize = QSize(kSwatchSize, kSwatchSize);
    option->features |= QStyleOptionViewItem::HasDecoration;
}

} // namespace ochain
