// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/error.h"
#include "chain/progress.h"

#include <cstdint>
#include <filesystem>
#include <memory>

namespace ochain {

/// A chain file as it stands at one moment, whatever is written to it afterwards: to be copied while edits go on. For
/// one thread at a time, be it another than that which took it. Names no SQLite type, as the store.
class FileSnapshot {
public:
    /// Takes hold of the file as it stands now; costs no more than opening it.
    [[nodiscard]] static Result<FileSnapshot> take(const std::filesystem::path& file);
    ~FileSnapshot();
    FileSnapshot(FileSnapshot&& other) noexcept;
    FileSnapshot& operator=(FileSnapshot&& other) noexcept;

    /// Whether edits can be written while this lives. Where the place has no write-ahead log they have to wait.
    [[nodiscard]] bool letsOthersWrite() const noexcept;
    /// Of the copy.
    [[nodiscard]] std::int64_t bytes() const noexcept;
    /// Writes the whole file, journal included, as one plain database; not durable before it is synced.
    /// @param target  an empty file, or none yet
    [[nodiscard]] Result<void> copyTo(const std::filesystem::path& target, const Progress& progress = {});

private:
    struct Private;
    explicit FileSnapshot(std::unique_ptr<Private> data);
    std::unique_ptr<Private> m_private;
};

} // namespace ochain
