// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <algorithm>
#include <array>
#include <atomic>
#include <cassert>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <new>
#include <utility>
#include <vector>

namespace ochain {

/// Something that counts who holds it; on any thread.
class Counted {
public:
    /// Whether only the caller holds it, so that nobody can see it change. What others did with it before they let go
    /// has happened.
    [[nodiscard]] bool isUnique() const noexcept { return m_holders.load(std::memory_order_acquire) == 1; }
    void hold() noexcept { m_holders.fetch_add(1, std::memory_order_relaxed); }
    /// @return whether nobody holds it any more
    [[nodiscard]] bool letGo() noexcept { return m_holders.fetch_sub(1, std::memory_order_acq_rel) == 1; }

private:
    std::atomic<std::uint32_t> m_holders{1};
};

/// Holds a T that is Counted and has a static destroy(T*). Unlike std::shared_ptr it can tell safely, while others let
/// go, whether it is the only one.
template <class T>
class Held {
public:
    Held() = default;
    /// Takes over what has just been made.
    explicit Held(T* made) noexcept : m_it(made) {}
    Held(const Held& other) noexcept : m_it(other.m_it)
    {
        if (m_it != nullptr)
            m_it->hold();
    }
    Held(Held&& other) noexcept : m_it(std::exchange(other.m_it, nullptr)) {}
    Held& operator=(Held other) noexcept
    {
        std::swap(m_it, other.m_it);
        return *this;
    }
    ~Held()
    {
        if (m_it != nullptr && m_it->letGo())
            T::destroy(m_it);
    }
    [[nodiscard]] T* get() const noexcept { return m_it; }
    T* operator->() const noexcept { return m_it; }
    T& operator*() const noexcept { return *m_it; }

private:
    T* m_it = nullptr;
};

/// Elements in chunks that copies share until one of them changes one. A copy costs a step for each kFanOut chunks, the
/// first change in a chunk after that a copy of this chunk and of a list of kFanOut. Reading is safe from any thread
/// while the owner changes its own copy.
/// @tparam ChunkBits  a chunk has 2^ChunkBits elements, unless it was made longer
template <class T, unsigned ChunkBits>
class SharedChunks {
public:
    static constexpr std::size_t kChunk = std::size_t{1} << ChunkBits;
    static constexpr std::size_t kMask = kChunk - 1;
    static constexpr unsigned kFanBits = 5;
    static constexpr std::size_t kFanOut = std::size_t{1} << kFanBits;

    [[nodiscard]] std::size_t count() const noexcept { return m_count; }
    [[nodiscard]] const T* read(std::size_t chunk) const noexcept
    {
        return m_lists[chunk >> kFanBits]->chunks[chunk & (kFanOut - 1)]->elements();
    }
    /// The chunk for changing it, which no copy sees.
    [[nodiscard]] T* write(std::size_t chunk)
    {
        Held<List>& list = m_lists[chunk >> kFanBits];
        if (!list->isUnique())
            list = Held<List>(new List(list->chunks));
        Held<Chunk>& held = list->chunks[chunk & (kFanOut - 1)];
        if (!held->isUnique())
            held = Held<Chunk>(Chunk::copyOf(*held));
        return held->elements();
    }
    /// Adds a chunk of so many elements, as their default constructor leaves them. One that is longer than kChunk takes
    /// as many numbers as it has chunks, of which the first reaches all of it.
    void add(std::size_t elements = kChunk)
    {
        addTo(Held<Chunk>(Chunk::make(elements)));
        for (std::size_t rest = elements; rest > kChunk; rest -= std::min(rest, kChunk))
            addTo({});
        m_elements += elements;
    }
    /// Takes the last chunk out, one of kChunk elements.
    void dropLast()
    {
        --m_count;
        m_elements -= kChunk;
        Held<List>& list = m_lists.back();
        if (!list->isUnique())
            list = Held<List>(new List(list->chunks));
        list->chunks[m_count & (kFanOut - 1)] = {};
        if ((m_count & (kFanOut - 1)) == 0)
            m_lists.pop_back();
    }
    void clear() noexcept
    {
        m_lists.clear();
        m_count = 0;
        m_elements = 0;
    }
    /// Room for so many chunks: until they are there, adding one moves nothing that another thread reads.
    void reserve(std::size_t chunks) { m_lists.reserve((chunks + kFanOut - 1) >> kFanBits); }
    [[nodiscard]] std::size_t memory() const noexcept
    {
        return m_elements * sizeof(T) + m_count * (sizeof(Chunk) + sizeof(void*)) + m_lists.size() * sizeof(List);
    }

private:
    struct Chunk : Counted {
        std::size_t count;
        explicit Chunk(std::size_t elements) noexcept : count(elements) {}
        [[nodiscard]] T* elements() noexcept { return reinterpret_cast<T*>(this + 1); }
        [[nodiscard]] static Chunk* make(std::size_t count)
        {
            Chunk* const made = allocated(count);
            std::uninitialized_default_construct_n(made->elements(), count);
            return made;
        }
        [[nodiscard]] static Chunk* copyOf(Chunk& other)
        {
            Chunk* const made = allocated(other.count);
            std::uninitialized_copy_n(other.elements(), other.count, made->elements());
            return made;
        }
        static void destroy(Chunk* chunk) noexcept
        {
            std::destroy_n(chunk->elements(), chunk->count);
            ::operator delete(chunk);
        }

    private:
        [[nodiscard]] static Chunk* allocated(std::size_t count)
        {
            static_assert(alignof(T) <= alignof(std::max_align_t) && sizeof(Chunk) % alignof(T) == 0);
            return new (::operator new(sizeof(Chunk) + count * sizeof(T))) Chunk(count);
        }
    };
    struct List : Counted {
        std::array<Held<Chunk>, kFanOut> chunks;
        List() = default;
        explicit List(const std::array<Held<Chunk>, kFanOut>& shared) : chunks(shared) {}
        static void destroy(List* list) noexcept { delete list; }
    };

    void addTo(Held<Chunk> chunk)
    {
        const std::size_t place = m_count & (kFanOut - 1);
        if (place == 0)
            m_lists.push_back(Held<List>(new List));
        else if (!m_lists.back()->isUnique())
            m_lists.back() = Held<List>(new List(m_lists.back()->chunks));
        m_lists.back()->chunks[place] = std::move(chunk);
        ++m_count;
    }

    std::vector<Held<List>> m_lists;
    std::size_t m_count = 0;
    std::size_t m_elements = 0;
};

} // namespace ochain
