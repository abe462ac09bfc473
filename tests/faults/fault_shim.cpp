// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Stands between a program and the C library (LD_PRELOAD) and counts the calls that change something in a folder. At
// the n-th it lets the call fail, or kills the program; and it can write down all that was done to the files, so that a
// test can work out what a power failure would have left of them.
//
//   OCHAIN_FAULT_FOLDER  only files in this folder count
//   OCHAIN_FAULT_AT      the number of the call, from 1
//   OCHAIN_FAULT_ERRNO   what it fails with; 0: the program is killed instead (of a write half is done before)
//   OCHAIN_FAULT_KEEPS   1: all further calls of its kind fail too
//   OCHAIN_FAULT_ONLY    only calls of this kind count: write sync truncate rename create unlink link
//   OCHAIN_FAULT_NOTE    a file that says which kind of call was struck, made when it was
//   OCHAIN_FAULT_LOG     a file that what was done is added to, as power_log.h reads it

#include "faults/power_record.h"

#include <cerrno>
#include <csignal>
#include <cstdarg>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>
#include <string_view>

#include <dlfcn.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace {

using ochain::testing::PowerRecord;
using Op = PowerRecord::Op;

struct Settings {
    std::string folder, only, note, log;
    long at = 0;
    int error = 0;
    bool keeps = false;
};

std::string fromEnvironment(const char* name)
{
    const char* const value = std::getenv(name);
    return value == nullptr ? std::string() : std::string(value);
}

const Settings& settings()
{
    static const Settings read{fromEnvironment("OCHAIN_FAULT_FOLDER"),
                               fromEnvironment("OCHAIN_FAULT_ONLY"),
                               fromEnvironment("OCHAIN_FAULT_NOTE"),
                               fromEnvironment("OCHAIN_FAULT_LOG"),
                               std::atol(fromEnvironment("OCHAIN_FAULT_AT").c_str()),
                               std::atoi(fromEnvironment("OCHAIN_FAULT_ERRNO").c_str()),
                               fromEnvironment("OCHAIN_FAULT_KEEPS") == "1"};
    return read;
}

bool isInFolder(std::string_view path)
{
    const std::string& folder = settings().folder;
    return !folder.empty() && path.starts_with(folder);
}

std::string absolute(const char* path)
{
    if (path[0] == '/')
        return path;
    char current[4096];
    return ::getcwd(current, sizeof current) == nullptr ? std::string(path) : std::string(current) + "/" + path;
}

std::string pathOf(int descriptor)
{
    char path[4096];
    const std::string link = "/proc/self/fd/" + std::to_string(descriptor);
    const ssize_t size = ::readlink(link.c_str(), path, sizeof path);
    return size <= 0 ? std::string() : std::string(path, static_cast<std::size_t>(size));
}

