// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/chain.h"

#include <QString>

#include <functional>
#include <vector>

namespace ochain {

/// Whether a name may begin or end at a place of a text: letters of one word are not parted, Chinese ones may be.
[[nodiscard]] bool isEndOfWord(const QString& text, qsizetype at);

/// Gives each name of each node, as it is: key, English, Chinese; a name of one letter is none to be found in a text.
void forEachNodeName(const Chain& chain, const std::function<void(std::uint32_t node, const QString& name)>& take);

/// The nodes that somebody may mean by a text that names none: those whose name has it as words, or differs from it by
/// a letter or two. The first few; those with most deals first.
[[nodiscard]] std::vector<std::uint32_t> nodesNear(const Chain& chain, const QString& text);

} // namespace ochain
