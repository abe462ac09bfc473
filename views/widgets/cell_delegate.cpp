// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/cell_delegate.h"

#include "figures/palette.h"
#include "items/roles.h"
#include "theme/icons.h"
#include "theme/text_line.h"
#include "theme/theme.h"
#include "theme/tones.h"

#include <QApplication>
#include <QHash>
#include <QPainter>
#include <QTableView>
#include <QTreeView>

#include <utility>

namespace ochain {

namespace {

constexpr int kPillHeight = 20;
constexpr int kSwatchSize = 8;

QIcon swatchOf(const MarkColours& colours, bool isDark)
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

/// There are a few dozen colours, and a tree asks for one in each row of each painting.
QIcon swatch(const MarkColours& colours, bool isDark)
{
    static QHash<std::pair<QRgb, bool>, QIcon> known;
    const std::pair key(QRgb(colours.mark.in(isDark ? Theme::Dark : Theme::Light)), isDark);
    if (const auto found = known.constFind(key); found != known.constEnd())
        return *found;
    return *known.insert(key, swatchOf(colours, isDark));
}

constexpr int kStyleMargin = 3; ///< that the style leaves free at either side of words and pictures

/// How far the words of a cell stand from its edges: what the style sheet and the style leave free.
int insetIn(const QWidget* view)
{
    return qobject_cast<const QTableView*>(view) != nullptr ? kGrid : kStyleMargin;
}

/// Whether the words of a cell are one line beside at most a small picture, as nearly all are. A line through them is
/// none of their glyphs.
bool isPlain(const QStyleOptionViewItem& cell)
{
    const bool isInTable = qobject_cast<const QTreeView*>(cell.widget) != nullptr ||
                           qobject_cast<const QTableView*>(cell.widget) != nullptr;
    const bool isOneLine = !cell.text.contains(QLatin1Char('\n')) && !cell.font.strikeOut() &&
                           !cell.text.isRightToLeft() && cell.direction == Qt::LeftToRight;
    return isInTable && isOneLine && cell.displayAlignment.testFlag(Qt::AlignVCenter) &&
           cell.decorationPosition == QStyleOptionViewItem::Left &&
           !cell.features.testFlag(QStyleOptionViewItem::HasCheckIndicator);
}

/// The words of a cell where the style would put them. It would find their glyphs anew for each painting.
void drawWords(QPainter& painter, const QStyleOptionViewItem& cell)
{
    const int inset = insetIn(cell.widget);
    const bool hasPicture = cell.features.testFlag(QStyleOptionViewItem::HasDecoration);
    const int picture = hasPicture ? cell.decorationSize.width() + 2 * kStyleMargin : 0;
    const QRect room = cell.rect.adjusted(inset + picture, 0, -inset, 0);
    const QString line = elided(cell.text, cell.font, room.width());
    const double width = textWidth(line, cell.font);
    const double left = cell.displayAlignment.testFlag(Qt::AlignRight)     ? room.right() + 1 - width
                        : cell.displayAlignment.testFlag(Qt::AlignHCenter) ? room.left() + (room.width() - width) / 2
                                                                           : room.left();
    const QFontMetrics metrics(cell.font);
    const int top = room.top() + (room.height() - metrics.height()) / 2;
    const bool isSelected = cell.state.testFlag(QStyle::State_Selected);
    const auto group = !cell.state.testFlag(QStyle::State_Enabled)  ? QPalette::Disabled
                       : !cell.state.testFlag(QStyle::State_Active) ? QPalette::Inactive
                                                                    : QPalette::Active;
    painter.setPen(cell.palette.color(group, isSelected ? QPalette::HighlightedText : QPalette::Text));
    drawLine(painter, line, cell.font, QPointF(left, top + metrics.ascent()));
}

/// Whether a cell stands beside the one on which one stands, in a table of which cells are selected one by one.
bool isInCurrentRow(const QStyleOptionViewItem& cell, const QModelIndex& index)
{
    const auto* table = qobject_cast<const QTableView*>(cell.widget);
    return table != nullptr && table->selectionBehavior() == QAbstractItemView::SelectItems &&
           !cell.state.testFlag(QStyle::State_Selected) && table->currentIndex().row() == index.row() &&
           table->selectionModel()->isSelected(table->currentIndex());
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
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    if (isInCurrentRow(cell, index))
        painter->fillRect(option.rect, tonesOf(option.palette).hover);
    if (isPlain(cell)) {
        const QStyle* style = option.widget->style();
        QStyleOptionViewItem ground = cell;
        ground.text.clear();
        style->drawControl(QStyle::CE_ItemViewItem, &ground, painter, option.widget);
        painter->save();
        drawWords(*painter, cell);
        painter->restore();
    } else {
        QStyledItemDelegate::paint(painter, option, index);
    }
    if (index.data(AssumedRole).toDouble() <= 0 || !index.data(NumericRole).toBool() || index.data(AbsentRole).toBool())
        return;
    if (cell.text.isEmpty())
        return;
    const int width = std::min(qCeil(textWidth(cell.text, cell.font)), option.rect.width() - kGrid);
    const int bottom = option.rect.center().y() + option.fontMetrics.height() / 2;
    const int right = option.rect.right() - insetIn(option.widget);
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
    if (isInCurrentRow(cell, cell.index))
        painter->fillRect(option.rect, tonesOf(option.palette).hover);
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
