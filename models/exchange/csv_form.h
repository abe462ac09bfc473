// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/table.h"
#include "exchange/csv_reader.h"

#include <functional>
#include <string>
#include <string_view>

namespace ochain {

/// A name in a header row without blanks around it (those that one does not see among them), in small letters.
[[nodiscard]] std::string foldedName(std::string_view name);

/// The form of a table's text: by a line "sep=;" in front, which spreadsheets know, else by the separator that parts
/// the first row into most names of columns: comma, semicolon or tab.
/// @param text  in UTF-8, without byte order mark
[[nodiscard]] CsvForm csvFormOf(Table table, std::string_view text);
/// The same for a text that is no table.
/// @param isColumn  whether a name, folded, is that of a column
[[nodiscard]] CsvForm csvFormOf(const std::function<bool(std::string_view)>& isColumn, std::string_view text);

} // namespace ochain
