// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "items/table_proxy.h"

#include "items/roles.h"

#include <algorithm>
#include <variant>

namespace ochain {

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

void TableProxy::setFilterText(const QString& text)
{
    if (text == m_text)
        return;
    m_text = text;
    m_words = text.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    invalidateFilter();
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
    if (m_words.isEmpty())
        return true;
    QStringList texts{first.data(KeyRole).toString()};
    const int columns = sourceModel()->columnCount(sourceParent);
    for (int column = 0; column < columns; ++column)
        if (const QModelIndex cell = first.siblingAtColumn(column); !cell.data(NumericRole).toBool())
            texts += cell.data().toString();
    return std::all_of(m_words.cbegin(), m_words.cend(), [&texts](const QString& word) {
        return std::any_of(texts.cbegin(), texts.cend(),
                           [&word](const QString& text) { return text.contains(word, Qt::CaseInsensitive); });
    });
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
