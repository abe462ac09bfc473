// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/chain.h"
#include "store/connection.h"
#include "store/differences.h"
#include "store/journal_scan.h"

#include <vector>

namespace ochain {

/// How what stands in a file differs from what it says of itself.
struct ContentCheck {
    DigestSet differing;           ///< tables whose rows are others
    std::vector<Difference> known; ///< the rows and fields of them that the journal can tell
    Problems problems;             ///< the same in sentences, the tables first
};

/// Holds what was read from a file against its digests.
/// @param found    what stood in the tables
/// @param damaged  tables of which it is said already that parts cannot be read
[[nodiscard]] ContentCheck checkContent(Connection& connection, const Chain& chain, const DigestState& digests,
                                        const TableDigests& found, const DigestSet& damaged);

} // namespace ochain
