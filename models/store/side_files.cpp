// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/side_files.h"

#include "chain/text_form.h"
#include "files/file_failures.h"
#include "files/part_file.h"
#include "store/copies.h"
#include "store/rollback_journal.h"
#include "store/vfs_file.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

#include <sys/stat.h>

namespace ochain {

namespace {

namespace fs = std::filesystem;

constexpr const char* kCopyName = "before-rollback";

/// A second name is as good as a link: what SQLite writes here would be written there too.
Result<void> checkPlain(const fs::path& side)
{
    struct stat found {};
    if (::lstat(side.c_str(), &found) != 0 || (S_ISREG(found.st_mode) && found.st_nlink <= 1))
        return {};
    return failure(
        ErrorKind::NotOurs,
        QT_TRANSLATE_NOOP(
            "Sentence",
            "“{0}”, which belongs to the chain file beside it, is a link, a pipe, a device or a folder and not a plain file; somebody has put it there: move it away, look at the chain and open it again"),
        side.string());
}

Result<void> checkJournal(const fs::path& file, const fs::path& journal)
{
    const std::optional<RollbackJournal> found = RollbackJournal::open(journal);
    const std::string super = found ? found->superJournal() : std::string();
    if (super.empty())
        return {};
    return failure(
        ErrorKind::NotOurs,
        QT_TRANSLATE_NOOP(
            "Sentence",
            "“{0}” names another file, “{1}”, which would be deleted when “{2}” is opened; no chain has such a journal: move it away, look at the chain and open it again, or go back to a copy"),
        journal.string(), shown(super), file.string());
}

/// Copies a database file by SQLite's own means.
Result<void> copyDatabase(const VfsFile& from, PartFile& into)
{
    constexpr std::int64_t kBlock = std::int64_t{1} << 20U;
    const Result<std::int64_t> size = from.size();
    if (!size)
        return tl::unexpected(size.error());
    std::string block;
    for (std::int64_t at = 0; at < *size; at += kBlock) {
        block.resize(static_cast<std::size_t>(std::min(kBlock, *size - at)));
        if (Result<void> read = from.read(block.data(), block.size(), at); !read)
            return read;
        if (Result<void> written = into.write(block); !written)
            return written;
    }
    return {};
}

bool isKeptAlready(const fs::path& file, const RollbackJournal& journal)
{
    for (int n = 1;; ++n) {
        const fs::path name = copyName(file, kCopyName, n);
        std::error_code ignored;
        if (!fs::exists(fs::symlink_status(name, ignored)))
            return false;
        const std::optional<RollbackJournal> kept = RollbackJournal::open(name.string() + "-journal");
        if (kept && kept->isSameAs(journal))
            return true;
    }
}

} // namespace

fs::path beside(const fs::path& file, const char* suffix)
{
    std::error_code problem;
    fs::path path = fs::canonical(file, problem);
    if (problem)
        path = file;
    path += suffix;
    return path;
}

Result<void> checkSideFiles(const fs::path& file)
{
    for (const char* suffix : {"-journal", "-wal", "-shm"})
        if (Result<void> plain = checkPlain(beside(file, suffix)); !plain)
            return plain;
    return checkJournal(file, beside(file, "-journal"));
}

bool areSideFilesFit(const char* file) noexcept
{
    try {
        return checkSideFiles(file).has_value();
    } catch (const std::exception&) {
        return false; // out of memory
    }
}

bool hasChangesBeside(const fs::path& file)
{
    std::error_code problem;
    const auto wal = fs::file_size(beside(file, "-wal"), problem);
    if (!problem && wal > 0)
        return true;
    const auto journal = fs::file_size(beside(file, "-journal"), problem);
    return !problem && journal > 0;
}

Result<void> keepBeforeRollback(const fs::path& file)
{
    const std::optional<RollbackJournal> journal = RollbackJournal::open(beside(file, "-journal"));
    if (!journal || !journal->hasHead() || isKeptAlready(file, *journal))
        return {};
    const Result<VfsFile> database = VfsFile::open(file);
    if (!database)
        return tl::unexpected(database.error());
    if (database->isReserved())
        return {}; // whoever is writing now will remove it
    Result<PartFile> copy = PartFile::create(file);
    if (!copy)
        return tl::unexpected(std::move(copy.error()));
    if (Result<void> copied = copyDatabase(*database, *copy); !copied)
        return copied;
    const Result<fs::path> name = putCopyBeside(*copy, file, kCopyName);
    if (!name)
        return tl::unexpected(name.error());
    const fs::path journalName = name->string() + "-journal";
    // A part of the chain as well: whoever dies here comes back to another name, and sweeps what is the chain's.
    Result<PartFile> part = PartFile::create(file);
    if (!part)
        return tl::unexpected(std::move(part.error()));
    if (const int problem = journal->copyTo(part->descriptor()); problem != 0)
        return tl::unexpected(fileError(journalName, problem));
    return part->putInPlace(journalName, true);
}

} // namespace ochain
