// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "graphs/graph_keys.h"

#include "chain/field_reader.h"

#include <algorithm>

namespace ochain {

namespace {

bool isNumeral(char c) noexcept
{
    return c >= '0' && c <= '9';
}

/// 7, n7, e12: one letter at most, and digits.
bool isCounter(std::string_view id) noexcept
{
    const std::string_view digits = !id.empty() && !isNumeral(id.front()) ? id.substr(1) : id;
    return std::all_of(digits.begin(), digits.end(), isNumeral);
}

} // namespace

bool canBeKey(Table table, std::string_view id)
{
    return !id.empty() && !isCounter(id) && !checkForm(table, id, 0, id);
}

std::string GraphKeys::fresh(std::string_view name, std::string_view fallback)
{
    std::string base = m_words.keyOf ? m_words.keyOf(name) : std::string(name);
    if (base.empty() || checkForm(m_table, base, 0, base))
        base = fallback;
    std::string key = base;
    for (int number = 2; m_chain.find(m_table, key) != kNoRow || !reserve(key); ++number)
        key = base + '-' + std::to_string(number);
    return key;
}

std::string GraphKeys::partOf(std::string_view key) const
{
    constexpr std::size_t kLongestPart = 60;
    key = key.substr(0, kLongestPart);
    return m_words.keyOf ? m_words.keyOf(key) : std::string(key);
}

} // namespace ochain
