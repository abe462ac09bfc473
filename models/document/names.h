// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/chain.h"
#include "language/language.h"
#include "rollups/rollups.h"

#include <QString>

#include <string_view>

namespace ochain {

/// A UTF-8 text of the chain as a QString: as it is, for whoever edits, compares or stores it.
[[nodiscard]] QString toQString(std::string_view utf8);
/// The same for the screen: what hides in it or turns it round is named (chain/visible.h). Names below are so already.
[[nodiscard]] QString visibleText(std::string_view utf8);
[[nodiscard]] QString visibleText(const QString& text);

/// In the language of the moment: Chinese if that is it and there is a Chinese name, else English, else the key.
[[nodiscard]] QString nameOf(const Chain& chain, TierId tier);
[[nodiscard]] QString nameOf(const Chain& chain, NodeId node);
[[nodiscard]] QString nameOf(const Chain& chain, KindId kind);
[[nodiscard]] QString nameOf(const Chain& chain, StatusId status);
[[nodiscard]] QString nameOf(const Chain& chain, Group group);
/// "AMD → OpenAI Group PBC", from left to right whatever the names are written in.
[[nodiscard]] QString nameOf(const Chain& chain, DealId deal);
/// What a row of any table is called: a name, a title, or its key. Empty if the row is not alive.
[[nodiscard]] QString nameOf(const Chain& chain, RowRef row);
/// The same in a given language, as it is: for what is written into a file, or found under either name.
[[nodiscard]] QString nameIn(Language chosen, const Chain& chain, RowRef row);

} // namespace ochain
