// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/error.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <type_traits>
#include <vector>

#include <sqlite3.h>

namespace ochain {

/// A database file, read by SQLite's own means. A file that this process has open already must not be opened and closed
/// by others: closing any descriptor of a file takes all its locks away, and the next edit would go into a log that
/// another process has deleted.
class VfsFile {
public:
    [[nodiscard]] static Result<VfsFile> open(const std::filesystem::path& file);

    [[nodiscard]] Result<std::int64_t> size() const;
    /// Reads bytes that are there.
    [[nodiscard]] Result<void> read(void* bytes, std::size_t count, std::int64_t from) const;
    /// Whether somebody is writing to it by a journal, or about to.
    [[nodiscard]] bool isReserved() const noexcept;

private:
    struct Close {
        void operator()(sqlite3_file* file) const noexcept;
    };
    using Name = std::remove_pointer_t<decltype(sqlite3_create_filename("", "", "", 0, nullptr))>;

    VfsFile() = default;
    [[nodiscard]] tl::unexpected<Error> failed() const;

    std::filesystem::path m_file;
    std::unique_ptr<Name, decltype(&sqlite3_free_filename)> m_name{nullptr, &sqlite3_free_filename};
    std::vector<std::max_align_t> m_memory; ///< what m_handle lies in
    std::unique_ptr<sqlite3_file, Close> m_handle;
};

} // namespace ochain
