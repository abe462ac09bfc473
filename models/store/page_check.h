// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/progress.h"
#include "store/connection.h"

#include <optional>
#include <string>

namespace ochain {

/// Looks through every page of a file: whether its trees are whole and each index is as its table. CHECKs are left to
/// the scan of the rows, which names row, field and rule; here they would pass for damage.
/// @param progress  asked now and then whether to go on
/// @return what is wrong in SQLite's words, "" if nothing is; nothing if it was told to stop. Throws SQLite::Exception
/// for what is in the way.
[[nodiscard]] std::optional<std::string> pageFault(Connection& connection, const Progress& progress = {});

} // namespace ochain
