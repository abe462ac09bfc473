// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/sentence.h"
#include "networks/exposure_words.h"
#include "networks/ownership.h"

#include <vector>

namespace ochain {

/// What ownership takes for given, and what it leaves out.
[[nodiscard]] std::vector<Sentence> assumptionsOf(const Ownership& ownership, const NodeWords& nameOf);

} // namespace ochain
