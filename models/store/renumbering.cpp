// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/renumbering.h"

#include "chain/rows.h"
#include "store/columns.h"
#include "store/raw_statement.h"

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include <fmt/format.h>

namespace ochain {

namespace {

/// A column that holds numbers of rows of a table.
struct Referring {
    std::string table, column;
    std::string condition; ///< what says that it is about that table, "" if it always is
};

std::vector<Referring> columnsReferringTo(Table target)
{
    std::vector<Referring> columns;
    for (const TableSpec& spec : allTables())
        for (Field field = 0; field < spec.fieldCount(); ++field) {
            const FieldType type = spec.fields[field].type;
            if (type == FieldType::Reference && spec.fields[field].target == target)
                columns.push_back({std::string(spec.name), std::string(columnOf(spec.table, field)), {}});
            else if (type == FieldType::RowKey && isCited(target))
                columns.push_back({std::string(spec.name), std::string(columnOf(spec.table, field)),
                                   fmt::format("\"table\" = '{}' AND ", tableSpec(target).name)});
            else if (type == FieldType::References && spec.fields[field].target == target)
                columns.push_back({"event_nodes", "node", {}});
        }
    if (target == Table::Events)
        columns.push_back({"event_nodes", "event", {}});
    return columns;
}

class Renumbering {
public:
    explicit Renumbering(sqlite3* database) : m_database(database) {}

    Result<void> run(std::span<const RowChange> moves)
    {
        note(moves);
        // New numbers stand negative until all are there: a number may be an old one and a new one, and what must be
        // unique is unique at each step. Numbers of rows themselves may not be negative; they go up out of the way.
        for (const Table table : m_tables)
            for (const Referring& column : columnsReferringTo(table))
                turn(table, column);
        for (const Table table : m_tables)
            if (Result<void> moved = moveRows(table); !moved)
                return moved;
        for (const Table table : m_tables)
            for (const Referring& column : columnsReferringTo(table))
                execute(fmt::format("UPDATE {0} SET {1} = -{1} WHERE {1} < 0", column.table, column.column));
        execute("DROP TABLE temp.moved");
        return {};
    }

private:
    void execute(const std::string& sql) { RawStatement(m_database, sql).run(); }

    void note(std::span<const RowChange> moves)
    {
        execute("CREATE TEMP TABLE moved (\"table\" INTEGER, old INTEGER, new INTEGER, PRIMARY KEY (\"table\", old)) "
                "WITHOUT ROWID");
        RawStatement add(m_database, "INSERT INTO temp.moved VALUES (?, ?, ?)");
        for (const RowChange& move : moves) {
            m_tables.insert(move.table);
            add.bind(1, static_cast<std::int64_t>(move.table));
            add.bind(2, move.rowid);
            add.bind(3, move.movedTo);
            add.run();
        }
    }

    void turn(Table table, const Referring& column)
    {
        execute(fmt::format(
            "UPDATE {0} SET {1} = -(SELECT m.new FROM temp.moved m WHERE m.\"table\" = {2} AND m.old = {0}.{1}) "
            "WHERE {3}{1} IN (SELECT m.old FROM temp.moved m WHERE m.\"table\" = {2})",
            column.table, column.column, static_cast<int>(table), column.condition));
    }

    Result<void> moveRows(Table table)
    {
        const std::string_view name = tableSpec(table).name;
        const std::int64_t above = number(fmt::format("SELECT max((SELECT max(id) FROM {0}), (SELECT max(new) FROM "
                                                      "temp.moved WHERE \"table\" = {1}))",
                                                      name, static_cast<int>(table)));
        if (above > kMaxRowid / 2)
            return failure(
                ErrorKind::InvalidInput,
                QT_TRANSLATE_NOOP(
                    "Sentence", "the table {0} has no row number left; export the chain and import it into a new file"),
                name);
        const std::int64_t count =
            number(fmt::format("SELECT count(*) FROM temp.moved WHERE \"table\" = {}", static_cast<int>(table)));
        execute(
            fmt::format("UPDATE {0} SET id = id + {1} WHERE id IN (SELECT old FROM temp.moved WHERE \"table\" = {2})",
                        name, above, static_cast<int>(table)));
        if (sqlite3_changes(m_database) != count)
            return failure(ErrorKind::Conflict,
                           QT_TRANSLATE_NOOP("Sentence", "a row of {0} is no longer in the file; open the file again"),
                           name);
        execute(fmt::format("UPDATE {0} SET id = (SELECT new FROM temp.moved m WHERE m.\"table\" = {2} AND m.old = "
                            "{0}.id - {1}) WHERE id > {1}",
                            name, above, static_cast<int>(table)));
        return {};
    }

    std::int64_t number(const std::string& sql)
    {
        RawStatement query(m_database, sql);
        query.step();
        return query.integer(0);
    }

    sqlite3* m_database;
    std::set<Table> m_tables;
};

} // namespace

Result<void> renumberRows(sqlite3* database, std::span<const RowChange> moves)
{
    return Renumbering(database).run(moves);
}

} // namespace ochain
