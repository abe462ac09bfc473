// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "document/document.h"

#include <QAbstractItemModel>

#include <memory>
#include <optional>

namespace ochain {

/// The chain as a tree: tiers in tier order, under each its sub-tiers, then its nodes in the order they were entered;
/// under a node those inside it that are of the same tier (a node of another tier stands at the top of its own). Each
/// row has the figures of its group for the period of the lens and in total. Follows the document edit by edit without
/// resets; keeps no figures of its own. The document must outlive it.
class ChainTreeModel final : public QAbstractItemModel {
    Q_OBJECT
public:
    enum class Column : int {
        Name,
        Figure, ///< what says most about the row: capacity out of its own layer, else revenue, else (named in the
                ///< cell) spend or capital, in the period that the title names
        Revenue,
        RevenueTotal,
        Spend,
        SpendTotal,
        Net,
        NetTotal,
        CapitalIn,
        CapitalInTotal,
        CapitalOut,
        CapitalOutTotal,
        GuaranteedOut, ///< outstanding at the period's end
        GuaranteedIn,
        CapacityIn,
        CapacityInTotal, ///< of the chosen layer, else of the one that binds in the period
        CapacityOut,
        CapacityOutTotal, ///< of the chosen layer, else of the row's own
        Backlog,
        Gap,
        Funding,
        Binding, ///< name of the layer that binds at the period's end
        Deals,
        DealsUndisclosed, ///< deals that cross the border without an amount of money
        Difference,       ///< of Figure, to the same under the lens that is compared with; empty while none is
    };
    static constexpr int kColumnCount = static_cast<int>(Column::Difference) + 1;

    explicit ChainTreeModel(Document& document, QObject* parent = nullptr);
    ~ChainTreeModel() override;

    /// The place of a node, tier or (its customer's) deal; invalid if it has none. O(1).
    [[nodiscard]] QModelIndex indexOf(RowRef row, Column column = Column::Name) const;
    /// The layer whose capacity is shown; nothing: the one that binds.
    [[nodiscard]] std::optional<TierId> layer() const noexcept;
    void setLayer(std::optional<TierId> layer);
    /// Names, numbers and titles anew, in the language of the moment.
    void retranslate();

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex& child) const override;
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;

private:
    void follow(const Changed& changed);
    void followShape(const std::vector<RowRef>& touched);
    void followLens();
    void followSecondLens();
    void announceBelow(const QModelIndex& parent, int firstColumn, int lastColumn, const QList<int>& roles);
    [[nodiscard]] QModelIndex indexOfItem(std::uint32_t item) const;

    struct Private;
    std::unique_ptr<Private> m_private;
};

} // namespace ochain
