// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <optional>

#include <sqlite3.h>
#include <sys/types.h>

namespace ochain {

/// Which file it is, whatever it is called.
struct FileIdentity {
    dev_t device = 0;
    ino_t inode = 0;
    bool operator==(const FileIdentity&) const = default;
};
/// The file that has a name now; none if there is none.
[[nodiscard]] std::optional<FileIdentity> identityAt(const char* path) noexcept;

/// The name of SQLite's way to files with a guard before it, for connections to files that nobody vouches for. Of what
/// lies beside a database it opens plain files only, of which checkSideFile() thinks nothing bad; it never opens a
/// super-journal, and never deletes anything but journals and logs. It also notes which log a connection has opened.
[[nodiscard]] const char* guardedVfs();
/// The log that a connection writes to; none unless it has one open (and came by guardedVfs()).
[[nodiscard]] std::optional<FileIdentity> openLogOf(sqlite3* database) noexcept;

} // namespace ochain
