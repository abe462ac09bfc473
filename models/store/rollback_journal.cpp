// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/rollback_journal.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <string_view>

#include <sys/stat.h>

namespace ochain {

namespace {

constexpr std::string_view kMagic{"\xD9\xD5\x05\xF9\x20\xA1\x63\xD7", 8};
constexpr std::int64_t kEndBytes = 16;  ///< length of the name, its checksum, the magic
constexpr std::size_t kHeadBytes = 28;  ///< magic, records, random number, pages, sector and page size
constexpr std::size_t kMostName = 4096; ///< bytes of a name that are shown

std::uint32_t bigEndian(std::string_view bytes) noexcept
{
    std::uint32_t number = 0;
    for (const char byte : bytes.substr(0, 4))
        number = (number << 8U) | static_cast<unsigned char>(byte);
    return number;
}

} // namespace

std::optional<RollbackJournal> RollbackJournal::open(const std::filesystem::path& journal)
{
    Descriptor descriptor(journal, O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
    struct stat found {};
    if (!descriptor.isOpen() || ::fstat(descriptor.number(), &found) != 0 || !S_ISREG(found.st_mode))
        return std::nullopt;
    return RollbackJournal(std::move(descriptor), found.st_size);
}

std::string RollbackJournal::bytes(std::int64_t from, std::size_t count) const
{
    std::string bytes(count, '\0');
    const ssize_t size = ::pread(m_descriptor.number(), bytes.data(), bytes.size(), from);
    bytes.resize(static_cast<std::size_t>(std::max<ssize_t>(size, 0)));
    return bytes;
}

bool RollbackJournal::hasHead() const noexcept
{
    char first = 0;
    return ::pread(m_descriptor.number(), &first, 1, 0) == 1 && first != 0;
}

std::string RollbackJournal::superJournal() const
{
    const std::string end = m_size < kEndBytes ? std::string() : bytes(m_size - kEndBytes, kEndBytes);
    if (end.size() < kEndBytes || !end.ends_with(kMagic))
        return {};
    const std::int64_t length = bigEndian(end);
    if (length == 0 || length > m_size - kEndBytes)
        return {};
    return bytes(m_size - kEndBytes - length, std::min(static_cast<std::size_t>(length), kMostName));
}

bool RollbackJournal::isSameAs(const RollbackJournal& other) const
{
    return m_size == other.m_size && bytes(0, kHeadBytes) == other.bytes(0, kHeadBytes);
}

int RollbackJournal::copyTo(const Descriptor& out) const
{
    constexpr std::size_t kBlock = std::size_t{1} << 20U;
    // Holes stay holes: a file of a terabyte may have a few bytes in it.
    for (std::int64_t at = 0; (at = ::lseek(m_descriptor.number(), at, SEEK_DATA)) >= 0 && at < m_size;) {
        const std::string block = bytes(at, kBlock);
        if (block.empty())
            return EIO;
        if (::lseek(out.number(), at, SEEK_SET) < 0)
            return errno;
        if (const int problem = out.write(block); problem != 0)
            return problem;
        at += static_cast<std::int64_t>(block.size());
    }
    return ::ftruncate(out.number(), m_size) == 0 ? 0 : errno;
}

} // namespace ochain
