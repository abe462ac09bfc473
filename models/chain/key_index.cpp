// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "chain/key_index.h"

#include <bit>
#include <utility>

namespace ochain {

std::uint32_t hashKey(std::string_view key) noexcept
{
    // FNV-1a with a final mix: keys are short and differ at the end.
    std::uint64_t hash = 0xCBF29CE484222325ULL;
    for (const char c : key)
        hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3ULL;
    hash ^= hash >> 32U;
    hash *= 0x9E3779B97F4A7C15ULL;
    return static_cast<std::uint32_t>(hash >> 32U);
}

void KeyIndex::reserve(std::size_t rows)
{
    if (const std::size_t slots = std::bit_ceil(rows * 3 / 2 + 8); slots > m_slots.size())
        grow(slots);
}

void KeyIndex::insert(std::string_view key, std::uint32_t row)
{
    tryInsert(key, row, [](std::uint32_t) { return false; });
}

void KeyIndex::growIfFull()
{
    if ((m_count + 1) * 3 / 2 > m_slots.size())
        grow(std::bit_ceil((m_count + 8) * 2));
}

void KeyIndex::erase(std::string_view key, std::uint32_t row)
{
    std::size_t at = hashKey(key) & m_mask;
    while (m_slots[at].row != row)
        at = (at + 1) & m_mask;
    // Close the gap: move back every follower that is not at home behind it.
    for (std::size_t next = (at + 1) & m_mask; m_slots[next].row != kNoRow; next = (next + 1) & m_mask) {
        const std::size_t home = m_slots[next].tag & m_mask;
        if (((next - home) & m_mask) >= ((next - at) & m_mask)) {
            const Slot moved = m_slots[next];
            m_slots.edit(at) = moved;
            at = next;
        }
    }
    m_slots.edit(at) = {};
    --m_count;
}

void KeyIndex::grow(std::size_t slots)
{
    const Slots old = std::exchange(m_slots, Slots(slots));
    m_mask = slots - 1;
    old.forEach([this](std::size_t, const Slot& slot) {
        if (slot.row == kNoRow)
            return;
        std::size_t at = slot.tag & m_mask;
        while (m_slots[at].row != kNoRow)
            at = (at + 1) & m_mask;
        m_slots.edit(at) = slot;
    });
}

} // namespace ochain
