// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backups/backup_place.h"

#include "backups/backup_list.h"
#include "files/file_failures.h"
#include "files/folders.h"
#include "files/safe_file.h"

#include <cerrno>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace ochain {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view kPartSuffix = ".part";

bool isThere(const fs::path& file) noexcept
{
    return ::faccessat(AT_FDCWD, file.c_str(), F_OK, AT_SYMLINK_NOFOLLOW) == 0;
}

/// Whoever may write beside a chain may do so in the folder of its backups.
Result<void> makeFolder(const fs::path& folder)
{
    struct stat around {};
    if (::mkdir(folder.c_str(), 0700) == 0) {
        if (::stat(folderOf(folder).c_str(), &around) == 0)
            static_cast<void>(::chmod(folder.c_str(), around.st_mode & 07777U));
        static_cast<void>(syncFolder(folderOf(folder)));
        return {};
    }
    if (errno != EEXIST)
        return tl::unexpected(fileError(folder, errno));
    struct stat found {};
    // A link would have backups written, and old ones removed, who knows where.
    if (::lstat(folder.c_str(), &found) == 0 && S_ISDIR(found.st_mode))
        return {};
    return failure(ErrorKind::InvalidInput,
                   QT_TRANSLATE_NOOP(
                       "Sentence", "“{0}” is in the place of the folder for backups; move it, or give it another name"),
                   folder.string());
}

/// Opens the part, nothing followed. @return -1 if another writer has it
Result<int> openPart(const fs::path& part)
{
    const int descriptor = ::open(part.c_str(), O_RDWR | O_CREAT | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC, 0600);
    if (descriptor < 0)
        return tl::unexpected(fileError(part, errno));
    struct stat found {};
    const bool isOurs = ::flock(descriptor, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK;
    // Without a name it is what another writer has put in place just now; with two it could be anything.
    const bool isPlain = ::fstat(descriptor, &found) == 0 && S_ISREG(found.st_mode) && found.st_nlink == 1;
    if (isOurs && isPlain && ::ftruncate(descriptor, 0) == 0)
        return descriptor;
    const bool isOthers = !isOurs || (S_ISREG(found.st_mode) && found.st_nlink == 0);
    ::close(descriptor);
    if (isOthers)
        return -1;
    return failure(ErrorKind::InvalidInput, QT_TRANSLATE_NOOP("Sentence", "“{0}” is in the way of a backup; remove it"),
                   part.string());
}

/// What writers of other days left when they were killed; one that still writes holds its own.
void removeStaleParts(const fs::path& ours)
{
    std::error_code failed;
    for (fs::directory_iterator each(folderOf(ours), failed), end; !failed && each != end; each.increment(failed)) {
        const std::string name = each->path().filename().string();
        if (name.size() != ours.filename().string().size() || !name.starts_with('.') || !name.ends_with(kPartSuffix) ||
            each->path() == ours)
            continue;
        if (const Result<int> descriptor = openPart(each->path()); descriptor && *descriptor >= 0) {
            ::unlink(each->path().c_str());
            ::close(*descriptor);
        }
    }
}

} // namespace

BackupPlace::BackupPlace(fs::path chain, fs::path backup, fs::path part, int descriptor)
    : m_chain(std::move(chain)), m_backup(std::move(backup)), m_part(std::move(part)), m_descriptor(descriptor)
{}

BackupPlace::BackupPlace(BackupPlace&& other) noexcept
    : m_chain(std::move(other.m_chain)), m_backup(std::move(other.m_backup)), m_part(std::move(other.m_part)),
      m_descriptor(std::exchange(other.m_descriptor, -1))
{}

BackupPlace::~BackupPlace()
{
    if (m_descriptor < 0)
        return;
    sweep();
    ::unlink(m_part.c_str());
    ::close(m_descriptor);
}

/// What SQLite keeps beside a file belongs to nobody before it writes, and to nobody after.
void BackupPlace::sweep() const noexcept
{
    for (const char* suffix : {"-journal", "-wal", "-shm"}) {
        fs::path rest = m_part;
        rest += suffix;
        ::unlink(rest.c_str());
    }
}

Result<std::optional<BackupPlace>> BackupPlace::take(const fs::path& chain, Date day)
{
    const fs::path backup = dailyBackupOf(chain, day);
    if (isThere(backup))
        return std::nullopt;
    if (Result<void> made = makeFolder(folderOf(backup)); !made)
        return tl::unexpected(std::move(made.error()));
    const fs::path part = folderOf(backup) / ("." + backup.stem().string()).append(kPartSuffix);
    const Result<int> descriptor = openPart(part);
    if (!descriptor)
        return tl::unexpected(descriptor.error());
    if (*descriptor < 0)
        return std::nullopt;
    BackupPlace place(chain, backup, part, *descriptor);
    if (isThere(backup)) // another writer was faster
        return std::nullopt;
    place.sweep();
    removeStaleParts(part);
    return std::optional<BackupPlace>(std::move(place));
}

std::uintmax_t BackupPlace::room() const noexcept
{
    std::error_code failed;
    const fs::space_info space = fs::space(folderOf(m_part), failed);
    return failed ? UINTMAX_MAX : space.available;
}

Result<void> BackupPlace::putInPlace()
{
    struct stat original {};
    if (::stat(m_chain.c_str(), &original) == 0) {
        // What a group may do is nothing for another group.
        constexpr auto kKeepOwner = static_cast<uid_t>(-1);
        const bool isSameGroup = ::fchown(m_descriptor, original.st_uid, original.st_gid) == 0 ||
                                 ::fchown(m_descriptor, kKeepOwner, original.st_gid) == 0;
        static_cast<void>(::fchmod(m_descriptor, original.st_mode & (isSameGroup ? 0777U : 0707U)));
    }
    sweep();
    if (::fsync(m_descriptor) != 0)
        return tl::unexpected(fileError(m_backup, errno));
    const int problem = moveInPlace(m_part, m_backup, false);
    if (problem != 0 && isThere(m_backup)) // another writer was faster, where no lock told
        return {};
    return problem != 0 ? tl::unexpected(fileError(m_backup, problem)) : confirmFolder(m_backup);
}

} // namespace ochain
