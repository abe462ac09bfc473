// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/progress.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace ochain {

/// What a place passes on to another, of what it gets.
struct PassedOn {
    std::uint32_t from = 0;
    std::uint32_t to = 0;
    std::int64_t amount = 0; ///< at least 0
};

/// Places that pass on what they get, in shares: amount ÷ whole of what leaves by a link. It is A of (I − A)^-1, where
/// column j holds what j passes on.
struct PassingNetwork {
    std::vector<PassedOn> links;
    std::vector<std::int64_t> wholes; ///< by place; at least what it passes on, and above 0 where it passes on anything
};

/// Where one unit that enters at a place gets to.
struct Arrivals {
    std::vector<double> amounts; ///< by place: all that ever arrives; of the start with the unit that enters
    /// Groups that pass on all they get, and only among themselves: what gets there goes round for ever. Of these
    /// `amounts` holds what arrives from outside the group, once. Each by place; only those that are reached.
    std::vector<std::vector<std::uint32_t>> closedGroups;
    double residual = 0; ///< greatest |e − (I − A) x|, of units; 0 over a number of tiers
    int iterations = 0;
};

/// Column `start` of (I − A)^-1: what arrives in the end (Miller & Blair, Input-Output Analysis, ch. 2). Looks only at
/// what can be reached.
/// @param progress  asked now and then; false from it cancels, and there is nothing
[[nodiscard]] std::optional<Arrivals> reachFrom(const PassingNetwork& network, std::uint32_t start,
                                                const Progress& progress = {});
/// What arrives by at most so many links: column `start` of I + A + … + A^tiers.
[[nodiscard]] std::optional<Arrivals> reachFrom(const PassingNetwork& network, std::uint32_t start, int tiers,
                                                const Progress& progress = {});

} // namespace ochain
