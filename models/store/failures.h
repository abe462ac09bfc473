// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/error.h"
#include "files/file_failures.h"

#include <exception>
#include <filesystem>
#include <new>
#include <utility>

#include <SQLiteCpp/Exception.h>
#include <sqlite3.h>

namespace ochain {

/// What a failure of SQLite means to a person: kind, what, where and how to mend it.
/// @param code         an extended result code
/// @param systemError  errno of the failed call, 0 if there was none
/// @param detail       SQLite's own words
[[nodiscard]] Error sqliteError(const std::filesystem::path& file, int code, int systemError, std::string_view detail);
/// Whether a failure is of what surrounds a file (locks, rights, room, memory, the disk) and so says nothing about what
/// is in it. A page that the disk itself cannot give any more is damage: SQLite says so by SQLITE_CORRUPT.
[[nodiscard]] bool isOfSurroundings(int code) noexcept;
/// Whether a result code says that what stands in a file cannot be read, and not that something is in the way.
[[nodiscard]] bool isDamage(int code) noexcept;
/// errno of the last call that failed for a database or its journal; 0 if it is not known.
[[nodiscard]] int systemErrorOf(sqlite3* database) noexcept;

/// What a journal says that no program could have written there; travels as SQLite's exceptions do.
class JournalFault : public std::exception {
public:
    explicit JournalFault(Sentence sentence) : m_sentence(std::move(sentence)) {}
    [[nodiscard]] const Sentence& sentence() const noexcept { return m_sentence; }

private:
    Sentence m_sentence;
};

/// Runs work that talks to SQLite; its exceptions travel up to here and no further.
/// @param database  whose errno tells a full disk from a broken one; may be null
/// @return what work returns (a Result), or the failure
template <class Work>
[[nodiscard]] auto guarded(const std::filesystem::path& file, sqlite3* database, Work&& work) -> decltype(work())
{
    try {
        return work();
    } catch (const SQLite::Exception& failed) {
        const int code = failed.getExtendedErrorCode() > 0 ? failed.getExtendedErrorCode() : failed.getErrorCode();
        return tl::unexpected(sqliteError(file, code, systemErrorOf(database), failed.what()));
    } catch (const JournalFault& fault) {
        return tl::unexpected(Error{ErrorKind::Corrupt, fault.sentence(), {}});
    } catch (const std::filesystem::filesystem_error& failed) {
        return tl::unexpected(fileError(file, failed.code().value()));
    } catch (const std::bad_alloc&) {
        return tl::unexpected(noMemory());
    }
}

} // namespace ochain
