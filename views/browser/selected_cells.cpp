// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "browser/selected_cells.h"

#include "items/roles.h"

#include <QHeaderView>
#include <QItemSelectionModel>
#include <QTableView>

#include <algorithm>
#include <map>
#include <optional>
#include <set>

namespace ochain {

namespace {

/// The columns that are shown, from left to right.
std::vector<int> columnsFromLeft(const QTableView& view)
{
    const QHeaderView& header = *view.horizontalHeader();
    std::vector<int> columns;
    for (int place = 0; place < header.count(); ++place)
        if (const int column = header.logicalIndex(place); !header.isSectionHidden(column))
            columns.push_back(column);
    return columns;
}

QItemSelection selectionIn(const QTableView& view)
{
    return view.selectionModel() == nullptr ? QItemSelection() : view.selectionModel()->selection();
}

/// Selected rows from top to bottom, by column.
std::map<int, std::set<int>> rowsByColumn(const QTableView& view)
{
    std::map<int, std::set<int>> rows;
    for (const QItemSelectionRange& range : selectionIn(view))
        for (int column = range.left(); column <= range.right(); ++column)
            for (int row = range.top(); row <= range.bottom() && !view.isColumnHidden(column); ++row)
                rows[column].insert(row);
    return rows;
}

BlockColumn columnOf(const QTableView& view, Table table, int column)
{
    const QAbstractItemModel& model = *view.model();
    BlockColumn of;
    of.names << model.headerData(column, Qt::Horizontal).toString();
    of.names << model.headerData(column, Qt::Horizontal, NamesRole).toStringList();
    of.field = fieldOfColumn(model, column);
    if (of.field) {
        const std::string_view name = fieldSpec(table, *of.field).name;
        of.names << QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
    }
    return of;
}

} // namespace

BlockPlace placeOfBlock(const QTableView& view, Table table, std::size_t lines)
{
    BlockPlace place;
    place.table = table;
    const QItemSelection selection = selectionIn(view);
    const auto top = std::min_element(selection.begin(), selection.end(),
                                      [](const auto& a, const auto& b) { return a.top() < b.top(); });
    const std::vector<int> columns = columnsFromLeft(view);
    std::size_t first = columns.size();
    for (std::size_t at = 0; at < columns.size(); ++at) {
        place.columns << columnOf(view, table, columns[at]);
        const auto isIn = [&](const QItemSelectionRange& range) {
            return range.left() <= columns[at] && columns[at] <= range.right();
        };
        if (first == columns.size() && std::any_of(selection.begin(), selection.end(), isIn))
            first = at;
    }
    place.column = first == columns.size() ? 0 : static_cast<int>(first);
    // Columns that are hidden can be named by a header all the same.
    for (int column = 0; column < view.model()->columnCount(); ++column)
        if (view.isColumnHidden(column))
            place.hidden << columnOf(view, table, column);
    if (top == selection.end())
        return place;
    const int last = std::min(view.model()->rowCount(), top->top() + static_cast<int>(lines));
    for (int row = top->top(); row < last; ++row)
        if (const std::optional<RowRef> ref = rowRefOf(view.model()->index(row, 0)))
            place.rows.push_back(ref->row);
    return place;
}

std::vector<std::pair<std::uint32_t, Field>> selectedFields(const QTableView& view)
{
    std::vector<std::pair<std::uint32_t, Field>> cells;
    for (const auto& [column, rows] : rowsByColumn(view))
        for (const int row : rows) {
            const std::optional<RowRef> ref = rowRefOf(view.model()->index(row, column));
            const std::optional<Field> field = fieldOf(view.model()->index(row, column));
            if (ref && field)
                cells.emplace_back(ref->row, *field);
        }
    return cells;
}

std::vector<FilledColumn> columnsToFillDown(const QTableView& view)
{
    std::vector<FilledColumn> columns;
    for (const auto& [column, rows] : rowsByColumn(view)) {
        std::vector<std::uint32_t> all;
        for (const int row : rows)
            if (const std::optional<RowRef> ref = rowRefOf(view.model()->index(row, column)))
                all.push_back(ref->row);
        const std::optional<Field> field =
            all.empty() ? std::nullopt : fieldOf(view.model()->index(*rows.begin(), column));
        if (field && all.size() > 1)
            columns.push_back({*field, all.front(), {all.begin() + 1, all.end()}});
    }
    return columns;
}

} // namespace ochain
