// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/stored_digests.h"

#include "store/columns.h"
#include "store/edit_digester.h"
#include "store/failures.h"
#include "store/journal_rows.h"
#include "store/raw_statement.h"
#include "store/watched_statements.h"

#include <limits>
#include <string>

namespace ochain {

namespace {

[[noreturn]] void refuse()
{
    throw JournalFault(Sentence{
        QT_TRANSLATE_NOOP(
            "Sentence",
            "the digests, by which the file shows what was last written, cannot be read: it is damaged; go back to a copy of it"),
        {}});
}

std::string selectAll(std::size_t place)
{
    if (place == kEventNodes)
        return "SELECT event, n, node FROM event_nodes ORDER BY event, n"; // not by the index, which has all columns
    const TableSpec& spec = tableSpec(kDigested[place]);
    std::string sql = "SELECT id";
    for (const Field field : storedFields(spec.table))
        sql.append(", ").append(quoted(columnOf(spec.table, field)));
    return sql.append(" FROM ").append(spec.name);
}

std::size_t placeNamed(std::string_view table)
{
    for (std::size_t place = 0; place < kDigestCount; ++place)
        if (digestedTable(place) == table)
            return place;
    refuse();
}

} // namespace

DigestState firstDigests(sqlite3* database)
{
    DigestState state;
    DigestSet found;
    RawStatement query(database, "SELECT \"table\", rows, sum FROM digests");
    while (query.step()) {
        const std::size_t place = placeNamed(query.text(0));
        state.tables[place].rows = query.integer(1);
        if (!unpack(query.text(2), state.tables[place].sum))
            refuse();
        found.set(place);
    }
    for (std::size_t place = 0; place < kFirstDigestCount; ++place)
        if (!found[place])
            refuse();
    return state;
}

TableDigest computeDigest(sqlite3* database, std::size_t place)
{
    TableDigest digest;
    RowEncoding row;
    RawStatement query(database, selectAll(place));
    const int columns = query.columns();
    while (query.step()) {
        row.clear();
        for (int column = 0; column < columns; ++column)
            row.add(query.value(column));
        digest.add(row.digest());
    }
    return digest;
}

void writeDigests(sqlite3* database, const Progress& progress)
{
    WatchedStatements watched(database, progress);
    RawStatement write(database, "INSERT OR REPLACE INTO digests (\"table\", rows, sum) VALUES (?, ?, ?)");
    for (std::size_t place = 0; place < kDigestCount; ++place) {
        watched.setShare(static_cast<double>(place) / kDigestCount);
        const TableDigest digest = computeDigest(database, place);
        const std::string sum = packed(digest.sum);
        write.bind(1, digestedTable(place));
        write.bind(2, digest.rows);
        write.bindBlob(3, sum);
        write.run();
    }
    RawStatement(database, "UPDATE edits SET tables = NULL WHERE tables IS NOT NULL").run();
    static_cast<void>(rewriteJournalDigests(database, std::numeric_limits<std::int64_t>::min()));
}

Digest rewriteJournalDigests(sqlite3* database, std::int64_t from)
{
    Digest last;
    RawStatement before(database, "SELECT digest FROM edits WHERE seq < ? ORDER BY seq DESC LIMIT 1");
    before.bind(1, from);
    if (before.step() && !unpack(before.text(0), last))
        refuse();
    EditDigester digester;
    RawStatement edits(database, std::string(kSelectEditRows) + " WHERE seq >= ? ORDER BY seq");
    RawStatement changes(database, std::string(kSelectChangeRows) + " WHERE seq = ? ORDER BY n, part");
    RawStatement write(database, "UPDATE edits SET digest = ? WHERE seq = ?");
    edits.bind(1, from);
    while (edits.step()) {
        digester.begin(last);
        addRow(digester, edits, kEditColumns);
        changes.bind(1, edits.integer(0));
        while (changes.step())
            addRow(digester, changes, kChangeColumns);
        changes.reset();
        last = digester.end();
        const std::string bytes = packed(last);
        write.bindBlob(1, bytes);
        write.bind(2, edits.integer(0));
        write.run();
    }
    return last;
}

const DigestState& StoredDigests::upTo(std::int64_t last)
{
    if (m_state && m_state->seq == last)
        return *m_state;
    DigestState state = m_state && m_state->seq < last ? *m_state : firstDigests(m_database);
    RawStatement query(m_database, "SELECT seq, tables, digest FROM edits WHERE seq > ? ORDER BY seq");
    query.bind(1, state.seq);
    while (query.step()) {
        state.seq = query.integer(0);
        if (!unpack(query.text(1), state.tables) || !unpack(query.text(2), state.journal))
            refuse();
    }
    return m_state.emplace(state);
}

} // namespace ochain
