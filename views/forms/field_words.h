// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/chain.h"

#include <QString>

namespace ochain {

/// A text as a field's editor holds it, in words: what a choice stands for, rows by their names, all else as it is.
[[nodiscard]] QString shownInWords(const Chain& chain, Table table, Field field, const QString& text);

} // namespace ochain
