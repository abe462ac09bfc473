// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "store/digest.h"

#include <array>
#include <bit>
#include <cstring>
#include <string_view>
#include <vector>

struct sqlite3_value;

namespace ochain {

/// A row as bytes, the same on every machine and wherever the values come from: for each value its type in one byte,
/// then a number in 8 bytes or a length in 8 bytes and so many more. What is different as a row is different as bytes.
class RowEncoding {
public:
    void clear() noexcept { m_size = m_given = 0; }
    void addNull() { *room(1) = kNull; }
    void add(std::int64_t number) { addNumber(kInteger, static_cast<std::uint64_t>(number)); }
    /// A whole number is the same as an integer: SQLite stores it so, and its hook hands it out as it is stored.
    void add(double number);
    void add(std::string_view text) { addBytes(kText, text); }
    void addBlob(std::string_view bytes) { addBytes(kBlob, bytes); }
    void add(sqlite3_value* value);

    [[nodiscard]] std::string_view bytes() const noexcept { return {m_bytes.data(), m_size}; }
    /// NULLs at the end do not count: a column that comes to a table leaves the digests of the rows without it as they
    /// are.
    [[nodiscard]] Digest digest() const noexcept;

private:
    static constexpr char kNull = 0;
    static constexpr char kInteger = 1;
    static constexpr char kReal = 2;
    static constexpr char kText = 3;
    static constexpr char kBlob = 4;

    char* room(std::size_t bytes)
    {
        if (m_size + bytes > m_bytes.size())
            m_bytes.resize((m_size + bytes) * 2);
        char* const at = m_bytes.data() + m_size;
        m_size += bytes;
        return at;
    }
    static void put(char* at, char type, std::uint64_t number) noexcept
    {
        *at = type;
        for (std::size_t i = 0; i < sizeof number; ++i) // one instruction where the machine has its low bytes first
            at[1 + i] = static_cast<char>(number >> (8 * i));
    }
    void addNumber(char type, std::uint64_t number)
    {
        put(room(1 + sizeof number), type, number);
        m_given = m_size;
    }
    void addBytes(char type, std::string_view bytes)
    {
        char* const at = room(1 + sizeof(std::uint64_t) + bytes.size());
        put(at, type, bytes.size());
        if (!bytes.empty())
            std::memcpy(at + 1 + sizeof(std::uint64_t), bytes.data(), bytes.size());
        m_given = m_size;
    }

    std::vector<char> m_bytes;
    std::size_t m_size = 0;
    std::size_t m_given = 0; ///< the size without the NULLs at the end
};

} // namespace ochain
