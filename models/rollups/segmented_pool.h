// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/shared_chunks.h"
#include "chain/shared_list.h"

#include <algorithm>
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

/// Blocks of elements of any length, addressed by 32-bit offsets, in chunks: growth copies nothing, so that no single
/// edit pays for it, and copies of a pool share the chunks that none of them has changed. Freed blocks are used again
/// for blocks of the same length. Of a pool that is no copy several threads may allocate and fill blocks at once, each
/// through a cursor of its own; freeing is for one thread alone.
/// @tparam ChunkBits  a chunk has 2^ChunkBits elements
template <class T, unsigned ChunkBits>
class SegmentedPool {
    using Chunks = SharedChunks<T, ChunkBits>;

public:
    static constexpr std::uint32_t kChunk = 1U << ChunkBits;

    /// Where one thread goes on allocating.
    struct Cursor {
        std::uint32_t next = 0;
        std::uint32_t left = 0;
    };

    SegmentedPool() { m_chunks.reserve(std::size_t{1} << (32U - ChunkBits)); }
    SegmentedPool(const SegmentedPool& other) : m_chunks(other.m_chunks), m_cursor(other.m_cursor), m_free(other.m_free)
    {}
    SegmentedPool& operator=(const SegmentedPool& other) { return *this = SegmentedPool(other); }
    SegmentedPool(SegmentedPool&&) noexcept = default;
    SegmentedPool& operator=(SegmentedPool&&) noexcept = default;
    ~SegmentedPool() = default;

    [[nodiscard]] const T* at(std::uint32_t offset) const noexcept
    {
        return m_chunks.read(offset >> ChunkBits) + (offset & (kChunk - 1));
    }
    /// The block that starts there, for changing it; what at() has given of the same chunk may go by that.
    [[nodiscard]] T* edit(std::uint32_t offset)
    {
        return m_chunks.write(offset >> ChunkBits) + (offset & (kChunk - 1));
    }

    /// A block of `count` elements, default-initialised or as they were left. Blocks longer than a chunk have chunks of
    /// their own.
    [[nodiscard]] std::uint32_t allocate(std::uint32_t count, Cursor& cursor)
    {
        assert(count > 0);
        if (count > cursor.left) {
            const std::uint32_t start = addChunks(count);
            if (count > kChunk)
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
            m_free[count].dropLast();
            return offset;
        }
        return allocate(count, m_cursor);
    }
    void free(std::uint32_t offset, std::uint32_t count)
    {
        if (m_free.size() <= count)
            m_free.resize(count + 1);
        m_free[count].add(offset);
    }
    [[nodiscard]] std::size_t memory() const noexcept { return m_chunks.memory(); }

private:
    std::uint32_t addChunks(std::uint32_t elements)
    {
        const std::scoped_lock lock(*m_growing);
        const std::size_t first = m_chunks.count();
        assert(first < std::size_t{1} << (32U - ChunkBits));
        m_chunks.add(std::max(elements, kChunk));
        return static_cast<std::uint32_t>(first << ChunkBits);
    }

    Chunks m_chunks;
    std::unique_ptr<std::mutex> m_growing = std::make_unique<std::mutex>();
    Cursor m_cursor;
    std::vector<SharedList<std::uint32_t>> m_free; ///< offsets by length
};

} // namespace ochain
