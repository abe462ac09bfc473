// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/chain.h"
#include "chain/error.h"
#include "chain/progress.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace ochain {

/// An earlier state of a chain file.
struct Backup {
    enum class Kind : std::uint8_t {
        Daily,     ///< as it was before the first edit of a day
        Migration, ///< as it was before a newer program brought it up to date
    };
    Kind kind = Kind::Daily;
    std::filesystem::path file;
    Date day;                ///< local date
    std::int64_t madeMs = 0; ///< milliseconds since 1970 UTC
    std::uintmax_t bytes = 0;
};

/// The folder beside a chain file that its daily backups lie in: "chain.ochain-backups".
[[nodiscard]] std::filesystem::path backupFolderOf(const std::filesystem::path& chain);
/// "2026-11-29.ochain" in that folder.
[[nodiscard]] std::filesystem::path dailyBackupOf(const std::filesystem::path& chain, Date day);

/// The backups of a chain file that there are, newest first. Nothing is opened.
[[nodiscard]] std::vector<Backup> backupsOf(const std::filesystem::path& chain);

/// Removes daily backups that are too old. Migration's are kept, and what else lies there.
/// @param today  local date
void removeOldBackups(const std::filesystem::path& chain, Date today) noexcept;

/// The chain that a backup holds; one that is damaged or newer than this program is refused.
[[nodiscard]] Result<Chain> readBackup(const std::filesystem::path& backup, const Progress& progress = {});

/// Makes a chain file of what can be read of a backup, with a history of its own, in place of a file that is there.
[[nodiscard]] Result<void> copyBackup(const std::filesystem::path& backup, const std::filesystem::path& target,
                                      const Progress& progress = {});

/// What the journal says of an edit that goes back to a backup: "Restored 2026-11-29.ochain", in English.
[[nodiscard]] std::string restoreReason(const std::filesystem::path& backup);

/// The local date of a moment.
/// @param time  seconds since 1970 UTC
[[nodiscard]] Date localDate(std::int64_t time) noexcept;

} // namespace ochain
