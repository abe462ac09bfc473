// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/chain.h"
#include "chain/edit.h"
#include "chain/error.h"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace ochain {

/// One CSV file of a folder: its name without ".csv" and its text.
struct CsvText {
    std::string name;
    std::string text;
};

/// Reads the CSV files of a folder that are named as tables. Errors: no such folder, none of the files, not readable.
[[nodiscard]] Result<std::vector<CsvText>> readCsvFolder(const std::filesystem::path& folder);

/// What an import would do to a chain.
struct CsvImport {
    Edit edit;
    Problems problems; ///< malformed files, headers or cells, each with its file and line in the sentence; with any,
                       ///< `edit` is of no use
};

/// The edit that brings CSV texts into a chain: rows are found by key and updated, new ones added.
/// @param replace  also erases what the texts do not have and puts the rows in their order, so that the chain says just
/// what they say; a problem is a table that has rows and no text
[[nodiscard]] CsvImport importCsv(const Chain& chain, const std::vector<CsvText>& texts, bool replace);

/// All tables as CSV: header row, RFC 4180, \n line ends, rows in the order they were entered. scenarios and overrides
/// are left out when they have no rows.
[[nodiscard]] std::vector<CsvText> exportCsv(const Chain& chain);
/// Writes the files into a folder, made if it is missing; each file is written beside and put in place whole.
[[nodiscard]] Result<void> writeCsvFolder(const std::filesystem::path& folder, const std::vector<CsvText>& texts);

} // namespace ochain
