// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/chain.h"
#include "chain/error.h"

#include <array>
#include <cstddef>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

namespace ochain {

/// What a workbook says of itself, in words of whoever writes it.
struct WorkbookAbout {
    std::vector<std::pair<std::string, std::string>> lines; ///< a name and what is so named: "File", "ai.ochain"
    std::array<std::string, 2> tableHeads{"Table", "Rows"};
    std::array<std::string, 4> sourceHeads{"Publisher", "Title", "Date", "Address"};
};

/// Writes all tables as a workbook, put in place whole: one sheet a table, named as it, and one that says where they
/// come from. Numbers and days are such where they come back as they were, all else is text that no spreadsheet runs.
/// @return how many tables. Errors: more rows or longer texts than a sheet can have; the file cannot be written
[[nodiscard]] Result<std::size_t> exportXlsx(const Chain& chain, const std::filesystem::path& file,
                                             const WorkbookAbout& about);

} // namespace ochain
