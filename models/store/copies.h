// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/error.h"
#include "chain/progress.h"
#include "files/part_file.h"

#include <filesystem>
#include <string>

#include <SQLiteCpp/Database.h>

namespace ochain {

/// Puts a copy of a chain beside it under the first name that is free: chain.ochain.WHAT.bak, chain.ochain.WHAT-2.bak …
/// @return that name
[[nodiscard]] Result<std::filesystem::path> putCopyBeside(PartFile& copy, const std::filesystem::path& file,
                                                          const std::string& what);
/// The same with all that a connection, which must not be writing, sees of the chain. Cancelled: no copy is left.
[[nodiscard]] Result<std::filesystem::path> copyBeside(SQLite::Database& from, const std::filesystem::path& file,
                                                       const std::string& what, const Progress& progress = {});
/// The n-th such name, from 1.
[[nodiscard]] std::filesystem::path copyName(const std::filesystem::path& file, const std::string& what, int n);

} // namespace ochain
