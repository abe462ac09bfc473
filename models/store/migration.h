// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/progress.h"
#include "store/connection.h"

namespace ochain {

/// The schema's number in a file. NotOurs: 0, a file whose making was broken off; Newer: made by a later program.
[[nodiscard]] Result<int> versionOf(Connection& connection);
/// Brings a file up to date, after a copy of it beside: chain.ochain.v1.bak, or .v1-2.bak if that is taken. Whole or
/// not at all; Cancelled when `progress` says so.
[[nodiscard]] Result<void> migrate(Connection& connection, const Progress& progress);

} // namespace ochain
