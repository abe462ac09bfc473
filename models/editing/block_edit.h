// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/edit_builder.h"
#include "chain/progress.h"
#include "editing/pasted_cells.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace ochain {

/// Where a block of cells goes in a table.
struct BlockPlace {
    Table table = Table::Deals;
    QList<BlockColumn> columns; ///< as they are shown, from left to right
    QList<BlockColumn> hidden;  ///< others, which only a header can name
    int column = 0;             ///< where the block begins
    /// Rows as they are shown, from where the block begins on downward. Lines beyond them are new rows.
    std::vector<std::uint32_t> rows;
};

/// A cell that cannot be taken.
struct RefusedCell {
    std::size_t line = 1; ///< of the block, its header counted; of cells filled, which stand in no block, 0
    QString column;       ///< as it is called; empty where it is the row as a whole
    Sentence why;
    std::uint32_t row = kNoRow; ///< of the table; none: a new one, or not known yet
};

/// What a block of cells would do.
struct BlockEdit {
    Edit edit;
    int updated = 0; ///< rows
    int added = 0;
    QStringList passedOver;           ///< columns that are worked out, whose cells were not taken
    std::vector<RefusedCell> refused; ///< then there is no edit; of very many only the first
};

/// Reads a block of cells for a table, each cell as a form reads it, and checks the whole. With a header its columns
/// are known by their names: a line with a key is the row of that key, or a new one; where there are no keys but all
/// that a new row must have, each line is a new row; else lines are rows from where the block begins. A cell that says
/// what the row says already changes nothing; an empty one clears.
[[nodiscard]] BlockEdit readBlock(const Chain& chain, const BlockPlace& place, const PastedLines& lines,
                                  const Progress& progress = {});

/// One text for many cells of a table, as a form reads it for each.
[[nodiscard]] BlockEdit fillCells(const Chain& chain, Table table,
                                  const std::vector<std::pair<std::uint32_t, Field>>& cells, const QString& text,
                                  const Progress& progress = {});

/// A column in which rows get what another row says.
struct FilledColumn {
    Field field = 0;
    std::uint32_t from = 0;
    std::vector<std::uint32_t> to;
};
[[nodiscard]] BlockEdit copyDown(const Chain& chain, Table table, const std::vector<FilledColumn>& columns);

} // namespace ochain
