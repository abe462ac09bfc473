// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/shared_chunks.h"

#include <algorithm>
#include <bit>
#include <cassert>
#include <cstddef>
#include <utility>

namespace ochain {

/// A list of which copies share what none of them has changed: see SharedChunks.
///
/// An element that is read stays where it is until another of its chunk is changed; so of one list, what is to be
/// changed is asked for by edit() before others are read.
/// @tparam ChunkBytes  about so many are copied for one change; the more, the less the way to an element costs
template <class T, std::size_t ChunkBytes = 16384>
class SharedList {
    static constexpr unsigned kBits = std::bit_width(ChunkBytes / sizeof(T)) - 1;
    using Chunks = SharedChunks<T, kBits>;

public:
    SharedList() = default;
    /// So many default elements.
    explicit SharedList(std::size_t size) { resize(size); }

    [[nodiscard]] std::size_t size() const noexcept { return m_size; }
    [[nodiscard]] bool empty() const noexcept { return m_size == 0; }
    [[nodiscard]] const T& operator[](std::size_t i) const noexcept
    {
        assert(i < m_size);
        return m_chunks.read(i >> kBits)[i & Chunks::kMask];
    }
    [[nodiscard]] const T& back() const noexcept { return (*this)[m_size - 1]; }
    /// The element for changing it, which no copy sees.
    [[nodiscard]] T& edit(std::size_t i)
    {
        assert(i < m_size);
        return m_chunks.write(i >> kBits)[i & Chunks::kMask];
    }
    /// Calls f(i, element) for all.
    template <class F>
    void forEach(F&& f) const
    {
        for (std::size_t start = 0; start < m_size; start += Chunks::kChunk) {
            const T* const chunk = m_chunks.read(start >> kBits);
            const std::size_t count = std::min(Chunks::kChunk, m_size - start);
            for (std::size_t i = 0; i < count; ++i)
                f(start + i, chunk[i]);
        }
    }
    void add(T element)
    {
        if (m_size == m_chunks.count() * Chunks::kChunk)
            m_chunks.add();
        ++m_size;
        edit(m_size - 1) = std::move(element);
    }
    void dropLast()
    {
        edit(m_size - 1) = T();
        if ((--m_size & Chunks::kMask) == 0)
            m_chunks.dropLast();
    }
    /// New elements are default ones.
    void resize(std::size_t size)
    {
        while (m_size > size)
            dropLast();
        while (m_size < size)
            add(T());
    }
    void reserve(std::size_t size) { m_chunks.reserve((size + Chunks::kChunk - 1) >> kBits); }
    [[nodiscard]] std::size_t memory() const noexcept { return m_chunks.memory(); }

private:
    Chunks m_chunks;
    std::size_t m_size = 0;
};

} // namespace ochain
