// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/chain.h"

namespace ochain {

/// When the newest source of a row was published: of those that it cites, or that made a claim about it; of a deal
/// those of its tranches too. Not set if none has a date.
[[nodiscard]] Date newestSource(const Chain& chain, RowRef row);

} // namespace ochain
