// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/chain.h"
#include "chain/edit.h"

#include <string>

namespace ochain {

/// What an edit does, in English, for the journal when the user gave no reason: "Set capacity of AMD → OpenAI Group
/// PBC".
/// @param chain  as it is before the edit
[[nodiscard]] std::string defaultReason(const Chain& chain, const Edit& edit);

} // namespace ochain
