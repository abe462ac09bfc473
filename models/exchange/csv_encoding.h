// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "exchange/csv_reader.h"

#include <string>
#include <string_view>

#include <tl/expected.hpp>

namespace ochain {

/// What spreadsheets put before a text in UTF-8 so that they know it again.
inline constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

[[nodiscard]] std::string_view withoutByteOrderMark(std::string_view text) noexcept;

/// A text in UTF-8: as it is, or turned out of UTF-16, which a byte order mark tells. Refused with its line is what is
/// neither.
/// @param storage  holds what is turned; must outlive the result
[[nodiscard]] tl::expected<std::string_view, CsvFault> csvAsUtf8(std::string_view text, std::string& storage);

} // namespace ochain
