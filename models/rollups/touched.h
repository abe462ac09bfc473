// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/chain.h"
#include "chain/edit.h"
#include "schedule/formula_book.h"
#include "schedule/lens.h"

#include <string>
#include <vector>

namespace ochain {

/// What an edit can move under a lens, told before it is applied; the one answer, for the rollups and for whoever has
/// to look before and after.
struct Touched {
    std::vector<DealId> deals; ///< alive now, whose own figures may change; by id, each once
    std::vector<DealId> moved; ///< alive now, of nodes that come to lie elsewhere: they may count in other groups or
                               ///< layers, and so may the wholes they are part of; by id, each once
    std::vector<std::string> series; ///< metric series that may read differently; by name, each once
    std::vector<RowRef> rows;        ///< rows updated or erased
    bool everything = false;         ///< so much that it is computed anew; then `deals` and `moved` name but some
    bool mayMoveCalendar = false;
    bool movesNodes = false;       ///< what lies in what changes
    bool movesSites = false;       ///< a node becomes a site or is one no longer
    bool erasesGroups = false;     ///< nodes or tiers
    bool renamesNewcomers = false; ///< rows that the edit itself inserts

    /// Both kinds of deals in one list, which is taken out.
    [[nodiscard]] std::vector<DealId> takeDeals();
};

/// Finds it. The claims of a row matter only on the knowledge clock, the wholes of parts only where overlaps are taken
/// out. Of a status that moves its deals these are named in a small chain; in a large one nobody looks at them one by
/// one.
[[nodiscard]] Touched findTouched(const Chain& chain, const Lens& lens, FormulaBook& book, const Edit& edit);

/// Once it is applied: the deals that came with it are added to `deals` (by id, each once), all rows that came to
/// `touched.rows`.
void addInserted(const Chain& chain, const Edit& edit, Touched& touched, std::vector<DealId>& deals);

} // namespace ochain
