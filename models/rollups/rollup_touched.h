// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/chain.h"
#include "chain/edit.h"
#include "rollups/formula_book.h"
#include "rollups/lens.h"

#include <string>
#include <vector>

namespace ochain {

/// What an edit can move, told before it is applied.
struct Touched {
    std::vector<DealId> deals;       ///< alive now, whose contributions may change; by id, each once
    std::vector<std::string> series; ///< metric series that may read differently
    std::vector<RowRef> rows;        ///< rows updated or erased
    bool everything = false;         ///< so much that it is computed anew
    bool mayMoveCalendar = false;
    bool movesGroups = false; ///< what is inside of what changes, or groups come and go
};

/// Finds it under a lens. The claims of a row matter only on the knowledge clock, the wholes of parts only where
/// overlaps are taken out.
[[nodiscard]] Touched findTouched(const Chain& chain, const Lens& lens, FormulaBook& book, const Edit& edit);

/// Once it is applied: the deals that came with it are added to `touched.deals`, all rows that came to `touched.rows`.
void addInserted(const Chain& chain, const Edit& edit, Touched& touched);

} // namespace ochain
