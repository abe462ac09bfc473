// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "files/folder_swap.h"

namespace ochain {

/// Changes the files of a folder, which is made if it is missing: at once where the place allows it (see FolderSwap),
/// else file by file, and when one cannot be put in its place the others are given back. No symlink in it is followed:
/// what is to be written or removed must be a plain file.
[[nodiscard]] Result<void> changeFolder(const std::filesystem::path& folder, const FolderChange& change);

} // namespace ochain
