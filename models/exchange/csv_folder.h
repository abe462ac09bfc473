// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/error.h"
#include "exchange/csv_text.h"

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

namespace ochain {

inline constexpr std::size_t kMaxCsvBytes = 1'000'000'000; ///< of the files of a folder together: they are held at once

/// Reads the CSV files of a folder that are named as tables. Errors: no such folder, none of the files, not readable,
/// no plain files, too large.
[[nodiscard]] Result<std::vector<CsvText>> readCsvFolder(const std::filesystem::path& folder);

/// Names of CSV files in a folder that are not read, because they are not named as tables; sorted.
[[nodiscard]] std::vector<std::string> otherCsvFiles(const std::filesystem::path& folder);

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
