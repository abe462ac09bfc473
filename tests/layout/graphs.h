// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "layout/flow_layout.h"

#include <cstdint>
#include <random>

namespace ochain::test {

/// What random graphs are made of.
struct GraphRecipe {
    std::uint32_t nodes = 10;
    std::uint32_t links = 20;
    int columns = 0;           ///< 0: columns are to be found
    bool isForward = true;     ///< with columns: links lead to a later column
    bool passesColumns = true; ///< with columns and isForward: links may lead past the next column
    bool wild = false;         ///< values over twelve orders of magnitude, some zero; else whole numbers from 1 to 20
};

[[nodiscard]] layout::Graph randomGraph(const GraphRecipe& recipe, std::mt19937& random);

/// A number below `end`, the same on every machine (the library's distributions are not).
[[nodiscard]] std::uint32_t below(std::uint32_t end, std::mt19937& random);

} // namespace ochain::test
