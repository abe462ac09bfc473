// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/file_snapshot.h"

#include "store/connection.h"

#include <algorithm>
#include <string>
#include <utility>

#include <SQLiteCpp/Backup.h>

namespace ochain {

namespace {

namespace fs = std::filesystem;

constexpr int kPagesAtOnce = 64; ///< 256 KB: between two looks at whether to go on

Result<void> copyPages(SQLite::Database& source, SQLite::Database& copy, const fs::path& file, const Progress& progress)
{
    SQLite::Backup backup(copy, source);
    for (;;) {
        const int code = backup.executeStep(kPagesAtOnce);
        if (code == SQLITE_DONE)
            return {};
        if (code != SQLITE_OK)
            throw SQLite::Exception("copying", code);
        const int total = std::max(backup.getTotalPageCount(), 1);
        if (progress && !progress(1 - static_cast<double>(backup.getRemainingPageCount()) / total))
            return failure(ErrorKind::Cancelled,
                           QT_TRANSLATE_NOOP("Sentence", "copying “{0}” was given up before its end"), file.string());
    }
}

} // namespace

struct FileSnapshot::Private {
    Connection connection;
    bool hasWal = false;
    std::int64_t bytes = 0;
};

FileSnapshot::FileSnapshot(std::unique_ptr<Private> data) : m_private(std::move(data))
{}
FileSnapshot::~FileSnapshot() = default;
FileSnapshot::FileSnapshot(FileSnapshot&& other) noexcept = default;
FileSnapshot& FileSnapshot::operator=(FileSnapshot&& other) noexcept = default;

Result<FileSnapshot> FileSnapshot::take(const fs::path& file)
{
    Result<Connection> opened = Connection::open(file, Reach::ReadOnly);
    if (!opened)
        return tl::unexpected(std::move(opened.error()));
    auto data = std::make_unique<Private>(Private{std::move(*opened)});
    Connection& connection = data->connection;
    return guarded(file, connection.handle(), [&]() -> Result<FileSnapshot> {
        connection.database().exec("BEGIN");
        static_cast<void>(connection.number("SELECT count(*) FROM sqlite_schema")); // the first read is what takes hold
        data->bytes = connection.number("PRAGMA page_size") * connection.number("PRAGMA page_count");
        data->hasWal = connection.text("PRAGMA journal_mode") == "wal";
        return FileSnapshot(std::move(data));
    });
}

bool FileSnapshot::letsOthersWrite() const noexcept
{
    return m_private->hasWal;
}

std::int64_t FileSnapshot::bytes() const noexcept
{
    return m_private->bytes;
}

Result<void> FileSnapshot::copyTo(const fs::path& target, const Progress& progress)
{
    Result<Connection> copy = Connection::make(target);
    if (!copy)
        return tl::unexpected(std::move(copy.error()));
    return guarded(target, copy->handle(), [&]() -> Result<void> {
        copy->database().exec("PRAGMA locking_mode = EXCLUSIVE"); // else the log of the original would be asked for
        Result<void> copied =
            copyPages(m_private->connection.database(), copy->database(), m_private->connection.file(), progress);
        if (copied)
            copy->database().exec("PRAGMA journal_mode = DELETE"); // one plain file, not one that a log belongs to
        return copied;
    });
}

} // namespace ochain
