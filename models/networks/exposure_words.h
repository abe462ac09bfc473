// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/sentence.h"
#include "networks/exposure.h"

#include <functional>
#include <string>
#include <vector>

namespace ochain {

/// What a node is called by whoever shows it.
using NodeWords = std::function<std::string(NodeId)>;

/// "A, B, C … +2": as many names as a sentence bears, then how many more there are.
[[nodiscard]] std::string namesInWords(const std::vector<NodeId>& nodes, const NodeWords& nameOf);

/// What an exposure takes for given, and what it leaves out.
[[nodiscard]] std::vector<Sentence> assumptionsOf(const Chain& chain, const Exposure& exposure);
[[nodiscard]] std::vector<Sentence> assumptionsOf(const LookThrough& through, const NodeWords& nameOf);

} // namespace ochain
