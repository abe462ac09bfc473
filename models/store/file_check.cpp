// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/file_check.h"

#include "files/file_failures.h"
#include "files/folders.h"
#include "store/side_files.h"
#include "store/vfs_file.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>

#include <sys/stat.h>

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
        return tl::unexpected(fileError(file, errno));
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

/// Reads the first bytes. @return how many there are
Result<std::size_t> readHeader(const fs::path& file, std::array<unsigned char, kHeaderBytes>& header)
{
    const Result<VfsFile> opened = VfsFile::open(file);
    const Result<std::int64_t> size = opened ? opened->size() : tl::unexpected(opened.error());
    if (!size)
        return tl::unexpected(size.error());
    const auto count = static_cast<std::size_t>(std::clamp<std::int64_t>(*size, 0, kHeaderBytes));
    return opened->read(header.data(), count, 0).map([count] { return count; });
}

std::uint32_t bigEndian(const unsigned char* bytes) noexcept
{
    return (std::uint32_t{bytes[0]} << 24U) | (std::uint32_t{bytes[1]} << 16U) | (std::uint32_t{bytes[2]} << 8U) |
           bytes[3];
}

} // namespace

Result<FileState> checkFile(const fs::path& file)
{
    if (const Result<void> kind = checkKind(file); !kind)
        return tl::unexpected(kind.error());
    if (const Result<void> side = checkSideFiles(file); !side)
        return tl::unexpected(side.error());
    std::array<unsigned char, kHeaderBytes> header{};
    const Result<std::size_t> size = readHeader(file, header);
    if (!size)
        return tl::unexpected(size.error());
    constexpr std::array<char, 16> kMagic{'S', 'Q', 'L', 'i', 't', 'e', ' ', 'f',
                                          'o', 'r', 'm', 'a', 't', ' ', '3', '\0'};
    if (*size < kMagic.size() || std::memcmp(header.data(), kMagic.data(), kMagic.size()) != 0)
        return failure(
            ErrorKind::NotOurs,
            QT_TRANSLATE_NOOP(
                "Sentence",
                "“{0}” is not an SQLite database and so no chain file; choose a file made by O-chain, or import CSV files"),
            file.string());
    if (*size < kHeaderBytes)
        return failure(
            ErrorKind::Corrupt,
            QT_TRANSLATE_NOOP("Sentence", "“{0}” is damaged: it ends after {1} bytes; go back to a copy of it"),
            file.string(), std::to_string(*size));
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
