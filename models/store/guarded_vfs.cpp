// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/guarded_vfs.h"

#include "store/side_files.h"

#include <cerrno>
#include <new>
#include <string_view>

#include <sys/stat.h>

namespace ochain {

namespace {

/// What is noted behind the file of SQLite's own way.
struct Note {
    const sqlite3_vfs* guard = nullptr; ///< tells a note from what SQLite may use the memory for
    std::optional<FileIdentity> log;
};

struct Guard {
    sqlite3_vfs* own = nullptr; ///< SQLite's
    sqlite3_vfs vfs{};
};

Guard& guard()
{
    static Guard instance;
    return instance;
}

std::size_t noteAt() noexcept
{
    const auto size = static_cast<std::size_t>(guard().own->szOsFile);
    return (size + alignof(Note) - 1) / alignof(Note) * alignof(Note);
}

Note* noteOf(sqlite3_file* file) noexcept
{
    return reinterpret_cast<Note*>(reinterpret_cast<char*>(file) + noteAt());
}

int openGuarded(sqlite3_vfs*, sqlite3_filename name, sqlite3_file* file, int flags, int* outFlags) noexcept
{
    file->pMethods = nullptr;
    Note* const note = new (noteOf(file)) Note{&guard().vfs, std::nullopt};
    const bool isLog = (flags & SQLITE_OPEN_WAL) != 0;
    if ((flags & SQLITE_OPEN_SUPER_JOURNAL) != 0)
        return SQLITE_CANTOPEN;
    const bool isBeside = isLog || (flags & SQLITE_OPEN_MAIN_JOURNAL) != 0;
    if (isBeside && name != nullptr && !areSideFilesFit(sqlite3_filename_database(name))) {
        errno = EPERM;
        return SQLITE_CANTOPEN;
    }
    const int code = guard().own->xOpen(guard().own, name, file, flags, outFlags);
    if (code == SQLITE_OK && isLog)
        note->log = identityAt(name);
    return code;
}

int deleteGuarded(sqlite3_vfs*, const char* name, int syncsFolder) noexcept
{
    const std::string_view file(name);
    if (!file.ends_with("-journal") && !file.ends_with("-wal"))
        return SQLITE_IOERR_DELETE;
    return guard().own->xDelete(guard().own, name, syncsFolder);
}

/// All but opening and deleting is SQLite's own; none of it looks at which way it was called by.
const sqlite3_vfs* makeGuard()
{
    Guard& made = guard();
    made.own = sqlite3_vfs_find("unix");
    made.vfs = *made.own;
    made.vfs.zName = "ochain";
    made.vfs.pNext = nullptr;
    made.vfs.szOsFile = static_cast<int>(noteAt() + sizeof(Note));
    made.vfs.xOpen = openGuarded;
    made.vfs.xDelete = deleteGuarded;
    sqlite3_vfs_register(&made.vfs, 0);
    return &made.vfs;
}

} // namespace

std::optional<FileIdentity> identityAt(const char* path) noexcept
{
    struct stat found {};
    if (path == nullptr || ::lstat(path, &found) != 0)
        return std::nullopt;
    return FileIdentity{found.st_dev, found.st_ino};
}

const char* guardedVfs()
{
    static const sqlite3_vfs* const made = makeGuard();
    return made->zName;
}

std::optional<FileIdentity> openLogOf(sqlite3* database) noexcept
{
    sqlite3_file* file = nullptr;
    if (sqlite3_file_control(database, "main", SQLITE_FCNTL_JOURNAL_POINTER, &file) != SQLITE_OK || file == nullptr ||
        file->pMethods == nullptr || noteOf(file)->guard != &guard().vfs)
        return std::nullopt;
    return noteOf(file)->log;
}

} // namespace ochain
