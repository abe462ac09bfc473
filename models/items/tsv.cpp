// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "items/tsv.h"

#include "chain/spreadsheet_guard.h"
#include "items/roles.h"

#include <QAbstractItemModel>

#include <algorithm>
#include <set>
#include <vector>

namespace ochain {

namespace {

QString cleaned(QString text)
{
    for (const char16_t c : {u'\t', u'\n', u'\r', u'\u2028', u'\u2029'})
        text.replace(QChar(c), QLatin1Char(' '));
    return text;
}

/// Rows from the top of the tree down to an index, to order selections in trees as they are shown.
std::vector<int> pathOf(const QModelIndex& index)
{
    std::vector<int> path;
    for (QModelIndex at = index; at.isValid(); at = at.parent())
        path.push_back(at.row());
    std::reverse(path.begin(), path.end());
    return path;
}

/// The title of a column with the unit that its plain numbers are in.
QString titleOf(const QAbstractItemModel& model, int column)
{
    QString title = cleaned(model.headerData(column, Qt::Horizontal).toString());
    switch (static_cast<ColumnContent>(model.headerData(column, Qt::Horizontal, ContentRole).toInt())) {
    case ColumnContent::Money:
    case ColumnContent::MoneyPerPower: // the title says per what
        return title + QStringLiteral(" (USD)");
    case ColumnContent::Capacity:
        return title + QStringLiteral(" (MW)");
    case ColumnContent::Share:
        return title + QStringLiteral(" (%)");
    default:
        return title;
    }
}

} // namespace

QString toPlainCell(const QModelIndex& index)
{
    const QVariant plain = index.data(PlainRole);
    return toPlainCell(plain.isValid() ? plain.toString() : index.data().toString());
}

QString toPlainCell(const QString& text)
{
    const QString line = cleaned(text);
    return needsSpreadsheetGuard(line.toStdString()) ? QLatin1Char('\'') + line : line;
}

QString toTsv(const QModelIndexList& indexes)
{
    if (indexes.isEmpty())
        return {};
    std::set<int> columns;
    std::vector<std::pair<std::vector<int>, QModelIndex>> cells;
    for (const QModelIndex& index : indexes) {
        columns.insert(index.column());
        cells.emplace_back(pathOf(index), index);
    }
    std::sort(cells.begin(), cells.end(), [](const auto& a, const auto& b) {
        return a.first != b.first ? a.first < b.first : a.second.column() < b.second.column();
    });
    const QAbstractItemModel* model = indexes.front().model();
    QStringList lines;
    QStringList line;
    for (const int column : columns)
        line += titleOf(*model, column);
    lines += line.join(QLatin1Char('\t'));
    for (std::size_t i = 0; i < cells.size();) {
        const std::vector<int> row = cells[i].first;
        line.clear();
        for (const int column : columns) {
            const bool isSelected = i < cells.size() && cells[i].first == row && cells[i].second.column() == column;
            line += isSelected ? toPlainCell(cells[i].second) : QString();
            while (isSelected && i < cells.size() && cells[i].first == row && cells[i].second.column() == column)
                ++i; // the same cell twice is one cell
        }
        lines += line.join(QLatin1Char('\t'));
    }
    return lines.join(QLatin1Char('\n')) + QLatin1Char('\n');
}

} // namespace ochain
