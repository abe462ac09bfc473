// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "files/safe_file.h"

#include "files/descriptor.h"
#include "files/file_failures.h"
#include "files/folders.h"
#include "files/part_file.h"

#include <array>
#include <cerrno>
#include <cstdio>
#include <string>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace ochain {

namespace {

namespace fs = std::filesystem;

/// Gives the finished file its name if that is free; the file systems that know neither such a renaming nor links get a
/// check and a plain renaming.
int moveToFreePlace(const fs::path& finished, const fs::path& file) noexcept
{
    if (::renameat2(AT_FDCWD, finished.c_str(), AT_FDCWD, file.c_str(), RENAME_NOREPLACE) == 0)
        return 0;
    if (errno != EINVAL && errno != ENOSYS && errno != ENOTSUP)
        return errno;
    if (::link(finished.c_str(), file.c_str()) == 0) {
        ::unlink(finished.c_str());
        return 0;
    }
    if (errno != EPERM && errno != ENOTSUP && errno != ENOSYS)
        return errno;
    if (::access(file.c_str(), F_OK) == 0)
        return EEXIST;
    return ::rename(finished.c_str(), file.c_str()) == 0 ? 0 : errno;
}

Error aboutWhatIsNoFile(const fs::path& file)
{
    return failure(ErrorKind::InvalidInput,
                   QT_TRANSLATE_NOOP(
                       "Sentence",
                       "“{0}” is a device or a pipe, which a file would take the place of; choose another name"),
                   file.string())
        .value();
}

} // namespace

int syncFolder(const fs::path& folder) noexcept
{
    const Descriptor descriptor(folder, O_RDONLY | O_DIRECTORY);
    if (!descriptor.isOpen())
        return errno == EACCES ? 0 : errno; // it may be written to, but not read
    if (::fsync(descriptor.number()) == 0 || errno == EINVAL || errno == ENOTSUP || errno == EBADF)
        return 0;
    return errno;
}

int moveInPlace(const fs::path& finished, const fs::path& file, bool replace) noexcept
{
    if (replace)
        return ::rename(finished.c_str(), file.c_str()) == 0 ? 0 : errno;
    return moveToFreePlace(finished, file);
}

Result<void> confirmFolder(const fs::path& file)
{
    const int problem = syncFolder(folderOf(file));
    if (problem == 0)
        return {};
    return failure(
        ErrorKind::Io,
        QT_TRANSLATE_NOOP(
            "Sentence",
            "“{0}” is written, but the disk did not confirm it ({1}), and a power failure could undo it; check the disk and write it again"),
        file.string(), std::system_category().message(problem));
}

Result<fs::path> fileToReplace(const fs::path& file)
{
    std::error_code problem;
    const fs::file_status own = fs::symlink_status(file, problem);
    if (own.type() == fs::file_type::not_found)
        return file;
    const fs::file_status target = fs::status(file, problem);
    if (fs::is_regular_file(target)) {
        fs::path real = own.type() == fs::file_type::symlink ? fs::canonical(file, problem) : file;
        if (!problem)
            return real;
    }
    if (fs::is_directory(target))
        return failure(ErrorKind::InvalidInput,
                       QT_TRANSLATE_NOOP("Sentence", "“{0}” is a folder; give the new file a name in it"),
                       file.string());
    if (fs::is_symlink(own) && target.type() == fs::file_type::not_found)
        return failure(
            ErrorKind::InvalidInput,
            QT_TRANSLATE_NOOP("Sentence", "“{0}” is a link to what is not there; remove it, or choose another name"),
            file.string());
    if (problem)
        return tl::unexpected(fileError(file, problem.value()));
    return tl::unexpected(aboutWhatIsNoFile(file));
}

Result<void> checkPlainOrNone(const fs::path& file)
{
    std::error_code problem;
    const fs::file_status found = fs::symlink_status(file, problem);
    switch (found.type()) {
    case fs::file_type::not_found:
    case fs::file_type::regular:
        return {};
    case fs::file_type::none:
        return tl::unexpected(fileError(file, problem.value()));
    case fs::file_type::symlink:
        return failure(
            ErrorKind::InvalidInput,
            QT_TRANSLATE_NOOP(
                "Sentence",
                "“{0}” is a link, and what it leads to would be overwritten; remove it, or choose another folder"),
            file.string());
    case fs::file_type::directory:
        return failure(ErrorKind::InvalidInput,
                       QT_TRANSLATE_NOOP("Sentence", "“{0}” is a folder where a file is to be; choose another folder"),
                       file.string());
    default:
        return tl::unexpected(aboutWhatIsNoFile(file));
    }
}

Result<void> writeWhole(const fs::path& file, std::string_view text)
{
    const Result<fs::path> real = fileToReplace(file);
    if (!real)
        return tl::unexpected(real.error());
    Result<PartFile> part = PartFile::create(*real);
    if (!part)
        return tl::unexpected(std::move(part.error()));
    if (Result<void> written = part->write(text); !written)
        return written;
    return part->putInPlace(*real, true);
}

Result<std::string> readWhole(const fs::path& file, std::size_t most)
{
    const Descriptor descriptor(file, O_RDONLY | O_NONBLOCK); // opening a pipe would wait for its other end
    if (!descriptor.isOpen())
        return tl::unexpected(fileError(file, errno));
    struct stat found {};
    if (::fstat(descriptor.number(), &found) == 0 && !S_ISREG(found.st_mode))
        return failure(ErrorKind::InvalidInput,
                       QT_TRANSLATE_NOOP("Sentence", "“{0}” is not a plain file; put one in its place"), file.string());
    const auto tooLarge = [&] {
        return failure(ErrorKind::InvalidInput,
                       QT_TRANSLATE_NOOP(
                           "Sentence", "“{0}” has more than {1} bytes, the most that are read; split it into several"),
                       file.string(), std::to_string(most));
    };
    const auto expected = static_cast<std::size_t>(found.st_size);
    if (expected > most)
        return tooLarge();
    std::string text;
    text.reserve(expected); // grown step by step it would be there twice
    std::array<char, std::size_t{1} << 16U> block{};
    for (;;) {
        const ssize_t size = ::read(descriptor.number(), block.data(), block.size());
        if (size < 0 && errno == EINTR)
            continue;
        if (size < 0)
            return tl::unexpected(fileError(file, errno));
        if (size == 0)
            return text;
        if (text.size() + static_cast<std::size_t>(size) > most) // it grows
            return tooLarge();
        text.append(block.data(), static_cast<std::size_t>(size));
    }
}

} // namespace ochain
