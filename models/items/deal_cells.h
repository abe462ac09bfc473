// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "items/deals_model.h"
#include "items/table_model.h"

#include <QVariant>

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace ochain {

class DealCells;

/// A column of the deals table, all of it but its name in DealsModel::Column.
struct DealColumn {
    ColumnSpec spec;
    QVariant (*cell)(const DealCells& cells, DealId id, int role) = nullptr;
    /// The number that deals sort by in it.
    std::int64_t (*number)(const DealCells& cells, DealId id) = nullptr;
    /// Else the text of the chain that they sort by as it is.
    std::string_view (*text)(const DealCells& cells, DealId id) = nullptr;
    bool isOfPeriod = false; ///< a figure of the lens's period, over which phases spread their deal
};

/// What the cells of the deals table hold, and in which order a column puts its deals. Remembers ranks of names and
/// figures of the period from when sorting first asks for them until it is told to forget.
class DealCells {
public:
    explicit DealCells(const Document& document);

    [[nodiscard]] static const DealColumn& column(DealsModel::Column column) noexcept
    {
        return kColumns[static_cast<std::size_t>(column)];
    }
    /// The figure of a column of figures (cents, kilowatts, basis points, a count); nothing where nobody gave one.
    [[nodiscard]] std::optional<std::int64_t> figure(DealId id, DealsModel::Column column) const;
    /// Share of the figure that is assumed, 0 or 1: the deal is, or the tranches are by which a period's figure is
    /// spread.
    [[nodiscard]] double assumedShare(DealId id, DealsModel::Column column) const;
    /// Whether a deal comes before another; with `isEarlier` for equals. Absent figures come last under either order.
    [[nodiscard]] bool lessThan(DealId a, DealId b, DealsModel::Column column, Qt::SortOrder order,
                                bool isEarlier) const;

    void forgetNames();
    void forgetFigures();
    void forgetFigures(DealId id);

private:
    using Column = DealsModel::Column;
    static const std::array<DealColumn, DealsModel::kColumnCount> kColumns;

    [[nodiscard]] const Chain& chain() const;
    [[nodiscard]] const Deal& deal(DealId id) const { return chain().deals()[id]; }
    [[nodiscard]] QVariant nodeData(NodeId node, int role) const;
    [[nodiscard]] QVariant periodData(DealId id, Column column, int role) const;
    [[nodiscard]] Kilowatts capacityOf(DealId id) const;
    [[nodiscard]] Cents valueOf(DealId id) const;
    [[nodiscard]] Cents costPerPower(DealId id) const;
    [[nodiscard]] int sourcesOf(DealId id) const;
    [[nodiscard]] std::int64_t sourceAge(DealId id) const; ///< days; sorts last where no source has a date
    [[nodiscard]] std::int64_t periodNumber(DealId id, Column column) const;
    [[nodiscard]] Figure periodFigure(DealId id, Column column) const;
    [[nodiscard]] std::string_view partOf(DealId id) const;
    [[nodiscard]] int nodeRank(NodeId node) const { return rank(m_nodeRanks, Table::Nodes, node.value); }
    [[nodiscard]] int rank(std::vector<int>& ranks, Table table, std::uint32_t row) const;

    const Document& m_document;
    Day m_today = kNoDay; ///< as the table was opened
    mutable std::vector<int> m_nodeRanks, m_kindRanks, m_statusRanks;
    mutable std::vector<std::int64_t> m_periodMoney, m_periodCapacity; ///< by deal id
};

} // namespace ochain
