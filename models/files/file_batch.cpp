// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "files/file_batch.h"

#include "files/file_failures.h"
#include "files/folders.h"
#include "files/safe_file.h"
#include "files/unfinished.h"

#include <algorithm>
#include <cerrno>
#include <set>
#include <system_error>
#include <utility>

#include <unistd.h>

namespace ochain {

namespace fs = std::filesystem;

FileBatch::~FileBatch()
{
    for (const Member& member : m_members)
        if (!member.isDone && !member.part.empty())
            ::unlink(member.part.c_str());
}

Result<void> FileBatch::write(const fs::path& file, std::string_view text)
{
    const Result<fs::path> target = fileToReplace(file);
    if (!target)
        return tl::unexpected(target.error());
    Result<fs::path> part = writeBeside(*target, text);
    if (!part)
        return tl::unexpected(std::move(part.error()));
    m_members.push_back({*target, std::move(*part), {}});
    return {};
}

void FileBatch::remove(const fs::path& file)
{
    m_members.push_back({file, {}, {}});
}

/// Gives the old file a second name, or its only one where it can have no second (exFAT, shares, files of others): then
/// its place is empty until the new one comes, but it can always be given back.
Result<void> FileBatch::keepOld(Member& member)
{
    fs::path kept = temporaryBeside(member.file);
    int problem = ::link(member.file.c_str(), kept.c_str()) == 0 ? 0 : errno;
    if (problem != 0 && problem != ENOENT) {
        std::error_code ignored;
        if (fs::is_directory(fs::symlink_status(member.file, ignored)))
            return tl::unexpected(fileError(member.file, EISDIR)); // come since; it is not moved out of the way
        problem = ::rename(member.file.c_str(), kept.c_str()) == 0 ? 0 : errno;
    }
    if (problem == ENOENT)
        return {};
    if (problem != 0)
        return tl::unexpected(fileError(member.file, problem));
    member.kept = std::move(kept);
    return {};
}

Result<void> FileBatch::place(Member& member)
{
    if (Result<void> kept = keepOld(member); !kept)
        return kept;
    const bool isRemoval = member.part.empty();
    const int status = isRemoval ? ::unlink(member.file.c_str()) : ::rename(member.part.c_str(), member.file.c_str());
    if (status != 0 && !(isRemoval && errno == ENOENT)) {
        const int problem = errno;
        giveBack(member);
        return tl::unexpected(fileError(member.file, problem));
    }
    member.isDone = true;
    return {};
}

Result<void> FileBatch::putInPlace()
{
    const Placing together;
    for (Member& member : m_members)
        if (Result<void> placed = place(member); !placed) {
            takeBack();
            return placed;
        }
    for (const Member& member : m_members)
        if (!member.kept.empty())
            ::unlink(member.kept.c_str());
    syncFolders();
    return {};
}

void FileBatch::giveBack(Member& member) noexcept
{
    if (member.kept.empty())
        return;
    // Two names of one file are left both as they are by a renaming: then the second is still to go.
    if (::rename(member.kept.c_str(), member.file.c_str()) == 0)
        ::unlink(member.kept.c_str());
    member.kept.clear();
}

void FileBatch::takeBack() noexcept
{
    for (Member& member : m_members) {
        if (!member.isDone)
            continue;
        if (member.kept.empty() && !member.part.empty())
            ::unlink(member.file.c_str()); // there was none before
        giveBack(member);
    }
    syncFolders();
}

void FileBatch::syncFolders() const noexcept
{
    std::set<fs::path> folders;
    for (const Member& member : m_members)
        folders.insert(folderOf(member.file));
    for (const fs::path& folder : folders)
        syncFolder(folder);
}

} // namespace ochain
