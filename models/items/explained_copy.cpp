// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "items/explained_copy.h"

#include "items/roles.h"
#include "items/tsv.h"

#include <QStringList>

#include <functional>

namespace ochain {

namespace {

using Column = ExplanationModel::Column;

/// Calls f(index of the name, level) for every line, from top to bottom.
void forEachLine(const ExplanationModel& model, const QModelIndex& parent, int level,
                 const std::function<void(const QModelIndex&, int)>& f)
{
    for (int row = 0; row < model.rowCount(parent); ++row) {
        const QModelIndex name = model.index(row, static_cast<int>(Column::Name), parent);
        f(name, level);
        forEachLine(model, name, level + 1, f);
    }
}

QModelIndex amountBeside(const QModelIndex& name)
{
    return name.siblingAtColumn(static_cast<int>(Column::Amount));
}

/// "$60.0B  Oracle, Cloud · derived"; a source has no amount.
QString lineText(const QModelIndex& name)
{
    QStringList words{name.data().toString()};
    if (const QString aside = name.data(AsideRole).toString(); !aside.isEmpty())
        words << aside;
    const QString amount = amountBeside(name).data().toString();
    const QString text = words.join(QStringLiteral(" · "));
    return amount.isEmpty() ? text : amount + QStringLiteral("  ") + text;
}

QString asTable(const ExplanationModel& model)
{
    const auto title = [&model](Column column) {
        return model.headerData(static_cast<int>(column), Qt::Horizontal).toString();
    };
    const bool isCapacity = model.headerData(static_cast<int>(Column::Amount), Qt::Horizontal, ContentRole).toInt() ==
                            static_cast<int>(ColumnContent::Capacity);
    const bool isMoney = model.headerData(static_cast<int>(Column::Amount), Qt::Horizontal, ContentRole).toInt() ==
                         static_cast<int>(ColumnContent::Money);
    const QString unit = isMoney ? QStringLiteral(" (USD)") : isCapacity ? QStringLiteral(" (MW)") : QString();
    QStringList lines{QStringList{ExplainedWords::tr("Level"), title(Column::Name), title(Column::Amount) + unit,
                                  ExplainedWords::tr("Basis, or who says it")}
                          .join(QLatin1Char('\t'))};
    forEachLine(model, {}, 1, [&lines](const QModelIndex& name, int level) {
        const QString aside = name.data(AsideRole).toString();
        lines << QStringList{QString::number(level), toPlainCell(name), toPlainCell(amountBeside(name)),
                             toPlainCell(aside)}
                     .join(QLatin1Char('\t'));
    });
    return lines.join(QLatin1Char('\n')) + QLatin1Char('\n');
}

} // namespace

QString withoutMarks(const QString& text)
{
    QString out;
    for (const QChar c : text) {
        if (QStringLiteral("\\`*_[]<>#|").contains(c))
            out += QLatin1Char('\\');
        out += c;
    }
    return out;
}

QString copied(const ExplanationModel& model, const ExplainedSentence& sentence, CopyAs as)
{
    if (as == CopyAs::Tsv)
        return asTable(model);
    const bool isMarkdown = as == CopyAs::Markdown;
    const QString head = isMarkdown ? QStringLiteral("**%1**").arg(withoutMarks(sentence.whole())) : sentence.whole();
    QStringList lines{head, QString()};
    forEachLine(model, {}, 0, [&](const QModelIndex& name, int level) {
        const QString indent(2 * level, QLatin1Char(' '));
        lines << (isMarkdown ? indent + QStringLiteral("- ") + withoutMarks(lineText(name)) : indent + lineText(name));
    });
    return lines.join(QLatin1Char('\n')) + QLatin1Char('\n');
}

} // namespace ochain
