// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace ochain {

/// How many bytes the UTF-8 character at the front of a text has; 0 if there is none in proper form (NUL, overlong
/// forms and surrogates are not). Source: RFC 3629, section 4.
[[nodiscard]] inline std::size_t utf8Length(std::string_view text) noexcept
{
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const auto isTail = [&](std::size_t i) { return (byte(i) & 0xC0U) == 0x80U; };
    const unsigned char lead = byte(0);
    if (lead < 0x80)
        return lead == 0 ? 0 : 1;
    if (lead >= 0xC2 && lead <= 0xDF)
        return text.size() >= 2 && isTail(1) ? 2 : 0;
    if (lead >= 0xE0 && lead <= 0xEF) {
        if (text.size() < 3 || !isTail(1) || !isTail(2))
            return 0;
        const bool isWrong = (lead == 0xE0 && byte(1) < 0xA0) || (lead == 0xED && byte(1) > 0x9F);
        return isWrong ? 0 : 3;
    }
    if (lead >= 0xF0 && lead <= 0xF4) {
        if (text.size() < 4 || !isTail(1) || !isTail(2) || !isTail(3))
            return 0;
        const bool isWrong = (lead == 0xF0 && byte(1) < 0x90) || (lead == 0xF4 && byte(1) > 0x8F);
        return isWrong ? 0 : 4;
    }
    return 0;
}

/// Whether a text is UTF-8 without NUL. Plain ASCII goes eight bytes at a time.
[[nodiscard]] inline bool isUtf8(std::string_view text) noexcept
{
    while (text.size() >= sizeof(std::uint64_t)) {
        std::uint64_t word = 0;
        std::memcpy(&word, text.data(), sizeof word);
        constexpr std::uint64_t kHigh = 0x8080808080808080U;
        constexpr std::uint64_t kOnes = 0x0101010101010101U;
        // No byte has its high bit set, and none is zero.
        if ((word & kHigh) == 0 && ((word - kOnes) & ~word & kHigh) == 0) {
            text.remove_prefix(sizeof word);
            continue;
        }
        const std::size_t length = utf8Length(text);
        if (length == 0)
            return false;
        text.remove_prefix(length);
    }
    while (!text.empty()) {
        const std::size_t length = utf8Length(text);
        if (length == 0)
            return false;
        text.remove_prefix(length);
    }
    return true;
}

} // namespace ochain
