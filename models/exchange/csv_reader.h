// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/sentence.h"

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ochain {

inline constexpr std::size_t kMaxCsvField = 1'000'000;  ///< bytes; no table takes so long a text
inline constexpr std::size_t kMaxCsvRecord = 4'000'000; ///< bytes of a record, its line ends among them, and of a line

/// One record of a CSV text.
struct CsvRecord {
    std::size_t line = 1;   ///< where it begins, counted from 1
    std::size_t readTo = 0; ///< how many bytes of the text have been read with it
    std::vector<std::string> fields;
};

/// What makes a CSV text unreadable, and in which line.
struct CsvFault {
    std::size_t line = 1;
    Sentence sentence;
    std::optional<std::size_t> cell = {}; ///< of the line, counted from 0; none: the line as a whole
};

/// The first line of a CSV text as readCsv() sees it, without byte order mark and line end.
[[nodiscard]] std::string_view firstCsvLine(std::string_view text) noexcept;
/// How the fields of a CSV text are told apart.
struct CsvForm {
    char separator = ',';
    bool hasSeparatorLine = false; ///< the first line, "sep=;", says so to spreadsheets
};

/// Splits a CSV text by RFC 4180, strictly, but for the separator: UTF-8 or UTF-16 with a byte order mark, lines ended
/// by \n, \r\n or \r, blank lines skipped. No more is kept of it than one record.
/// @param take    is given each record, which is used again for the next; false ends the reading
/// @param formOf  is given the text in UTF-8 and says its form; without it columns are separated by commas
/// @return what is wrong; the records before it have been taken
[[nodiscard]] std::optional<CsvFault> readCsv(std::string_view text, const std::function<bool(CsvRecord&)>& take,
                                              const std::function<CsvForm(std::string_view)>& formOf = {});

} // namespace ochain
