// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "editing/block_edit.h"

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

class QTableView;

namespace ochain {

// What is selected in a table, in terms of the chain: rows and fields in the order in which they are shown.

/// Where a block that is pasted goes: its first cell where the selection begins. With nothing selected it has no rows,
/// so that all of it is new.
/// @param lines  of the block: no more rows are of use
[[nodiscard]] BlockPlace placeOfBlock(const QTableView& view, Table table, std::size_t lines);

/// The selected cells that hold a field.
[[nodiscard]] std::vector<std::pair<std::uint32_t, Field>> selectedFields(const QTableView& view);

/// The columns of the selection that hold a field and have several rows of it: the one at the top for those below.
[[nodiscard]] std::vector<FilledColumn> columnsToFillDown(const QTableView& view);

} // namespace ochain
