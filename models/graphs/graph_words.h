// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "exchange/csv_cells.h"

#include <functional>
#include <string>
#include <string_view>

namespace ochain {

/// What a graph's names are to people, handed in by who has words for that. Each may be empty: then names are the same
/// only letter by letter, keys are made of keys alone, and figures must be in the form of the CSV.
struct GraphWords {
    std::function<std::string(std::string_view)> folded; ///< the same for two names that differ in nothing but case
    std::function<std::string(std::string_view)> keyOf;  ///< a key made from a name; empty if nothing is left of it
    CsvCellReader cells;
};

} // namespace ochain
