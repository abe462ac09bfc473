// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "panels/question_delegate.h"

#include "items/questions_model.h"
#include "theme/text_line.h"
#include "theme/theme.h"
#include "theme/tones.h"

#include <QAbstractItemView>
#include <QFontMetrics>
#include <QLineEdit>
#include <QPainter>

#include <algorithm>
#include <vector>

namespace ochain {

namespace {

constexpr int kSide = 2 * kGrid; ///< beside the words
constexpr int kGapAbove = kGrid / 2;
constexpr int kBarWidth = 3; ///< at the left of the row chosen
constexpr int kLongestName = 200;

/// One run of lines in one look.
struct Block {
    QStringList lines;
    QFont font;
    QColor ink;

    [[nodiscard]] int height() const { return static_cast<int>(lines.size()) * QFontMetrics(font).height(); }
};

QFont boldFont()
{
    QFont font = bodyFont();
    font.setBold(true);
    return font;
}

bool isHeading(const QModelIndex& index)
{
    return index.data(QuestionsModel::HeadingRole).toBool();
}

/// The same with figures and their units on one line: "75 %", "11.7 GW".
QString withWholeFigures(QString text)
{
    for (qsizetype at = 1; at + 1 < text.size(); ++at) {
        const bool isUnit = text[at + 1] == QLatin1Char('%') || QStringView(text).mid(at + 2, 1) == QLatin1String("W");
        if (text[at] == QLatin1Char(' ') && text[at - 1].isDigit() && isUnit)
            text[at] = QChar::Nbsp;
    }
    return text;
}

/// What a row says, from top to bottom.
std::vector<Block> blocksOf(const QModelIndex& index, const Tones& tones, int width)
{
    const QString text = index.data(Qt::DisplayRole).toString();
    if (isHeading(index))
        return {{wrapped(text, noteFont(), width), noteFont(), tones.muted}};
    const QVariant answer = index.data(QuestionsModel::AnswerRole);
    if (!answer.isValid())
        return {{{elided(text, bodyFont(), width)}, bodyFont(), tones.ink}};
    const QString said = answer.toString().isEmpty() ? QStringLiteral("…") : withWholeFigures(answer.toString());
    return {{wrapped(text, boldFont(), width), boldFont(), tones.ink},
            {wrapped(said, noteFont(), width), noteFont(), tones.muted}};
}

int paddingAbove(const QModelIndex& index)
{
    return isHeading(index) ? kGrid + kGapAbove : kGrid;
}

int paddingBelow(const QModelIndex& index)
{
    return isHeading(index) ? kGapAbove : kGrid;
}

} // namespace

void QuestionDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const Tones& tones = tonesOf(option.palette);
    const QRect box = option.rect;
    painter->save();
    if (option.state.testFlag(QStyle::State_Selected)) {
        painter->fillRect(box, tones.selection);
        painter->fillRect(QRect(box.left(), box.top(), kBarWidth, box.height()), tones.accent);
    } else if (option.state.testFlag(QStyle::State_MouseOver) && !isHeading(index)) {
        painter->fillRect(box, tones.hover);
    }
    double y = box.top() + paddingAbove(index);
    for (const Block& block : blocksOf(index, tones, box.width() - 2 * kSide)) {
        const QFontMetrics metrics(block.font);
        painter->setPen(block.ink);
        for (const QString& line : block.lines) {
            drawLine(*painter, line, block.font, QPointF(box.left() + kSide, y + metrics.ascent()));
            y += metrics.height();
        }
    }
    painter->restore();
}

QSize QuestionDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const auto* view = qobject_cast<const QAbstractItemView*>(option.widget);
    const int width = view == nullptr ? option.rect.width() : view->viewport()->width();
    int height = paddingAbove(index) + paddingBelow(index);
    for (const Block& block : blocksOf(index, tonesOf(option.palette), std::max(1, width - 2 * kSide)))
        height += block.height();
    return {width, height};
}

QWidget* QuestionDelegate::createEditor(QWidget* parent, const QStyleOptionViewItem& /*option*/,
                                        const QModelIndex& /*index*/) const
{
    auto* editor = new QLineEdit(parent);
    editor->setObjectName(QStringLiteral("viewNameEditor"));
    editor->setAccessibleName(tr("Name of the view"));
    editor->setMaxLength(kLongestName);
    return editor;
}

void QuestionDelegate::updateEditorGeometry(QWidget* editor, const QStyleOptionViewItem& option,
                                            const QModelIndex& /*index*/) const
{
    editor->setGeometry(option.rect.adjusted(kGrid, 0, -kGrid, 0));
}

} // namespace ochain
