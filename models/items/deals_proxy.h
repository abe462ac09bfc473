// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "items/deal_filter.h"

#include <QSortFilterProxyModel>

#include <optional>
#include <vector>

namespace ochain {

/// Sorts and filters the deals table. The filter is in the language of filter_query, of which a word alone must be
/// found in the supplier's or customer's names, kind, status, or note; the view debounces typing. Unsorted (column -1)
/// it is the order of entry.
class DealsProxy final : public QSortFilterProxyModel {
    Q_OBJECT
public:
    /// @param source  must outlive the proxy
    explicit DealsProxy(DealsModel& source, QObject* parent = nullptr);

    /// The filter as it was last read.
    [[nodiscard]] QString filterText() const { return m_text; }
    /// Applies a filter; one that cannot be read changes nothing.
    FilterVerdict setFilterText(const QString& text);
    [[nodiscard]] const std::vector<FilterColumn>& columns() const noexcept { return m_columns; }
    /// What deals may have in a column of texts that can be listed: names of parties, kinds, choices.
    [[nodiscard]] QStringList valuesOf(int column) const;
    /// Only deals that touch a node (or one inside it) or a tier; a deal: it, its whole and its parts; nothing: all.
    void setOnly(std::optional<RowRef> row);
    [[nodiscard]] std::optional<RowRef> only() const noexcept { return m_only; }
    /// Rows shown and rows there are.
    [[nodiscard]] int shown() const { return rowCount(); }
    [[nodiscard]] int total() const { return m_source.rowCount(); }
    /// The place of a deal in the sorted and filtered table; invalid if it is filtered out.
    [[nodiscard]] QModelIndex indexOf(RowRef row) const;

signals:
    /// After rows shown or rows there are changed.
    void countChanged(int shown, int total);

protected:
    [[nodiscard]] bool filterAcceptsRow(int sourceRow, const QModelIndex& sourceParent) const override;
    [[nodiscard]] bool lessThan(const QModelIndex& left, const QModelIndex& right) const override;

private:
    void nameColumns();
    void prepareOnly();
    void filterAgain();
    [[nodiscard]] int stretchesToChange() const;
    void follow(const Changed& changed);
    [[nodiscard]] bool isSorted(const Changed& changed) const;
    void announceCount();

    DealsModel& m_source;
    std::vector<FilterColumn> m_columns;
    QString m_text;
    FilterQuery m_query;
    DealFilter m_filter;
    std::optional<RowRef> m_only;
    std::vector<bool> m_onlyNodes;
    int m_shown = -1;
    int m_total = -1;
};

} // namespace ochain
