// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "items/keyed_rows.h"

#include <algorithm>
#include <array>
#include <utility>

namespace ochain {

namespace {

constexpr std::size_t kFewRows = 2'000; ///< to compare which is quicker than to count
constexpr std::size_t kBytes = sizeof(std::uint64_t);
using ByteCounts = std::array<std::uint32_t, 256>;

std::size_t byteOf(std::uint64_t key, std::size_t byte)
{
    return (key >> (8 * byte)) & 0xFFU;
}

std::array<ByteCounts, kBytes> countsOf(std::span<const KeyedRow> rows)
{
    std::array<ByteCounts, kBytes> counts{};
    for (const KeyedRow& each : rows)
        for (std::size_t byte = 0; byte < kBytes; ++byte)
            ++counts[byte][byteOf(each.key, byte)];
    return counts;
}

/// Puts rows in the order of one byte.
void spread(std::span<const KeyedRow> rows, std::span<KeyedRow> to, std::size_t byte, const ByteCounts& counts)
{
    ByteCounts next{};
    for (std::size_t value = 1; value < next.size(); ++value)
        next[value] = next[value - 1] + counts[value - 1];
    for (const KeyedRow& each : rows)
        to[next[byteOf(each.key, byte)]++] = each;
}

} // namespace

bool sortByKey(std::span<KeyedRow> rows, const GoesOn& goesOn)
{
    if (rows.size() <= kFewRows) {
        std::stable_sort(rows.begin(), rows.end(), [](const KeyedRow& a, const KeyedRow& b) { return a.key < b.key; });
        return goesOn();
    }
    std::vector<KeyedRow> others(rows.size());
    std::span<KeyedRow> from = rows;
    std::span<KeyedRow> to = others;
    const std::array<ByteCounts, kBytes> counts = countsOf(rows);
    for (std::size_t byte = 0; byte < kBytes; ++byte) {
        if (counts[byte][byteOf(rows.front().key, byte)] == rows.size())
            continue; // all have the same
        if (!goesOn())
            return false;
        spread(from, to, byte, counts[byte]);
        std::swap(from, to);
    }
    if (from.data() != rows.data())
        std::copy(from.begin(), from.end(), rows.begin());
    return goesOn();
}

} // namespace ochain
