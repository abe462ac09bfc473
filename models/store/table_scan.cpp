// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/table_scan.h"

#include "chain/text_form.h"
#include "store/schema.h"

#include <algorithm>

namespace ochain {

namespace {

constexpr std::int64_t kMostRowsOfPage = 100; ///< a row of any table takes 40 bytes and more
constexpr std::int64_t kManyRows = 20'000;    ///< worth a second thread
constexpr int kMostSkips = 1000;              ///< a file broken in more places is given up

} // namespace

TableScan::TableScan(Connection& connection, int version, ChainLoader& loader, const Progress& progress)
    : m_connection(connection), m_version(version), m_loader(loader), m_progress(progress)
{
    // Ids have few gaps, and the last one is found at once, where counting would read the whole table.
    for (const TableSpec& spec : allTables()) {
        try {
            const std::int64_t rows = std::clamp<std::int64_t>(
                connection.number(("SELECT ifnull(max(id), 0) FROM " + std::string(spec.name)).c_str()), 0,
                connection.number("PRAGMA page_count") * kMostRowsOfPage);
            m_rowsExpected += static_cast<double>(rows);
            m_rowsOf[static_cast<std::size_t>(spec.table)] = rows;
            m_loader.reserve(spec.table, static_cast<std::size_t>(rows));
        } catch (const SQLite::Exception& failed) {
            if (isOfSurroundings(failed.getErrorCode()))
                throw;
            continue; // the scan itself says what is wrong with the table
        }
    }
}

bool TableScan::prepare(Table table, const std::string& select)
{
    m_from = 0;
    m_hasManyRows = m_rowsOf[static_cast<std::size_t>(table)] > kManyRows;
    const bool isThere =
        m_connection.reach() != Reach::Salvage || hasTable(m_connection, tableSpec(table).name, m_version);
    if (isThere) {
        try {
            reportNumbers(table);
            m_statement =
                RawStatement(m_connection.handle(),
                             select + " WHERE id > ? AND id <= " + std::to_string(kMaxRowid) + " ORDER BY id");
            m_statement.bind(1, m_from);
            return true;
        } catch (const SQLite::Exception& failed) {
            if (!isDamage(failed.getErrorCode()) && failed.getErrorCode() != SQLITE_ERROR)
                throw;
        }
    }
    reportTable(table);
    return false;
}

/// Rows whose number no row can have lie before and behind all that the scan reads.
void TableScan::reportNumbers(Table table)
{
    RawStatement query(m_connection.handle(), "SELECT id FROM " + std::string(tableSpec(table).name) +
                                                  " WHERE id < 1 OR id > " + std::to_string(kMaxRowid) + " LIMIT 10");
    while (query.step()) {
        const std::string number = std::to_string(query.integer(0));
        m_loader.report(
            Problem{Rule::OutOfRange, table, "#" + number, std::nullopt,
                    Sentence{QT_TRANSLATE_NOOP("Sentence", "the row number {0} is out of range; enter the row again"),
                             {number}}});
        m_loader.leaveOut(table, query.integer(0));
    }
}

void TableScan::reportTable(Table table)
{
    m_damaged.set(placeOf(table));
    m_loader.report(
        Problem{Rule::Damaged,
                table,
                {},
                std::nullopt,
                Sentence{QT_TRANSLATE_NOOP("Sentence",
                                           "the table cannot be read: the file is damaged; go back to a copy of it"),
                         {}}});
}

void TableScan::reportRow(const RowReader& reader, std::int64_t id)
{
    const Table table = reader.table();
    const std::string row = reader.key().empty() ? "#" + std::to_string(id) : shown(reader.key());
    m_loader.report(Problem{reader.rule(), table, row, reader.badField(), reader.fault()});
    m_loader.leaveOut(table, id);
}

bool TableScan::isReadableFrom(const std::string& select, std::int64_t from, std::int64_t& first)
{
    RawStatement probe(m_connection.handle(), select + " WHERE id > ? ORDER BY id LIMIT 1");
    probe.bind(1, from);
    const int code = probe.stepCode();
    if (isOfSurroundings(code))
        throw SQLite::Exception(m_connection.handle(), code);
    first = code == SQLITE_ROW ? probe.integer(0) : 0;
    return code == SQLITE_DONE || (code == SQLITE_ROW && first > from);
}

bool TableScan::skipDamage(Table table, const std::string& select, int code, std::int64_t last)
{
    if (!isDamage(code))
        throw SQLite::Exception(m_connection.handle(), code);
    m_statement.reset();
    m_damaged.set(placeOf(table));
    // The nearest place behind the damage from which rows can be read: by growing leaps, then halving the last one.
    std::int64_t unreadable = std::max(last, m_from);
    std::int64_t leap = 1;
    std::int64_t first = 0;
    std::int64_t readable = unreadable + leap;
    while (readable < kMaxRowid && !isReadableFrom(select, readable, first)) {
        unreadable = readable;
        leap *= 2;
        readable += leap;
    }
    if (readable < kMaxRowid)
        while (readable - unreadable > 1) {
            const std::int64_t middle = unreadable + (readable - unreadable) / 2;
            (isReadableFrom(select, middle, first) ? readable : unreadable) = middle;
        }
    const bool goesOn =
        ++m_skips < kMostSkips && readable < kMaxRowid && isReadableFrom(select, readable, first) && first != 0;
    const std::string place = std::string(tableSpec(table).name);
    if (goesOn)
        m_loader.report(Problem{
            Rule::Damaged,
            table,
            {},
            std::nullopt,
            Sentence{
                QT_TRANSLATE_NOOP(
                    "Sentence",
                    "rows number {0} to {1} cannot be read: the file is damaged; go back to a copy of it, or enter them again in a new file"),
                {std::to_string(last + 1), std::to_string(first - 1)}}});
    else
        m_loader.report(Problem{
            Rule::Damaged,
            table,
            {},
            std::nullopt,
            Sentence{
                QT_TRANSLATE_NOOP(
                    "Sentence",
                    "rows from number {0} on cannot be read: the file is damaged; go back to a copy of it, or enter them again in a new file"),
                {std::to_string(last + 1)}}});
    if (!goesOn)
        return false;
    m_from = readable;
    m_statement.bind(1, m_from);
    return true;
}

std::vector<std::pair<std::int64_t, std::int64_t>> TableScan::eventNodes()
{
    std::vector<std::pair<std::int64_t, std::int64_t>> links;
    try {
        RawStatement query(m_connection.handle(), "SELECT event, n, node FROM event_nodes ORDER BY event, n");
        RowEncoding row;
        while (query.step()) {
            row.clear();
            for (int column = 0; column < query.columns(); ++column)
                row.add(query.value(column));
            m_digests[kEventNodes].add(row.digest());
            if (query.integer(1) < 0)
                reportPlace(query.integer(0), query.integer(1));
            if (!links.empty() && query.integer(0) < links.back().first)
                throw SQLite::Exception("rows out of order", SQLITE_CORRUPT);
            links.emplace_back(query.integer(0), query.integer(2));
        }
    } catch (const SQLite::Exception& failed) {
        if (!isDamage(failed.getErrorCode()) && failed.getErrorCode() != SQLITE_ERROR)
            throw;
        m_damaged.set(kEventNodes);
        m_loader.report(Problem{
            Rule::Damaged,
            Table::Events,
            {},
            event_field::Nodes,
            Sentence{QT_TRANSLATE_NOOP(
                         "Sentence",
                         "whom the events concern cannot all be read: the file is damaged; go back to a copy of it"),
                     {}}});
    }
    return links;
}

void TableScan::reportPlace(std::int64_t event, std::int64_t place)
{
    m_loader.report(Problem{
        Rule::OutOfRange, Table::Events, "#" + std::to_string(event), Field{event_field::Nodes},
        Sentence{QT_TRANSLATE_NOOP("Sentence",
                                   "a node has the place {0} in the list; places count from 0: enter the nodes again"),
                 {std::to_string(place)}}});
}

void TableScan::reportLoneLink(std::int64_t event)
{
    if (m_damaged[placeOf(Table::Events)])
        return; // the event may well be among what cannot be read, which is said already
    m_loader.report(
        Problem{Rule::DanglingReference, Table::Events, "#" + std::to_string(event), Field{event_field::Nodes},
                Sentence{QT_TRANSLATE_NOOP("Sentence",
                                           "nodes are listed for event number {0}, which is not there; enter it again"),
                         {std::to_string(event)}}});
}

void TableScan::report(std::size_t rows)
{
    m_rowsDone += static_cast<double>(rows);
    if (m_progress && !m_progress(m_rowsExpected > 0 ? std::min(1.0, m_rowsDone / m_rowsExpected) : 1.0))
        m_isCancelled = true;
}

} // namespace ochain
