// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "chain/text_form.h"

#include "chain/visible.h"

#include <algorithm>
#include <cstring>

#include <fmt/format.h>

namespace ochain {

namespace {

constexpr std::uint64_t kOnes = 0x0101010101010101U;
constexpr std::uint64_t kHigh = 0x8080808080808080U;

/// Whether eight bytes are all ASCII that prints: none has its high bit set, none is below a blank, none is DEL.
/// A borrow can only make a byte look suspicious that is not, which the slow way then finds out.
bool isPlain(std::uint64_t word) noexcept
{
    const std::uint64_t del = word ^ (kOnes * 0x7F);
    return ((word | (word - kOnes * 0x20) | (del - kOnes)) & kHigh) == 0;
}

/// Whether the character at the front, of so many bytes, is C0, DEL or C1.
bool isControl(std::string_view text, std::size_t length) noexcept
{
    const auto lead = static_cast<unsigned char>(text.front());
    if (length == 1)
        return lead < 0x20 || lead == 0x7F;
    return length == 2 && lead == 0xC2 && static_cast<unsigned char>(text[1]) < 0xA0;
}

/// The character that pictures a control character: U+2400 and on, U+2421 for DEL.
std::string pictureOf(unsigned char control)
{
    constexpr unsigned char kDel = 0x7F;
    const unsigned picture = control == kDel ? 0x21U : control;
    return {'\xE2', '\x90', static_cast<char>(0x80U + picture)};
}

} // namespace

TextFault textFault(std::string_view text, bool isNote) noexcept
{
    TextFault fault = TextFault::None;
    while (!text.empty()) {
        if (std::uint64_t word = 0; text.size() >= sizeof word) {
            std::memcpy(&word, text.data(), sizeof word);
            if (isPlain(word)) {
                text.remove_prefix(sizeof word);
                continue;
            }
        }
        const std::size_t length = utf8Length(text);
        if (length == 0)
            return TextFault::NotUtf8;
        if (isControl(text, length)) {
            const bool isBreak = text.front() == '\t' || text.front() == '\n';
            if (!isBreak)
                fault = TextFault::Control;
            else if (!isNote && fault == TextFault::None)
                fault = TextFault::LineBreak;
        }
        text.remove_prefix(length);
    }
    return fault;
}

std::string shown(std::string_view text)
{
    std::string all;
    while (!text.empty()) {
        const std::size_t length = utf8Length(text);
        if (length > 0 && !isControl(text, length)) {
            all.append(text.substr(0, length));
            text.remove_prefix(length);
            continue;
        }
        const auto byte = static_cast<unsigned char>(text.front());
        if (length == 0)
            fmt::format_to(std::back_inserter(all), "\\x{:02X}", byte);
        else if (length == 1)
            all.append(pictureOf(byte));
        else
            fmt::format_to(std::back_inserter(all), "<U+{:04X}>", static_cast<unsigned char>(text[1]));
        text.remove_prefix(std::max<std::size_t>(length, 1));
    }
    return visible(all);
}

} // namespace ochain
