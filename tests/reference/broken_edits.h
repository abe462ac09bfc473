// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/chain.h"

#include <cstddef>
#include <optional>
#include <string>

namespace ochain {

inline constexpr std::size_t kBrokenEdits = 30;

/// An edit that breaks just one rule of data/README.md, section 6.
struct BrokenEdit {
    std::string rule;         ///< in words
    std::optional<Edit> edit; ///< nothing where an EditBuilder would not even put it together
};

/// @param number  below kBrokenEdits
/// @param chain   has a node, a deal and a metric at least, or the edit may be nothing
[[nodiscard]] BrokenEdit brokenEdit(const Chain& chain, std::size_t number);

} // namespace ochain
