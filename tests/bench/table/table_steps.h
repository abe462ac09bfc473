// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "bench/table/loop_gaps.h"
#include "document/document.h"

#include <string>
#include <vector>

namespace ochain::bench {

/// One thing done to the table, several times.
struct TableStep {
    std::string name;  ///< as in JSON, without a unit
    std::string text;  ///< for the table of results
    double mostMs = 0; ///< from the step to the rows; 0: whatever it takes
    std::vector<StepTime> times{};
};

/// Sorts by each column, filters key by key, edits, steps in time, selects all, in a table view of all deals. What it
/// edits it leaves so.
[[nodiscard]] std::vector<TableStep> takeTableSteps(Document& document, int times);

} // namespace ochain::bench
