// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "files/descriptor.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

namespace ochain {

/// A rollback journal as it lies beside a database, looked at without SQLite. Source: SQLite's file format, section 3.
class RollbackJournal {
public:
    /// @return none if there is no journal that can be read
    [[nodiscard]] static std::optional<RollbackJournal> open(const std::filesystem::path& journal);

    /// Whether SQLite would roll it back: a zeroed head (as in mode PERSIST) says that there is nothing to be.
    [[nodiscard]] bool hasHead() const noexcept;
    /// The super-journal that it names at its end, which SQLite deletes after rolling back; empty if it names none.
    /// What SQLite would not take for a name, such as one with a wrong checksum, counts too: no chain has any.
    [[nodiscard]] std::string superJournal() const;
    /// Whether this is likely the same as another: journals carry a random number in their head.
    [[nodiscard]] bool isSameAs(const RollbackJournal& other) const;
    [[nodiscard]] std::int64_t size() const noexcept { return m_size; }
    /// Copies it to the end of a file. @return errno or 0
    [[nodiscard]] int copyTo(const Descriptor& out) const;

private:
    RollbackJournal(Descriptor descriptor, std::int64_t size) : m_descriptor(std::move(descriptor)), m_size(size) {}
    [[nodiscard]] std::string bytes(std::int64_t from, std::size_t count) const;

    Descriptor m_descriptor;
    std::int64_t m_size;
};

} // namespace ochain
