// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QModelIndexList>
#include <QString>

namespace ochain {

/// Selected cells as text for a spreadsheet: a header line, then one line a row, tab-separated, in the order shown;
/// numbers plain (PlainRole) with their unit in the header, "Value (USD)"; tabs and line ends within a cell become
/// blanks. Rows that are selected in part have empty cells where nothing is selected. Empty if nothing is.
/// @param indexes  of one model, in any order
[[nodiscard]] QString toTsv(const QModelIndexList& indexes);
/// One cell alone, as it stands in such a line.
[[nodiscard]] QString toPlainCell(const QModelIndex& index);
[[nodiscard]] QString toPlainCell(const QString& text);

} // namespace ochain