/// By bare system calls: what the shim writes is not to be struck.
void append(const std::string& file, std::string_view head, std::string_view body = {})
{
    const long descriptor =
        ::syscall(SYS_openat, AT_FDCWD, file.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    const std::string all = std::string(head) + std::string(body);
    ::syscall(SYS_write, descriptor, all.data(), all.size());
    ::syscall(SYS_close, descriptor);
}

enum class Fate { Goes, Fails, Dies };

/// What becomes of a call that would change something in the folder.
Fate fateOf(std::string_view kind)
{
    static long count = 0;
    static std::string struck;
    const Settings& set = settings();
    if (set.at == 0 || (!set.only.empty() && set.only != kind))
        return Fate::Goes;
    const bool isNow = ++count == set.at;
    if (!isNow && !(set.keeps && count > set.at && struck == kind))
        return Fate::Goes;
    if (isNow) {
        struck = kind;
        append(set.note, std::string(kind) + "\n");
    }
    return set.error == 0 ? Fate::Dies : Fate::Fails;
}

[[noreturn]] void die()
{
    ::syscall(SYS_kill, ::getpid(), SIGKILL);
    for (;;)
        ::pause();
}

template <class Function>
Function* next(const char* name)
{
    return reinterpret_cast<Function*>(::dlsym(RTLD_NEXT, name));
}

/// Lets a call go on, fail or end the program.
template <class Result, class Go>
Result strike(std::string_view kind, bool counts, Go&& go)
{
    const Fate fate = counts ? fateOf(kind) : Fate::Goes;
    if (fate == Fate::Dies)
        die();
    if (fate == Fate::Fails) {
        errno = settings().error;
        return Result{-1};
    }
    return go();
}

bool isLogged()
{
    return !settings().log.empty();
}

void note(Op op, int descriptor, std::int64_t at, std::string_view bytes)
{
    struct stat found {};
    if (!isLogged() || ::fstat(descriptor, &found) != 0)
        return;
    const PowerRecord record{op, static_cast<std::uint64_t>(found.st_ino), at, bytes.size(), 0};
    append(settings().log, {reinterpret_cast<const char*>(&record), sizeof record}, bytes);
}

void noteNames(Op op, std::uint64_t inode, const std::string& from, const std::string& to)
{
    if (!isLogged())
        return;
    const PowerRecord record{op, inode, 0, from.size(), to.size()};
    append(settings().log, {reinterpret_cast<const char*>(&record), sizeof record}, from + to);
}

std::uint64_t inodeAt(const char* path)
{
    struct stat found {};
    return ::lstat(path, &found) == 0 ? static_cast<std::uint64_t>(found.st_ino) : 0;
}

template <class Go>
ssize_t writeThrough(int descriptor, const void* bytes, std::size_t size, std::int64_t at, Go&& go)
{
    if (!isInFolder(pathOf(descriptor)))
        return go(size);
    const Fate fate = fateOf("write");
    if (fate == Fate::Fails) {
        errno = settings().error;
        return -1;
    }
    const ssize_t done = go(fate == Fate::Dies ? size / 2 : size);
    if (fate == Fate::Dies)
        die();
    if (done > 0)
        note(Op::Write, descriptor, at, {static_cast<const char*>(bytes), static_cast<std::size_t>(done)});
    return done;
}

template <class Go>
int openThrough(const char* path, int flags, Go&& go)
{
    const std::string full = (flags & (O_CREAT | O_TRUNC)) != 0 ? absolute(path) : std::string();
    const bool creates = (flags & O_CREAT) != 0 && isInFolder(full) && inodeAt(path) == 0;
    const int descriptor = strike<int>("create", creates, go);
    if (descriptor >= 0 && creates)
        noteNames(Op::Create, inodeAt(path), full, {});
    else if (descriptor >= 0 && (flags & O_TRUNC) != 0 && isInFolder(full))
        note(Op::Truncate, descriptor, 0, {});
    return descriptor;
}

template <class Go>
int renameThrough(const char* from, const char* to, bool exchanges, Go&& go)
{
    const bool counts = isInFolder(absolute(to));
    const int result = strike<int>("rename", counts, go);
    if (result == 0 && counts)
        noteNames(exchanges ? Op::Exchange : Op::Rename, 0, absolute(from), absolute(to));
    return result;
}

} // namespace

