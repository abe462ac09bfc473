// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace ochain {

inline constexpr std::size_t kMaxSheetRows = 1'048'576; ///< of a workbook's sheet, by its format
inline constexpr std::size_t kMaxSheetColumns = 16'384;

/// "F" for the sixth column, whose number is 5.
[[nodiscard]] inline std::string columnName(std::size_t column)
{
    constexpr std::size_t kLetters = 26;
    std::string name;
    for (std::size_t rest = column + 1; rest > 0; rest = (rest - 1) / kLetters)
        name.insert(name.begin(), static_cast<char>('A' + static_cast<int>((rest - 1) % kLetters)));
    return name;
}

/// "F12" for the cell in column 5, counted from 0, and row 12, counted from 1.
[[nodiscard]] inline std::string cellName(std::size_t column, std::size_t row)
{
    return columnName(column) + std::to_string(row);
}

/// The column that "F12" names; none if it names none that a sheet can have.
[[nodiscard]] inline std::optional<std::size_t> columnOf(std::string_view cellName) noexcept
{
    constexpr std::size_t kLetters = 26;
    std::size_t column = 0;
    std::size_t letters = 0;
    for (; letters < cellName.size() && cellName[letters] >= 'A' && cellName[letters] <= 'Z'; ++letters)
        column =
            std::min(column * kLetters + static_cast<std::size_t>(cellName[letters] - 'A') + 1, kMaxSheetColumns + 1);
    if (letters == 0 || column > kMaxSheetColumns)
        return std::nullopt;
    return column - 1;
}

} // namespace ochain
