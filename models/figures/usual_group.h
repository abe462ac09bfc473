// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/chain.h"
#include "rollups/rollups.h"

#include <string>

namespace ochain {

/// The key of the group that is looked at where nobody chose one: OpenAI, else the top node with the most deals, else
/// the first tier; empty if there is none.
[[nodiscard]] std::string usualGroup(const Chain& chain, const Rollups& rollups);

} // namespace ochain
