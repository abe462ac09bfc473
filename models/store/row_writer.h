// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/edit.h"
#include "chain/error.h"
#include "store/raw_statement.h"

#include <array>
#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>

namespace ochain {

/// Writes row changes in their text form into the tables of an open transaction. Statements are kept for the next edit.
/// Throws SQLite::Exception for what SQLite refuses.
class RowWriter {
public:
    /// Finds the number of a row by its key; 0 if there is none.
    using Resolve = std::function<std::int64_t(Table, std::string_view)>;

    explicit RowWriter(sqlite3* database) : m_database(database) {}

    /// Writes all changes in their order and gives inserts that have no number the next one. A reference may name a row
    /// that a later change brings. Conflict: a row to be changed is not there. InvalidInput: a value or reference that
    /// cannot be.
    [[nodiscard]] Result<void> write(Edit& edit);
    /// Writes one new row that has its number.
    [[nodiscard]] Result<void> insert(const RowChange& change, const Resolve& resolve);

private:
    [[nodiscard]] Result<void> update(const RowChange& change, const Resolve& resolve);
    [[nodiscard]] Result<void> erase(const RowChange& change);
    [[nodiscard]] Result<void> bind(RawStatement& statement, int parameter, const RowChange& change,
                                    const FieldChange& field, const Resolve& resolve);
    [[nodiscard]] Result<void> writeEventNodes(std::int64_t event, std::string_view keys, const Resolve& resolve);
    [[nodiscard]] std::int64_t rowidOf(const RowChange& change, const Resolve& resolve);
    [[nodiscard]] std::int64_t find(Table table, std::string_view key);
    void refuseLostKey(Table table, std::string_view key);
    [[nodiscard]] std::int64_t lastRowid(Table table);
    [[nodiscard]] RawStatement& statement(const std::string& sql);
    [[nodiscard]] RawStatement& insertion(Table table);

    sqlite3* m_database;
    std::unordered_map<std::string, RawStatement> m_statements;
    std::array<RawStatement, kTableCount> m_insertions; ///< by table
    std::string m_sql;                                  ///< kept for its room
};

} // namespace ochain
