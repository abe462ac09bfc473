// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cassert>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <mutex>
#include <utility>
#include <vector>

namespace ochain {

/// The offset of no block.
inline constexpr std::uint32_t kNoOffset = 0xFFFFFFFFU;

/// Blocks of elements of any length, addressed by 32-bit offsets, in chunks that never move: growth copies nothing, so
/// that no single edit pays for it. Freed blocks are used again for blocks of the same length. Several threads may
/// allocate at once, each through a cursor of its own; freeing is for one thread alone.
/// @tparam ChunkBits  a chunk has 2^ChunkBits elements
template <class T, unsigned ChunkBits>
class SegmentedPool {
public:
    static constexpr std::uint32_t kChunk = 1U << ChunkBits;

    /// Where one thread goes on allocating.
    struct Cursor {
        std::uint32_t next = 0;
        std::uint32_t left = 0;
    };

    SegmentedPool() : m_bases(kMaxChunks, nullptr) {}

    [[nodiscard]] T* at(std::uint32_t offset) noexcept
    {
        return m_bases[offset >> ChunkBits] + (offset & (kChunk - 1));
    }
    [[nodiscard]] const T* at(std::uint32_t offset) const noexcept
    {
        return m_bases[offset >> ChunkBits] + (offset & (kChunk - 1));
    }

    /// A block of `count` elements, value-initialised or as they were left. Blocks longer than a chunk have chunks of
    /// their own.
    [[nodiscard]] std::uint32_t allocate(std::uint32_t count, Cursor& cursor)
    {
        assert(count > 0);
        if (count > cursor.left) {
            const std::uint32_t chunks = (count + kChunk - 1) >> ChunkBits;
            const std::uint32_t start = addChunks(chunks);
            if (chunks > 1)
                return start;
            cursor = {start, kChunk}; // what was left of the old chunk is given up
        }
        cursor.left -= count;
        return std::exchange(cursor.next, cursor.next + count);
    }
    [[nodiscard]] std::uint32_t allocate(std::uint32_t count)
    {
        if (count < m_free.size() && !m_free[count].empty()) {
            const std::uint32_t offset = m_free[count].back();
            m_free[count].pop_back();
            return offset;
        }
        return allocate(count, m_cursor);
    }
    void free(std::uint32_t offset, std::uint32_t count)
    {
        if (m_free.size() <= count)
            m_free.resize(count + 1);
        m_free[count].push_back(offset);
    }
    [[nodiscard]] std::size_t memory() const noexcept
    {
        return m_owned.size() * kChunk * sizeof(T) + m_bases.size() * sizeof(T*);
    }

private:
    static constexpr std::uint32_t kMaxChunks = 1U << 15U;

    std::uint32_t addChunks(std::uint32_t chunks)
    {
        const std::scoped_lock lock(*m_growing);
        const auto first = m_count;
        assert(first + chunks <= kMaxChunks);
        // left uninitialised: a fresh page is touched when it is filled, not twice
        std::unique_ptr<T[]> memory = std::make_unique_for_overwrite<T[]>(std::size_t{chunks} << ChunkBits);
        for (std::uint32_t i = 0; i < chunks; ++i)
            m_bases[first + i] = memory.get() + (std::size_t{i} << ChunkBits);
        m_owned.push_back(std::move(memory));
        m_count += chunks;
        return first << ChunkBits;
    }

    std::vector<T*> m_bases; ///< of full length from the start, so that readers need no lock
    std::vector<std::unique_ptr<T[]>> m_owned;
    std::uint32_t m_count = 0;
    std::unique_ptr<std::mutex> m_growing = std::make_unique<std::mutex>();
    Cursor m_cursor;
    std::vector<std::vector<std::uint32_t>> m_free; ///< offsets by length
};

} // namespace ochain
