// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/chain.h"
#include "exchange/csv_cells.h"

namespace ochain {

/// Reads the cells of CSV files that are not in their form as forms read what is typed.
/// @param chain  that the rows are for; must outlive the reader
[[nodiscard]] CsvCellReader cellReader(const Chain& chain);

/// "deals.csv, line 3: announced “1/21/2025” was read as 2025-01-21"; of a workbook "deals!F3: announced …".
[[nodiscard]] Sentence sentenceOn(const CsvRead& read);

} // namespace ochain
