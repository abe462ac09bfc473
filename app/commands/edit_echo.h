// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/chain.h"
#include "exchange/csv_cells.h"

#include <string>
#include <vector>

namespace ochain {

// What an edit does, for standard output: values as they were read, with every digit.

/// "deals:x.value_usd: $1.234T, was –", "nodes:acme: added", each with the end of its line.
/// @param chain  as it was before the edit
[[nodiscard]] std::string echoText(const Edit& edit, const Chain& chain);
/// Of a dated change what its claims say, in place of their fields: "deals:x.value_usd: $5B from 2026-02-24 on, wsj".
/// @param chain  as it was before the edit
[[nodiscard]] std::string historyText(const Edit& edit, const Chain& chain);
/// What echoText() says, before it is made: "deals:x.capacity_mw: 6.0 GW → 7.0 GW", "deals:x.ends: 2030 → – (cleared)".
void printPlan(const Edit& edit, const Chain& chain);
/// What two chains differ by: the same, and of rows that are gone each field too.
void printDifference(const Edit& edit, const Chain& chain);
/// "deals:x.value_usd: $5B, as it was": a field that was set to what it has already.
[[nodiscard]] std::string unchangedText(const Chain& chain, Table table, std::string_view key, Field field);

/// Cells of files that were read otherwise than they were written, a line each.
void printReads(const std::vector<CsvRead>& reads);

/// One line on an edit: "3 fields in 2 rows, 1 row added, 4 rows erased, 2 rows put in order".
[[nodiscard]] std::string summaryOf(const Edit& edit);
/// How many fields it clears, and which: "3 fields cleared: deals.announced, deals.starts, deals.ends"; empty for none.
[[nodiscard]] std::string clearedText(const Edit& edit);

} // namespace ochain
