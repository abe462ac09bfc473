// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

struct sqlite3;
struct sqlite3_stmt;

namespace ochain::bench {

/// What SQLite itself takes, through its C interface and nothing else: the limits that store is held against. Errors
/// are thrown with SQLite's message.
class BareFile {
public:
    explicit BareFile(const std::filesystem::path& file);
    ~BareFile();
    BareFile(const BareFile&) = delete;
    BareFile& operator=(const BareFile&) = delete;

    struct Scan {
        std::uint64_t rows = 0;
        std::uint64_t checksum = 0; ///< of all values, so that each is looked at
    };
    /// Reads all columns of all rows of the tables of a chain (the journal is left out), in the order of the file.
    [[nodiscard]] Scan scan();
    /// Readies commit(): write-ahead log, synchronous FULL.
    void prepareCommits();
    /// One transaction: the value of one deal.
    void commit(std::int64_t deal, std::int64_t cents);

private:
    void check(int code) const;
    [[nodiscard]] sqlite3_stmt* prepare(const std::string& sql) const;
    [[nodiscard]] std::string columnsOf(const std::string& table) const;
    void scanTable(const std::string& table, Scan& scan) const;

    sqlite3* m_database = nullptr;
    sqlite3_stmt* m_update = nullptr;
};

} // namespace ochain::bench
