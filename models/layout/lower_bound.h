// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "layered.h"

#include <cstdint>

namespace ochain::layout {

/// A number that no order of the same columns goes below: in each gap, two items on the left that are both joined to
/// the same two on the right cost at least the cheaper of the two ways, and no pair of segments belongs to two such
/// quadruples.
[[nodiscard]] double crossingsBound(const Layered& layered);

/// The same and more: sets of wishes (two segments would rather not cross) of which one at least stays unfulfilled add
/// the least of their weights; what is left of the others may be part of further sets. Wishes contradict each other
/// around a cycle, or because the order of a column is transitive.
/// @param steps of work at most, about 2 ns each; graphs that are too large for it get crossingsBound
[[nodiscard]] double conflictBound(const Layered& layered, std::uint64_t steps);

} // namespace ochain::layout
