// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "files/folder_swap.h"

#include "files/file_failures.h"
#include "files/folders.h"
#include "files/part_file.h"
#include "files/safe_file.h"
#include "files/unfinished.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <string>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/xattr.h>
#include <unistd.h>

namespace ochain {

namespace {

namespace fs = std::filesystem;

constexpr int kMostFolderNames = 100; ///< tried before it is given up to find a free one

/// Is in a new folder as long as not all of its files are: then all that is in it is of whoever makes it, or has its
/// place elsewhere too.
fs::path unfinishedMark(const fs::path& beside)
{
    return beside / (beside.filename().string() + ".unfinished"); // a name that no file of others has
}

bool isSame(const struct stat& one, const struct stat& other) noexcept
{
    return one.st_dev == other.st_dev && one.st_ino == other.st_ino;
}

std::vector<std::string> namesIn(const fs::path& folder)
{
    std::vector<std::string> names;
    std::error_code problem;
    for (fs::directory_iterator each(folder, problem), end; !problem && each != end; each.increment(problem))
        names.push_back(each->path().filename().string());
    return names;
}

/// Writes a file that is not there yet, durably. @return errno or 0
int writeNew(const fs::path& file, std::string_view text) noexcept
{
    const Descriptor out(file, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW);
    if (!out.isOpen())
        return errno;
    const int problem = out.write(text);
    if (problem != 0)
        return problem;
    return ::fsync(out.number()) == 0 ? 0 : errno;
}

/// Rights that are kept beside the mode, which a new folder would not have. SELinux gives its label itself.
bool hasOwnAttributes(const fs::path& folder)
{
    std::array<char, 4096> names{};
    const ssize_t size = ::llistxattr(folder.c_str(), names.data(), names.size());
    if (size < 0)
        return errno != ENOTSUP;
    std::string_view rest(names.data(), static_cast<std::size_t>(size));
    while (!rest.empty()) {
        const std::string_view name = rest.substr(0, rest.find('\0'));
        if (name != "security.selinux")
            return true;
        rest.remove_prefix(std::min(rest.size(), name.size() + 1));
    }
    return false;
}

/// Takes away from an old folder what has its place in the new one, or is replaced by it, and gives that one the rest.
/// @return whether nothing is left of it
bool settle(const fs::path& old, const fs::path& folder, const std::function<bool(const fs::path&)>& isOurs)
{
    for (const std::string& name : namesIn(old)) {
        const fs::path from = old / name;
        const fs::path to = folder / name;
        struct stat here {};
        struct stat there {};
        if (::lstat(from.c_str(), &here) != 0)
            continue;
        const bool isThere = ::lstat(to.c_str(), &there) == 0;
        if ((isThere && isSame(here, there)) || (S_ISREG(here.st_mode) && isOurs(from)))
            ::unlink(from.c_str());
        else if (!isThere)
            static_cast<void>(::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE));
    }
    return ::rmdir(old.c_str()) == 0; // it stays where something is left that has no place
}

/// Removes a new folder that did not come to its place. Only files were put there.
void removeNew(const fs::path& folder)
{
    const fs::path mark = unfinishedMark(folder);
    for (const std::string& name : namesIn(folder))
        if (folder / name != mark)
            ::unlink((folder / name).c_str());
    ::unlink(mark.c_str());
    ::rmdir(folder.c_str());
}

} // namespace

FolderSwap::FolderSwap(const fs::path& folder, const FolderChange& change) : m_folder(folder), m_change(change)
{
    std::error_code problem;
    fs::path real = fs::weakly_canonical(fs::absolute(folder), problem);
    if (!problem)
        m_folder = std::move(real);
    if (!m_folder.has_filename())
        m_folder = m_folder.parent_path(); // "folder/"
}

FolderSwap::~FolderSwap()
{
    if (!m_beside.empty())
        removeNew(m_beside);
}

bool FolderSwap::isPossible() const
{
    struct stat folder {};
    struct stat current {};
    if (m_isNew)
        return m_folder.has_filename();
    // Whoever stands in a folder would stand in one that is gone.
    return m_folder.has_filename() && ::lstat(m_folder.c_str(), &folder) == 0 && S_ISDIR(folder.st_mode) &&
           (::stat(".", &current) != 0 || !isSame(folder, current)) && !hasOwnAttributes(m_folder);
}

Result<bool> FolderSwap::run()
{
    struct stat found {};
    m_isNew = ::lstat(m_folder.c_str(), &found) != 0 && errno == ENOENT;
    if (!isPossible())
        return false;
    settleSwaps(m_folder, m_change.isOurs);
    Result<bool> made = makeBeside();
    if (!made || !*made)
        return made;
    if (Result<void> filled = fill(); !filled)
        return tl::unexpected(std::move(filled.error()));
    return swap();
}

