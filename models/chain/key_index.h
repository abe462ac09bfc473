// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/ids.h"
#include "chain/shared_list.h"

#include <cstdint>
#include <string_view>

namespace ochain {

/// Hash of a key; the same on every machine and run.
[[nodiscard]] std::uint32_t hashKey(std::string_view key) noexcept;

/// Finds a row by its key: an open-addressing table of row numbers that leaves the keys where they are. The caller says
/// how to read the key of a row. Copies share what none of them has changed.
class KeyIndex {
public:
    void reserve(std::size_t rows);
    /// The row with this key, or kNoRow. `same(row)` tells whether that row's key is the one looked for.
    template <class Same>
    [[nodiscard]] std::uint32_t find(std::string_view key, Same&& same) const
    {
        if (m_slots.empty())
            return kNoRow;
        const std::uint32_t tag = hashKey(key);
        for (std::size_t at = tag & m_mask;; at = (at + 1) & m_mask) {
            const Slot& slot = m_slots[at];
            if (slot.row == kNoRow)
                return kNoRow;
            if (slot.tag == tag && same(slot.row))
                return slot.row;
        }
    }
    /// Adds a row whose key is not in the index yet.
    void insert(std::string_view key, std::uint32_t row);
    /// Adds a row unless there is one with that key. @return the one that is there, or kNoRow
    template <class Same>
    std::uint32_t tryInsert(std::string_view key, std::uint32_t row, Same&& same);
    /// A key will be looked for soon: its place is brought near, since of a large index each is far away.
    void expect(std::string_view key) const noexcept
    {
        if (!m_slots.empty())
            __builtin_prefetch(&m_slots[hashKey(key) & m_mask], 1);
    }
    /// Takes a row out; it must be in the index under this key.
    void erase(std::string_view key, std::uint32_t row);

private:
    struct Slot {
        std::uint32_t tag = 0;
        std::uint32_t row = kNoRow;
    };
    void growIfFull();
    void grow(std::size_t slots);

    using Slots = SharedList<Slot, 65536>; ///< which edits seldom change
    Slots m_slots; ///< a power of two of them; a tag is the whole hash, so growing needs no keys
    std::size_t m_mask = 0;
    std::size_t m_count = 0;
};

template <class Same>
std::uint32_t KeyIndex::tryInsert(std::string_view key, std::uint32_t row, Same&& same)
{
    growIfFull();
    const std::uint32_t tag = hashKey(key);
    std::size_t at = tag & m_mask;
    for (; m_slots[at].row != kNoRow; at = (at + 1) & m_mask)
        if (m_slots[at].tag == tag && same(m_slots[at].row))
            return m_slots[at].row;
    m_slots.edit(at) = {tag, row};
    ++m_count;
    return kNoRow;
}

} // namespace ochain
