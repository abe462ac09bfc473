// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace ochain {

/// The strong components of a directed graph: places that reach one another.
struct StrongParts {
    /// By place. A part that leads to others has a greater number than they have: parts are numbered as they are left.
    std::vector<std::uint32_t> partOf;
    std::size_t count = 0;
};

/// @param edges  from and to, in any order
[[nodiscard]] StrongParts strongPartsOf(std::size_t places, std::vector<std::pair<std::uint32_t, std::uint32_t>> edges);

} // namespace ochain
