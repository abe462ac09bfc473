// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/error.h"

#include <filesystem>
#include <string_view>

namespace ochain {

/// A name in the folder of a file that nobody uses, for writing beside it.
[[nodiscard]] std::filesystem::path temporaryBeside(const std::filesystem::path& file);
/// Makes a file's contents durable.
[[nodiscard]] Result<void> syncFile(const std::filesystem::path& file);
/// Makes durable which files a folder has.
void syncFolder(const std::filesystem::path& folder) noexcept;
/// Gives a finished file its place: durable, at once and whole. Without `replace` an existing file there is left alone
/// (EEXIST's error). The finished file is gone in any case.
[[nodiscard]] Result<void> putInPlace(const std::filesystem::path& finished, const std::filesystem::path& file,
                                      bool replace);
/// Where a file that is put in place whole comes to lie: symlinks are followed and stay. Refused is what would be lost
/// by it, a folder, a device, a pipe or a symlink that leads nowhere.
[[nodiscard]] Result<std::filesystem::path> fileToReplace(const std::filesystem::path& file);
/// Writes a text durably into a new file beside the one it is to replace. @return the new file, for putInPlace()
[[nodiscard]] Result<std::filesystem::path> writeBeside(const std::filesystem::path& file, std::string_view text);
/// Writes a text file beside and puts it in place, over an existing one.
[[nodiscard]] Result<void> writeWhole(const std::filesystem::path& file, std::string_view text);
/// Reads a file; a pipe or a device, which may never end, is refused, and so is what is too large.
/// @param most  bytes
[[nodiscard]] Result<std::string> readWhole(const std::filesystem::path& file, std::size_t most);

} // namespace ochain
