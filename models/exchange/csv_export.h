// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/chain.h"
#include "exchange/csv_text.h"

#include <string>
#include <string_view>
#include <vector>

namespace ochain {

/// Adds a field to a row as RFC 4180 has it, in quotation marks only where it must be.
void appendCsvField(std::string& csv, std::string_view field);
/// The header row of a table as an export writes it, without its line end.
[[nodiscard]] std::string csvHeaderOf(const TableSpec& spec);
/// The tables that an export writes, in their order: scenarios, overrides and the like only if they have rows.
[[nodiscard]] std::vector<const TableSpec*> exportedTables(const Chain& chain);
/// One table as CSV.
[[nodiscard]] std::string exportCsv(const Chain& chain, Table table);
/// All tables as CSV: header row, RFC 4180, \n line ends, rows in the order they were entered. scenarios and overrides
/// are left out when they have no rows.
[[nodiscard]] std::vector<CsvText> exportCsv(const Chain& chain);

} // namespace ochain
