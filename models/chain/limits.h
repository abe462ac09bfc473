// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/date.h"

#include <cstddef>
#include <string_view>

namespace ochain {

// How large a part of a chain may be that something walks again and again: far above what is sensible, so that no file
// keeps the program busy for longer than its size asks for (data/README.md, section 6).

inline constexpr int kMaxDepth = 100; ///< rows above one: of tiers and nodes in one another, parts of deals
inline constexpr std::size_t kMaxTiers = 1000;
inline constexpr std::size_t kMaxTranches = 1000;   ///< of one deal
inline constexpr std::size_t kMaxDealClaims = 1000; ///< adopted ones of one deal, its tranches' among them

/// The setting that names the last year of the calendar, and the years it may name.
inline constexpr std::string_view kHorizonKey = "horizon";
[[nodiscard]] constexpr bool isHorizon(int year) noexcept
{
    return year >= kMinYear && year <= kMaxYear;
}
/// Without that setting the calendar ends at most so many years after the latest announcement.
inline constexpr int kYearsAhead = 15;

} // namespace ochain
