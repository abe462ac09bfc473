// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/error.h"
#include "files/part_file.h"

#include <filesystem>
#include <optional>
#include <string_view>
#include <vector>

namespace ochain {

/// Files that take their places together: all are written beside first, and when one cannot be written or put in its
/// place, the others are given back. A kill between leaves some of them new: where it can be, use FolderSwap.
class FileBatch {
public:
    FileBatch() = default;
    FileBatch(const FileBatch&) = delete;
    FileBatch& operator=(const FileBatch&) = delete;

    /// Settles what a batch that was killed left of a file: gives it back if it is gone, else removes what was kept of
    /// its old state. For whoever alone works in the folder.
    static void settle(const std::filesystem::path& file);
    /// Writes a text beside a file, for putInPlace(). The file must be a plain one, or none.
    [[nodiscard]] Result<void> write(const std::filesystem::path& file, std::string_view text);
    /// Notes a file to be removed by putInPlace().
    void remove(const std::filesystem::path& file);
    [[nodiscard]] Result<void> putInPlace();

private:
    struct Member {
        std::filesystem::path file;
        std::optional<PartFile> part; ///< the new file; none: to be removed
        std::filesystem::path kept;   ///< a name of the old file until all is done; empty: there was no file
        bool isDone = false;
    };
    [[nodiscard]] static Result<void> keepOld(Member& member);
    [[nodiscard]] static Result<void> place(Member& member);
    /// @return whether the old file has its place again
    static bool giveBack(Member& member) noexcept;
    /// @return `why`, with what could not be given back
    [[nodiscard]] Error takeBack(Error why) noexcept;
    [[nodiscard]] Result<void> syncFolders() const;

    std::vector<Member> m_members;
};

} // namespace ochain
