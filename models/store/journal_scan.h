// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/problem.h"
#include "chain/progress.h"
#include "store/connection.h"
#include "store/edit_digester.h"
#include "store/history.h"
#include "store/raw_statement.h"
#include "store/stored_digests.h"

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>

namespace ochain {

/// What a file's journal says, looked through from its first edit to the last.
struct JournalReading {
    Problems problems;
    /// What the tables hold by the digests; none in a file of a version without, or where they cannot be read.
    std::optional<DigestState> digests;
    History history;              ///< what can be undone; means nothing where there are problems
    std::int64_t firstBroken = 0; ///< the first edit that is not what its digest says; 0: none
    bool isCancelled = false;     ///< it was not read to its end
};

/// A problem of the file as a whole or its journal, of no table.
[[nodiscard]] Problem ofFile(Rule rule, Sentence sentence);

/// Goes through the journal once, edit by edit with its changes: what no program that keeps the schema's CHECKs wrote
/// is a problem, as is an edit that is not what its digest says.
class JournalScan {
public:
    /// @param progress  asked now and then whether to go on; must outlive the scan
    JournalScan(Connection& connection, int version, const Progress& progress)
        : m_connection(connection), m_progress(progress), m_hasDigests(version >= kDigestVersion)
    {}

    /// What cannot be read is a problem. Throws SQLite::Exception for what is in the way.
    [[nodiscard]] JournalReading run();

private:
    void readAll();
    void takeEdit();
    void takeDigests(std::int64_t seq);
    void takeKind(std::int64_t seq, std::string_view kind);
    void takeChange(std::int64_t seq);
    void checkChange(std::int64_t seq, Table table);
    /// To the next change.
    void goOn(std::int64_t seq);
    void takeLoneChanges(std::optional<std::int64_t> before);
    void report(std::int64_t seq, const char* format);
    void reportFault(std::int64_t seq, const char* what, std::string_view word);
    void reportBroken(std::int64_t seq);

    Connection& m_connection;
    const Progress& m_progress;
    bool m_hasDigests;
    std::uint64_t m_steps = 0;
    JournalReading m_reading;
    EditDigester m_digester;
    RawStatement m_edits, m_changes;
    bool m_hasChange = false;          ///< a change is waiting
    std::int64_t m_number = -1;        ///< of the last change, in its edit
    std::string m_rowOfNumber;         ///< table, operation, key and number of it
    RowEncoding m_row;                 ///< the same of the change at hand
    std::set<std::string_view> m_told; ///< what was said of the edit at hand
};

} // namespace ochain
