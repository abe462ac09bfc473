// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "items/sort_keys.h"

#include "items/roles.h"

#include <QAbstractItemModel>

#include <algorithm>
#include <utility>

namespace ochain {

SortKeys::SortKeys(const QAbstractItemModel& model, QObject* parent) : QObject(parent)
{
    follow(model);
}

void SortKeys::follow(const QAbstractItemModel& model)
{
    const auto forgetAll = [this] { m_keys.clear(); };
    connect(&model, &QAbstractItemModel::modelReset, this, forgetAll);
    connect(&model, &QAbstractItemModel::layoutChanged, this, forgetAll);
    connect(&model, &QAbstractItemModel::rowsMoved, this, forgetAll);
    connect(&model, &QAbstractItemModel::rowsInserted, this, [this](const QModelIndex& parent, int first, int last) {
        if (!parent.isValid() && first < std::ssize(m_keys))
            m_keys.insert(m_keys.begin() + first, static_cast<std::size_t>(last - first) + 1, std::nullopt);
    });
    connect(&model, &QAbstractItemModel::rowsRemoved, this, [this](const QModelIndex& parent, int first, int last) {
        const int count = static_cast<int>(m_keys.size());
        if (!parent.isValid() && first < count)
            m_keys.erase(m_keys.begin() + first, m_keys.begin() + std::min(last + 1, count));
    });
    connect(&model, &QAbstractItemModel::dataChanged, this,
            [this](const QModelIndex& first, const QModelIndex& last, const QList<int>& roles) {
                const bool isSorted = first.column() <= m_column && m_column <= last.column();
                if (first.parent().isValid() || !isSorted || !(roles.isEmpty() || roles.contains(SortRole)))
                    return;
                for (int row = first.row(); row <= last.row() && row < std::ssize(m_keys); ++row)
                    m_keys[static_cast<std::size_t>(row)].reset();
            });
}

SortKeys::Key SortKeys::of(const QModelIndex& cell)
{
    if (cell.parent().isValid())
        return make(cell);
    if (std::exchange(m_column, cell.column()) != cell.column())
        m_keys.clear();
    const auto row = static_cast<std::size_t>(cell.row());
    if (row >= m_keys.size())
        m_keys.resize(static_cast<std::size_t>(cell.model()->rowCount()));
    std::optional<Key>& key = m_keys[row];
    if (!key)
        key = make(cell);
    return *key;
}

SortKeys::Key SortKeys::make(const QModelIndex& cell) const
{
    const QVariant value = cell.data(SortRole);
    if (!value.isValid())
        return {};
    if (value.userType() == QMetaType::QString)
        return m_collator.sortKey(value.toString());
    if (value.userType() == QMetaType::Double)
        return value.toDouble();
    return value.toLongLong();
}

bool SortKeys::lessThan(const Key& a, const Key& b)
{
    if (const auto* text = std::get_if<QCollatorSortKey>(&a); text != nullptr && a.index() == b.index())
        return text->compare(std::get<QCollatorSortKey>(b)) < 0;
    if (const auto* number = std::get_if<double>(&a); number != nullptr && a.index() == b.index())
        return *number < std::get<double>(b);
    const auto* left = std::get_if<qlonglong>(&a);
    const auto* right = std::get_if<qlonglong>(&b);
    return left != nullptr && right != nullptr && *left < *right;
}

} // namespace ochain
