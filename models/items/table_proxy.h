// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "items/sort_keys.h"

#include <QSortFilterProxyModel>

namespace ochain {

/// Sorts any of the small tables by SortRole and filters them by words, all of which must be found in some column. For
/// events, problems, history and the tree (there, parents of matches stay).
class TableProxy final : public QSortFilterProxyModel {
    Q_OBJECT
public:
    explicit TableProxy(QAbstractItemModel& source, QObject* parent = nullptr);

    [[nodiscard]] QString filterText() const;
    void setFilterText(const QString& text);
    /// Leaves out rows whose CountsRole is false (events not known yet under the lens).
    void setOnlyCounting(bool only);

protected:
    [[nodiscard]] bool filterAcceptsRow(int sourceRow, const QModelIndex& sourceParent) const override;
    [[nodiscard]] bool lessThan(const QModelIndex& left, const QModelIndex& right) const override;

private:
    mutable SortKeys m_keys; // made as rows are first compared
    QStringList m_words;
    QString m_text;
    bool m_isOnlyCounting = false;
};

} // namespace ochain
