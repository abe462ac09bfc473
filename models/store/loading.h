// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/chain_loader.h"
#include "store/connection.h"
#include "store/store.h"

namespace ochain {

/// Reads all tables of a file into a chain within one read transaction. What cannot be read is reported (rule Damaged,
/// or what is wrong with the row) and left out; the rest is read. Errors: locked, cancelled, out of memory.
/// @param version  user_version of the file: tables of later versions are taken as empty
[[nodiscard]] Result<Loaded> loadChain(Connection& connection, int version, const Progress& progress);

} // namespace ochain