Result<bool> FolderSwap::makeBeside()
{
    int problem = EEXIST;
    for (int n = 0; n < kMostFolderNames && problem == EEXIST; ++n) {
        const fs::path name = partNameFor(m_folder);
        problem = ::mkdir(name.c_str(), 0777) == 0 ? 0 : errno;
        if (problem != 0)
            continue;
        m_held = Descriptor(name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW);
        if (m_held.isOpen() && holdPart(m_held.number())) {
            m_beside = name;
            return true;
        }
        problem = EEXIST; // swept before it was held
    }
    if (isDiskFull(problem))
        return tl::unexpected(fileError(m_folder, problem));
    return false;
}

Result<void> FolderSwap::fill()
{
    if (const int problem = writeNew(unfinishedMark(m_beside), {}); problem != 0)
        return tl::unexpected(fileError(m_folder, problem));
    for (const NewFile& file : m_change.written)
        if (const int problem = writeNew(m_beside / file.name, file.text); problem != 0)
            return tl::unexpected(fileError(m_folder / file.name, problem));
    if (!m_isNew)
        carryOver();
    if (::unlink(unfinishedMark(m_beside).c_str()) != 0)
        return tl::unexpected(fileError(m_folder, errno));
    return {};
}

bool FolderSwap::isReplaced(const std::string& name) const
{
    return std::find(m_change.removed.begin(), m_change.removed.end(), name) != m_change.removed.end() ||
           std::any_of(m_change.written.begin(), m_change.written.end(),
                       [&](const NewFile& file) { return file.name == name; });
}

/// Gives all other files of the folder a second name in the new one. What can have none, as folders, is moved once the
/// two have changed names.
void FolderSwap::carryOver() const
{
    for (const std::string& name : namesIn(m_folder))
        if (!isReplaced(name))
            static_cast<void>(::linkat(AT_FDCWD, (m_folder / name).c_str(), AT_FDCWD, (m_beside / name).c_str(), 0));
}

/// Owner, group and rights of the old folder for the new one. @return false: it cannot have them
bool FolderSwap::dressAsOld() const
{
    struct stat old {};
    struct stat fresh {};
    if (::lstat(m_folder.c_str(), &old) != 0 || ::fstat(m_held.number(), &fresh) != 0)
        return false;
    const bool isOwned = (old.st_uid == fresh.st_uid && old.st_gid == fresh.st_gid) ||
                         ::fchown(m_held.number(), old.st_uid, old.st_gid) == 0;
    return isOwned && ::fchmod(m_held.number(), old.st_mode & 07777U) == 0;
}

Result<bool> FolderSwap::swap()
{
    if (!m_isNew && !dressAsOld())
        return false;
    if (const int problem = syncFolder(m_beside); problem != 0)
        return tl::unexpected(fileError(m_folder, problem));
    if (m_isNew) {
        if (const int problem = moveInPlace(m_beside, m_folder, false); problem != 0)
            return tl::unexpected(fileError(m_folder, problem));
        m_beside.clear();
        return confirmFolder(m_folder).map([] { return true; });
    }
    // The old one is held too: it comes to lie where others look for what the dead have left.
    const Descriptor old(m_folder, O_RDONLY | O_DIRECTORY);
    if (old.isOpen() && !holdPart(old.number()))
        return failure(
            ErrorKind::Locked,
            QT_TRANSLATE_NOOP("Sentence", "another program is writing into “{0}”; let it finish and try again"),
            m_folder.string());
    const Placing together;
    if (::renameat2(AT_FDCWD, m_beside.c_str(), AT_FDCWD, m_folder.c_str(), RENAME_EXCHANGE) != 0) {
        if (errno == ENOSPC || errno == EDQUOT || errno == EIO)
            return tl::unexpected(fileError(m_folder, errno));
        return false;
    }
    const fs::path left = std::exchange(m_beside, {});
    Result<void> confirmed = confirmFolder(m_folder);
    const auto isOld = [this](const fs::path& file) { return isReplaced(file.filename().string()); };
    if (!settle(left, m_folder, isOld) && !settle(left, m_folder, isOld))
        return failure(
            ErrorKind::Io,
            QT_TRANSLATE_NOOP(
                "Sentence",
                "“{0}” is written, but what else was in it could not all be moved back: the rest is in “{1}”, and the next export into the folder moves it"),
            m_folder.string(), left.string());
    return confirmed.map([] { return true; });
}

void settleSwaps(const fs::path& folder, const std::function<bool(const fs::path&)>& isOurs) noexcept
{
    try {
        const std::string own = folder.filename().string();
        for (const std::string& name : namesIn(folderOf(folder))) {
            if (!isPartName(name, own))
                continue;
            const fs::path left = folderOf(folder) / name;
            const Descriptor descriptor(left, O_RDONLY | O_DIRECTORY | O_NOFOLLOW);
            if (!descriptor.isOpen() || ::flock(descriptor.number(), LOCK_EX | LOCK_NB) != 0)
                continue;
            std::error_code ignored;
            if (fs::exists(fs::symlink_status(unfinishedMark(left), ignored)))
                removeNew(left);
            else
                static_cast<void>(settle(left, folder, isOurs));
        }
    } catch (const std::exception&) {
        return; // out of memory: the next one settles
    }
}

} // namespace ochain
