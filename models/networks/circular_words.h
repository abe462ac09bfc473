// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/sentence.h"
#include "networks/chance.h"
#include "networks/circular.h"

#include <vector>

namespace ochain {

/// What circular money takes for given, and what it leaves out.
[[nodiscard]] std::vector<Sentence> assumptionsOf(const CircularMoney& money);
/// What is held against chance, and how.
[[nodiscard]] std::vector<Sentence> assumptionsOf(const Chance& chance);

} // namespace ochain
