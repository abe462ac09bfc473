// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "items/filter_query.h"
#include "items/sort_keys.h"
#include "items/word_test.h"

#include <QSortFilterProxyModel>

#include <optional>
#include <vector>

namespace ochain {

/// Sorts any of the small tables by SortRole and filters them in the language of filter_query, of which a word alone
/// must be found in some column of texts. For events, problems, history and the tree (there, parents of matches stay).
class TableProxy final : public QSortFilterProxyModel {
    Q_OBJECT
public:
    explicit TableProxy(QAbstractItemModel& source, QObject* parent = nullptr);

    /// The filter as it was last read.
    [[nodiscard]] QString filterText() const;
    /// Applies a filter; one that cannot be read changes nothing.
    FilterVerdict setFilterText(const QString& text);
    [[nodiscard]] std::vector<FilterColumn> columns() const { return filterColumns(*sourceModel()); }
    /// What rows have in a column of texts, each once; none where they are many.
    [[nodiscard]] QStringList valuesOf(int column) const;
    /// Leaves out rows whose CountsRole is false (events not known yet under the lens).
    void setOnlyCounting(bool only);

protected:
    [[nodiscard]] bool filterAcceptsRow(int sourceRow, const QModelIndex& sourceParent) const override;
    [[nodiscard]] bool lessThan(const QModelIndex& left, const QModelIndex& right) const override;

private:
    struct Term {
        FilterTerm asked;
        WordTest test;
        ColumnContent content = ColumnContent::Text;
    };
    [[nodiscard]] bool holds(const Term& term, const QModelIndex& first) const;
    [[nodiscard]] bool isInSomeText(const Term& term, const QModelIndex& first) const;

    mutable SortKeys m_keys; // made as rows are first compared
    FilterQuery m_query;
    std::vector<Term> m_terms;
    QString m_text;
    bool m_isOnlyCounting = false;
};

} // namespace ochain
