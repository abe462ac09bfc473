// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "files/safe_file.h"

#include "files/file_failures.h"
#include "files/folders.h"
#include "files/unfinished.h"

#include <array>
#include <atomic>
#include <cerrno>
#include <string>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace ochain {

namespace {

namespace fs = std::filesystem;

/// A file descriptor that is closed at the end of the scope.
class Descriptor {
public:
    Descriptor(const fs::path& file, int flags) : m_number(::open(file.c_str(), flags | O_CLOEXEC, 0666)) {}
    ~Descriptor()
    {
        if (m_number >= 0)
            ::close(m_number);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    [[nodiscard]] bool isOpen() const noexcept { return m_number >= 0; }
    [[nodiscard]] int number() const noexcept { return m_number; }

private:
    int m_number;
};

Result<void> errnoFailure(const fs::path& file)
{
    return tl::unexpected(fileError(file, errno));
}

bool writeAll(int descriptor, std::string_view text) noexcept
{
    while (!text.empty()) {
        const ssize_t written = ::write(descriptor, text.data(), text.size());
        if (written < 0 && errno != EINTR)
            return false;
        if (written > 0)
            text.remove_prefix(static_cast<std::size_t>(written));
    }
    return true;
}

/// Links the finished file under its name if that is free; the file systems that know no links get a check and a
/// renaming.
int linkInPlace(const fs::path& finished, const fs::path& file) noexcept
{
    if (::link(finished.c_str(), file.c_str()) == 0)
        return 0;
    if (errno != EPERM && errno != ENOTSUP && errno != ENOSYS)
        return errno;
    if (::access(file.c_str(), F_OK) == 0)
        return EEXIST;
    return ::rename(finished.c_str(), file.c_str()) == 0 ? 0 : errno;
}

} // namespace

fs::path temporaryBeside(const fs::path& file)
{
    static std::atomic<unsigned> count = 0;
    fs::path name = ".";
    name += file.filename();
    name += "." + std::to_string(::getpid()) + "-" + std::to_string(++count) + ".part";
    return folderOf(file) / name;
}

Result<void> syncFile(const fs::path& file)
{
    const Descriptor descriptor(file, O_RDONLY);
    if (!descriptor.isOpen() || ::fsync(descriptor.number()) != 0)
        return errnoFailure(file);
    return {};
}

void syncFolder(const fs::path& folder) noexcept
{
    // A file's entry is durable only when its folder is; some file systems cannot, and lose nothing by it.
    const Descriptor descriptor(folder, O_RDONLY | O_DIRECTORY);
    if (descriptor.isOpen())
        ::fsync(descriptor.number());
}

Result<void> putInPlace(const fs::path& finished, const fs::path& file, bool replace)
{
    Result<void> done = syncFile(finished);
    if (done) {
        const int problem =
            replace ? (::rename(finished.c_str(), file.c_str()) == 0 ? 0 : errno) : linkInPlace(finished, file);
        if (problem != 0)
            done = tl::unexpected(fileError(file, problem));
    }
    ::unlink(finished.c_str());
    if (!done)
        return done;
    syncFolder(folderOf(file));
    return {};
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
    return failure(
        ErrorKind::InvalidInput,
        QT_TRANSLATE_NOOP("Sentence",
                          "“{0}” is a device or a pipe, which a file would take the place of; choose another name"),
        file.string());
}

Result<fs::path> writeBeside(const fs::path& file, std::string_view text)
{
    fs::path part = temporaryBeside(file);
    const Descriptor descriptor(part, O_WRONLY | O_CREAT | O_EXCL);
    if (!descriptor.isOpen())
        return tl::unexpected(fileError(file, errno));
    noteUnfinished(part);
    if (!writeAll(descriptor.number(), text) || ::fsync(descriptor.number()) != 0) {
        const int problem = errno;
        ::unlink(part.c_str());
        return tl::unexpected(fileError(file, problem));
    }
    return part;
}

Result<void> writeWhole(const fs::path& file, std::string_view text)
{
    const Result<fs::path> real = fileToReplace(file);
    if (!real)
        return tl::unexpected(real.error());
    const Result<fs::path> part = writeBeside(*real, text);
    if (!part)
        return tl::unexpected(part.error());
    return putInPlace(*part, *real, true);
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
