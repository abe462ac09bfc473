// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <algorithm>
#include <string_view>

namespace ochain {

/// The first line of a text that is not empty, with its end: \n, \r\n or a lone \r, as old and foreign systems have it.
[[nodiscard]] inline std::string_view firstLine(std::string_view text) noexcept
{
    const auto* end = std::find_if(text.begin(), text.end(), [](char c) { return c == '\n' || c == '\r'; });
    auto size = static_cast<std::size_t>(end - text.begin());
    if (size < text.size() && text[size] == '\r' && size + 1 < text.size() && text[size + 1] == '\n')
        ++size;
    return text.substr(0, std::min(size + 1, text.size()));
}

} // namespace ochain
