// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "items/deals_model.h"

#include <QSortFilterProxyModel>

#include <optional>
#include <string>
#include <vector>

namespace ochain {

/// Sorts and filters the deals table. The filter is words, all of which must be found in the key, the supplier's or
/// customer's names and keys, kind, status, or note; the view debounces typing. Unsorted (column -1) it is the order of
/// entry.
class DealsProxy final : public QSortFilterProxyModel {
    Q_OBJECT
public:
    /// @param source  must outlive the proxy
    explicit DealsProxy(DealsModel& source, QObject* parent = nullptr);

    [[nodiscard]] QString filterText() const { return m_text; }
    void setFilterText(const QString& text);
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
    /// One word of the filter with the rows whose names have it.
    struct Word {
        std::string lower;
        std::vector<bool> nodes, kinds, statuses;
    };
    void prepareWords();
    void prepareOnly();
    void follow(const Changed& changed);
    [[nodiscard]] bool isSorted(const Changed& changed) const;
    void announceCount();
    [[nodiscard]] bool matches(const Deal& deal, const Word& word) const;

    DealsModel& m_source;
    QString m_text;
    std::vector<Word> m_words;
    std::optional<RowRef> m_only;
    std::vector<bool> m_onlyNodes;
    int m_shown = -1;
    int m_total = -1;
};

} // namespace ochain
