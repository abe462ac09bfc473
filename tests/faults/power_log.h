// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "faults/power_record.h"

#include <QRandomGenerator>

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace ochain::testing {

/// What a disk holds after a power failure at any moment of what a log says was done. Of what was not synced, bytes
/// come to the disk in any order, in part or not at all; names come in the order they were made, up to some moment.
class PowerLog {
public:
    /// @param folder  as it is before anything is done in it, all of it on the disk
    explicit PowerLog(const std::filesystem::path& folder);
    /// Reads what was done since.
    void read(const std::filesystem::path& log);

    /// Goes on to the next record. @return false at the end
    bool next();
    [[nodiscard]] std::size_t at() const noexcept { return m_at; }
    /// The last number that was acknowledged so far; 0 before the first.
    [[nodiscard]] std::int64_t acknowledged() const noexcept { return m_acknowledged; }
    /// Writes what the disk would hold if the power failed now.
    void fail(QRandomGenerator& random, const std::filesystem::path& into) const;

private:
    using Op = PowerRecord::Op;
    struct Record {
        PowerRecord head;
        std::string first, second;
    };
    struct Write {
        std::int64_t at = 0;
        std::string bytes;
        bool truncates = false;
    };
    struct File {
        bool isFolder = false;
        std::string synced, now;
        std::vector<Write> pending;
    };
    using Names = std::map<std::string, std::size_t>; ///< of files in m_files

    static void apply(std::string& bytes, const Write& write);
    static void apply(Names& names, const Record& record, std::size_t made);
    [[nodiscard]] static bool isOfNames(Op op);
    void take(const Record& record);
    void sync(std::size_t number);
    [[nodiscard]] static std::string failed(QRandomGenerator& random, const File& file);

    std::string m_folder;
    std::vector<Record> m_records;
    std::size_t m_at = 0;
    std::int64_t m_acknowledged = 0;
    std::vector<File> m_files;
    std::map<std::uint64_t, std::size_t> m_byInode;
    Names m_names, m_syncedNames;
    std::vector<std::pair<Record, std::size_t>> m_pendingNames; ///< with the file that a record made
};

} // namespace ochain::testing
