// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/error.h"
#include "exchange/csv_text.h"
#include "exchange/table_source.h"

#include <filesystem>
#include <string>
#include <vector>

namespace ochain {

/// What an import reads, read from disk already: the CSV files of a folder, one of them, or a workbook.
struct ImportSource {
    ImportSource() = default;
    ImportSource(ImportSource&&) = default;
    ImportSource& operator=(ImportSource&&) = default;

    std::vector<CsvText> texts; ///< that tables may read from
    TableSources tables;
    std::vector<std::string> notRead; ///< files of the folder, or sheets, that are named as no table
};

/// Whether a name ends as those of files of a kind do, whatever the case.
/// @param ending  ".xlsx"
[[nodiscard]] bool hasEnding(const std::filesystem::path& file, std::string_view ending);

/// Reads a folder, or by its ending a file: X.xlsx, or the table X.csv. Errors: as of readCsvFolder(); not a workbook,
/// none of the tables in it; a CSV file that is named as no table; a form that is not read, with what to do.
[[nodiscard]] Result<ImportSource> readImportSource(const std::filesystem::path& place);

/// The table that a CSV file is named as. Refused with the names that there are.
[[nodiscard]] Result<Table> tableOfCsvFile(const std::filesystem::path& file);

} // namespace ochain
