// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/row_writer.h"

#include "chain/rows.h"
#include "store/columns.h"
#include "store/renumbering.h"

#include <algorithm>
#include <array>

#include <SQLiteCpp/Exception.h>

namespace ochain {

namespace {

std::string place(const RowChange& change)
{
    return std::string(tableSpec(change.table).name) + " " + change.key;
}

/// The numbers of rows that later changes of an edit bring, by table and key.
class Coming {
public:
    explicit Coming(const Edit& edit)
    {
        for (const RowChange& change : edit.changes) {
            if (change.op == Op::Erase || !tableSpec(change.table).isKeyed)
                continue;
            if (change.op == Op::Insert)
                m_rowids[{change.table, change.key}] = change.rowid;
            for (const FieldChange& field : change.fields)
                if (field.field == 0)
                    m_rowids[{change.table, field.after}] = change.rowid;
        }
    }
    [[nodiscard]] std::int64_t find(Table table, std::string_view key) const
    {
        const auto found = m_rowids.find({table, std::string(key)});
        return found == m_rowids.end() ? 0 : found->second;
    }

private:
    std::map<std::pair<Table, std::string>, std::int64_t> m_rowids;
};

} // namespace

Result<void> RowWriter::write(Edit& edit)
{
    std::array<std::int64_t, kTableCount> last{};
    for (RowChange& change : edit.changes) {
        if (change.op != Op::Insert || change.rowid != 0)
            continue;
        std::int64_t& next = last[static_cast<std::size_t>(change.table)];
        if (next == 0)
            next = lastRowid(change.table);
        if (next >= kMaxRowid)
            return failure(
                ErrorKind::InvalidInput,
                QT_TRANSLATE_NOOP(
                    "Sentence", "the table {0} has no row number left; export the chain and import it into a new file"),
                tableSpec(change.table).name);
        change.rowid = ++next;
    }
    std::optional<Coming> coming;
    const Resolve resolve = [&](Table table, std::string_view key) {
        const std::int64_t rowid = find(table, key);
        if (rowid != 0)
            return rowid;
        if (!coming)
            coming.emplace(edit);
        return coming->find(table, key);
    };
    for (auto at = edit.changes.begin(); at != edit.changes.end();) {
        if (at->movedTo != 0) {
            const auto end = std::find_if(at, edit.changes.end(), [](const RowChange& c) { return c.movedTo == 0; });
            if (Result<void> moved = renumberRows(m_database, {at, end}); !moved)
                return moved;
            at = end;
            continue;
        }
        const RowChange& change = *at++;
        Result<void> written = change.op == Op::Insert  ? insert(change, resolve)
                               : change.op == Op::Erase ? erase(change)
                                                        : update(change, resolve);
        if (!written)
            return written;
    }
    return {};
}

Result<void> RowWriter::insert(const RowChange& change, const Resolve& resolve)
{
    const TableSpec& spec = tableSpec(change.table);
    RawStatement& inserting = insertion(change.table);
    inserting.bind(1, change.rowid);
    int parameter = 2;
    std::string_view nodes;
    for (Field field = 0; field < spec.fieldCount(); ++field) {
        const auto given = std::find_if(change.fields.begin(), change.fields.end(),
                                        [&](const FieldChange& f) { return f.field == field; });
        if (!isColumn(change.table, field)) {
            nodes = given == change.fields.end() ? std::string_view() : std::string_view(given->after);
            continue;
        }
        if (given == change.fields.end() && spec.isKeyed && field == 0)
            inserting.bind(parameter++, std::string_view(change.key));
        else if (given == change.fields.end())
            inserting.bindNull(parameter++);
        else if (Result<void> bound = bind(inserting, parameter++, change, *given, resolve); !bound)
            return bound;
    }
    inserting.run();
    return nodes.empty() ? Result<void>() : writeEventNodes(change.rowid, nodes, resolve);
}

RawStatement& RowWriter::insertion(Table table)
{
    RawStatement& statement = m_insertions[static_cast<std::size_t>(table)];
    if (!statement.isNull())
        return statement;
    const TableSpec& spec = tableSpec(table);
    std::string sql = "INSERT INTO " + std::string(spec.name) + " (id";
    std::string marks = ") VALUES (?";
    for (Field field = 0; field < spec.fieldCount(); ++field)
        if (isColumn(table, field)) {
            sql.append(", ").append(quoted(columnOf(table, field)));
            marks += ", ?";
        }
    return statement = RawStatement(m_database, sql.append(marks).append(")"));
}

Result<void> RowWriter::update(const RowChange& change, const Resolve& resolve)
{
    const std::int64_t rowid = rowidOf(change, resolve);
    m_sql.assign("UPDATE ").append(tableSpec(change.table).name).append(" SET ");
    int parameter = 0;
    for (const FieldChange& field : change.fields)
        if (isColumn(change.table, field.field))
            m_sql.append(parameter++ == 0 ? "" : ", ")
                .append(quoted(columnOf(change.table, field.field)))
                .append(" = ?");
    if (parameter > 0) {
        RawStatement& updating = statement(m_sql.append(" WHERE id = ?"));
        parameter = 1;
        for (const FieldChange& field : change.fields) {
            if (!isColumn(change.table, field.field))
                continue;
            if (Result<void> bound = bind(updating, parameter++, change, field, resolve); !bound)
                return bound;
        }
        updating.bind(parameter, rowid);
        updating.run();
        if (sqlite3_changes(m_database) != 1)
            return failure(ErrorKind::Conflict,
                           QT_TRANSLATE_NOOP("Sentence", "{0} is no longer in the file; open the file again"),
                           place(change));
    }
    for (const FieldChange& field : change.fields)
        if (!isColumn(change.table, field.field))
            return writeEventNodes(rowid, field.after, resolve);
    return {};
}

Result<void> RowWriter::erase(const RowChange& change)
{
    const std::int64_t rowid = rowidOf(change, [&](Table table, std::string_view key) { return find(table, key); });
    if (change.table == Table::Events) { // the schema does so too, but not with foreign keys off
        RawStatement& clear = statement("DELETE FROM event_nodes WHERE event = ?");
        clear.bind(1, rowid);
        clear.run();
    }
    m_sql.assign("DELETE FROM ").append(tableSpec(change.table).name).append(" WHERE id = ?");
    RawStatement& deleting = statement(m_sql);
    deleting.bind(1, rowid);
    deleting.run();
    if (sqlite3_changes(m_database) != 1)
        return failure(ErrorKind::Conflict,
                       QT_TRANSLATE_NOOP("Sentence", "{0} is no longer in the file; open the file again"),
                       place(change));
    return {};
}

Result<void> RowWriter::bind(RawStatement& statement, int parameter, const RowChange& change, const FieldChange& field,
                             const Resolve& resolve)
{
    const FieldSpec& spec = fieldSpec(change.table, field.field);
    const bool isReference = spec.type == FieldType::Reference || spec.type == FieldType::RowKey;
    if (!isReference || field.after.empty())
        return bindField(statement, parameter, spec, field.after).map_error([&](Error error) {
            return std::move(error).during(Sentence{"{0}, {1}", {place(change), std::string(spec.name)}});
        });
    Table target = spec.target;
    if (spec.type == FieldType::RowKey)
        for (const FieldChange& other : change.fields)
            if (fieldSpec(change.table, other.field).type == FieldType::TableName)
                target = tableNamed(other.after).value_or(target);
    const std::int64_t rowid = resolve(target, field.after);
    if (rowid == 0) {
        refuseLostKey(target, field.after);
        return failure(
            ErrorKind::InvalidInput,
            QT_TRANSLATE_NOOP("Sentence", "{0} names {1} “{2}”, which is not in the file; add that one first"),
            place(change), spec.name, field.after);
    }
    statement.bind(parameter, rowid);
    return {};
}

Result<void> RowWriter::writeEventNodes(std::int64_t event, std::string_view keys, const Resolve& resolve)
{
    RawStatement& clear = statement("DELETE FROM event_nodes WHERE event = ?");
    clear.bind(1, event);
    clear.run();
    RawStatement& add = statement("INSERT INTO event_nodes (event, n, node) VALUES (?, ?, ?)");
    for (std::int64_t n = 0; !keys.empty(); ++n) {
        const std::size_t end = std::min(keys.find(';'), keys.size());
        const std::string_view key = keys.substr(0, end);
        const std::int64_t node = resolve(Table::Nodes, key);
        if (node == 0) {
            refuseLostKey(Table::Nodes, key);
            return failure(
                ErrorKind::InvalidInput,
                QT_TRANSLATE_NOOP("Sentence", "{0} names {1} “{2}”, which is not in the file; add that one first"),
                "events", "nodes", key);
        }
        add.bind(1, event);
        add.bind(2, n);
        add.bind(3, node);
        add.run();
        keys.remove_prefix(std::min(end + 1, keys.size()));
    }
    return {};
}

std::int64_t RowWriter::rowidOf(const RowChange& change, const Resolve& resolve)
{
    if (change.rowid != 0 || !tableSpec(change.table).isKeyed)
        return change.rowid;
    const std::int64_t rowid = resolve(change.table, change.key);
    if (rowid == 0)
        refuseLostKey(change.table, change.key);
    return rowid;
}

/// The index of keys is believed only as far as the row itself has the key: in a damaged file it may lead to another.
std::int64_t RowWriter::find(Table table, std::string_view key)
{
    if (!tableSpec(table).isKeyed)
        return 0;
    const std::string name(tableSpec(table).name);
    RawStatement& query = statement("SELECT i.id, (SELECT t.key FROM " + name + " t WHERE t.id = i.id) FROM " + name +
                                    " i WHERE i.key = ?");
    const StatementReset reset(query);
    query.bind(1, key);
    if (!query.step())
        return 0;
    if (query.text(1) != key)
        throw SQLite::Exception("an index of keys is not as its table", SQLITE_CORRUPT);
    return query.integer(0);
}

/// A key that the index does not know but a row has.
void RowWriter::refuseLostKey(Table table, std::string_view key)
{
    RawStatement query(m_database, "SELECT 1 FROM " + std::string(tableSpec(table).name) +
                                       " NOT INDEXED WHERE key = ?"); // slow, but before a sentence that may be wrong
    query.bind(1, key);
    if (query.step())
        throw SQLite::Exception("an index of keys is not as its table", SQLITE_CORRUPT);
}

std::int64_t RowWriter::lastRowid(Table table)
{
    RawStatement& query = statement("SELECT ifnull(max(id), 0) FROM " + std::string(tableSpec(table).name));
    const StatementReset reset(query);
    query.step();
    return query.integer(0);
}

RawStatement& RowWriter::statement(const std::string& sql)
{
    const auto found = m_statements.find(sql);
    if (found != m_statements.end())
        return found->second;
    return m_statements.emplace(sql, RawStatement(m_database, sql)).first->second;
}

} // namespace ochain
