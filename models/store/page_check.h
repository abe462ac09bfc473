// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "store/connection.h"

#include <string>

namespace ochain {

/// Looks through every page of a file: whether its trees are whole and each index is as its table. CHECKs are left to
/// the scan of the rows, which names row, field and rule; here they would pass for damage.
/// @return what is wrong in SQLite's words; "" if nothing is
[[nodiscard]] std::string pageFault(Connection& connection);

} // namespace ochain
