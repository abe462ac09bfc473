// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "items/deal_cells.h"
#include "items/kept_figures.h"
#include "items/name_ranks.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace ochain {

/// The numbers that deals are sorted by, whatever the column holds: figures and days as they are, names and texts by
/// their rank. What takes long to make is kept. For one thread at a time.
class DealKeys {
public:
    using Column = DealsModel::Column;

    /// @param cells  must outlive it
    explicit DealKeys(const DealCells& cells);

    [[nodiscard]] const Chain& chain() const { return m_cells.document().chain(); }
    /// Keys of all deals in a column, by id. @return nothing if it gave up
    [[nodiscard]] std::optional<std::vector<std::int64_t>> all(Column column, const GoesOn& goesOn);
    /// The key of one deal in a column that is not of texts; by names as they were ranked last.
    [[nodiscard]] std::int64_t one(DealId deal, Column column) const;
    /// The text that a deal sorts by in a column of texts.
    [[nodiscard]] std::string_view text(DealId deal, Column column) const;
    /// The figure of a column of figures (cents, kilowatts, basis points, a count); nothing where nobody gave one.
    [[nodiscard]] std::optional<std::int64_t> figure(DealId deal, Column column) const;

    [[nodiscard]] KeptFigures& figures() noexcept { return m_figures; }
    /// Rows of a table may be called otherwise than before; of any without one.
    void forgetNames(std::optional<Table> table = std::nullopt);

    /// The table whose names decide the order of a column.
    [[nodiscard]] static std::optional<Table> namesOf(int column);
    [[nodiscard]] static bool isOfTexts(int column);
    [[nodiscard]] static bool isOfPeriod(int column);

private:
    [[nodiscard]] const NameRanks& ranks(Table table) const;
    [[nodiscard]] bool makeRanks(Table table, const GoesOn& goesOn);

    const DealCells& m_cells;
    KeptFigures m_figures;
    NameRanks m_nodes{Table::Nodes};
    NameRanks m_kinds{Table::DealKinds};
    NameRanks m_statuses{Table::Statuses};
};

} // namespace ochain
