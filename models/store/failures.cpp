// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/failures.h"

#include "files/file_failures.h"
#include "store/side_files.h"

#include <cerrno>
#include <string>
#include <system_error>
#include <utility>

namespace ochain {

namespace {

Error make(ErrorKind kind, const char* format, const std::filesystem::path& file, std::string_view detail = {})
{
    return failure(kind, format, file.string(), detail).value();
}

} // namespace

bool isOfSurroundings(int code) noexcept
{
    switch (code & 0xFF) {
    case SQLITE_PERM:
    case SQLITE_ABORT:
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_NOMEM:
    case SQLITE_READONLY:
    case SQLITE_INTERRUPT:
    case SQLITE_IOERR:
    case SQLITE_FULL:
    case SQLITE_CANTOPEN:
    case SQLITE_PROTOCOL:
    case SQLITE_NOLFS:
    case SQLITE_AUTH:
        return true;
    default:
        return false;
    }
}

Error sqliteError(const std::filesystem::path& file, int code, int systemError, std::string_view detail)
{
    const int primary = code & 0xFF;
    const bool isIo = primary == SQLITE_IOERR || primary == SQLITE_CANTOPEN;
    if (primary == SQLITE_FULL || (isIo && isDiskFull(systemError)))
        return fileError(file, ENOSPC);
    if (isIo) // what lies beside may have come since it was looked at last
        if (Result<void> side = checkSideFiles(file); !side)
            return std::move(side.error());
    switch (primary) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_PROTOCOL:
        return make(
            ErrorKind::Locked,
            QT_TRANSLATE_NOOP("Sentence",
                              "“{0}” is locked by another program; let that one finish or close it, then try again"),
            file);
    case SQLITE_INTERRUPT:
        return make(ErrorKind::Cancelled, "interrupted; nothing was changed", file);
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
    case SQLITE_TOOBIG:
    case SQLITE_MISMATCH:
        return make(
            ErrorKind::Corrupt,
            QT_TRANSLATE_NOOP("Sentence",
                              "“{0}” is damaged ({1}); go back to a copy of it, or export what can still be read"),
            file, detail);
    case SQLITE_READONLY:
        return make(ErrorKind::ReadOnly,
                    QT_TRANSLATE_NOOP(
                        "Sentence",
                        "“{0}” may only be read; allow writing to the file and its folder, or save a copy elsewhere"),
                    file);
    case SQLITE_PERM:
    case SQLITE_AUTH:
    case SQLITE_CANTOPEN:
        return make(ErrorKind::Io,
                    QT_TRANSLATE_NOOP("Sentence",
                                      "“{0}” could not be opened ({1}); check the rights to the file and its folder"),
                    file, systemError != 0 ? std::system_category().message(systemError) : std::string(detail));
    case SQLITE_NOMEM:
        return noMemory();
    case SQLITE_CONSTRAINT:
        return make(ErrorKind::InvalidInput,
                    QT_TRANSLATE_NOOP("Sentence", "“{0}” does not take the change ({1}); nothing was changed"), file,
                    detail);
    default:
        return make(ErrorKind::Io,
                    QT_TRANSLATE_NOOP("Sentence", "“{0}” could not be read or written ({1}); check the disk it is on"),
                    file, systemError != 0 && isIo ? std::system_category().message(systemError) : std::string(detail));
    }
}

bool isDamage(int code) noexcept
{
    const int primary = code & 0xFF;
    return primary == SQLITE_CORRUPT || primary == SQLITE_NOTADB || primary == SQLITE_TOOBIG;
}

int systemErrorOf(sqlite3* database) noexcept
{
    if (database == nullptr)
        return 0;
    int number = sqlite3_system_errno(database);
    // A failed COMMIT is not noted there, but the file that failed knows.
    if (number == 0)
        sqlite3_file_control(database, "main", SQLITE_FCNTL_LAST_ERRNO, &number);
    sqlite3_file* journal = nullptr;
    if (number == 0 && sqlite3_file_control(database, "main", SQLITE_FCNTL_JOURNAL_POINTER, &journal) == SQLITE_OK &&
        journal != nullptr && journal->pMethods != nullptr)
        journal->pMethods->xFileControl(journal, SQLITE_FCNTL_LAST_ERRNO, &number);
    return number;
}

} // namespace ochain
