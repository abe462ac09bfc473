// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/edit.h"
#include "store/history.h"
#include "store/raw_statement.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace ochain {

/// The journal of a file: every edit, and from their order what can be undone. Throws SQLite::Exception.
class Journal {
public:
    explicit Journal(sqlite3* database) : m_database(database) {}

    /// The seq of the last edit, 0 if there is none.
    [[nodiscard]] std::int64_t lastSeq();
    /// Writes an edit within the open transaction under its seq.
    void append(const Edit& edit);
    /// Edits after a seq, oldest first.
    [[nodiscard]] std::vector<Edit> after(std::int64_t seq);
    /// The newest edits, newest first; 0: all.
    [[nodiscard]] std::vector<Edit> newest(std::size_t most);
    [[nodiscard]] std::optional<Edit> edit(std::int64_t seq);
    /// The history, read up to the last edit.
    [[nodiscard]] const History& history();

private:
    std::vector<Edit> read(RawStatement& query);
    void readChanges(Edit& edit);
    void readField(std::int64_t seq, RowChange& change);

    sqlite3* m_database;
    History m_history;
    RawStatement m_last, m_addEdit, m_addChange, m_changes;
};

} // namespace ochain
