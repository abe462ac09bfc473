// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "exchange/csv_text.h"
#include "exchange/table_import.h"

#include <vector>

namespace ochain {

/// CSV texts as tables. @param texts  must outlive them
[[nodiscard]] TableSources csvSources(const std::vector<CsvText>& texts);

/// The edit that brings CSV texts into a chain; importTables() says by which rules.
[[nodiscard]] CsvImport importCsv(const Chain& chain, const std::vector<CsvText>& texts, bool replace,
                                  const Progress& progress = {}, const CsvCellReader& reader = {});

} // namespace ochain
