// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "bench/results.h"
#include "rollups/snapshot.h"

#include <vector>

namespace ochain::bench {

/// How long exposure to the end and the largest rings take: of the chain given, who pays whom included, and beside a
/// plain solution of the same matrix by Eigen in the same run; 500 runs of chance of the shipped chain. Where the
/// two solutions differ, that is thrown with a message.
[[nodiscard]] std::vector<Result> measureNetworks(const Snapshot& snapshot);

} // namespace ochain::bench
