// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/sentence.h"
#include "networks/deliverable.h"

#include <vector>

namespace ochain {

/// What is taken for given where it is told what a node can be delivered, and what is missing in it and upstream.
[[nodiscard]] std::vector<Sentence> assumptionsOf(const DeliverableCapacity& capacity, NodeId node);

} // namespace ochain
