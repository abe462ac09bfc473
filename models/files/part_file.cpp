// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "files/part_file.h"

#include "files/file_failures.h"
#include "files/folders.h"
#include "files/safe_file.h"
#include "files/unfinished.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <random>
#include <system_error>
#include <utility>

#include <sys/file.h>
#include <sys/stat.h>

namespace ochain {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view kEnding = ".part";
constexpr std::size_t kDigits = 16;
constexpr int kMostNames = 100; ///< tried before it is given up to find a free one

bool isHex(char c) noexcept
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
}

/// What stands for the part in ".FILE.1f2e….part"; empty if it is no such name.
std::string_view partOf(std::string_view name, std::string_view file) noexcept
{
    const std::size_t before = file.size() + 2;
    const bool isPart = name.size() > before + kEnding.size() && name.front() == '.' &&
                        name.substr(1, file.size()) == file && name[before - 1] == '.' && name.ends_with(kEnding);
    return isPart ? name.substr(before, name.size() - before - kEnding.size()) : std::string_view();
}

/// Programs up to version 0.1 named their parts by the number of the process, ".FILE.123-4.part", and locked none.
bool isOldPart(std::string_view part) noexcept
{
    const std::size_t dash = part.find('-');
    const auto isNumber = [](std::string_view text) {
        return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
    };
    return dash != std::string_view::npos && isNumber(part.substr(0, dash)) && isNumber(part.substr(dash + 1));
}

bool isOlderThanADay(const struct stat& found) noexcept
{
    constexpr std::time_t kDay = 24 * 60 * 60;
    return std::chrono::system_clock::to_time_t(std::chrono::system_clock::now()) - found.st_mtime > kDay;
}

/// Removes a part if nobody holds it.
void sweep(const fs::path& part, bool isOld) noexcept
{
    struct stat found {};
    if (::lstat(part.c_str(), &found) != 0 || !S_ISREG(found.st_mode))
        return;
    if (found.st_nlink > 1) {
        // It has its place already. To open and close it here could take away the locks that this process has on it.
        ::unlink(part.c_str());
        return;
    }
    const Descriptor descriptor(part, O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
    if (!descriptor.isOpen() || ::fstat(descriptor.number(), &found) != 0 || !S_ISREG(found.st_mode))
        return;
    if (isOld ? !isOlderThanADay(found) : ::flock(descriptor.number(), LOCK_EX | LOCK_NB) != 0)
        return;
    ::unlink(part.c_str());
    for (const char* suffix : {"-journal", "-wal", "-shm"}) // of a database that was made in it
        ::unlink((part.string() + suffix).c_str());
}

} // namespace

fs::path partNameFor(const fs::path& file)
{
    static thread_local std::random_device random;
    constexpr std::array<char, 17> kHex{"0123456789abcdef"};
    std::string digits(kDigits, '0');
    for (char& digit : digits)
        digit = kHex[random() & 15U];
    fs::path name = ".";
    name += file.filename();
    name += "." + digits;
    name += kEnding;
    return folderOf(file) / name;
}

bool isPartName(std::string_view name, std::string_view file)
{
    const std::string_view part = partOf(name, file);
    return part.size() == kDigits && std::all_of(part.begin(), part.end(), isHex);
}

bool holdPart(int descriptor) noexcept
{
    // A file system without locks leaves the part to be swept by hand. Where there are some, whoever sweeps may have
    // been faster: then it has no name any more, or will have none.
    struct stat found {};
    const bool isTaken = ::flock(descriptor, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK;
    return !isTaken && ::fstat(descriptor, &found) == 0 && found.st_nlink > 0;
}

void sweepParts(const fs::path& file) noexcept
{
    try {
        const std::string name = file.filename().string();
        std::error_code problem;
        for (fs::directory_iterator each(folderOf(file), problem), end; !problem && each != end;
             each.increment(problem)) {
            const std::string other = each->path().filename().string();
            const bool isOld = isOldPart(partOf(other, name));
            if (isOld || isPartName(other, name))
                sweep(each->path(), isOld);
        }
    } catch (const std::exception&) {
        return; // out of memory: the next one sweeps
    }
}

PartFile::PartFile(fs::path file, fs::path path, Descriptor descriptor)
    : m_file(std::move(file)), m_path(std::move(path)), m_descriptor(std::move(descriptor))
{}

PartFile::PartFile(PartFile&& other) noexcept
    : m_file(std::move(other.m_file)), m_path(std::exchange(other.m_path, {})),
      m_descriptor(std::move(other.m_descriptor))
{}

PartFile::~PartFile()
{
    if (!m_path.empty())
        ::unlink(m_path.c_str());
}

Result<PartFile> PartFile::create(const fs::path& file)
{
    sweepParts(file);
    int problem = EEXIST;
    for (int n = 0; n < kMostNames && problem == EEXIST; ++n) {
        fs::path path = partNameFor(file);
        Descriptor descriptor(path, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW);
        problem = descriptor.isOpen() ? 0 : errno;
        if (problem == 0 && holdPart(descriptor.number())) {
            noteUnfinished(path);
            return PartFile(file, std::move(path), std::move(descriptor));
        }
        if (problem == 0)
            problem = EEXIST; // swept before it was held
    }
    return tl::unexpected(fileError(file, problem));
}

Result<void> PartFile::write(std::string_view text)
{
    if (const int problem = m_descriptor.write(text); problem != 0)
        return tl::unexpected(fileError(m_file, problem));
    return {};
}

Result<void> PartFile::sync() const
{
    if (::fsync(m_descriptor.number()) != 0)
        return tl::unexpected(fileError(m_file, errno));
    return {};
}

Result<void> PartFile::putInPlace(const fs::path& file, bool replace)
{
    if (Result<void> synced = sync(); !synced)
        return synced;
    const int problem = moveInPlace(m_path, file, replace);
    if (problem != 0)
        return tl::unexpected(fileError(file, problem));
    m_path.clear();
    return confirmFolder(file);
}

int PartFile::moveTo(const fs::path& file) noexcept
{
    const int problem = moveInPlace(m_path, file, true);
    if (problem == 0)
        m_path.clear();
    return problem;
}

} // namespace ochain
