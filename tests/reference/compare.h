// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "reference/naive.h"
#include "rollups/rollups.h"

#include <map>
#include <string>

namespace ochain {

using Lines = std::map<naive::LineKey, naive::Line>;

/// The figures that rollups give for a line of the reference.
[[nodiscard]] naive::Line lineOf(const Chain& chain, const Rollups& rollups, const naive::LineKey& key);

/// The first cell in which rollups, rollups computed from scratch and the reference are not the same, with what each
/// says and the deals concerned; "" if they agree in every group, measure, layer and period.
[[nodiscard]] std::string firstDifference(const Chain& chain, const Rollups& rollups, const Rollups& fresh,
                                          const naive::Figures& expected);

/// What Changed says moved against what did: the first line that moved unannounced, was announced but did not move, or
/// has other totals or quarters; "" if it tells the truth. Lines of groups that are new or gone are left out.
[[nodiscard]] std::string firstUntruth(const Chain& chain, const Changed& changed, const Lines& before,
                                       const Lines& after);

/// All rows of all tables as text.
[[nodiscard]] std::string dump(const Chain& chain);

/// A lens and an edit as one reads them in a failure.
[[nodiscard]] std::string describe(const Lens& lens);
[[nodiscard]] std::string describe(const Edit& edit);

} // namespace ochain
