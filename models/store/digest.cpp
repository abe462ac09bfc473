// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/digest.h"

#include "store/columns.h"

namespace ochain {

namespace {

constexpr std::size_t kNumberBytes = sizeof(std::uint64_t);
constexpr std::size_t kDigestBytes = 2 * kNumberBytes;
constexpr std::size_t kEntryBytes = 1 + kNumberBytes + kDigestBytes;

void append(std::string& bytes, std::uint64_t number)
{
    for (std::size_t i = 0; i < kNumberBytes; ++i)
        bytes += static_cast<char>(number >> (8 * i));
}

std::uint64_t numberAt(std::string_view bytes, std::size_t at) noexcept
{
    std::uint64_t number = 0;
    for (std::size_t i = 0; i < kNumberBytes; ++i)
        number |= std::uint64_t{static_cast<unsigned char>(bytes[at + i])} << (8 * i);
    return number;
}

Digest digestAt(std::string_view bytes, std::size_t at) noexcept
{
    return {numberAt(bytes, at), numberAt(bytes, at + kNumberBytes)};
}

} // namespace

std::string_view digestedTable(std::size_t place) noexcept
{
    return place == kEventNodes ? "event_nodes" : tableSpec(kDigested[place]).name;
}

int digestedColumns(std::size_t place) noexcept
{
    static const std::array<int, kDigestCount> kColumns = [] {
        std::array<int, kDigestCount> columns{};
        for (const TableSpec& spec : allTables())
            columns[placeOf(spec.table)] = 1 + static_cast<int>(storedFields(spec.table).size()); // with the id
        columns[kEventNodes] = 3;
        return columns;
    }();
    return kColumns[place];
}

std::string namesOf(const DigestSet& tables)
{
    std::string names;
    for (std::size_t place = 0; place < kDigestCount; ++place)
        if (tables[place])
            names.append(names.empty() ? "" : "; ").append(digestedTable(place));
    return names;
}

std::string packed(const Digest& digest)
{
    std::string bytes;
    append(bytes, digest.low);
    append(bytes, digest.high);
    return bytes;
}

std::string packed(const TableDigests& digests, const DigestSet& which)
{
    std::string bytes;
    bytes.reserve(which.count() * kEntryBytes);
    for (std::size_t place = 0; place < kDigestCount; ++place) {
        if (!which[place])
            continue;
        bytes += static_cast<char>(place);
        append(bytes, static_cast<std::uint64_t>(digests[place].rows));
        append(bytes, digests[place].sum.low);
        append(bytes, digests[place].sum.high);
    }
    return bytes;
}

bool unpack(std::string_view bytes, Digest& digest) noexcept
{
    if (bytes.size() != kDigestBytes)
        return false;
    digest = digestAt(bytes, 0);
    return true;
}

bool unpack(std::string_view bytes, TableDigests& digests) noexcept
{
    if (bytes.size() % kEntryBytes != 0)
        return false;
    for (; !bytes.empty(); bytes.remove_prefix(kEntryBytes)) {
        const auto place = static_cast<std::size_t>(static_cast<unsigned char>(bytes.front()));
        if (place >= kDigestCount)
            return false;
        digests[place] = {static_cast<std::int64_t>(numberAt(bytes, 1)), digestAt(bytes, 1 + kNumberBytes)};
    }
    return true;
}

} // namespace ochain
