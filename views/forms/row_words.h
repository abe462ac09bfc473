// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/chain.h"

#include <QString>

namespace ochain {

/// "Node", "Event": one row of a table, translated.
[[nodiscard]] QString tableWord(Table table);
/// What the head of a form calls a row: its name, else its key.
[[nodiscard]] QString rowTitle(const Chain& chain, RowRef row);
/// What stands below: what kind of thing it is, where, and its key.
[[nodiscard]] QString rowSubtitle(const Chain& chain, RowRef row);

} // namespace ochain
