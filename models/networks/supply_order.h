// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "networks/supply_links.h"

#include <cstdint>
#include <vector>

namespace ochain {

/// The nodes (by row) that are supplied with capacity or supply it, in strongly connected components: those that supply
/// one another in rings, each once; every component after those that supply it. Linear in nodes and links.
[[nodiscard]] std::vector<std::vector<std::uint32_t>> suppliersFirst(const SupplyLinks& supply);

} // namespace ochain
