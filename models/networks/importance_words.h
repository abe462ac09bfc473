// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/sentence.h"
#include "networks/importance.h"

#include <vector>

namespace ochain {

/// What is taken for given where it is told what a failure costs.
[[nodiscard]] std::vector<Sentence> assumptionsOf(const Importance& importance);

} // namespace ochain
