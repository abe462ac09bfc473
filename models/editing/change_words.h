// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/chain.h"
#include "chain/edit.h"

#include <QString>

#include <cstddef>
#include <optional>
#include <vector>

namespace ochain {

// What an edit did, for whoever looks at it later: in names as they are now, not in keys. What is gone by now has the
// name that the edit itself tells, else its key.

/// What a row that an edit changed is called: "AMD → OpenAI Group PBC", "Citation of AMD → OpenAI Group PBC".
[[nodiscard]] QString nameOfChanged(const Chain& chain, const Edit& edit, const RowChange& change);
/// "AMD → OpenAI Group PBC: Capacity 6.0 GW → 7.0 GW; Starts – → 2026-07", "Node AMD added".
/// @param edit  that has the change: what it takes along is called as it says
[[nodiscard]] QString changeInWords(const Chain& chain, const Edit& edit, const RowChange& change);
/// The changes of an edit, that which the others come with first, else in its order.
/// @param most  so many are asked for
[[nodiscard]] std::vector<const RowChange*> mainChanges(const Edit& edit, std::size_t most);

/// The row with a form of its own that a row is looked at in: the deal of a tranche, what a citation or claim is of;
/// else the row itself.
[[nodiscard]] RowRef shownFor(const Chain& chain, RowRef row);
/// The row that an edit is about: of those that are still there the one that the others come with. None if nothing of
/// it is there, or has a form.
[[nodiscard]] std::optional<RowRef> rowAbout(const Chain& chain, const Edit& edit);

} // namespace ochain
