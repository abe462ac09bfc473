// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/chain.h"
#include "chain/edit.h"
#include "chain/error.h"
#include "store/store.h"

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

/// Names of CSV files in a folder that are not read, because they are not named as tables; sorted.
[[nodiscard]] std::vector<std::string> otherCsvFiles(const std::filesystem::path& folder);

/// What an import would do to a chain.
struct CsvImport {
    Edit edit;
    Problems problems; ///< malformed files, headers or cells, each with its file and line in the sentence; with any,
                       ///< `edit` is of no use
    bool isCancelled = false; ///< `step` was false: `edit` is of no use
};

/// The edit that brings CSV texts into a chain: rows are found by key and updated, new ones added. A column that a text
/// does not have leaves its fields alone; an empty cell clears.
/// @param replace  also erases rows that the texts do not have and puts the rows in their order, so that the chain says
/// just what they say; a table without a text is left alone
/// @param step     as in Store::load
[[nodiscard]] CsvImport importCsv(const Chain& chain, const std::vector<CsvText>& texts, bool replace,
                                  const Step& step = {});

/// The header row of a table as an export writes it, without its line end.
[[nodiscard]] std::string csvHeaderOf(const TableSpec& spec);
/// All tables as CSV: header row, RFC 4180, \n line ends, rows in the order they were entered. scenarios and overrides
/// are left out when they have no rows.
[[nodiscard]] std::vector<CsvText> exportCsv(const Chain& chain);
/// Files of a folder that have the name of a table which is not among the texts written there.
struct CsvOthers {
    std::vector<std::filesystem::path> removed; ///< had the header of an export: an import would bring their rows back
    std::vector<std::filesystem::path> left;    ///< are of no export; an import would read them
};
/// Writes the files into a folder, made if it is missing: all of them, or none. A table of an earlier export that is
/// not among them is removed, so that an import of the folder does not bring it back; of any other file nothing is
/// touched. Who calls says what was removed: somebody may have written it by hand.
[[nodiscard]] Result<CsvOthers> writeCsvFolder(const std::filesystem::path& folder, const std::vector<CsvText>& texts);

} // namespace ochain
