// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/chain.h"
#include "chain/edit.h"
#include "chain/progress.h"

#include <optional>

namespace ochain {

/// The edit that makes one chain say just what another says, the order of rows included. Rows are known by key, those
/// without one by what they say, as in importCsv(). Rows that come keep the number they have in the other chain where
/// it is free, so that a row that was erased comes back to its place.
/// @param after     a chain that loaded without problems
/// @param progress  as in Store::load; nothing is returned if it cancels
[[nodiscard]] std::optional<Edit> difference(const Chain& before, const Chain& after, const Progress& progress = {});

/// The same edit for reading: its changes table by table, otherwise in their order.
[[nodiscard]] Edit byTable(Edit edit);

} // namespace ochain
