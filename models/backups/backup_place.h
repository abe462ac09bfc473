// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/date.h"
#include "chain/error.h"

#include <filesystem>
#include <optional>

namespace ochain {

/// The place that a daily backup is written to before it gets its name, held by one writer: others that begin at the
/// same time find it taken. Whoever holds it and is killed lets go of it, and the next one writes over what is left.
class BackupPlace {
public:
    /// Makes the folder if need be and takes the place.
    /// @return nothing if there is a backup of that day already, or another writer is making it
    [[nodiscard]] static Result<std::optional<BackupPlace>> take(const std::filesystem::path& chain, Date day);
    /// Removes what was written but did not get its name.
    ~BackupPlace();
    BackupPlace(BackupPlace&& other) noexcept;
    BackupPlace& operator=(BackupPlace&& other) = delete;

    /// An empty file, to be written.
    [[nodiscard]] const std::filesystem::path& part() const noexcept { return m_part; }
    /// How much fits into it, for the user.
    [[nodiscard]] std::uintmax_t room() const noexcept;
    /// Gives the finished file its name, and the rights of the chain file.
    [[nodiscard]] Result<void> putInPlace();

private:
    BackupPlace(std::filesystem::path chain, std::filesystem::path backup, std::filesystem::path part, int descriptor);
    void sweep() const noexcept;

    std::filesystem::path m_chain;
    std::filesystem::path m_backup;
    std::filesystem::path m_part;
    int m_descriptor = -1; ///< of the part; the lock on it ends with it
};

} // namespace ochain
