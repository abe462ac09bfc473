// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/chain.h"
#include "language/language.h"
#include "rollups/rollups.h"

#include <QString>

#include <string_view>

namespace ochain {

/// A UTF-8 text of the chain as a QString.
[[nodiscard]] QString toQString(std::string_view utf8);

/// In the language of the moment: Chinese if that is it and there is a Chinese name, else English, else the key.
[[nodiscard]] QString nameOf(const Chain& chain, TierId tier);
[[nodiscard]] QString nameOf(const Chain& chain, NodeId node);
[[nodiscard]] QString nameOf(const Chain& chain, KindId kind);
[[nodiscard]] QString nameOf(const Chain& chain, StatusId status);
[[nodiscard]] QString nameOf(const Chain& chain, Group group);
/// "AMD → OpenAI Group PBC".
[[nodiscard]] QString nameOf(const Chain& chain, DealId deal);
/// What a row of any table is called: a name, a title, or its key. Empty if the row is not alive.
[[nodiscard]] QString nameOf(const Chain& chain, RowRef row);
/// The same in a given language: for what is written into a file, or found under either name.
[[nodiscard]] QString nameIn(Language chosen, const Chain& chain, RowRef row);

} // namespace ochain
