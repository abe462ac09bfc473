// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "layout/layered.h"

#include <filesystem>
#include <optional>

namespace ochain::bench {

/// The least weighted crossings of any order, proven by integer search: a 0-1 variable for every two items of a column,
/// transitivity as clauses, and for every wish (see layout/wishes.h) a clause that costs its weight if it is broken.
/// Solved by the program `clasp` (Debian package of that name), from unsatisfiable cores. For whole values only.
/// @param known weighted crossings of some order: nothing dearer is looked for
/// @param seconds after which the proof is given up
/// @param folder for the problem's text
/// @return nothing if the time was too short, or clasp is not there
[[nodiscard]] std::optional<double> provenOptimum(const layout::Layered& layered, double known, int seconds,
                                                  const std::filesystem::path& folder);

} // namespace ochain::bench
