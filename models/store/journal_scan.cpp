// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/journal_scan.h"

#include "chain/rows.h"
#include "store/failures.h"
#include "store/journal_rows.h"

#include <charconv>
#include <limits>
#include <utility>

namespace ochain {

namespace {

constexpr std::size_t kMostProblems = 50; ///< a journal with more is told well enough by these

constexpr const char* kBadEdit = QT_TRANSLATE_NOOP(
    "Sentence",
    "edit {0} of the journal has a number, a kind or a reference to another edit that cannot be; export the chain and make a new file from it");
constexpr const char* kBadChange = QT_TRANSLATE_NOOP(
    "Sentence",
    "edit {0} of the journal changes a table or in a way that there is not; export the chain and make a new file from it");
constexpr const char* kLoneChanges = QT_TRANSLATE_NOOP(
    "Sentence",
    "the journal has changes of an edit {0} that is not there; export the chain and make a new file from it");
constexpr const char* kDisorder = QT_TRANSLATE_NOOP(
    "Sentence",
    "the journal is damaged behind edit {0}; go back to a copy of the file, or export what can be read and import that into a new file");

bool isFineNumber(std::string_view text)
{
    std::int64_t number = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    return read.ptr == text.data() + text.size() && number >= 1 && number <= kMaxRowid;
}

} // namespace

Problem ofFile(Rule rule, Sentence sentence)
{
    Problem problem{rule, Table::Tiers, {}, std::nullopt, std::move(sentence)};
    problem.isOfFile = true;
    return problem;
}

JournalReading JournalScan::run()
{
    try {
        if (m_hasDigests)
            m_reading.digests = firstDigests(m_connection.handle());
        readAll();
    } catch (const SQLite::Exception& failed) {
        if (isOfSurroundings(failed.getErrorCode()))
            throw;
        m_reading.digests.reset();
        m_reading.problems.push_back(ofFile(
            Rule::Damaged,
            {QT_TRANSLATE_NOOP("Sentence", "the journal cannot be read: the file is damaged; undo is not to be had"),
             {}}));
    } catch (const JournalFault& fault) {
        m_reading.digests.reset();
        m_reading.problems.push_back(ofFile(Rule::Damaged, fault.sentence()));
    }
    m_edits = RawStatement();
    m_changes = RawStatement();
    return std::move(m_reading);
}

void JournalScan::readAll()
{
    const std::string edits = m_hasDigests ? kSelectEditRows : "SELECT seq, time, author, why, kind, of FROM edits";
    m_edits = RawStatement(m_connection.handle(), edits + " ORDER BY seq");
    m_changes = RawStatement(m_connection.handle(), std::string(kSelectChangeRows) + " ORDER BY seq, n, part");
    m_hasChange = m_changes.step();
    std::int64_t last = std::numeric_limits<std::int64_t>::min();
    while (m_edits.step()) {
        const std::int64_t seq = m_edits.integer(0);
        if (seq <= last && last != std::numeric_limits<std::int64_t>::min()) // a damaged tree may lead round in circles
            return report(last, kDisorder);
        last = seq;
        takeEdit();
        if (m_reading.isCancelled)
            return;
    }
    takeLoneChanges(std::nullopt);
    if (last >= kMaxRowid)
        report(
            last,
            QT_TRANSLATE_NOOP(
                "Sentence",
                "edit {0} of the journal has a number behind which there is no other; export the chain and make a new file from it"));
}

void JournalScan::takeEdit()
{
    const std::int64_t seq = m_edits.integer(0);
    takeLoneChanges(seq);
    const std::string_view kind = m_edits.text(4);
    const bool isOfNone = sqlite3_value_type(m_edits.value(5)) == SQLITE_NULL;
    const bool isKnown = kind == "change" || kind == "undo" || kind == "redo";
    if (seq < 1 || !isKnown || (kind == "change") != isOfNone)
        report(seq, kBadEdit);
    takeKind(seq, kind);
    if (m_hasDigests) {
        m_digester.begin(m_reading.digests->journal);
        addRow(m_digester, m_edits, kEditColumns);
    }
    m_number = -1;
    while (m_hasChange && m_changes.integer(0) == seq)
        takeChange(seq);
    if (m_hasDigests)
        takeDigests(seq);
}

/// What can be undone follows from the kinds of all edits: whoever asks for it need not go through them again.
void JournalScan::takeKind(std::int64_t seq, std::string_view kind)
{
    constexpr int kAccepts = 6;
    const bool isAccept = m_hasDigests && sqlite3_value_type(m_edits.value(kAccepts)) != SQLITE_NULL;
    m_reading.history.take(seq,
                           isAccept         ? EditKind::Accept
                           : kind == "undo" ? EditKind::Undo
                           : kind == "redo" ? EditKind::Redo
                                            : EditKind::Change,
                           m_edits.integer(5));
}

void JournalScan::takeDigests(std::int64_t seq)
{
    DigestState& state = *m_reading.digests;
    state.seq = seq;
    Digest stored;
    const bool isWhole = unpack(m_edits.text(7), state.tables) && unpack(m_edits.text(8), stored);
    const Digest found = m_digester.end();
    if (!isWhole || stored != found)
        reportBroken(seq);
    // The next edit vouches for what stands here, so that one that was changed is told and not all behind it.
    state.journal = isWhole ? stored : found;
}

void JournalScan::takeChange(std::int64_t seq)
{
    if (m_hasDigests)
        addRow(m_digester, m_changes, kChangeColumns);
    const std::optional<Table> table = tableNamed(m_changes.text(3));
    const std::string_view op = m_changes.text(4);
    if (!table || (op != "insert" && op != "erase" && op != "update"))
        report(seq, kBadChange);
    else
        checkChange(seq, *table);
    goOn(seq);
}

/// Finds what Journal refuses when it reads the edit.
void JournalScan::checkChange(std::int64_t seq, Table table)
{
    const std::int64_t row = m_changes.integer(6);
    if (row < 1 || row > kMaxRowid)
        reportFault(seq, "row number", std::to_string(row));
    m_row.clear();
    for (const int column : {3, 4, 5, 6})
        m_row.add(m_changes.value(column));
    if (const std::int64_t number = m_changes.integer(1); number != m_number) {
        m_number = number;
        m_rowOfNumber = m_row.bytes();
    } else if (m_rowOfNumber != m_row.bytes()) {
        reportFault(seq, "change of two rows under the number", std::to_string(number));
    }
    const std::string_view field = m_changes.text(7);
    if (field == kNumberField && m_changes.text(4) == "update") {
        if (!isFineNumber(m_changes.text(9)))
            reportFault(seq, "row number", m_changes.text(9));
    } else if (!fieldNamed(table, field)) {
        reportFault(seq, "field", field);
    }
}

void JournalScan::goOn(std::int64_t seq)
{
    constexpr std::uint64_t kStepsUnasked = 4096;
    if (++m_steps % kStepsUnasked == 0 && m_progress && !m_progress(0)) {
        m_reading.isCancelled = true;
        m_hasChange = false;
        return;
    }
    const auto place = [&] { return std::pair(m_changes.integer(1), m_changes.integer(2)); };
    const auto last = place();
    m_hasChange = m_changes.step();
    if (!m_hasChange || m_changes.integer(0) > seq || (m_changes.integer(0) == seq && place() > last))
        return;
    report(seq, kDisorder); // a damaged tree may lead round in circles
    m_hasChange = false;
}

/// Changes whose edit is not there, up to those of an edit that is, or all.
void JournalScan::takeLoneChanges(std::optional<std::int64_t> before)
{
    while (m_hasChange && (!before || m_changes.integer(0) < *before)) {
        m_told.clear();
        report(m_changes.integer(0), kLoneChanges);
        goOn(m_changes.integer(0));
    }
    m_told.clear();
}

void JournalScan::report(std::int64_t seq, const char* format)
{
    if (m_reading.problems.size() < kMostProblems && m_told.insert(format).second)
        m_reading.problems.push_back(ofFile(Rule::Damaged, {format, {std::to_string(seq)}}));
}

void JournalScan::reportFault(std::int64_t seq, const char* what, std::string_view word)
{
    if (m_reading.problems.size() < kMostProblems && m_told.insert(what).second)
        m_reading.problems.push_back(ofFile(Rule::Damaged, journalFault(seq, what, word)));
}

void JournalScan::reportBroken(std::int64_t seq)
{
    if (m_reading.firstBroken == 0)
        m_reading.firstBroken = seq;
    if (m_reading.problems.size() < kMostProblems)
        m_reading.problems.push_back(ofFile(
            Rule::ChangedElsewhere,
            {QT_TRANSLATE_NOOP(
                 "Sentence",
                 "edit {0} of the journal, or what lay before it, is not what was written: another program changed the journal, or it is damaged; go back to a copy of the file, or accept what stands there with “ochain check FILE --accept”"),
             {std::to_string(seq)}}));
}

} // namespace ochain
