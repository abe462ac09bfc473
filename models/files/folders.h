// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <filesystem>

namespace ochain {

/// Whether this process may write here, by its effective rights and those of the file system.
[[nodiscard]] bool mayWrite(const std::filesystem::path& path) noexcept;
/// The folder a file lies in; never empty.
[[nodiscard]] std::filesystem::path folderOf(const std::filesystem::path& file);

} // namespace ochain
