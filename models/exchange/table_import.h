// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/chain.h"
#include "chain/edit.h"
#include "chain/progress.h"
#include "exchange/csv_cells.h"
#include "exchange/table_source.h"

#include <vector>

namespace ochain {

/// What an import would do to a chain.
struct CsvImport {
    Edit edit;
    Problems problems; ///< malformed files, headers or cells, each with its file and line in the sentence; with any,
                       ///< `edit` is of no use
    std::vector<CsvRead> reads; ///< cells that were read otherwise than they were written
    bool isCancelled = false;   ///< `progress` was false: `edit` is of no use
};

/// The edit that brings tables of a file into a chain: rows are found by key and updated, new ones added. A column that
/// a table does not have leaves its fields alone; an empty cell clears.
/// @param replace  also erases rows that the tables do not have and puts the rows in their order, so that the chain
/// says just what they say; a table that is not there is left alone
/// @param progress     as in Store::load
/// @param reader       reads figures and dates that are not in the form of the CSV; without it they are refused
[[nodiscard]] CsvImport importTables(const Chain& chain, const TableSources& sources, bool replace,
                                     const Progress& progress = {}, const CsvCellReader& reader = {});

} // namespace ochain
