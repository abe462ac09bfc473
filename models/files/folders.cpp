// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "files/folders.h"

#include <fcntl.h>
#include <unistd.h>

namespace ochain {

namespace fs = std::filesystem;

bool mayWrite(const fs::path& path) noexcept
{
    return ::faccessat(AT_FDCWD, path.c_str(), W_OK, AT_EACCESS) == 0;
}

fs::path folderOf(const fs::path& file)
{
    const fs::path folder = file.parent_path();
    return folder.empty() ? fs::path(".") : folder;
}

} // namespace ochain
