// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "document/long_work.h"
#include "items/deal_rows.h"

#include <QAbstractProxyModel>

#include <memory>
#include <optional>
#include <vector>

namespace ochain {

/// Sorts and filters the deals table. The filter is in the language of filter_query, of which a word alone must be
/// found in the supplier's or customer's names, kind, status, or note; the view debounces typing. Unsorted (column -1)
/// it is the order of entry. A long table is arranged on another thread and shows its rows as they were until then;
/// what is asked for meanwhile takes the place of what was asked for before. An edit moves the rows it touches at once.
class DealsProxy final : public QAbstractProxyModel {
    Q_OBJECT
public:
    /// @param source  must outlive the proxy
    explicit DealsProxy(DealsModel& source, QObject* parent = nullptr);
    ~DealsProxy() override;

    /// The filter as it was last read.
    [[nodiscard]] QString filterText() const { return m_text; }
    /// Applies a filter; one that cannot be read changes nothing.
    FilterVerdict setFilterText(const QString& text);
    [[nodiscard]] const std::vector<FilterColumn>& columns() const noexcept { return m_columns; }
    /// What deals may have in a column of texts that can be listed: names of parties, kinds, choices.
    [[nodiscard]] QStringList valuesOf(int column) const;
    /// Only deals that touch a node (or one inside it) or a tier; a deal: it, its whole and its parts; nothing: all.
    void setOnly(std::optional<RowRef> row);
    [[nodiscard]] std::optional<RowRef> only() const noexcept { return m_wanted.only; }
    /// Sorts by a column, equals in the order of entry, absent values last under either order; -1: in the order of
    /// entry.
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;
    /// As was asked for last.
    [[nodiscard]] int sortColumn() const noexcept { return m_wanted.column; }
    [[nodiscard]] Qt::SortOrder sortOrder() const noexcept { return m_wanted.order; }
    /// Rows shown and rows there are.
    [[nodiscard]] int shown() const { return rowCount(); }
    [[nodiscard]] int total() const { return m_source.rowCount(); }
    /// The place of a deal in the sorted and filtered table; invalid if it is filtered out.
    [[nodiscard]] QModelIndex indexOf(RowRef row) const;
    /// Whether rows are still to come as they were asked for last.
    [[nodiscard]] bool isBusy() const noexcept { return m_isWanted; }
    /// Tables with more rows than this are long.
    void setMostAtOnce(int rows) noexcept { m_mostAtOnce = rows; }

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex& child) const override;
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] bool hasChildren(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QModelIndex mapToSource(const QModelIndex& proxyIndex) const override;
    [[nodiscard]] QModelIndex mapFromSource(const QModelIndex& sourceIndex) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

signals:
    /// After rows shown or rows there are changed.
    void countChanged(int shown, int total);
    /// After a long table has come to show the rows of a filter that was asked for earlier.
    void filtered();

private:
    [[nodiscard]] TableAnnouncer announcer();
    void followRows(const std::vector<std::uint32_t>& before);
    void connectSource();
    void nameColumns();
    void forward(const QModelIndex& first, const QModelIndex& last, const QList<int>& roles);
    void follow(const Changed& changed, std::vector<std::uint32_t> deals);
    [[nodiscard]] bool forgetWhatMoved(const Changed& changed, const std::vector<std::uint32_t>& deals);
    void followLens();
    void followLanguage();
    void arrange();
    void stop();
    void goOn();
    struct Arranged {
        DealArrangement rows;
        std::optional<ArrangementSteps> steps; ///< from the rows there are
    };
    [[nodiscard]] std::optional<Arranged> arrangedAs(const DealsWanted& wanted, bool areKeysStale,
                                                     const GoesOn& goesOn);
    void take(Arranged next, bool isLate);
    void announceCount();

    DealsModel& m_source;
    std::vector<FilterColumn> m_columns;
    QString m_text;
    DealKeys m_keys; ///< read by the work on another thread, and changed only while there is none
    DealRows m_rows; ///< the same
    DealsWanted m_wanted;
    std::vector<std::uint32_t> m_come; ///< deals that came into the source and not yet in here
    bool m_areKeysStale = false;       ///< what the rows were sorted by may be something else by now
    int m_mostAtOnce = 5'000;
    int m_shown = -1;
    int m_total = -1;
    bool m_isWanted = false;                  ///< the work is to come to its end
    LongWork<std::optional<Arranged>> m_work; ///< last, so that it ends before what it reads goes
};

} // namespace ochain
