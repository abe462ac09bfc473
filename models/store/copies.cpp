// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/copies.h"

#include "store/failures.h"

#include <system_error>
#include <utility>

#include <SQLiteCpp/Backup.h>

namespace ochain {

namespace fs = std::filesystem;

fs::path copyName(const fs::path& file, const std::string& what, int n)
{
    fs::path name = file;
    name += "." + what + (n == 1 ? std::string() : "-" + std::to_string(n)) + ".bak";
    return name;
}

Result<fs::path> putCopyBeside(PartFile& copy, const fs::path& file, const std::string& what)
{
    constexpr int kMostCopies = 1000;
    for (int n = 1; n <= kMostCopies; ++n) {
        fs::path name = copyName(file, what, n);
        std::error_code ignored;
        if (fs::exists(fs::symlink_status(name, ignored)))
            continue;
        if (Result<void> placed = copy.putInPlace(name, false); !placed)
            return tl::unexpected(std::move(placed.error()));
        return name;
    }
    return failure(
        ErrorKind::Io,
        QT_TRANSLATE_NOOP("Sentence", "there are too many old copies beside “{0}”; delete some that end in .bak"),
        file.string());
}

Result<fs::path> copyBeside(SQLite::Database& from, const fs::path& file, const std::string& what,
                            const Progress& progress)
{
    Result<PartFile> part = PartFile::create(file);
    if (!part)
        return tl::unexpected(std::move(part.error()));
    const Result<void> copied = guarded(part->path(), nullptr, [&]() -> Result<void> {
        SQLite::Database copy(part->path().string(), SQLite::OPEN_READWRITE, 0, "unix-none");
        // Nobody else knows it, and it is synced and put in place whole.
        copy.exec("PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF");
        SQLite::Backup backup(copy, from);
        constexpr int kPagesAtOnce = 4096;
        int code = SQLITE_OK;
        while ((code = backup.executeStep(progress ? kPagesAtOnce : -1)) == SQLITE_OK)
            if (!progress(1 - static_cast<double>(backup.getRemainingPageCount()) / backup.getTotalPageCount()))
                throw SQLite::Exception("copying", SQLITE_INTERRUPT);
        if (code != SQLITE_DONE)
            throw SQLite::Exception("copying", code);
        copy.exec("PRAGMA journal_mode = DELETE");
        return {};
    });
    if (!copied)
        return tl::unexpected(copied.error());
    return putCopyBeside(*part, file, what);
}

} // namespace ochain
