// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "items/deals_model.h"
#include "items/keyed_rows.h"
#include "items/table_model.h"

#include <QVariant>

#include <array>
#include <cstdint>
#include <string_view>

namespace ochain {

class DealCells;

/// A column of the deals table, all of it but its name in DealsModel::Column.
struct DealColumn {
    ColumnSpec spec;
    QVariant (*cell)(const DealCells& cells, DealId id, int role) = nullptr;
    /// The number that deals sort by in it; kAbsentKey where nobody gave one.
    std::int64_t (*number)(const DealCells& cells, DealId id) = nullptr;
    /// Else the row whose name they sort by.
    RowRef (*name)(const DealCells& cells, DealId id) = nullptr;
    /// Else the text of the chain that they sort by as it is.
    std::string_view (*text)(const DealCells& cells, DealId id) = nullptr;
    bool isOfPeriod = false; ///< else a figure of the lens's period, over which phases spread their deal
};

/// What the cells of the deals table hold, and what a column puts its deals in order by. Remembers nothing: any thread
/// may ask while the document is not touched.
class DealCells {
public:
    explicit DealCells(const Document& document);

    [[nodiscard]] static const DealColumn& column(DealsModel::Column column) noexcept
    {
        return kColumns[static_cast<std::size_t>(column)];
    }
    [[nodiscard]] const Document& document() const noexcept { return m_document; }
    /// Share of the figure that is assumed, 0 or 1: the deal is, or the tranches are by which a period's figure is
    /// spread.
    [[nodiscard]] double assumedShare(DealId id, DealsModel::Column column) const;
    /// What can be explained of a column: the FigureCell of an amount, else nothing.
    [[nodiscard]] QVariant figureCell(DealId id, DealsModel::Column column) const;

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
    [[nodiscard]] Figure periodFigure(DealId id, Column column) const;
    [[nodiscard]] std::string_view partOf(DealId id) const;

    const Document& m_document;
    Day m_today = kNoDay; ///< as the table was opened
};

} // namespace ochain
