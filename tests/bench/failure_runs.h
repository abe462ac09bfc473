// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "bench/results.h"
#include "rollups/snapshot.h"

#include <vector>

namespace ochain::bench {

/// How long it takes to tell what can be delivered and what a failure costs: of the node with most deals, and of every
/// firm, beside bare sweeps over all links, as many as the failures went through, in the same run. Figures that do not
/// agree are thrown with a message.
[[nodiscard]] std::vector<Result> measureFailures(const Snapshot& snapshot);

} // namespace ochain::bench
