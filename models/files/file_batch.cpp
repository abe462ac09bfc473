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

namespace {

constexpr const char* kKept = ".old";

/// A second name of an old file while its place is taken.
fs::path keptName(const fs::path& file)
{
    return partNameFor(file).replace_extension(kKept);
}

} // namespace

void FileBatch::settle(const fs::path& file)
{
    std::vector<fs::path> kept;
    std::error_code problem;
    for (fs::directory_iterator each(folderOf(file), problem), end; !problem && each != end; each.increment(problem))
        if (each->path().extension() == kKept &&
            isPartName(each->path().filename().replace_extension(".part").string(), file.filename().string()))
            kept.push_back(each->path());
    for (const fs::path& old : kept)
        if (moveInPlace(old, file, false) == EEXIST)
            ::unlink(old.c_str());
}

Result<void> FileBatch::write(const fs::path& file, std::string_view text)
{
    if (Result<void> fits = checkPlainOrNone(file); !fits)
        return fits;
    Result<PartFile> part = PartFile::create(file);
    if (!part)
        return tl::unexpected(std::move(part.error()));
    if (Result<void> written = part->write(text).and_then([&] { return part->sync(); }); !written)
        return written;
    m_members.push_back({file, std::move(*part), {}});
    return {};
}

void FileBatch::remove(const fs::path& file)
{
    m_members.push_back({file, std::nullopt, {}});
}

/// Gives the old file a second name, or its only one where it can have no second (exFAT, shares, files of others): then
/// its place is empty until the new one comes, but it can always be given back.
Result<void> FileBatch::keepOld(Member& member)
{
    fs::path kept = keptName(member.file);
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
    int problem = 0;
    if (member.part)
        problem = member.part->moveTo(member.file);
    else if (::unlink(member.file.c_str()) != 0 && errno != ENOENT)
        problem = errno;
    if (problem != 0)
        return tl::unexpected(fileError(member.file, problem));
    member.isDone = true;
    return {};
}

Result<void> FileBatch::putInPlace()
{
    const Placing together;
    for (Member& member : m_members)
        if (Result<void> placed = place(member); !placed)
            return tl::unexpected(takeBack(std::move(placed.error())));
    for (const Member& member : m_members)
        if (!member.kept.empty())
            ::unlink(member.kept.c_str());
    return syncFolders();
}

bool FileBatch::giveBack(Member& member) noexcept
{
    if (member.kept.empty())
        return !member.isDone || !member.part || ::unlink(member.file.c_str()) == 0; // there was none before
    // Two names of one file are left both as they are by a renaming, and where it was not replaced it needs none: then
    // the second is still to go.
    std::error_code ignored;
    if (!fs::equivalent(member.kept, member.file, ignored) && ::rename(member.kept.c_str(), member.file.c_str()) != 0)
        return false;
    ::unlink(member.kept.c_str());
    return true;
}

Error FileBatch::takeBack(Error why) noexcept
{
    const Member* lost = nullptr;
    for (Member& member : m_members)
        if ((member.isDone || !member.kept.empty()) && !giveBack(member))
            lost = &member;
    static_cast<void>(syncFolders());
    if (lost == nullptr)
        return why;
    return std::move(why).during(
        {QT_TRANSLATE_NOOP(
             "Sentence",
             "not all files could be given back as they were, among them “{0}” (a file whose old state is kept ends in .old)"),
         {lost->file.string()}});
}

Result<void> FileBatch::syncFolders() const
{
    std::set<fs::path> folders;
    for (const Member& member : m_members)
        if (folders.insert(folderOf(member.file)).second)
            if (Result<void> confirmed = confirmFolder(member.file); !confirmed)
                return confirmed;
    return {};
}

} // namespace ochain
