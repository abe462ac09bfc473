// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "bench/results.h"
#include "chain/chain.h"

#include <vector>

namespace ochain::bench {

/// How long two lenses take to be compared, rollups included: all of the shipped chain, and the greatest group of the
/// one given, beside a full rollup of it in the same run. Rows that are not what the rollups say are thrown with a
/// message.
[[nodiscard]] std::vector<Result> measureCompare(const Chain& chain);

} // namespace ochain::bench
