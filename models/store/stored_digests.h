// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/progress.h"
#include "store/digest.h"

#include <cstdint>
#include <optional>

struct sqlite3;

namespace ochain {

inline constexpr int kDigestVersion = 3; ///< the schema from which on files have digests

/// What a file says of itself as of an edit.
struct DigestState {
    std::int64_t seq = 0; ///< of the edit; 0: before the first
    TableDigests tables;
    Digest journal; ///< of the edit itself
};

/// What a file says of itself before its first edit, or was said when it was brought up to date. Throws
/// SQLite::Exception, and JournalFault if there is not a digest for each table.
[[nodiscard]] DigestState firstDigests(sqlite3* database);
/// Counts and adds up the rows that stand in a table. Throws SQLite::Exception.
[[nodiscard]] TableDigest computeDigest(sqlite3* database, std::size_t place);
/// Writes the digests of all tables as they stand as what the file says before its first edit, and those of the edits
/// that are there. Within an open transaction. Throws SQLite::Exception.
void writeDigests(sqlite3* database, const Progress& progress = {});
/// Makes the digests of the journal anew from an edit on. @return that of the last edit
[[nodiscard]] Digest rewriteJournalDigests(sqlite3* database, std::int64_t from);

/// The digests of a file, kept from edit to edit.
class StoredDigests {
public:
    explicit StoredDigests(sqlite3* database) : m_database(database) {}

    /// As of the last edit, whose seq the caller knows: what others wrote meanwhile is read. Throws as firstDigests().
    [[nodiscard]] const DigestState& upTo(std::int64_t last);
    /// What the caller knows to stand in the file.
    void take(const DigestState& state) { m_state = state; }

private:
    sqlite3* m_database;
    std::optional<DigestState> m_state;
};

} // namespace ochain
