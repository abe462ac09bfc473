// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "exchange/csv_encoding.h"

#include "chain/text_form.h"
#include "exchange/csv_lines.h"

#include <cstdint>
#include <optional>

namespace ochain {

namespace {

constexpr std::string_view kLittleEndianMark = "\xFF\xFE";
constexpr std::string_view kBigEndianMark = "\xFE\xFF";

bool isUtf8(std::string_view text)
{
    return textFault(text, true) != TextFault::NotUtf8;
}

/// The line of the first byte that is not UTF-8.
std::optional<std::size_t> badLine(std::string_view text)
{
    if (isUtf8(text))
        return std::nullopt;
    std::size_t line = 1;
    for (std::string_view first = firstLine(text); isUtf8(first) && first.size() < text.size(); ++line) {
        text.remove_prefix(first.size());
        first = firstLine(text);
    }
    return line;
}

/// Whether a text is UTF-16 without saying so: every other byte of its beginning is zero.
bool seemsUtf16(std::string_view text) noexcept
{
    constexpr std::size_t kEnough = 8;
    const auto isEveryOtherZero = [&](std::size_t from) {
        for (std::size_t i = from; i < kEnough; i += 2)
            if (text[i] != '\0' || text[i ^ 1U] == '\0')
                return false;
        return true;
    };
    return text.size() >= kEnough && (isEveryOtherZero(0) || isEveryOtherZero(1));
}

void appendUtf8(std::string& text, std::uint32_t c)
{
    const auto tail = [&](unsigned shift) { text += static_cast<char>(0x80U | ((c >> shift) & 0x3FU)); };
    if (c < 0x80) {
        text += static_cast<char>(c);
    } else if (c < 0x800) {
        text += static_cast<char>(0xC0U | (c >> 6U));
        tail(0);
    } else if (c < 0x10000) {
        text += static_cast<char>(0xE0U | (c >> 12U));
        tail(6);
        tail(0);
    } else {
        text += static_cast<char>(0xF0U | (c >> 18U));
        tail(12);
        tail(6);
        tail(0);
    }
}

/// Turns UTF-16 into UTF-8.
/// @return false: half a character is in it, or half of one half; what is before has been turned
bool turnUtf16(std::string_view text, bool isBigEndian, std::string& utf8)
{
    const auto unit = [&](std::size_t at) {
        const auto first = static_cast<unsigned char>(text[at]);
        const auto second = static_cast<unsigned char>(text[at + 1]);
        return isBigEndian ? first * 256U + second : second * 256U + first;
    };
    const auto isHigh = [](std::uint32_t c) { return c >= 0xD800 && c < 0xDC00; };
    const auto isLow = [](std::uint32_t c) { return c >= 0xDC00 && c < 0xE000; };
    utf8.reserve(text.size());
    for (std::size_t at = 0; at + 1 < text.size(); at += 2) {
        std::uint32_t c = unit(at);
        if (isLow(c) || (isHigh(c) && (at + 3 >= text.size() || !isLow(unit(at + 2)))))
            return false;
        if (isHigh(c)) {
            c = 0x10000 + ((c - 0xD800) << 10U) + (unit(at + 2) - 0xDC00);
            at += 2;
        }
        appendUtf8(utf8, c);
    }
    return text.size() % 2 == 0;
}

/// The line that begins or goes on where a text ends.
std::size_t lineBehind(std::string_view text)
{
    std::size_t line = 1;
    while (!text.empty()) {
        const std::string_view first = firstLine(text);
        if (first.ends_with('\n') || first.ends_with('\r'))
            ++line;
        text.remove_prefix(first.size());
    }
    return line;
}

} // namespace

std::string_view withoutByteOrderMark(std::string_view text) noexcept
{
    if (text.starts_with(kByteOrderMark))
        text.remove_prefix(kByteOrderMark.size());
    return text;
}

tl::expected<std::string_view, CsvFault> csvAsUtf8(std::string_view text, std::string& storage)
{
    if (text.starts_with(kLittleEndianMark) || text.starts_with(kBigEndianMark)) {
        if (turnUtf16(text.substr(kLittleEndianMark.size()), text.starts_with(kBigEndianMark), storage))
            return std::string_view(storage);
        return tl::unexpected(CsvFault{
            lineBehind(storage),
            Sentence{QT_TRANSLATE_NOOP("Sentence", "half a character of UTF-16 stands alone; save the file anew"),
                     {}}});
    }
    text = withoutByteOrderMark(text);
    if (seemsUtf16(text))
        return tl::unexpected(CsvFault{
            1,
            Sentence{QT_TRANSLATE_NOOP("Sentence", "the file is UTF-16 without the mark that says so; save it as UTF-8 "
                                                   "with commas (“CSV UTF-8”) and try again"),
                     {}}});
    if (const std::optional<std::size_t> line = badLine(text))
        return tl::unexpected(CsvFault{
            *line,
            Sentence{QT_TRANSLATE_NOOP("Sentence", "the text is not UTF-8; save the file as UTF-8 and try again"),
                     {}}});
    return text;
}

} // namespace ochain
