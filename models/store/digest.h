// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/table.h"

#include <array>
#include <bitset>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace ochain {

/// A hash of 128 bits (XXH3 of xxHash), or a sum of such hashes mod 2^128.
struct Digest {
    std::uint64_t low = 0;
    std::uint64_t high = 0;

    Digest& operator+=(const Digest& other) noexcept
    {
        low += other.low;
        high += other.high + (low < other.low ? 1U : 0U);
        return *this;
    }
    Digest& operator-=(const Digest& other) noexcept
    {
        high -= other.high + (low < other.low ? 1U : 0U);
        low -= other.low;
        return *this;
    }
    bool operator==(const Digest&) const = default;
};

/// What a table holds in short: how many rows, and the sum of their digests. The sum does not depend on the order, so
/// that an edit takes the old row out and the new one in, whatever else the table holds.
struct TableDigest {
    std::int64_t rows = 0;
    Digest sum;

    void add(const Digest& row) noexcept
    {
        ++rows;
        sum += row;
    }
    void remove(const Digest& row) noexcept
    {
        --rows;
        sum -= row;
    }
    bool operator==(const TableDigest&) const = default;
};

/// What has a digest, by the number under which files know it, which is for good. The nodes of events lie in a table of
/// their own beside that of the events.
inline constexpr std::size_t kDigestCount = kTableCount + 1;
inline constexpr std::size_t kEventNodes = 13;
inline constexpr std::size_t kFirstDigestCount = 14; ///< those that files had from the first digests on
inline constexpr std::array<Table, kDigestCount> kDigested{
    Table::Tiers,     Table::Nodes,  Table::DealKinds,  Table::Statuses,  Table::Deals,  Table::Tranches,
    Table::Metrics,   Table::Events, Table::Sources,    Table::Citations, Table::Claims, Table::Scenarios,
    Table::Overrides, Table::Events, Table::Boundaries, Table::Settings,  Table::Views,  Table::Dismissals};

/// The number of a table.
[[nodiscard]] constexpr std::size_t placeOf(Table table) noexcept
{
    std::size_t place = 0;
    while (kDigested[place] != table)
        ++place;
    return place;
}
using TableDigests = std::array<TableDigest, kDigestCount>;
using DigestSet = std::bitset<kDigestCount>;

/// The name of a table with a digest, by its place.
[[nodiscard]] std::string_view digestedTable(std::size_t place) noexcept;
/// How many stored columns it has, the first ones of the table; generated ones come behind.
[[nodiscard]] int digestedColumns(std::size_t place) noexcept;
/// The names of tables, separated by "; ".
[[nodiscard]] std::string namesOf(const DigestSet& tables);

/// A digest as the 16 bytes in which a file holds it, low byte first.
[[nodiscard]] std::string packed(const Digest& digest);
/// The digests of some tables as a file holds them: for each the place (1 byte), the rows (8) and the sum (16).
[[nodiscard]] std::string packed(const TableDigests& digests, const DigestSet& which);
/// Reads what packed() wrote. @return false: these are no such bytes
[[nodiscard]] bool unpack(std::string_view bytes, Digest& digest) noexcept;
[[nodiscard]] bool unpack(std::string_view bytes, TableDigests& digests) noexcept;

} // namespace ochain
