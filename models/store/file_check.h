// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/error.h"

#include <filesystem>

namespace ochain {

inline constexpr std::int32_t kApplicationId = 0x4F43484E; ///< "OCHN", at offset 68 of a chain file

/// What can be said about a file before SQLite touches it.
struct FileState {
    bool mayWrite = false;       ///< the file
    bool mayWriteFolder = false; ///< needed for the journal beside it
    bool isWal = false;          ///< was left in WAL mode: open elsewhere, or not closed properly
};

/// Looks whether this can be a chain file: there, a file, not empty, SQLite, ours, and nothing bad beside it. Writes
/// nothing. Each reason against it is an error of its own.
[[nodiscard]] Result<FileState> checkFile(const std::filesystem::path& file);

} // namespace ochain
