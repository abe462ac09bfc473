// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/journal.h"

#include "chain/rows.h"
#include "chain/text_form.h"
#include "store/failures.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <limits>
#include <string>
#include <string_view>

namespace ochain {

namespace {

constexpr std::array<std::string_view, 3> kKindNames{"change", "undo", "redo"};  ///< as EditKind
constexpr std::array<std::string_view, 3> kOpNames{"insert", "erase", "update"}; ///< as Op

/// Under this name the journal has the number of a row, where that changes: it is the place in the order of entry, and
/// no field of the CSV files.
constexpr std::string_view kNumberField = "id";

/// What an edit of the journal says cannot be: no program that keeps the schema's CHECKs wrote it.
[[noreturn]] void refuse(std::int64_t seq, std::string_view what, std::string_view word)
{
    throw JournalFault(Sentence{
        QT_TRANSLATE_NOOP(
            "Sentence",
            "edit {0} of the journal has the {1} “{2}”, which there is not; the journal is damaged: go back to a copy of the file, or export it and make a new one"),
        {std::to_string(seq), std::string(what), shown(word)}});
}

template <class Enum>
Enum named(const std::array<std::string_view, 3>& names, std::string_view name, std::int64_t seq, const char* what)
{
    const auto found = std::find(names.begin(), names.end(), name);
    if (found == names.end())
        refuse(seq, what, name);
    return static_cast<Enum>(found - names.begin());
}

std::int64_t rowNumber(std::int64_t number, std::int64_t seq)
{
    if (number < 1 || number > kMaxRowid)
        refuse(seq, "row number", std::to_string(number));
    return number;
}

std::string_view nameOf(const std::array<std::string_view, 3>& names, std::size_t number)
{
    return names[number];
}

} // namespace

std::int64_t Journal::lastSeq()
{
    if (m_last.isNull())
        m_last = RawStatement(m_database, "SELECT ifnull(max(seq), 0) FROM edits");
    const StatementReset reset(m_last);
    m_last.step();
    return m_last.integer(0);
}

void Journal::append(const Edit& edit)
{
    if (m_addEdit.isNull()) {
        m_addEdit =
            RawStatement(m_database, "INSERT INTO edits (seq, time, author, why, kind, of) VALUES (?, ?, ?, ?, ?, ?)");
        m_addChange =
            RawStatement(m_database, "INSERT INTO changes (seq, n, part, \"table\", op, key, row_id, field, old, new)"
                                     " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    }
    m_addEdit.bind(1, edit.seq);
    m_addEdit.bind(2, edit.timeMs);
    m_addEdit.bind(3, std::string_view(edit.author));
    m_addEdit.bind(4, std::string_view(edit.why));
    m_addEdit.bind(5, nameOf(kKindNames, static_cast<std::size_t>(edit.kind)));
    if (edit.kind == EditKind::Change)
        m_addEdit.bindNull(6);
    else
        m_addEdit.bind(6, edit.of);
    m_addEdit.run();
    m_addChange.bind(1, edit.seq);
    for (std::size_t n = 0; n < edit.changes.size(); ++n) {
        const RowChange& change = edit.changes[n];
        m_addChange.bind(2, static_cast<std::int64_t>(n));
        m_addChange.bind(4, tableSpec(change.table).name);
        m_addChange.bind(5, nameOf(kOpNames, static_cast<std::size_t>(change.op)));
        m_addChange.bind(6, std::string_view(change.key));
        m_addChange.bind(7, change.rowid);
        if (change.movedTo != 0) {
            m_addChange.bind(3, std::int64_t{0});
            m_addChange.bind(8, kNumberField);
            const std::string before = std::to_string(change.rowid);
            const std::string after = std::to_string(change.movedTo);
            m_addChange.bind(9, std::string_view(before));
            m_addChange.bind(10, std::string_view(after));
            m_addChange.run();
        }
        for (std::size_t part = 0; part < change.fields.size(); ++part) {
            const FieldChange& field = change.fields[part];
            m_addChange.bind(3, static_cast<std::int64_t>(part));
            m_addChange.bind(8, fieldSpec(change.table, field.field).name);
            m_addChange.bind(9, std::string_view(field.before));
            m_addChange.bind(10, std::string_view(field.after));
            m_addChange.run();
        }
    }
}

std::vector<Edit> Journal::after(std::int64_t seq)
{
    RawStatement query(m_database,
                       "SELECT seq, time, author, why, kind, ifnull(of, 0) FROM edits WHERE seq > ? ORDER BY seq");
    query.bind(1, seq);
    return read(query);
}

std::vector<Edit> Journal::newest(std::size_t most)
{
    RawStatement query(m_database,
                       "SELECT seq, time, author, why, kind, ifnull(of, 0) FROM edits ORDER BY seq DESC LIMIT ?");
    constexpr std::size_t kMost = std::numeric_limits<std::int64_t>::max();
    query.bind(1, most == 0 ? std::int64_t{-1} : static_cast<std::int64_t>(std::min(most, kMost)));
    return read(query);
}

std::optional<Edit> Journal::edit(std::int64_t seq)
{
    RawStatement query(m_database, "SELECT seq, time, author, why, kind, ifnull(of, 0) FROM edits WHERE seq = ?");
    query.bind(1, seq);
    std::vector<Edit> edits = read(query);
    return edits.empty() ? std::nullopt : std::optional(std::move(edits.front()));
}

const History& Journal::history()
{
    RawStatement query(m_database, "SELECT seq, kind, ifnull(of, 0) FROM edits WHERE seq > ? ORDER BY seq");
    query.bind(1, m_history.last());
    while (query.step())
        m_history.take(query.integer(0), named<EditKind>(kKindNames, query.text(1), query.integer(0), "kind"),
                       query.integer(2));
    return m_history;
}

std::vector<Edit> Journal::read(RawStatement& query)
{
    std::vector<Edit> edits;
    while (query.step()) {
        Edit& edit = edits.emplace_back();
        edit.seq = query.integer(0);
        edit.timeMs = query.integer(1);
        edit.author = query.text(2);
        edit.why = query.text(3);
        edit.kind = named<EditKind>(kKindNames, query.text(4), edit.seq, "kind");
        edit.of = query.integer(5);
        readChanges(edit);
    }
    return edits;
}

void Journal::readChanges(Edit& edit)
{
    if (m_changes.isNull())
        m_changes = RawStatement(
            m_database,
            "SELECT n, \"table\", op, key, row_id, field, old, new FROM changes WHERE seq = ? ORDER BY n, part");
    const StatementReset reset(m_changes);
    m_changes.bind(1, edit.seq);
    std::int64_t last = -1;
    while (m_changes.step()) {
        const std::optional<Table> table = tableNamed(m_changes.text(1));
        if (!table)
            refuse(edit.seq, "table", m_changes.text(1));
        const std::int64_t number = m_changes.integer(0);
        const RowChange change{*table,
                               named<Op>(kOpNames, m_changes.text(2), edit.seq, "operation"),
                               std::string(m_changes.text(3)),
                               rowNumber(m_changes.integer(4), edit.seq),
                               {},
                               0};
        if (edit.changes.empty() || number != last)
            edit.changes.push_back(change);
        RowChange& current = edit.changes.back();
        last = number;
        if (current.table != change.table || current.op != change.op || current.key != change.key ||
            current.rowid != change.rowid)
            refuse(edit.seq, "change of two rows under the number", std::to_string(number));
        readField(edit.seq, current);
    }
}

void Journal::readField(std::int64_t seq, RowChange& change)
{
    const std::string_view name = m_changes.text(5);
    if (name == kNumberField && change.op == Op::Update) {
        const std::string_view text = m_changes.text(7);
        std::int64_t number = 0;
        const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
        change.movedTo = rowNumber(read.ptr == text.data() + text.size() ? number : 0, seq);
        return;
    }
    const std::optional<Field> field = fieldNamed(change.table, name);
    if (!field)
        refuse(seq, "field", name);
    change.fields.push_back({*field, std::string(m_changes.text(6)), std::string(m_changes.text(7))});
}

} // namespace ochain
