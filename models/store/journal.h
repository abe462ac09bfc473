// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/edit.h"
#include "store/edit_digester.h"
#include "store/history.h"
#include "store/raw_statement.h"
#include "store/stored_digests.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace ochain {

/// The journal of a file: every edit, and from their order what can be undone. Throws SQLite::Exception.
class Journal {
public:
    /// @param version  the file's; one without digests is only read
    Journal(sqlite3* database, int version) : m_database(database), m_hasDigests(version >= kDigestVersion) {}

    /// The seq of the last edit, 0 if there is none.
    [[nodiscard]] std::int64_t lastSeq();
    /// Writes an edit within the open transaction under its seq.
    /// @param digests  as of the edit before; becomes that of this edit, of whose tables it has the digests already
    /// @param touched  the tables that the edit has changed, or accepts as they are
    void append(const Edit& edit, DigestState& digests, const DigestSet& touched);
    /// Edits after a seq, oldest first.
    [[nodiscard]] std::vector<Edit> after(std::int64_t seq);
    /// The newest edits, newest first; 0: all.
    [[nodiscard]] std::vector<Edit> newest(std::size_t most);
    [[nodiscard]] std::optional<Edit> edit(std::int64_t seq);
    /// Every edit, one at a time.
    void forEachNewestFirst(const std::function<void(const Edit&)>& take);
    /// Takes over a history that was read elsewhere from this journal, up to one of its edits.
    void know(History history) { m_history = std::move(history); }
    /// The history, read on up to the last edit.
    [[nodiscard]] const History& history();

private:
    [[nodiscard]] std::string select(const char* columns, const char* rest) const;
    [[nodiscard]] Digest digestOf(const Edit& edit, const Digest& before, const std::string& accepts,
                                  const std::string& tables);
    void addEdit(const Edit& edit, const std::string& accepts, const std::string& tables, const Digest& digest);
    void addChanges(const Edit& edit);
    std::vector<Edit> read(RawStatement& query);
    Edit readEdit(RawStatement& query);
    void readChanges(Edit& edit);
    void readField(std::int64_t seq, RowChange& change);

    sqlite3* m_database;
    bool m_hasDigests;
    History m_history;
    std::optional<EditDigester> m_digester;
    RawStatement m_last, m_addEdit, m_addChange, m_changes;
};

} // namespace ochain
