// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/chain.h"

namespace ochain {

/// When the newest source of a row was published: of those that it cites, or that made a claim about it; of a deal
/// those of its tranches too. Not set if none has a date.
[[nodiscard]] Date newestSource(const Chain& chain, RowRef row);

/// The day a year earlier, of the same date; of 29 February the day after the 28th.
[[nodiscard]] Day yearBefore(Day day) noexcept;
/// Whether a deal is open, neither completed nor cancelled, and its newest source is from before a day. One without a
/// dated source is not old: nobody knows.
[[nodiscard]] bool isOpenWithoutSourceSince(const Chain& chain, DealId deal, Day day);

} // namespace ochain
