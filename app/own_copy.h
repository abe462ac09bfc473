// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/error.h"

#include <filesystem>

namespace ochain {

/// Where the user's own copy of the shipped O-chain lies: in the data folder of the program.
[[nodiscard]] std::filesystem::path ownCopyPath();

/// Makes the user's copy from the shipped dataset if it is not there yet; an existing one is left alone.
[[nodiscard]] Result<std::filesystem::path> ensureOwnCopy();

/// A new chain file that has the tiers, kinds, statuses and boundaries of the shipped chain and nothing else; a file in
/// its place is replaced.
[[nodiscard]] Result<void> createBlankFile(const std::filesystem::path& file);

} // namespace ochain
