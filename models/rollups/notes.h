// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/chain.h"

namespace ochain {

/// What is to be looked at in a chain, though nothing of it is refused (data/README.md, section 6).
/// @param today  the day against which "completed, but ends later" is judged
[[nodiscard]] Problems notesOf(const Chain& chain, Day today);

} // namespace ochain
