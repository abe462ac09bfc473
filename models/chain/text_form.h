// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace ochain {

/// What keeps a text out of a chain, whatever its field.
enum class TextFault : std::uint8_t {
    None,
    NotUtf8,   ///< no UTF-8, or with a NUL
    Control,   ///< a control character: C0, DEL or C1
    LineBreak, ///< a tab or a line feed, which only notes hold
};

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

/// Finds what is wrong with the bytes of a text. Control characters are refused: a terminal would obey them, and no
/// view shows them. Notes may hold tabs and line feeds, which CSV quotes and a form's editor shows; names, titles and
/// reasons are one line in every view, so that there neither is let in. A carriage return is a control character: an
/// import reads \r\n and \r as \n.
/// @param isNote  the text may have lines
[[nodiscard]] TextFault textFault(std::string_view text, bool isNote) noexcept;

/// A text for a terminal or a message, whatever is in it, on one line: control characters as their pictures (␊ for a
/// line break, ␛ for an escape), those of C1, which have none, as <U+0085>, bytes that are no UTF-8 as
/// \xNN, and what hides or turns round others by its name (`visible.h`).
[[nodiscard]] std::string shown(std::string_view text);

} // namespace ochain
