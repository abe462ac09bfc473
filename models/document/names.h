// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/chain.h"
#include "rollups/rollups.h"

#include <QString>

#include <cstdint>
#include <string_view>

namespace ochain {

/// The language in which names from the data are shown; that of the interface.
enum class Language : std::uint8_t { English, Chinese };

/// A UTF-8 text of the chain as a QString.
[[nodiscard]] QString toQString(std::string_view utf8);

/// Chinese if the language is Chinese and there is one, else English, else the key.
[[nodiscard]] QString nameOf(const Chain& chain, TierId tier, Language language);
[[nodiscard]] QString nameOf(const Chain& chain, NodeId node, Language language);
[[nodiscard]] QString nameOf(const Chain& chain, KindId kind, Language language);
[[nodiscard]] QString nameOf(const Chain& chain, StatusId status, Language language);
[[nodiscard]] QString nameOf(const Chain& chain, Group group, Language language);
/// "AMD → OpenAI Group PBC".
[[nodiscard]] QString nameOf(const Chain& chain, DealId deal, Language language);
/// What a row of any table is called: a name, a title, or its key. Empty if the row is not alive.
[[nodiscard]] QString nameOf(const Chain& chain, RowRef row, Language language);

} // namespace ochain
