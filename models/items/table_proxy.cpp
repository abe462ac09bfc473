// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "items/table_proxy.h"

#include "chain/date.h"
#include "items/roles.h"

#include <algorithm>
#include <utility>
#include <variant>

namespace ochain {

namespace {

ColumnContent contentOf(const std::vector<FilterColumn>& columns, int column)
{
    const auto found =
        std::find_if(columns.begin(), columns.end(), [column](const auto& each) { return each.column == column; });
    return found == columns.end() ? ColumnContent::Text : found->content;
}

/// The value of a cell in the unit of FilterSpan.
std::optional<std::int64_t> comparedValue(const QModelIndex& cell, ColumnContent content)
{
    constexpr qsizetype kDayLength = 10; // "2026-07-22", behind which a moment has its time
    const QVariant number = cell.data(SortRole);
    if (!number.isValid())
        return std::nullopt;
    if (content != ColumnContent::Start && content != ColumnContent::End)
        return number.toLongLong();
    const Date date = parseDate(cell.data(PlainRole).toString().left(kDayLength).toStdString()).value_or(Date{});
    if (!date.isSet())
        return std::nullopt;
    return content == ColumnContent::Start ? startNumber(date) : endNumber(date);
}

} // namespace

TableProxy::TableProxy(QAbstractItemModel& source, QObject* parent) : QSortFilterProxyModel(parent), m_keys(source)
{
    setSourceModel(&source);
    setSortRole(SortRole);
    setDynamicSortFilter(true);
    setRecursiveFilteringEnabled(true);
}

QString TableProxy::filterText() const
{
    return m_text;
}

FilterVerdict TableProxy::setFilterText(const QString& text)
{
    const std::vector<FilterColumn> all = columns();
    FilterResult query = readFilter(text, all);
    if (!query)
        return {std::move(query.error()), {}};
    m_text = text;
    const bool isOther = query->terms != m_query.terms;
    m_query = std::move(*query);
    if (isOther) {
        m_terms.clear();
        for (const FilterTerm& asked : m_query.terms)
            m_terms.push_back(
                {asked, WordTest(asked.text, asked.test == FilterTerm::Test::Equals), contentOf(all, asked.column)});
        invalidateFilter();
    }
    return {std::nullopt, m_query.reading};
}

QStringList TableProxy::valuesOf(int column) const
{
    constexpr int kMostRows = 2'000;
    constexpr int kMostValues = 100;
    QStringList values;
    if (column < 0 || sourceModel()->rowCount() > kMostRows)
        return values;
    for (int row = 0; row < sourceModel()->rowCount(); ++row)
        values << sourceModel()->index(row, column).data().toString();
    values.sort();
    values.removeDuplicates();
    return values.size() > kMostValues ? QStringList() : values;
}

void TableProxy::setOnlyCounting(bool only)
{
    if (only == m_isOnlyCounting)
        return;
    m_isOnlyCounting = only;
    invalidateFilter();
}

bool TableProxy::filterAcceptsRow(int sourceRow, const QModelIndex& sourceParent) const
{
    const QModelIndex first = sourceModel()->index(sourceRow, 0, sourceParent);
    if (m_isOnlyCounting && !first.data(CountsRole).toBool())
        return false;
    return std::all_of(m_terms.begin(), m_terms.end(),
                       [&](const Term& term) { return holds(term, first) != term.asked.isNegated; });
}

bool TableProxy::holds(const Term& term, const QModelIndex& first) const
{
    if (term.asked.column == kAnyColumn)
        return isInSomeText(term, first);
    if (term.asked.column == kKeyColumn)
        return term.test(first.data(KeyRole).toString());
    const QModelIndex cell = first.siblingAtColumn(term.asked.column);
    if (term.content == ColumnContent::Text)
        return term.test(cell.data().toString());
    return holdsFor(term.asked, comparedValue(cell, term.content));
}

bool TableProxy::isInSomeText(const Term& term, const QModelIndex& first) const
{
    const int columnCount = sourceModel()->columnCount(first.parent());
    for (int column = 0; column < columnCount; ++column)
        if (const QModelIndex cell = first.siblingAtColumn(column);
            !cell.data(NumericRole).toBool() && term.test(cell.data().toString()))
            return true;
    return false;
}

/// Absent values (invalid) come last whichever way the table is sorted, equals keep the order of the source.
bool TableProxy::lessThan(const QModelIndex& left, const QModelIndex& right) const
{
    const SortKeys::Key a = m_keys.of(left);
    const SortKeys::Key b = m_keys.of(right);
    const bool hasA = !std::holds_alternative<std::monostate>(a);
    const bool hasB = !std::holds_alternative<std::monostate>(b);
    if (hasA != hasB)
        return sortOrder() == Qt::AscendingOrder ? hasA : hasB;
    return SortKeys::lessThan(a, b);
}

} // namespace ochain
