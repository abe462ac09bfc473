// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace ochain {

/// A cell with its number in plain digits and a point, as many ways as it can be meant: "1,500.5" once, "1.500" twice
/// where decimals may have a comma, as 1.5 and as 1500. What stands around the number stays ("$1,500" is "$1500").
/// Spreadsheets separate thousands by commas, points, apostrophes and blanks, as the country has it.
/// @param hasDecimalComma  whether the file is of a country that writes decimals with a comma
/// @return empty if the separators make no number there
[[nodiscard]] std::vector<std::string> plainNumbers(std::string_view cell, bool hasDecimalComma);

} // namespace ochain
