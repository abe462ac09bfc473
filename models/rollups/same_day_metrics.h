// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/chain.h"

#include <utility>
#include <vector>

namespace ochain {

/// Metrics of a series that a formula names which no formula reads: another of the series is of the same day and known
/// since the same day, and of such the one with the last key counts. Those without a day or a value are left aside.
/// @return each with the one that counts, in the order they were entered
[[nodiscard]] std::vector<std::pair<MetricId, MetricId>> overruledMetrics(const Chain& chain);

} // namespace ochain
