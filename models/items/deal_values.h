// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/chain.h"

#include <QStringList>

namespace ochain {

/// What deals may have in a column of texts that can be listed: names of parties, kinds, choices; else nothing.
/// @param column  a DealsModel::Column
[[nodiscard]] QStringList dealValues(const Chain& chain, int column);

} // namespace ochain
