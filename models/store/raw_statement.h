// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <string_view>
#include <utility>

#include <sqlite3.h>

namespace ochain {

/// A prepared statement on a bare handle, for the paths where SQLiteCpp's column objects cost too much. Failures are
/// thrown as SQLite::Exception, as by SQLiteCpp itself; they end at guarded(). Must not outlive its connection.
class RawStatement {
public:
    RawStatement() = default;
    /// Prepares one statement that is kept for long.
    RawStatement(sqlite3* database, std::string_view sql);
    ~RawStatement() { sqlite3_finalize(m_statement); }
    RawStatement(RawStatement&& other) noexcept : m_statement(std::exchange(other.m_statement, nullptr)) {}
    RawStatement& operator=(RawStatement&& other) noexcept
    {
        std::swap(m_statement, other.m_statement);
        return *this;
    }
    RawStatement(const RawStatement&) = delete;
    RawStatement& operator=(const RawStatement&) = delete;

    [[nodiscard]] bool isNull() const noexcept { return m_statement == nullptr; }
    /// One step. @return whether there is a row
    bool step();
    /// One step by its result code, for callers that live with failures.
    [[nodiscard]] int stepCode() noexcept { return sqlite3_step(m_statement); }
    void reset() noexcept { sqlite3_reset(m_statement); }
    /// Runs a statement that gives no rows and makes it ready for the next time, whether it failed or not.
    void run();

    // Parameters count from 1. Texts must live until the statement is reset.
    void bind(int parameter, std::int64_t value) noexcept { sqlite3_bind_int64(m_statement, parameter, value); }
    void bind(int parameter, double value) noexcept { sqlite3_bind_double(m_statement, parameter, value); }
    void bind(int parameter, std::string_view value) noexcept;
    void bindNull(int parameter) noexcept { sqlite3_bind_null(m_statement, parameter); }
    void bindBlob(int parameter, std::string_view bytes) noexcept;

    // Columns count from 0.
    [[nodiscard]] int columns() const noexcept { return sqlite3_column_count(m_statement); }
    [[nodiscard]] sqlite3_value* value(int column) noexcept { return sqlite3_column_value(m_statement, column); }
    [[nodiscard]] std::int64_t integer(int column) noexcept { return sqlite3_column_int64(m_statement, column); }
    /// Valid until the next step.
    [[nodiscard]] std::string_view text(int column) noexcept;

private:
    sqlite3_stmt* m_statement = nullptr;
};

/// Resets a statement when the scope ends, so that no read is left open.
class StatementReset {
public:
    explicit StatementReset(RawStatement& statement) noexcept : m_statement(statement) {}
    ~StatementReset() { m_statement.reset(); }
    StatementReset(const StatementReset&) = delete;
    StatementReset& operator=(const StatementReset&) = delete;

private:
    RawStatement& m_statement;
};

} // namespace ochain
