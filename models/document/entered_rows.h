// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/edit.h"
#include "store/store.h"

#include <cstdint>
#include <vector>

namespace ochain {

// A row that is entered in a form stands in the file as soon as it can, and the fields that follow are edits of their
// own. They bear the author and the reason of the edit that added the row: by that they are one step of the history,
// also after a restart.

/// Whether an edit added the row that another one fills.
[[nodiscard]] bool addsRowOf(const Edit& filling, const Edit& earlier);
/// Whether an edit goes on with what another one, which came right before it, entered: it fills only the row that this
/// one added or went on with, for the same reason.
[[nodiscard]] bool goesOnWith(const Edit& later, const Edit& earlier);
/// The edits that one undo takes back, newest first: the last one that is not undone, and if it goes on with a row that
/// was being entered, all of that down to the edit that added it. Empty if there is nothing to undo.
/// @param newestFirst  of the journal; what lies further back than that is left alone
[[nodiscard]] std::vector<std::int64_t> undoneTogether(const std::vector<JournalEntry>& newestFirst);

} // namespace ochain
