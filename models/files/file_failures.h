// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/error.h"

#include <filesystem>

namespace ochain {

/// Whether a system call failed because there is no room left: the disk, a quota or the size a file may have.
[[nodiscard]] bool isDiskFull(int systemError) noexcept;
/// What a failed call of the operating system means to a person: kind, what, where and how to mend it.
/// @param systemError  errno of the call
[[nodiscard]] Error fileError(const std::filesystem::path& file, int systemError);
[[nodiscard]] Error noMemory();

} // namespace ochain
