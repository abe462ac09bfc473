// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/journal.h"

#include "chain/rows.h"
#include "chain/text_form.h"
#include "store/failures.h"
#include "store/journal_rows.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <limits>
#include <string>
#include <string_view>

namespace ochain {

namespace {

constexpr std::array<std::string_view, 4> kKindNames{"change", "undo", "redo", "accept"}; ///< as EditKind
constexpr std::array<std::string_view, 3> kOpNames{"insert", "erase", "update"};          ///< as Op

/// What an edit of the journal says cannot be: no program that keeps the schema's CHECKs wrote it.
[[noreturn]] void refuse(std::int64_t seq, std::string_view what, std::string_view word)
{
    throw JournalFault(journalFault(seq, what, word));
}

template <class Enum, std::size_t N>
Enum named(const std::array<std::string_view, N>& names, std::string_view name, std::int64_t seq, const char* what)
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

bool isOfAnother(EditKind kind) noexcept
{
    return kind == EditKind::Undo || kind == EditKind::Redo;
}

/// The kind as the column has it, which knows three.
std::string_view storedKind(EditKind kind) noexcept
{
    return kKindNames[static_cast<std::size_t>(kind == EditKind::Accept ? EditKind::Change : kind)];
}

/// What one row of the table of changes says.
struct Part {
    const RowChange& change;
    std::int64_t number; ///< of the change in its edit
    std::int64_t place;  ///< of the field in the change
    std::string_view field, before, after;
};

/// Calls take(Part) for each row that an edit has there, in their order.
template <class Take>
void forEachPart(const Edit& edit, Take&& take)
{
    std::int64_t number = 0;
    for (const RowChange& change : edit.changes) {
        if (change.movedTo != 0) {
            const std::string before = std::to_string(change.rowid);
            const std::string after = std::to_string(change.movedTo);
            take(Part{change, number, 0, kNumberField, before, after});
        }
        std::int64_t place = 0;
        for (const FieldChange& field : change.fields)
            take(Part{change, number, place++, fieldSpec(change.table, field.field).name, field.before, field.after});
        ++number;
    }
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

std::string Journal::select(const char* columns, const char* rest) const
{
    // An edit that accepts what another program wrote stands there as a change that says so.
    return std::string("SELECT ") + columns + (m_hasDigests ? ", iif(accepts IS NULL, kind, 'accept')" : ", kind") +
           ", ifnull(of, 0) FROM edits " + rest;
}

Digest Journal::digestOf(const Edit& edit, const Digest& before, const std::string& accepts, const std::string& tables)
{
    if (!m_digester)
        m_digester.emplace();
    EditDigester& digester = *m_digester;
    digester.begin(before);
    RowEncoding& row = digester.row();
    row.add(edit.seq);
    row.add(edit.timeMs);
    row.add(std::string_view(edit.author));
    row.add(std::string_view(edit.why));
    row.add(storedKind(edit.kind));
    isOfAnother(edit.kind) ? row.add(edit.of) : row.addNull();
    accepts.empty() ? row.addNull() : row.add(std::string_view(accepts));
    tables.empty() ? row.addNull() : row.addBlob(tables);
    digester.take();
    forEachPart(edit, [&](const Part& part) {
        row.add(edit.seq);
        row.add(part.number);
        row.add(part.place);
        row.add(tableSpec(part.change.table).name);
        row.add(nameOf(kOpNames, static_cast<std::size_t>(part.change.op)));
        row.add(std::string_view(part.change.key));
        row.add(part.change.rowid);
        row.add(part.field);
        row.add(part.before);
        row.add(part.after);
        digester.take();
    });
    return digester.end();
}

void Journal::append(const Edit& edit, DigestState& digests, const DigestSet& touched)
{
    const std::string accepts = edit.kind != EditKind::Accept ? std::string()
                                : touched.none()              ? std::string("edits")
                                                              : namesOf(touched);
    const std::string tables = packed(digests.tables, touched);
    digests.journal = digestOf(edit, digests.journal, accepts, tables);
    digests.seq = edit.seq;
    addEdit(edit, accepts, tables, digests.journal);
    addChanges(edit);
}

void Journal::addEdit(const Edit& edit, const std::string& accepts, const std::string& tables, const Digest& digest)
{
    if (m_addEdit.isNull())
        m_addEdit =
            RawStatement(m_database, "INSERT INTO edits (seq, time, author, why, kind, of, accepts, tables, digest) "
                                     "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
    const std::string bytes = packed(digest);
    m_addEdit.bind(1, edit.seq);
    m_addEdit.bind(2, edit.timeMs);
    m_addEdit.bind(3, std::string_view(edit.author));
    m_addEdit.bind(4, std::string_view(edit.why));
    m_addEdit.bind(5, storedKind(edit.kind));
    isOfAnother(edit.kind) ? m_addEdit.bind(6, edit.of) : m_addEdit.bindNull(6);
    accepts.empty() ? m_addEdit.bindNull(7) : m_addEdit.bind(7, std::string_view(accepts));
    tables.empty() ? m_addEdit.bindNull(8) : m_addEdit.bindBlob(8, tables);
    m_addEdit.bindBlob(9, bytes);
    m_addEdit.run();
}

void Journal::addChanges(const Edit& edit)
{
    if (m_addChange.isNull())
        m_addChange =
            RawStatement(m_database, "INSERT INTO changes (seq, n, part, \"table\", op, key, row_id, field, old, new)"
                                     " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    m_addChange.bind(1, edit.seq);
    forEachPart(edit, [&](const Part& part) {
        m_addChange.bind(2, part.number);
        m_addChange.bind(3, part.place);
        m_addChange.bind(4, tableSpec(part.change.table).name);
        m_addChange.bind(5, nameOf(kOpNames, static_cast<std::size_t>(part.change.op)));
        m_addChange.bind(6, std::string_view(part.change.key));
        m_addChange.bind(7, part.change.rowid);
        m_addChange.bind(8, part.field);
        m_addChange.bind(9, part.before);
        m_addChange.bind(10, part.after);
        m_addChange.run();
    });
}

std::vector<Edit> Journal::after(std::int64_t seq)
{
    RawStatement query(m_database, select("seq, time, author, why", "WHERE seq > ? ORDER BY seq"));
    query.bind(1, seq);
    return read(query);
}

std::vector<Edit> Journal::newest(std::size_t most)
{
    RawStatement query(m_database, select("seq, time, author, why", "ORDER BY seq DESC LIMIT ?"));
    constexpr std::size_t kMost = std::numeric_limits<std::int64_t>::max();
    query.bind(1, most == 0 ? std::int64_t{-1} : static_cast<std::int64_t>(std::min(most, kMost)));
    return read(query);
}

std::optional<Edit> Journal::edit(std::int64_t seq)
{
    RawStatement query(m_database, select("seq, time, author, why", "WHERE seq = ?"));
    query.bind(1, seq);
    std::vector<Edit> edits = read(query);
    return edits.empty() ? std::nullopt : std::optional(std::move(edits.front()));
}

const History& Journal::history()
{
    RawStatement query(m_database, select("seq", "WHERE seq > ? ORDER BY seq"));
    query.bind(1, m_history.last());
    while (query.step())
        m_history.take(query.integer(0), named<EditKind>(kKindNames, query.text(1), query.integer(0), "kind"),
                       query.integer(2));
    return m_history;
}

void Journal::forEachNewestFirst(const std::function<void(const Edit&)>& take)
{
    RawStatement query(m_database, select("seq, time, author, why", "ORDER BY seq DESC"));
    while (query.step())
        take(readEdit(query));
}

std::vector<Edit> Journal::read(RawStatement& query)
{
    std::vector<Edit> edits;
    while (query.step())
        edits.push_back(readEdit(query));
    return edits;
}

Edit Journal::readEdit(RawStatement& query)
{
    Edit edit;
    edit.seq = query.integer(0);
    edit.timeMs = query.integer(1);
    edit.author = query.text(2);
    edit.why = query.text(3);
    edit.kind = named<EditKind>(kKindNames, query.text(4), edit.seq, "kind");
    edit.of = query.integer(5);
    readChanges(edit);
    return edit;
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
