// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/chain_loader.h"
#include "store/connection.h"
#include "store/row_reader.h"
#include "store/store.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <future>
#include <string>
#include <utility>
#include <vector>

namespace ochain {

/// Goes through the tables of a file in the order of ids and past damage: where a page cannot be read, the rows on it
/// are reported and the scan goes on behind them.
class TableScan {
public:
    /// @param version  of the file's schema
    TableScan(Connection& connection, int version, ChainLoader& loader, const Progress& progress);

    /// Calls read(RowReader&, id) for each row; rows that read() finds unfit are reported.
    /// @param select  the columns, id first; no WHERE
    template <class Read>
    void run(Table table, const std::string& select, Read&& read);
    /// The links of all events, by event and place.
    [[nodiscard]] std::vector<std::pair<std::int64_t, std::int64_t>> eventNodes();
    /// A link of an event that is not there.
    void reportLoneLink(std::int64_t event);
    [[nodiscard]] int version() const noexcept { return m_version; }
    [[nodiscard]] bool isCancelled() const noexcept { return m_isCancelled; }
    /// What stood in the tables that were gone through.
    [[nodiscard]] const TableDigests& digests() const noexcept { return m_digests; }
    /// The tables of which it is said already that parts cannot be read.
    [[nodiscard]] const DigestSet& damaged() const noexcept { return m_damaged; }

private:
    static constexpr std::size_t kRowsAhead = 16; ///< some microseconds of work: a place in the index has come by then

    /// Hands the rows of a batch on. @return false: the ids do not ascend, and the rest of the batch was left
    template <class Read>
    [[nodiscard]] bool takeBatch(Table table, const RowBatch& batch, std::int64_t& last, Read& read);
    [[nodiscard]] bool prepare(Table table, const std::string& select);
    void reportRow(const RowReader& reader, std::int64_t id);
    void reportTable(Table table);
    void reportNumbers(Table table);
    void reportPlace(std::int64_t event, std::int64_t place);
    /// What to do when a progress fails: whether the rows behind the damage can be gone on with; m_from is set then.
    [[nodiscard]] bool skipDamage(Table table, const std::string& select, int code, std::int64_t last);
    [[nodiscard]] bool isReadableFrom(const std::string& select, std::int64_t from, std::int64_t& first);
    void report(std::size_t rows);

    Connection& m_connection;
    int m_version;
    ChainLoader& m_loader;
    const Progress& m_progress;
    RawStatement m_statement;
    std::int64_t m_from = 0;                          ///< rows with greater ids
    std::array<std::int64_t, kTableCount> m_rowsOf{}; ///< about how many rows each table has
    double m_rowsExpected = 0, m_rowsDone = 0;
    int m_skips = 0;
    TableDigests m_digests{};
    DigestSet m_damaged;
    bool m_hasManyRows = false; ///< in the table being read
    bool m_isCancelled = false;
};

template <class Read>
void TableScan::run(Table table, const std::string& select, Read&& read)
{
    if (m_isCancelled || !prepare(table, select))
        return;
    TableDigest& digest = m_digests[placeOf(table)];
    RowBatch batch;
    RowBatch ahead;
    std::int64_t last = 0;
    int code = batch.fill(m_statement, digest);
    for (;;) {
        // With many rows to come another thread reads the next ones meanwhile; it alone uses the connection then.
        const bool isFull = code == SQLITE_ROW;
        std::future<int> next;
        if (isFull && m_hasManyRows)
            next = std::async(std::launch::async, [&] { return ahead.fill(m_statement, digest); });
        const bool isInOrder = takeBatch(table, batch, last, read);
        if (next.valid())
            code = next.get();
        else if (isFull && isInOrder)
            code = ahead.fill(m_statement, digest);
        if (report(batch.rows()); m_isCancelled)
            break;
        if (isInOrder && isFull) {
            std::swap(batch, ahead);
            continue;
        }
        // A damaged tree may lead round in circles: then the ids do not ascend.
        if ((isInOrder && code == SQLITE_DONE) || !skipDamage(table, select, isInOrder ? code : SQLITE_CORRUPT, last))
            break;
        code = batch.fill(m_statement, digest);
    }
    m_statement = RawStatement();
}

template <class Read>
bool TableScan::takeBatch(Table table, const RowBatch& batch, std::int64_t& last, Read& read)
{
    RowReader reader(table, batch);
    const bool isKeyed = tableSpec(table).isKeyed;
    for (std::size_t row = 0; row < batch.rows(); ++row) {
        if (isKeyed && row + kRowsAhead < batch.rows())
            m_loader.expect(table, batch.key(row + kRowsAhead));
        const std::int64_t id = reader.begin(row);
        if (id <= last)
            return false;
        last = id;
        read(reader, id);
        if (!reader.isFine())
            reportRow(reader, id);
    }
    return true;
}

} // namespace ochain
