// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QCollator>
#include <QObject>

#include <optional>
#include <variant>
#include <vector>

class QAbstractItemModel;
class QModelIndex;

namespace ochain {

/// What the rows of a model sort by in one column, made from their SortRole when first compared and kept until the row
/// says something else: sorting compares numbers and prepared keys, whatever it costs to make a text.
class SortKeys final : public QObject {
    Q_OBJECT
public:
    /// Nothing where there is no value; a number; or a text, in the order of the locale.
    using Key = std::variant<std::monostate, qlonglong, double, QCollatorSortKey>;

    /// @param model  must outlive it. Whoever sorts by the keys connects to the model later than this does
    explicit SortKeys(const QAbstractItemModel& model, QObject* parent = nullptr);

    /// The key of a cell. Those of rows at the top are kept, of one column at a time.
    [[nodiscard]] Key of(const QModelIndex& cell);
    /// Whether a key comes before another one; both are there.
    [[nodiscard]] static bool lessThan(const Key& a, const Key& b);

private:
    void follow(const QAbstractItemModel& model);
    [[nodiscard]] Key make(const QModelIndex& cell) const;

    QCollator m_collator;
    int m_column = -1;
    std::vector<std::optional<Key>> m_keys; ///< by row
};

} // namespace ochain