extern "C" {

// Under names of their own here, so that nobody declares them twice; the linker knows them by those of the library.
ssize_t shimWrite(int descriptor, const void* bytes, std::size_t size) __asm__("write");
ssize_t shimPwrite(int descriptor, const void* bytes, std::size_t size, off_t at) __asm__("pwrite");
ssize_t shimPwrite64(int descriptor, const void* bytes, std::size_t size, off64_t at) __asm__("pwrite64");
int shimFsync(int descriptor) __asm__("fsync");
int shimFdatasync(int descriptor) __asm__("fdatasync");
int shimFtruncate(int descriptor, off_t size) noexcept __asm__("ftruncate");
int shimFtruncate64(int descriptor, off64_t size) noexcept __asm__("ftruncate64");
int shimOpen(const char* path, int flags, ...) __asm__("open");
int shimOpen64(const char* path, int flags, ...) __asm__("open64");
int shimMkdir(const char* path, mode_t mode) noexcept __asm__("mkdir");
int shimRename(const char* from, const char* to) noexcept __asm__("rename");
int shimRenameat2(int fromFolder, const char* from, int toFolder, const char* to, unsigned int flags) noexcept
    __asm__("renameat2");
int shimLink(const char* from, const char* to) noexcept __asm__("link");
int shimLinkat(int fromFolder, const char* from, int toFolder, const char* to, int flags) noexcept __asm__("linkat");
int shimUnlink(const char* path) noexcept __asm__("unlink");
int shimRmdir(const char* path) noexcept __asm__("rmdir");

ssize_t shimWrite(int descriptor, const void* bytes, std::size_t size)
{
    static auto* const own = next<ssize_t(int, const void*, std::size_t)>("write");
    const off_t at = isLogged() ? ::lseek(descriptor, 0, SEEK_CUR) : 0;
    return writeThrough(descriptor, bytes, size, at, [&](std::size_t n) { return own(descriptor, bytes, n); });
}

ssize_t shimPwrite(int descriptor, const void* bytes, std::size_t size, off_t at)
{
    static auto* const own = next<ssize_t(int, const void*, std::size_t, off_t)>("pwrite");
    return writeThrough(descriptor, bytes, size, at, [&](std::size_t n) { return own(descriptor, bytes, n, at); });
}

ssize_t shimPwrite64(int descriptor, const void* bytes, std::size_t size, off64_t at)
{
    return shimPwrite(descriptor, bytes, size, at);
}

int shimFsync(int descriptor)
{
    static auto* const own = next<int(int)>("fsync");
    const bool counts = isInFolder(pathOf(descriptor));
    const int result = strike<int>("sync", counts, [&] { return own(descriptor); });
    if (result == 0 && counts)
        note(Op::Sync, descriptor, 0, {});
    return result;
}

int shimFdatasync(int descriptor)
{
    return shimFsync(descriptor);
}

int shimFtruncate(int descriptor, off_t size) noexcept
{
    static auto* const own = next<int(int, off_t)>("ftruncate");
    const bool counts = isInFolder(pathOf(descriptor));
    const int result = strike<int>("truncate", counts, [&] { return own(descriptor, size); });
    if (result == 0 && counts)
        note(Op::Truncate, descriptor, size, {});
    return result;
}

int shimFtruncate64(int descriptor, off64_t size) noexcept
{
    return shimFtruncate(descriptor, size);
}

int shimOpen(const char* path, int flags, ...)
{
    static auto* const own = next<int(const char*, int, ...)>("open");
    va_list rest;
    va_start(rest, flags);
    const mode_t mode = (flags & O_CREAT) != 0 ? va_arg(rest, mode_t) : 0;
    va_end(rest);
    return openThrough(path, flags, [&] { return own(path, flags, mode); });
}

int shimOpen64(const char* path, int flags, ...)
{
    va_list rest;
    va_start(rest, flags);
    const mode_t mode = (flags & O_CREAT) != 0 ? va_arg(rest, mode_t) : 0;
    va_end(rest);
    return shimOpen(path, flags | O_LARGEFILE, mode);
}

int shimMkdir(const char* path, mode_t mode) noexcept
{
    static auto* const own = next<int(const char*, mode_t)>("mkdir");
    const bool counts = isInFolder(absolute(path)) && inodeAt(path) == 0;
    const int result = strike<int>("create", counts, [&] { return own(path, mode); });
    if (result == 0 && counts)
        noteNames(Op::MakeFolder, inodeAt(path), absolute(path), {});
    return result;
}

int shimRename(const char* from, const char* to) noexcept
{
    static auto* const own = next<int(const char*, const char*)>("rename");
    return renameThrough(from, to, false, [&] { return own(from, to); });
}

int shimRenameat2(int fromFolder, const char* from, int toFolder, const char* to, unsigned int flags) noexcept
{
    static auto* const own = next<int(int, const char*, int, const char*, unsigned int)>("renameat2");
    return renameThrough(from, to, (flags & RENAME_EXCHANGE) != 0,
                         [&] { return own(fromFolder, from, toFolder, to, flags); });
}

int shimLink(const char* from, const char* to) noexcept
{
    static auto* const own = next<int(const char*, const char*)>("link");
    const bool counts = isInFolder(absolute(to));
    const int result = strike<int>("link", counts, [&] { return own(from, to); });
    if (result == 0 && counts)
        noteNames(Op::Link, 0, absolute(from), absolute(to));
    return result;
}

int shimLinkat(int fromFolder, const char* from, int toFolder, const char* to, int flags) noexcept
{
    static auto* const own = next<int(int, const char*, int, const char*, int)>("linkat");
    const bool counts = isInFolder(absolute(to));
    const int result = strike<int>("link", counts, [&] { return own(fromFolder, from, toFolder, to, flags); });
    if (result == 0 && counts)
        noteNames(Op::Link, 0, absolute(from), absolute(to));
    return result;
}

int shimUnlink(const char* path) noexcept
{
    static auto* const own = next<int(const char*)>("unlink");
    const bool counts = isInFolder(absolute(path)) && inodeAt(path) != 0;
    const int result = strike<int>("unlink", counts, [&] { return own(path); });
    if (result == 0 && counts)
        noteNames(Op::Unlink, 0, absolute(path), {});
    return result;
}

int shimRmdir(const char* path) noexcept
{
    static auto* const own = next<int(const char*)>("rmdir");
    const bool counts = isInFolder(absolute(path)) && inodeAt(path) != 0;
    const int result = strike<int>("unlink", counts, [&] { return own(path); });
    if (result == 0 && counts)
        noteNames(Op::RemoveFolder, 0, absolute(path), {});
    return result;
}

} // extern "C"
