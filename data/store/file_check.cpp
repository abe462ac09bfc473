// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/file_check.h"

#include "store/failures.h"

#include <array>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <string>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace ochain {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kHeaderBytes = 100; // SQLite file format, section 1.3

Result<void> checkKind(const fs::path& file)
{
    struct stat found {};
    if (::stat(file.c_str(), &found) != 0) {
        if (errno == ENOENT || errno == ENOTDIR)
            return failure(
                ErrorKind::NotFound,
                QT_TRANSLATE_NOOP("Sentence",
                                  "there is no file “{0}”; check the name, or make a new chain with “ochain init”"),
                file.string());
        return tl::unexpected(systemError(file, errno));
    }
    if (S_ISDIR(found.st_mode))
        return failure(
            ErrorKind::NotOurs,
            QT_TRANSLATE_NOOP(
                "Sentence",
                "“{0}” is a folder, not a chain file; name a file in it, or import a folder of CSV files with “ochain init --from”"),
            file.string());
    if (!S_ISREG(found.st_mode))
        return failure(ErrorKind::NotOurs,
                       QT_TRANSLATE_NOOP("Sentence", "“{0}” is not a plain file; choose a chain file (.ochain)"),
                       file.string());
    if (found.st_size == 0)
        return failure(
            ErrorKind::NotOurs,
            QT_TRANSLATE_NOOP(
                "Sentence",
                "“{0}” is empty; delete it and make a new chain with “ochain init”, or go back to a copy of it"),
            file.string());
    return {};
}

std::uint32_t bigEndian(const unsigned char* bytes) noexcept
{
    return (std::uint32_t{bytes[0]} << 24U) | (std::uint32_t{bytes[1]} << 16U) | (std::uint32_t{bytes[2]} << 8U) |
           bytes[3];
}

} // namespace

bool mayWrite(const fs::path& path) noexcept
{
    return ::faccessat(AT_FDCWD, path.c_str(), W_OK, AT_EACCESS) == 0;
}

fs::path folderOf(const fs::path& file)
{
    const fs::path folder = file.parent_path();
    return folder.empty() ? fs::path(".") : folder;
}

fs::path beside(const fs::path& file, const char* suffix)
{
    fs::path path = file;
    path += suffix;
    return path;
}

Result<FileState> checkFile(const fs::path& file)
{
    if (const Result<void> kind = checkKind(file); !kind)
        return tl::unexpected(kind.error());
    const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0)
        return tl::unexpected(systemError(file, errno));
    std::array<unsigned char, kHeaderBytes> header{};
    const ssize_t size = ::read(descriptor, header.data(), header.size());
    const int readError = errno;
    ::close(descriptor);
    if (size < 0)
        return tl::unexpected(systemError(file, readError));
    constexpr std::array<char, 16> kMagic{'S', 'Q', 'L', 'i', 't', 'e', ' ', 'f',
                                          'o', 'r', 'm', 'a', 't', ' ', '3', '\0'};
    if (static_cast<std::size_t>(size) < kMagic.size() || std::memcmp(header.data(), kMagic.data(), kMagic.size()) != 0)
        return failure(
            ErrorKind::NotOurs,
            QT_TRANSLATE_NOOP(
                "Sentence",
                "“{0}” is not an SQLite database and so no chain file; choose a file made by O-chain, or import CSV files"),
            file.string());
    if (static_cast<std::size_t>(size) < kHeaderBytes)
        return failure(
            ErrorKind::Corrupt,
            QT_TRANSLATE_NOOP("Sentence", "“{0}” is damaged: it ends after {1} bytes; go back to a copy of it"),
            file.string(), std::to_string(size));
    constexpr std::size_t kApplicationIdAt = 68;
    if (bigEndian(header.data() + kApplicationIdAt) != static_cast<std::uint32_t>(kApplicationId))
        return failure(
            ErrorKind::NotOurs,
            QT_TRANSLATE_NOOP(
                "Sentence", "“{0}” is a database of another program, not a chain file; choose a file made by O-chain"),
            file.string());
    constexpr std::size_t kReadVersionAt = 19;
    constexpr unsigned char kWal = 2;
    return FileState{mayWrite(file), mayWrite(folderOf(file)), header[kReadVersionAt] == kWal};
}

} // namespace ochain
