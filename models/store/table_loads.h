// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "store/table_scan.h"

namespace ochain {

/// Hands every row of every table that a file of the scan's version has to the loader, what a row refers to before it.
/// @return whether it was not cancelled
[[nodiscard]] bool loadTables(TableScan& scan, ChainLoader& loader);

} // namespace ochain
