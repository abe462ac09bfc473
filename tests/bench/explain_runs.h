// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "bench/results.h"
#include "rollups/rollups.h"

#include <vector>

namespace ochain::bench {

/// How long cells take to be told apart (two levels and more: all that an explanation holds): of OpenAI in the shipped
/// chain, of groups of up to 10,000 deals in the one given, and of the greatest group there is. A cell that is not what
/// the rollups say is thrown with a message.
[[nodiscard]] std::vector<Result> measureExplain(const Chain& chain, const Rollups& rollups);

} // namespace ochain::bench
