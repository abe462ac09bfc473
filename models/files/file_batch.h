// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/error.h"

#include <filesystem>
#include <string_view>
#include <vector>

namespace ochain {

/// Files that take their places together: all are written beside first, and when one cannot be written or put in its
/// place, the folder is as it was.
class FileBatch {
public:
    FileBatch() = default;
    FileBatch(const FileBatch&) = delete;
    FileBatch& operator=(const FileBatch&) = delete;
    /// Takes away what did not come to its place.
    ~FileBatch();

    /// Writes a text beside a file, for putInPlace().
    [[nodiscard]] Result<void> write(const std::filesystem::path& file, std::string_view text);
    /// Notes a file to be removed by putInPlace().
    void remove(const std::filesystem::path& file);
    [[nodiscard]] Result<void> putInPlace();

private:
    struct Member {
        std::filesystem::path file; ///< symlinks followed
        std::filesystem::path part; ///< the new file; empty: to be removed
        std::filesystem::path kept; ///< a name of the old file until all is done; empty: there was no file
        bool isDone = false;
    };
    [[nodiscard]] static Result<void> keepOld(Member& member);
    [[nodiscard]] static Result<void> place(Member& member);
    static void giveBack(Member& member) noexcept;
    void takeBack() noexcept;
    void syncFolders() const noexcept;

    std::vector<Member> m_members;
};

} // namespace ochain
