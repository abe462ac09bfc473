// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/error.h"
#include "files/descriptor.h"

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace ochain {

/// A file that is to stand in a folder.
struct NewFile {
    std::string name;
    std::string_view text;
};

/// What becomes of a folder: these files in it, those gone, all others as they are.
struct FolderChange {
    std::vector<NewFile> written;
    std::vector<std::string> removed;
    /// Whether a file is surely one that such a change wrote: those that a killed program left are removed, all else is
    /// kept.
    std::function<bool(const std::filesystem::path&)> isOurs;
};

/// Changes a folder at once, so that after a kill at any moment it is the old one or the new one: the new folder is
/// built beside it, and the two change names. What a killed program left beside is settled by the next.
class FolderSwap {
public:
    FolderSwap(const std::filesystem::path& folder, const FolderChange& change);
    ~FolderSwap();
    FolderSwap(const FolderSwap&) = delete;
    FolderSwap& operator=(const FolderSwap&) = delete;

    /// @return whether it was done; false: this folder cannot be changed so (its own folder may not be written to, it
    /// is a mount, somebody stands in it …), and nothing was
    [[nodiscard]] Result<bool> run();

private:
    [[nodiscard]] bool isPossible() const;
    [[nodiscard]] Result<bool> makeBeside();
    [[nodiscard]] Result<void> fill();
    [[nodiscard]] bool isReplaced(const std::string& name) const;
    void carryOver() const;
    [[nodiscard]] bool dressAsOld() const;
    [[nodiscard]] Result<bool> swap();

    std::filesystem::path m_folder; ///< symlinks followed
    const FolderChange& m_change;
    std::filesystem::path m_beside; ///< empty: there is none
    Descriptor m_held;              ///< m_beside, locked
    bool m_isNew = false;           ///< there is no folder yet
};

/// Brings what a killed program left beside a folder to its end: what is not ours and missing in the folder goes back
/// into it, the rest is removed.
void settleSwaps(const std::filesystem::path& folder,
                 const std::function<bool(const std::filesystem::path&)>& isOurs) noexcept;

} // namespace ochain
