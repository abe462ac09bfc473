// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/chain_loader.h"
#include "store/connection.h"
#include "store/row_reader.h"
#include "store/store.h"

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace ochain {

/// Goes through the tables of a file in the order of ids and past damage: where a page cannot be read, the rows on it
/// are reported and the scan goes on behind them.
class TableScan {
public:
    TableScan(Connection& connection, ChainLoader& loader, const Step& step);

    /// Calls read(RowReader&, id) for each row; rows that read() finds unfit are reported.
    /// @param select  the columns, id first; no WHERE
    template <class Read>
    void run(Table table, const char* select, Read&& read);
    /// The links of all events, by event and place.
    [[nodiscard]] std::vector<std::pair<std::int64_t, std::int64_t>> eventNodes();
    [[nodiscard]] bool isCancelled() const noexcept { return m_isCancelled; }

private:
    static constexpr unsigned kRowsBetweenSteps = 8192; ///< a power of two

    [[nodiscard]] bool prepare(Table table, const char* select);
    void reportRow(const RowReader& reader, std::int64_t id);
    void reportTable(Table table);
    /// What to do when a step fails: whether the rows behind the damage can be gone on with; m_from is set then.
    [[nodiscard]] bool skipDamage(Table table, const char* select, int code, std::int64_t last);
    [[nodiscard]] bool isReadableFrom(const char* select, std::int64_t from, std::int64_t& first);
    void report(double rows);

    Connection& m_connection;
    ChainLoader& m_loader;
    const Step& m_step;
    RawStatement m_statement;
    std::int64_t m_from = 0; ///< rows with greater ids
    double m_rowsExpected = 0, m_rowsDone = 0;
    int m_skips = 0;
    bool m_isCancelled = false;
};

template <class Read>
void TableScan::run(Table table, const char* select, Read&& read)
{
    if (m_isCancelled || !prepare(table, select))
        return;
    RowReader reader(table, m_statement);
    std::int64_t last = 0;
    unsigned rows = 0;
    for (;;) {
        const int code = m_statement.stepCode();
        if (code != SQLITE_ROW) {
            if (code == SQLITE_DONE || !skipDamage(table, select, code, last))
                break;
            continue;
        }
        const std::int64_t id = reader.begin();
        if (id <= last) { // a damaged tree may lead round in circles
            if (!skipDamage(table, select, SQLITE_CORRUPT, last))
                break;
            continue;
        }
        last = id;
        read(reader, id);
        if (!reader.isFine())
            reportRow(reader, id);
        if ((++rows & (kRowsBetweenSteps - 1)) == 0)
            if (report(kRowsBetweenSteps); m_isCancelled)
                break;
    }
    m_statement = RawStatement();
}

} // namespace ochain
