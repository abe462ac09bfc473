// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/error.h"

#include <filesystem>
#include <string>
#include <string_view>

namespace ochain {

/// Makes durable which files a folder has.
/// @return errno of what failed; 0 also where the file system cannot, and loses nothing by it
[[nodiscard]] int syncFolder(const std::filesystem::path& folder) noexcept;
/// Moves a finished file to its place, at once and whole. @return errno; EEXIST if there is a file that is not to be
/// replaced
[[nodiscard]] int moveInPlace(const std::filesystem::path& finished, const std::filesystem::path& file,
                              bool replace) noexcept;
/// Makes durable that a file has come to its place; an error says that it is there, though.
[[nodiscard]] Result<void> confirmFolder(const std::filesystem::path& file);
/// Where a file that is put in place whole comes to lie: symlinks are followed and stay. Refused is what would be lost
/// by it, a folder, a device, a pipe or a symlink that leads nowhere.
[[nodiscard]] Result<std::filesystem::path> fileToReplace(const std::filesystem::path& file);
/// Whether a file may be written in a folder that somebody else may have filled: there is none, or a plain one. A
/// symlink is refused: it may lead anywhere.
[[nodiscard]] Result<void> checkPlainOrNone(const std::filesystem::path& file);
/// Writes a text file beside and puts it in place, over an existing one.
[[nodiscard]] Result<void> writeWhole(const std::filesystem::path& file, std::string_view text);
/// Reads a file; a pipe or a device, which may never end, is refused, and so is what is too large.
/// @param most  bytes
[[nodiscard]] Result<std::string> readWhole(const std::filesystem::path& file, std::size_t most);

} // namespace ochain
