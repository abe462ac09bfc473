// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "chain/text_pool.h"

#include <algorithm>
#include <cstring>

namespace ochain {

namespace {
constexpr std::size_t kLengthBytes = sizeof(std::uint32_t);
}

/// Left as it is: a page costs nothing before it is used.
std::shared_ptr<char[]> TextPool::newBlock()
{
    return std::shared_ptr<char[]>(new char[std::size_t{1} << kBlockBits]);
}

TextPool::TextPool()
{
    constexpr std::uint32_t kNothing = 0; // the empty text stands at 0, where a default Text points
    m_blocks.push_back(newBlock());
    std::memcpy(m_blocks.back().get(), &kNothing, kLengthBytes);
    m_used = kLengthBytes;
}

TextPool::TextPool(const TextPool& other) : m_blocks(other.m_blocks), m_used(other.m_used), m_ownsLast(false)
{}

TextPool& TextPool::operator=(const TextPool& other)
{
    if (this != &other)
        *this = TextPool(other);
    return *this;
}

Text TextPool::add(std::string_view text)
{
    if (text.empty())
        return {};
    const auto length = static_cast<std::uint32_t>(std::min(text.size(), kMaxTextBytes));
    if (!m_ownsLast || m_used + kLengthBytes + length > (std::uint32_t{1} << kBlockBits)) {
        m_blocks.push_back(newBlock());
        m_used = 0;
        m_ownsLast = true;
    }
    char* place = m_blocks.back().get() + m_used;
    std::memcpy(place, &length, kLengthBytes);
    std::memcpy(place + kLengthBytes, text.data(), length);
    const Text added{(static_cast<std::uint32_t>(m_blocks.size() - 1) << kBlockBits) | m_used};
    m_used += static_cast<std::uint32_t>(kLengthBytes) + length;
    return added;
}

std::string_view TextPool::view(Text text) const noexcept
{
    const char* place = m_blocks[text.at >> kBlockBits].get() + (text.at & ((std::uint32_t{1} << kBlockBits) - 1));
    std::uint32_t length = 0;
    std::memcpy(&length, place, kLengthBytes);
    return {place + kLengthBytes, length};
}

} // namespace ochain
