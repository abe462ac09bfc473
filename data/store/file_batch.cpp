// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/file_batch.h"

#include "store/failures.h"
#include "store/file_check.h"
#include "store/safe_file.h"

#include <algorithm>
#include <cerrno>
#include <set>

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

Result<void> FileBatch::place(Member& member)
{
    const fs::path kept = temporaryBeside(member.file);
    // Where a file can have no second name, the new one still takes its place at once and whole.
    if (::link(member.file.c_str(), kept.c_str()) == 0)
        member.kept = kept;
    const bool isRemoval = member.part.empty();
    const int status = isRemoval ? ::unlink(member.file.c_str()) : ::rename(member.part.c_str(), member.file.c_str());
    if (status != 0 && !(isRemoval && errno == ENOENT)) {
        const int problem = errno;
        if (!member.kept.empty())
            ::unlink(member.kept.c_str());
        return tl::unexpected(systemError(member.file, problem));
    }
    member.isDone = true;
    return {};
}

Result<void> FileBatch::putInPlace()
{
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

void FileBatch::takeBack() noexcept
{
    for (const Member& member : m_members) {
        if (!member.isDone)
            continue;
        if (!member.kept.empty())
            ::rename(member.kept.c_str(), member.file.c_str());
        else if (!member.part.empty())
            ::unlink(member.file.c_str()); // there was none before
    }
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
