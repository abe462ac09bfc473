// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/chain.h"
#include "graphs/graph_words.h"

namespace ochain {

/// Names, keys and figures in the file of a graph, as forms take them.
/// @param chain  that the graph is for; must outlive the words
[[nodiscard]] GraphWords graphTerms(const Chain& chain);

} // namespace ochain
