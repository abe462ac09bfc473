// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "panels/why_delegate.h"

#include "items/explanation_model.h"
#include "items/roles.h"
#include "theme/text_line.h"
#include "theme/theme.h"
#include "theme/tones.h"

#include <QPainter>

#include <cmath>

namespace ochain {

namespace {

using Line = ExplanationModel::Line;

constexpr int kTextInset = 3; ///< as the style leaves it free at either side of words

Line lineAt(const QModelIndex& index)
{
    return qobject_cast<const ExplanationModel*>(index.model())->lineOf(index);
}

bool isBeside(Line line)
{
    return line == Line::Source || line == Line::Sources || line == Line::Input;
}

/// After the name, where it has room: "· derived".
void paintAside(QPainter& painter, const QStyleOptionViewItem& cell, const QString& aside)
{
    const int taken = static_cast<int>(std::ceil(textWidth(cell.text, cell.font))) + kTextInset;
    const QRect room = cell.rect.adjusted(taken, 0, -kTextInset, 0);
    const QString whole = QStringLiteral(" · ") + aside;
    const bool isWord = !aside.contains(QLatin1Char(' ')); // a piece of it says nothing
    if (isWord && textWidth(whole, noteFont()) > room.width())
        return;
    const QString text = elided(whole, noteFont(), room.width());
    if (room.width() < 4 * kGrid)
        return;
    const QFontMetrics metrics(cell.font);
    const int baseline = room.top() + (room.height() - metrics.height()) / 2 + metrics.ascent();
    painter.save();
    painter.setPen(tonesOf(cell.palette).muted);
    drawLine(painter, text, noteFont(), QPointF(room.left(), baseline));
    painter.restore();
}

} // namespace

void WhyDelegate::initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const
{
    CellDelegate::initStyleOption(option, index);
    const Line line = lineAt(index);
    if (line == Line::Sum)
        option->font.setBold(true);
    if (isBeside(line))
        option->font = noteFont();
    if (isBeside(line) || line == Line::Undisclosed) {
        const QColor muted = tonesOf(option->palette).muted;
        option->palette.setColor(QPalette::Text, muted);
        option->palette.setColor(QPalette::HighlightedText, muted);
    }
}

void WhyDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    CellDelegate::paint(painter, option, index);
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    if (const QString aside = index.data(AsideRole).toString(); !aside.isEmpty())
        paintAside(*painter, cell, aside);
    if (lineAt(index) == Line::Sum) {
        painter->save();
        painter->setPen(QPen(tonesOf(option.palette).edge, 1));
        painter->drawLine(option.rect.topLeft(), option.rect.topRight());
        painter->restore();
    }
}

QSize WhyDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    QSize size = CellDelegate::sizeHint(option, index);
    size.setHeight(3 * kGrid);
    size.rwidth() -= 2 * kGrid; // names need the room
    return size;
}

} // namespace ochain
