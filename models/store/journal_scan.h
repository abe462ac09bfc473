// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/problem.h"
#include "store/connection.h"
#include "store/edit_digester.h"
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
    std::int64_t firstBroken = 0; ///< the first edit that is not what its digest says; 0: none
};

/// A problem of the file as a whole or its journal, of no table.
[[nodiscard]] Problem ofFile(Rule rule, Sentence sentence);

/// Goes through the journal once, edit by edit with its changes: what no program that keeps the schema's CHECKs wrote
/// is a problem, as is an edit that is not what its digest says.
class JournalScan {
public:
    JournalScan(Connection& connection, int version) : m_connection(connection), m_hasDigests(version >= kDigestVersion)
    {}

    /// Throws no exception of SQLite: what cannot be read is a problem.
    [[nodiscard]] JournalReading run();

private:
    void readAll();
    void takeEdit();
    void takeDigests(std::int64_t seq);
    void takeChange(std::int64_t seq);
    void checkChange(std::int64_t seq, Table table);
    /// To the next change.
    void goOn(std::int64_t seq);
    void takeLoneChanges(std::optional<std::int64_t> before);
    void report(std::int64_t seq, const char* format);
    void reportFault(std::int64_t seq, const char* what, std::string_view word);
    void reportBroken(std::int64_t seq);

    Connection& m_connection;
    bool m_hasDigests;
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
